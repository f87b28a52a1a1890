/*
 * SIGKILL at random moments, of the program, of a supervisor, or of what runs below one: soon no
 * process of the run is left, and the next run removes its files and its groups of processes.
 */
#include <CUnit/CUnit.h>
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cli_support.h"
#include "process/bound.h"
#include "process/procs.h"
#include "rows.h"
#include "units.h"

/* SOME: of the usual tests; the moments are spread over so many milliseconds of a run */
enum { SOME = 12, ALL = 200, SPREAD = 1200, MANY = 64 };

/* what must be gone is gone after so many seconds */
static const double SOON = 2;

/* whom to kill */
enum victim { PROGRAM, SUPERVISOR, WORKER, VICTIMS };
static const char *const victims[VICTIMS] = {"the program", "a supervisor", "a worker"};
static const char *const modes[] = {"fork", "exec", "fork,weak", "exec,weak"};

struct moment {
	struct cli *c;
	const char *groups; /* where a run makes its groups */
	const char *mode;
	enum victim victim;
	long milliseconds;
	pid_t program;
	pid_t below[MANY]; /* what was below the victim when it was killed, and itself */
	size_t nbelow;
	double gone; /* the seconds until nothing of these was left */
};

static void
nap(long milliseconds)
{
	nanosleep(&(struct timespec){milliseconds / 1000, milliseconds % 1000 * 1000000}, NULL);
}

static void
write_suite(struct cli *c)
{
	static const char *const names[] = {"evil_hang", "evil_daemon", "good", "evil_child",
					    "evil_stop", "evil_kill_parent"};

	cli_open(c);
	for (int i = 0; i < 24; i++) {
		const char *name = names[i % (int)LENGTH(names)];

		cli_case(c, arena_printf(&c->mem, "a/case-%d", i), "timeout: 1\n",
			 arena_printf(&c->mem, "import %s\n", name),
			 arena_printf(&c->mem, "> import %s\n= <module \"%s\">\n", name, name));
	}
	cli_import(c, "b/good", "good");
}

static pid_t
start(const struct moment *m)
{
	struct cli *c = m->c;
	const char *command = arena_printf(&c->mem, "exec %s/conform --root %s %s -j4 -q "
					   "--isolation %s >/dev/null 2>&1", c->build, c->root,
					   cli_fake(c), m->mode);
	pid_t pid = fork();

	if (!pid) {
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	return pid;
}

struct count {
	const char *text;
	int n;
};

/* count a process that has the text in its command line or its environment */
static void
count_one(void *ctx, const char *name)
{
	static const char *const files[] = {"cmdline", "environ"};
	struct count *count = ctx;
	bool has = false;

	if (!isdigit((unsigned char)name[0]) || strtol(name, NULL, 10) == getpid())
		return;
	for (size_t i = 0; i < LENGTH(files); i++) {
		char path[64];
		struct buf b = {0};

		snprintf(path, sizeof(path), "/proc/%.20s/%s", name, files[i]);
		if (!file_read(path, &b))
			for (size_t k = 0; k < b.len; k++)
				b.p[k] = b.p[k] ? b.p[k] : ' ';
		has = has || strstr(buf_str(&b), count->text);
		buf_free(&b);
	}
	count->n += has;
}

static int
count_processes(const struct cli *c)
{
	struct count count = {c->root, 0};

	dir_each("/proc", count_one, &count);
	return count.n;
}

static void
note_below(void *ctx, const struct proc *p)
{
	struct moment *m = ctx;

	if (m->nbelow < MANY)
		m->below[m->nbelow++] = p->pid;
}

/* one of the processes below; 0 if there is none */
static pid_t
choose(pid_t parent)
{
	pid_t children[MANY];
	size_t n = procs_children(parent, children, MANY);

	return n ? children[(size_t)rand() % n] : 0;
}

/* what was noted and lives; dead ones that nobody has waited for are no harm */
static size_t
living(const struct moment *m)
{
	int proc = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	size_t n = 0;

	for (size_t i = 0; i < m->nbelow; i++) {
		struct proc p;

		n += procs_read_at(&p, proc, m->below[i]) && !p.dead;
	}
	close(proc);
	return n;
}

static bool
is_gone(const struct moment *m)
{
	return m->victim == PROGRAM ? !count_processes(m->c) : !living(m);
}

static void
kill_victim(struct moment *m)
{
	pid_t victim = m->program;

	if (m->victim != PROGRAM)
		victim = choose(victim);
	if (m->victim == WORKER && victim)
		victim = choose(victim);
	/* there may be none at this moment */
	if (!victim)
		return;
	procs_below(victim, note_below, m);
	note_below(m, &(struct proc){.pid = victim});
	kill(victim, SIGKILL);
}

/* the end of the run; -1 if it does not come */
static int
wait_end(const struct moment *m)
{
	int status = -1;

	for (int i = 0; i < 600; i++) {
		if (waitpid(m->program, &status, WNOHANG))
			return status;
		nap(50);
	}
	kill(m->program, SIGKILL);
	waitpid(m->program, NULL, 0);
	return -1;
}

static bool
ends_well(const struct moment *m, int status)
{
	if (m->victim == PROGRAM)
		return WIFSIGNALED(status) || WIFEXITED(status);
	return WIFEXITED(status) && WEXITSTATUS(status) <= 2;
}

/* groups of the program */
static size_t
count_groups(const struct moment *m)
{
	const char *mark = arena_printf(&m->c->mem, "dynload-cts.%ld.", (long)m->program);
	DIR *dir = *m->groups ? opendir(m->groups) : NULL;
	struct dirent *entry;
	size_t n = 0;

	while (dir && (entry = readdir(dir)))
		n += !strncmp(entry->d_name, mark, strlen(mark));
	if (dir)
		closedir(dir);
	return n;
}

static void
check_after(const struct moment *m, const char *what)
{
	struct cli *c = m->c;
	struct cli_ran ran = cli_run(c, "%s -j1 b/good", cli_fake(c));
	const char *files = cli_shell(c, c->root, "ls -A build/run").text;
	const char *mounts = cli_shell(c, c->root, "grep -F \"$PWD\" /proc/self/mountinfo").text;

	UNIT_CHECK(!ran.exit_code, "%s: the next run: exit %d: %s", what, ran.exit_code, ran.text);
	UNIT_CHECK(!*files, "%s: files: %s", what, files);
	UNIT_CHECK(!*mounts, "%s: mounts: %s", what, mounts);
	UNIT_CHECK(!count_groups(m), "%s: %zu groups", what, count_groups(m));
	UNIT_CHECK(!count_processes(c), "%s: %d processes", what, count_processes(c));
}

static void
check_moment(struct moment *m)
{
	const char *what = arena_printf(&m->c->mem, "%s, %s after %ld ms", m->mode,
					victims[m->victim], m->milliseconds);
	double killed;
	int status;

	m->program = start(m);
	nap(m->milliseconds);
	kill_victim(m);
	killed = now_seconds();
	if (m->victim == PROGRAM)
		status = wait_end(m);
	while (!is_gone(m) && now_seconds() < killed + 10)
		nap(5);
	m->gone = now_seconds() - killed;
	UNIT_CHECK(m->gone < SOON, "%s: gone after %.2f s", what, m->gone);
	if (m->victim != PROGRAM)
		status = wait_end(m);
	UNIT_CHECK(ends_well(m, status), "%s: status %d", what, status);
	UNIT_CHECK(!count_processes(m->c), "%s: %d processes at the end", what,
		   count_processes(m->c));
	check_after(m, what);
}

static void
check_moments(int n)
{
	unsigned seed = (unsigned)time(NULL);
	char groups[PATH_MAX];
	struct cli c;
	double longest = 0;
	int found = 0;

	srand(seed);
	write_suite(&c);
	bound_prepare(groups, sizeof(groups));
	for (int i = 0; i < n; i++) {
		struct moment m = {.c = &c, .groups = groups};

		/* each mode meets each victim */
		m.mode = modes[i % (int)LENGTH(modes)];
		m.victim = (enum victim)(i / (int)LENGTH(modes) % VICTIMS);
		m.milliseconds = rand() % SPREAD;
		check_moment(&m);
		found += m.nbelow > 0;
		if (m.gone > longest)
			longest = m.gone;
	}
	if (n == ALL)
		printf("%d moments, seed %u: %d killed something, all of it gone after %.2f s\n", n,
		       seed, found, longest);
	cli_close(&c);
}

static void
test_some(void)
{
	check_moments(SOME);
}

static void
test_all(void)
{
	check_moments(ALL);
}

void
unit_cli_killed(void)
{
	static const struct row_test tests[] = {{"killed at any moment", test_some}};

	rows_suite("cli killed", tests, LENGTH(tests));
}

void
unit_killed_all(void)
{
	static const struct row_test tests[] = {{"killed at 200 moments", test_all}};

	rows_suite("killed, all", tests, LENGTH(tests));
}
