#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "process/spawn_private.h"
#include "base/util.h"

/* the next number of a /proc/PID/stat line */
static pid_t
number(char **s)
{
	return (pid_t)strtol(*s, s, 10);
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
	p->ppid = number(&s);
	p->pgrp = number(&s);
	p->session = number(&s);
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

void
procs_read(struct procs *t)
{
	DIR *dir = opendir("/proc");
	struct dirent *entry;
	size_t room = t->n;

	t->n = 0;
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

void
procs_free(struct procs *t)
{
	free(t->v);
	t->v = NULL;
	t->n = 0;
}

bool
procs_below(const struct procs *t, const struct proc *p, pid_t root)
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
