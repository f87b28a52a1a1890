#include "process/bound.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "base/util.h"

/* the first part of a group's name; the others are the number of the run and of the group */
static const char mark[] = "dynload-cts.";

/* a group can be removed a moment after its last process has ended */
static const struct timespec NAP = {0, 1000000};
enum { NAPS = 500 };

/* since this release the kernel counts a user's processes in each user namespace */
enum { COUNTS_MAJOR = 5, COUNTS_MINOR = 14 };

/* is it one of the words, which are separated by one of these characters? */
static bool
has_word(const char *words, const char *separators, const char *word)
{
	for (size_t len; *words; words += len + (words[len] != '\0')) {
		len = strcspn(words, separators);
		if (len == strlen(word) && !strncmp(words, word, len))
			return true;
	}
	return false;
}

/* copy the line at text without its end, and return the next one; NULL at the end */
static const char *
next_line(const char *text, char *line, size_t size)
{
	size_t len = strcspn(text, "\n");

	if (!*text)
		return NULL;
	snprintf(line, size, "%.*s", (int)(len < size ? len : size - 1), text);
	return text + len + (text[len] == '\n');
}

/* copy word n, from 0, of a line */
static bool
word_at(const char *line, int n, char *word, size_t size)
{
	size_t len;

	for (; n > 0 && *line; n--) {
		line += strcspn(line, " ");
		line += *line == ' ';
	}
	len = strcspn(line, " ");
	snprintf(word, size, "%.*s", (int)(len < size ? len : 0), line);
	return *word != '\0';
}

/* what a mounted hierarchy of groups shows, and where */
struct mounted {
	char root[1024], point[1024];
	bool unified;
};

/* "30 23 0:26 /ROOT /POINT OPTIONS - cgroup SOURCE rw,pids": can it count processes? */
static bool
parse_mount(struct mounted *m, const char *line)
{
	const char *rest = strstr(line, " - ");
	char type[16], options[256];

	if (!rest || !word_at(line, 3, m->root, sizeof(m->root)) ||
	    !word_at(line, 4, m->point, sizeof(m->point)) ||
	    !word_at(rest + 1, 1, type, sizeof(type)) ||
	    !word_at(rest + 1, 3, options, sizeof(options)))
		return false;
	m->unified = !strcmp(type, "cgroup2");
	return m->unified || (!strcmp(type, "cgroup") && has_word(options, ",", "pids"));
}

/* the folder of "8:pids:/GROUP", or of "0::/GROUP" in a unified hierarchy */
static bool
place_group(struct bound_place *p, const struct mounted *m, const char *line)
{
	const char *words = strchr(line, ':'), *group = words ? strchr(words + 1, ':') : NULL;
	char controllers[256];
	size_t root = strcmp(m->root, "/") ? strlen(m->root) : 0;

	if (!group)
		return false;
	snprintf(controllers, sizeof(controllers), "%.*s", (int)(group - words - 1), words + 1);
	group++;
	if (m->unified ? *controllers != '\0' : !has_word(controllers, ",", "pids"))
		return false;
	if (strncmp(group, m->root, root) || (group[root] && group[root] != '/'))
		return false;
	p->unified = m->unified;
	p->top = strlen(m->point);
	snprintf(p->path, sizeof(p->path), "%s%s", m->point,
		 strcmp(group + root, "/") ? group + root : "");
	return true;
}

bool
bound_find(struct bound_place *p, const char *mounts, const char *own)
{
	char line[4096];
	bool found = false;

	/* what counts in a hierarchy of its own does not count in the unified one */
	while ((!found || p->unified) && (mounts = next_line(mounts, line, sizeof(line)))) {
		struct mounted m;
		const char *at = own;

		if (!parse_mount(&m, line) || (found && m.unified))
			continue;
		while ((at = next_line(at, line, sizeof(line))))
			if (place_group(p, &m, line)) {
				found = true;
				break;
			}
	}
	return found;
}

/* may the groups in this folder be bound? */
static bool
gives_pids(const char *path)
{
	char name[PATH_MAX + 32];
	struct buf words = {0};
	bool gives;

	snprintf(name, sizeof(name), "%s/cgroup.subtree_control", path);
	gives = !file_read(name, &words) && has_word(buf_str(&words), " \n", "pids");
	buf_free(&words);
	return gives;
}

/* a group that has processes gives nothing to groups in it: then ours stand beside it */
static bool
settle(struct bound_place *p)
{
	char *slash;

	if (!p->unified || gives_pids(p->path))
		return true;
	slash = strrchr(p->path, '/');
	if (!slash || slash < p->path + p->top)
		return false;
	*slash = '\0';
	return gives_pids(p->path);
}

/* remove the group if no run holds it */
static void
sweep_one(int place, const char *name)
{
	int fd = openat(place, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	if (!flock(fd, LOCK_EX | LOCK_NB))
		unlinkat(place, name, AT_REMOVEDIR);
	close(fd);
}

static void
sweep(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;

	while (dir && (entry = readdir(dir)))
		if (!strncmp(entry->d_name, mark, strlen(mark)))
			sweep_one(dirfd(dir), entry->d_name);
	if (dir)
		closedir(dir);
}

void
bound_prepare(char *place, size_t size)
{
	struct buf mounts = {0}, own = {0};
	struct bound_place p;

	*place = '\0';
	if (!file_read("/proc/self/mountinfo", &mounts) && !file_read("/proc/self/cgroup", &own) &&
	    bound_find(&p, buf_str(&mounts), buf_str(&own)) && settle(&p)) {
		sweep(p.path);
		snprintf(place, size, "%s", p.path);
	}
	buf_free(&mounts);
	buf_free(&own);
}

static bool
put(int folder, const char *name, const char *text)
{
	int fd = openat(folder, name, O_WRONLY | O_CLOEXEC);
	bool good = fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text);

	if (fd >= 0)
		close(fd);
	return good;
}

static void
remove_group(struct bound *b)
{
	for (int i = 0; i < NAPS && rmdir(b->path) && errno == EBUSY; i++)
		nanosleep(&NAP, NULL);
	if (b->folder >= 0)
		close(b->folder);
	b->folder = -1;
}

void
bound_open(struct bound *b, const char *place, unsigned long most)
{
	static unsigned number;
	char text[32];

	*b = (struct bound){.most = most + BOUND_SPARE, .folder = -1};
	if (!*place || strlen(place) > PATH_MAX / 2)
		return;
	snprintf(b->path, sizeof(b->path), "%.2048s/%s%ld.%u", place, mark, (long)getpid(),
		 number++);
	if (mkdir(b->path, 0755))
		return;
	snprintf(text, sizeof(text), "%lu", b->most);
	b->folder = open(b->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (b->folder < 0 || flock(b->folder, LOCK_EX | LOCK_NB) ||
	    !put(b->folder, "pids.max", text))
		remove_group(b);
}

static bool
counts_in_namespace(void)
{
	struct utsname u;
	char *dot;
	long major;

	if (uname(&u))
		return false;
	major = strtol(u.release, &dot, 10);
	return major > COUNTS_MAJOR ||
	       (major == COUNTS_MAJOR && *dot == '.' && strtol(dot + 1, NULL, 10) >= COUNTS_MINOR);
}

void
bound_join(const struct bound *b, bool apart)
{
	struct rlimit limit;

	/* "0" is the process that writes it */
	if (!b->most || (b->folder >= 0 && put(b->folder, "cgroup.procs", "0")))
		return;
	if (!apart || !counts_in_namespace() || getrlimit(RLIMIT_NPROC, &limit) ||
	    limit.rlim_max <= b->most)
		return;
	limit.rlim_cur = limit.rlim_max = b->most;
	setrlimit(RLIMIT_NPROC, &limit);
}

bool
bound_holds(const struct bound *b, bool apart)
{
	return b->folder >= 0 || (apart && geteuid() && counts_in_namespace());
}

void
bound_close(struct bound *b)
{
	if (b->folder >= 0)
		remove_group(b);
	b->most = 0;
}
