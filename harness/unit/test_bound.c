/* Tests of the bound of a job's processes, which holds before anybody looks. */
#include <CUnit/CUnit.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "process/bound.h"
#include "process/sched.h"
#include "process/space.h"
#include "rows.h"
#include "test_sched_run.h"
#include "test_spawn_run.h"
#include "units.h"

/* version 1, as in many containers; version 2; both */
#define V1 "30 23 0:26 / /sys/fs/cgroup/pids rw,relatime shared:9 - cgroup cgroup rw,pids\n"
#define V1_OTHER "31 23 0:27 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu,cpuacct\n"
#define V2 "29 23 0:25 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n"
#define V2_BESIDE "29 23 0:25 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n"
#define DISK "21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n"

static void
test_find(void)
{
	static const struct {
		int line;
		const char *mounts, *own, *path; /* NULL: there is none */
	} rows[] = {
		{__LINE__, DISK V1, "8:pids:/\n0::/\n", "/sys/fs/cgroup/pids"},
		{__LINE__, DISK V1_OTHER V1, "9:cpu,cpuacct:/x\n8:pids:/a/b\n",
		 "/sys/fs/cgroup/pids/a/b"},
		{__LINE__, DISK V2, "0::/user.slice/a.scope\n",
		 "/sys/fs/cgroup/user.slice/a.scope"},
		{__LINE__, DISK V2, "0::/\n", "/sys/fs/cgroup"},
		{__LINE__, V2_BESIDE V1, "8:pids:/a\n0::/b\n", "/sys/fs/cgroup/pids/a"},
		{__LINE__, V1 V2_BESIDE, "0::/b\n8:pids:/a\n", "/sys/fs/cgroup/pids/a"},
		/* a container sees a part of the hierarchy */
		{__LINE__, "30 23 0:26 /docker/1f /sys/fs/cgroup/pids ro - cgroup cgroup rw,pids\n",
		 "8:pids:/docker/1f\n", "/sys/fs/cgroup/pids"},
		{__LINE__, "30 23 0:26 /docker/1f /sys/fs/cgroup/pids ro - cgroup cgroup rw,pids\n",
		 "8:pids:/docker/1f/a\n", "/sys/fs/cgroup/pids/a"},
		{__LINE__, "30 23 0:26 /docker/1f /sys/fs/cgroup/pids ro - cgroup cgroup rw,pids\n",
		 "8:pids:/docker/1f0\n", NULL},
		{__LINE__, "30 23 0:26 /docker/1f /sys/fs/cgroup/pids ro - cgroup cgroup rw,pids\n",
		 "8:pids:/\n", NULL},
		{__LINE__, DISK V1_OTHER, "9:cpu,cpuacct:/\n", NULL},
		{__LINE__, DISK V1, "9:cpu,cpuacct:/\n", NULL},
		{__LINE__, DISK V1, "nonsense\n\n::\n8:pids\n", NULL},
		{__LINE__, DISK V1, "", NULL},
		{__LINE__, "", "8:pids:/\n", NULL},
		{__LINE__, "1 2 3 / \n - \n - cgroup\n1 2 3 / /x rw - cgroup\n", "8:pids:/\n",
		 NULL},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct bound_place p = {.path = ""};
		bool found = bound_find(&p, rows[i].mounts, rows[i].own);

		row_check(__FILE__, rows[i].line, found == (rows[i].path != NULL), p.path);
		if (found && rows[i].path)
			row_text(__FILE__, rows[i].line, p.path, rows[i].path);
	}
}

/* the folder where groups can be made now; "" if there is none */
static const char *
groups(void)
{
	static char place[PATH_MAX];
	struct bound b;

	bound_prepare(place, sizeof(place));
	bound_open(&b, place, 1);
	if (b.folder < 0)
		place[0] = '\0';
	bound_close(&b);
	return place;
}

/* the number of groups of this process */
static size_t
count_groups(const char *place)
{
	struct arena mem = {0};
	const char *mark = arena_printf(&mem, "dynload-cts.%ld.", (long)getpid());
	DIR *dir = opendir(place);
	struct dirent *entry;
	size_t n = 0;

	while (dir && (entry = readdir(dir)))
		n += !strncmp(entry->d_name, mark, strlen(mark));
	if (dir)
		closedir(dir);
	arena_free(&mem);
	return n;
}

/* SEEN: of a bomb that nothing bounds, before somebody looks; some thousands would do harm */
enum { MOST = 20, SEEN = 4000 };

/* a fork bomb gets what the bound allows, though it runs until somebody looks */
static void
check_bomb(const char *place, bool fork, bool apart, size_t bound)
{
	static const struct usage most = {.memory = 1ULL << 40, .disk = 1ULL << 40,
					  .processes = MOST, .cpu = 1000};
	struct arena mem = {0};
	struct script s[] = {
		{.fork = fork, .text = arena_printf(&mem, "exec %s bomb",
						    trial_program(&mem, "fake_mess"))},
		{.fork = fork, .text = "echo x >&3"},
	};
	struct trial t = {.scripts = s, .n = LENGTH(s), .apart = apart, .most = &most};
	const struct ran *ran;

	CU_ASSERT_EQUAL(trial_run(&t), LENGTH(s));
	ran = &t.came[0].ran;
	UNIT_CHECK(ran->how == RAN_OVER && strstr(ran->error, "--limit processes"),
		   "%s%s: how %d, %s", fork ? "fork" : "exec", apart ? "" : ", weak",
		   (int)ran->how, ran->error ? ran->error : "-");
	UNIT_CHECK(ran->out.len >= MOST && ran->out.len <= bound,
		   "%s%s: %zu processes", fork ? "fork" : "exec", apart ? "" : ", weak",
		   ran->out.len);
	UNIT_CHECK(!strcmp(buf_str(&t.came[1].ran.out), "x\n"), "the next one: %s",
		   buf_str(&t.came[1].ran.out));
	CU_ASSERT_EQUAL(*place ? count_groups(place) : 0, 0);
	CU_ASSERT_TRUE(nothing_left());
	trial_free(&t);
	arena_free(&mem);
}

static void
test_bomb(void)
{
	const char *place = groups();
	char why[256];
	bool apart = space_try(why, sizeof(why));

	if (!*place)
		printf("no groups of processes can be made here\n");
	for (int fork = 0; fork < 2; fork++) {
		check_bomb(place, fork, false, *place ? MOST + BOUND_SPARE : SEEN);
		/* an ordinary user's namespace has a bound of its own */
		if (apart)
			check_bomb(place, fork, true,
				   *place || geteuid() ? MOST + BOUND_SPARE : SEEN);
	}
}

/* what a killed run left is removed, and what another one uses is not */
static void
test_left(void)
{
	struct arena mem = {0};
	const char *place = groups();
	const char *left = arena_printf(&mem, "%s/dynload-cts.%ld.left", place, (long)getpid());
	const char *used = arena_printf(&mem, "%s/dynload-cts.%ld.used", place, (long)getpid());
	char again[PATH_MAX];
	int fd;

	if (!*place) {
		arena_free(&mem);
		return;
	}
	CU_ASSERT_EQUAL(mkdir(left, 0755), 0);
	CU_ASSERT_EQUAL(mkdir(used, 0755), 0);
	fd = open(used, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	CU_ASSERT_EQUAL(flock(fd, LOCK_EX), 0);
	bound_prepare(again, sizeof(again));
	CU_ASSERT_STRING_EQUAL(again, place);
	CU_ASSERT_NOT_EQUAL(access(left, F_OK), 0);
	CU_ASSERT_EQUAL(access(used, F_OK), 0);
	close(fd);
	bound_prepare(again, sizeof(again));
	CU_ASSERT_NOT_EQUAL(access(used, F_OK), 0);
	arena_free(&mem);
}

void
unit_bound(void)
{
	static const struct row_test tests[] = {
		{"where groups can be made", test_find},
		{"a fork bomb", test_bomb},
		{"what a killed run left", test_left},
	};

	rows_suite("bound", tests, LENGTH(tests));
}
