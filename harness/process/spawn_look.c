/* The program of a process that tells only its own number, and the living children of a process. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "process/spawn.h"
#include "process/spawn_private.h"

/* the greatest distance between a process and its ancestor */
enum { STEPS_MAX = 64 };

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
is_below(pid_t pid, pid_t root)
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

/* the process, root or below it, whose own number this is; 0 for none or several */
static pid_t
find(pid_t root, long number)
{
	struct procs t = {0};
	pid_t found = 0;
	size_t n = 0;

	if (number <= INT_MAX && own_number((pid_t)number) == number &&
	    is_below((pid_t)number, root))
		return (pid_t)number;
	procs_read(&t);
	for (size_t i = 0; i < t.n; i++) {
		const struct proc *p = &t.v[i];

		if (!(p->pid == root || procs_below(&t, p, root)) || own_number(p->pid) != number)
			continue;
		found = p->pid;
		n++;
	}
	procs_free(&t);
	return n == 1 ? found : 0;
}

const char *
spawn_program(pid_t root, long number, char *path, size_t size)
{
	char link[64];
	pid_t pid = number > 0 ? find(root, number) : 0;
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
spawn_children(pid_t parent, pid_t *v, size_t max)
{
	struct procs t = {0};
	size_t n = 0;

	procs_read(&t);
	for (size_t i = 0; i < t.n && n < max; i++) {
		if (t.v[i].ppid == parent && !t.v[i].dead)
			v[n++] = t.v[i].pid;
	}
	procs_free(&t);
	return n;
}
