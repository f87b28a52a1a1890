#include "process/procs.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/util.h"

struct table {
	struct proc *v; /* sorted by pid */
	size_t n;
};

/* after so many seconds, give up on processes that do not die of SIGKILL */
enum { PATIENCE = 2 };
static const struct timespec NAP = {0, 1000000};

/* the greatest distance between a process and its ancestor */
enum { STEPS_MAX = 64 };

/* the next number of a /proc/PID/stat line */
static long long
number(char **s)
{
	return strtoll(*s, s, 10);
}

static void
skip(char **s, int n)
{
	while (n--)
		number(s);
}

/* "PID (NAME) STATE PPID PGRP SESSION ..."; NAME may contain anything, so search from the end */
static bool
stat_parse(struct proc *p, char *line)
{
	char *s = strrchr(line, ')');

	if (!s || s[1] != ' ' || !s[2])
		return false;
	p->dead = strchr("ZXx", s[2]) != NULL;
	s += 3;
	p->ppid = (pid_t)number(&s);
	p->pgrp = (pid_t)number(&s);
	p->session = (pid_t)number(&s);
	skip(&s, 7);
	p->ticks = 0;
	for (int i = 0; i < 4; i++)
		p->ticks += number(&s);
	skip(&s, 2);
	p->threads = (long)number(&s);
	skip(&s, 3);
	p->pages = number(&s);
	/* if its main thread alone has ended, it looks dead, but the others live */
	p->dead = p->dead && p->threads <= 1;
	return true;
}

/* read the stat file of a process, at path below the folder proc */
static bool
stat_read(struct proc *p, int proc, const char *path)
{
	char line[512];
	ssize_t got;
	int fd = openat(proc, path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	got = read(fd, line, sizeof(line) - 1);
	close(fd);
	if (got <= 0)
		return false;
	line[got] = '\0';
	return stat_parse(p, line);
}

bool
procs_read_at(struct proc *p, int proc, pid_t pid)
{
	char path[64];

	snprintf(path, sizeof(path), "%ld/stat", (long)pid);
	p->pid = pid;
	return stat_read(p, proc, path);
}

/* read the process pid; false if there is none */
static bool
proc_read(struct proc *p, pid_t pid)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%ld/stat", (long)pid);
	p->pid = pid;
	return stat_read(p, AT_FDCWD, path);
}

static int
by_pid(const void *a, const void *b)
{
	const struct proc *x = a, *y = b;

	return (x->pid > y->pid) - (x->pid < y->pid);
}

/* read the table of all processes; replaces what was in t */
static void
table_read(struct table *t)
{
	DIR *dir = opendir("/proc");
	struct dirent *entry;
	size_t room = t->n;

	t->n = 0;
	if (!dir && errno == ENOMEM)
		die("out of memory");
	if (!dir)
		return;
	while ((entry = readdir(dir))) {
		struct proc p = {.pid = (pid_t)strtol(entry->d_name, NULL, 10)};
		char path[64];

		snprintf(path, sizeof(path), "%.20s/stat", entry->d_name);
		if (!isdigit((unsigned char)entry->d_name[0]) || !stat_read(&p, dirfd(dir), path))
			continue;
		if (t->n == room) {
			room = room ? 2 * room : 128;
			t->v = xreallocarray(t->v, room, sizeof(*t->v));
		}
		t->v[t->n++] = p;
	}
	closedir(dir);
	qsort(t->v, t->n, sizeof(*t->v), by_pid);
}

static void
table_free(struct table *t)
{
	free(t->v);
	t->v = NULL;
	t->n = 0;
}

/* is p a descendant of root? root itself is not */
static bool
is_below(const struct table *t, const struct proc *p, pid_t root)
{
	/* the table is not a snapshot: a reused number could make it a circle */
	for (size_t steps = 0; p && steps <= t->n; steps++) {
		struct proc parent = {.pid = p->ppid};

		if (p->ppid == root)
			return p->pid != root;
		p = bsearch(&parent, t->v, t->n, sizeof(*t->v), by_pid);
	}
	return false;
}

/* the number that the process has for itself: in a pid namespace it differs from ours */
static long
own_number(pid_t pid)
{
	static const char key[] = "\nNSpid:";
	char path[64], text[4096], *at, *end;
	ssize_t got = -1;
	int fd;

	snprintf(path, sizeof(path), "/proc/%ld/status", (long)pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		got = read(fd, text, sizeof(text) - 1);
		close(fd);
	}
	text[got < 0 ? 0 : got] = '\0';
	at = strstr(text, key);
	if (!at)
		return (long)pid;
	at += strlen(key);
	end = at + strcspn(at, "\n");
	*end = '\0';
	/* the line has a number for each namespace, the innermost last */
	at = strrchr(at, '\t');
	return at ? strtol(at, NULL, 10) : (long)pid;
}

static bool
is_at_or_below(pid_t pid, pid_t root)
{
	for (int i = 0; i < STEPS_MAX && pid > 0; i++) {
		struct proc p;

		if (pid == root)
			return true;
		if (!proc_read(&p, pid))
			return false;
		pid = p.ppid;
	}
	return false;
}

pid_t
procs_find(pid_t root, long number)
{
	struct table t = {0};
	pid_t found = 0;
	size_t n = 0;

	if (number <= INT_MAX && own_number((pid_t)number) == number &&
	    is_at_or_below((pid_t)number, root))
		return (pid_t)number;
	table_read(&t);
	for (size_t i = 0; i < t.n; i++) {
		const struct proc *p = &t.v[i];

		/* root may be process 1 of namespaces, and that is never the process we look for */
		if (!is_below(&t, p, root) || own_number(p->pid) != number)
			continue;
		found = p->pid;
		n++;
	}
	table_free(&t);
	return n == 1 ? found : 0;
}

const char *
procs_program(pid_t root, long number, char *path, size_t size)
{
	char link[64];
	pid_t pid = number > 0 ? procs_find(root, number) : 0;
	ssize_t got;

	if (!pid)
		return "no process with that number runs below the command";
	snprintf(link, sizeof(link), "/proc/%ld/exe", (long)pid);
	got = readlink(link, path, size - 1);
	if (got < 0)
		return errno == ENOENT ? "its process has ended" : strerror(errno);
	path[got] = '\0';
	return NULL;
}

size_t
procs_children(pid_t parent, pid_t *v, size_t max)
{
	struct table t = {0};
	size_t n = 0;

	table_read(&t);
	for (size_t i = 0; i < t.n && n < max; i++) {
		if (t.v[i].ppid == parent && !t.v[i].dead)
			v[n++] = t.v[i].pid;
	}
	table_free(&t);
	return n;
}

/* which processes to kill, and those found so far */
struct hunt {
	bool (*prey)(const struct table *t, const struct proc *p, pid_t root);
	pid_t root;
	struct table table;
	pid_t *seen; /* each found process once, dead ones too */
	size_t nseen;
	int alive; /* number of them that were alive when found */
};

/*
 * Children of ours that we did not start: when root died, its descendants became our children.
 * Jobs have their own sessions; supervisors and servers are in ours (see spawn.c). A process that
 * a server started in our session still has the server's group.
 */
static bool
orphaned(const struct table *t, const struct proc *p, pid_t root)
{
	(void)t;
	return p->ppid == getpid() && (p->session != getsid(0) || p->pgrp == root);
}

static void
note(struct hunt *h, const struct proc *p)
{
	for (size_t i = 0; i < h->nseen; i++)
		if (h->seen[i] == p->pid)
			return;
	h->seen = xreallocarray(h->seen, h->nseen + 1, sizeof(*h->seen));
	h->seen[h->nseen++] = p->pid;
	h->alive += !p->dead;
}

/* kill the living, reap our dead children; true if any was alive */
static bool
hunt_round(struct hunt *h)
{
	bool any = false;

	table_read(&h->table);
	for (size_t i = 0; i < h->table.n; i++) {
		const struct proc *p = &h->table.v[i];

		if (!h->prey(&h->table, p, h->root))
			continue;
		note(h, p);
		if (p->dead) {
			waitpid(p->pid, NULL, WNOHANG);
			continue;
		}
		kill(p->pid, SIGKILL);
		any = true;
	}
	return any;
}

/*
 * Repeat until nothing is found twice in a row: a process may have forked before it was killed, and
 * a table that is read while processes come and go may lack some.
 */
static void
hunt_run(struct hunt *h)
{
	double end = now_seconds() + PATIENCE;

	for (int quiet = 0; quiet < 2 && now_seconds() < end;) {
		if (hunt_round(h)) {
			quiet = 0;
			nanosleep(&NAP, NULL);
		} else {
			quiet++;
		}
	}
}

static void
hunt_free(struct hunt *h)
{
	table_free(&h->table);
	free(h->seen);
}

void
procs_below(pid_t root, void (*fn)(void *ctx, const struct proc *p), void *ctx)
{
	struct table t = {0};

	table_read(&t);
	for (size_t i = 0; i < t.n; i++)
		if (is_below(&t, &t.v[i], root))
			fn(ctx, &t.v[i]);
	table_free(&t);
}

int
procs_sweep(pid_t root)
{
	struct hunt h = {.prey = is_below, .root = root};

	hunt_run(&h);
	hunt_free(&h);
	return h.alive;
}

void
procs_kill(pid_t root)
{
	struct hunt descendants = {.prey = is_below, .root = root};
	struct hunt orphans = {.prey = orphaned, .root = root};

	/* a stopped process starts nothing new, but orphans still become its children */
	kill(root, SIGSTOP);
	hunt_run(&descendants);
	kill(-root, SIGKILL);
	kill(root, SIGKILL);
	while (waitpid(root, NULL, 0) < 0 && errno == EINTR)
		continue;
	/* its dead children are our children now */
	for (size_t i = 0; i < descendants.nseen; i++)
		waitpid(descendants.seen[i], NULL, WNOHANG);
	hunt_run(&orphans);
	hunt_free(&descendants);
	hunt_free(&orphans);
}

/*
 * The rest is called in a signal handler, at any point of the program. So nothing in it may
 * allocate memory or take a lock, and neither the table of processes nor readdir(3) can be used.
 */

/* an entry of getdents64(2); name is NUL-terminated and padded to length */
struct entry {
	uint64_t inode;
	int64_t next;
	unsigned short length;
	unsigned char type;
	char name[];
};

/* the number that name is; 0 if it is not a number */
static pid_t
pid_of(const char *name)
{
	pid_t pid = 0;

	for (; *name >= '0' && *name <= '9'; name++)
		pid = 10 * pid + (*name - '0');
	return *name ? 0 : pid;
}

/* PPID in "PID (NAME) STATE PPID ..."; NAME may contain anything, so search from the end */
static pid_t
parent_in(const char *line)
{
	const char *s = strrchr(line, ')');
	pid_t parent = 0;

	if (!s || s[1] != ' ' || !s[2] || s[3] != ' ')
		return 0;
	for (s += 4; *s >= '0' && *s <= '9'; s++)
		parent = 10 * parent + (*s - '0');
	return parent;
}

static pid_t
parent_of(int proc, const char *name)
{
	static const char file[] = "/stat";
	char path[32], line[512];
	size_t len = strlen(name);
	ssize_t got;
	int fd;

	if (len + sizeof(file) > sizeof(path))
		return 0;
	memcpy(path, name, len);
	memcpy(path + len, file, sizeof(file));
	fd = openat(proc, path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	got = read(fd, line, sizeof(line) - 1);
	close(fd);
	if (got <= 0)
		return 0;
	line[got] = '\0';
	return parent_in(line);
}

static void
kill_child(int proc, const char *name)
{
	pid_t pid = pid_of(name);

	if (pid && parent_of(proc, name) == getpid())
		kill(pid, SIGKILL);
}

static void
kill_children(void)
{
	union {
		struct entry first;
		char bytes[4096];
	} room;
	int proc = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	long got;

	if (proc < 0)
		return;
	while ((got = syscall(SYS_getdents64, proc, room.bytes, sizeof(room.bytes))) > 0) {
		for (long at = 0; at < got;) {
			const struct entry *e = (const void *)(room.bytes + at);

			kill_child(proc, e->name);
			at += e->length;
		}
	}
	close(proc);
}

/* reap dead children; false if no child is left */
static bool
reap(void)
{
	pid_t pid;

	do
		pid = waitpid(-1, NULL, WNOHANG);
	while (pid > 0 || (pid < 0 && errno == EINTR));
	return pid == 0;
}

void
procs_abort(void)
{
	struct timespec begin, now;

	clock_gettime(CLOCK_MONOTONIC, &begin);
	/* the children of a dead child become ours: each round kills at least one generation */
	do {
		kill_children();
		if (!reap())
			return;
		nanosleep(&NAP, NULL);
		clock_gettime(CLOCK_MONOTONIC, &now);
	} while (now.tv_sec - begin.tv_sec <= PATIENCE);
}
