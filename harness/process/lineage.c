#include "process/lineage.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "process/procs.h"
#include "process/spawn.h"
#include "base/util.h"

/* the others are the server's own */
static const int channels[LINEAGE_CHANNELS] = {STDOUT_FILENO, SPAWN_OUT_FD};

static void
traits_read(struct traits *t, pid_t pid)
{
	memset(t, 0, sizeof(*t));
	for (int i = 0; i < LINEAGE_LIMITS; i++)
		prlimit(pid, i, NULL, &t->limits[i]);
	t->priority = getpriority(PRIO_PROCESS, (id_t)pid);
	t->policy = sched_getscheduler(pid);
	/* not sched_getaffinity: a machine may have more processors than glibc's type has bits */
	if (syscall(SYS_sched_getaffinity, pid, sizeof(t->cpus), t->cpus) < 0)
		memset(t->cpus, 0, sizeof(t->cpus));
}

static const char *
difference(const struct traits *now, const struct traits *then)
{
	if (memcmp(now->limits, then->limits, sizeof(then->limits)))
		return "limits";
	if (now->priority != then->priority || now->policy != then->policy)
		return "priority";
	return memcmp(now->cpus, then->cpus, sizeof(then->cpus)) ? "processors" : NULL;
}

/* the flags of a descriptor of another process, O_NONBLOCK among them; -1 if it has none */
static long
flags_of(pid_t pid, int fd)
{
	static const char key[] = "flags:\t";
	char path[64], text[256], *at;
	ssize_t got;
	int file;

	snprintf(path, sizeof(path), "/proc/%ld/fdinfo/%d", (long)pid, fd);
	file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return -1;
	got = read(file, text, sizeof(text) - 1);
	close(file);
	text[got < 0 ? 0 : got] = '\0';
	at = strstr(text, key);
	return at ? strtol(at + strlen(key), NULL, 8) : -1;
}

void
lineage_note(struct lineage *l, pid_t supervisor)
{
	pid_t pid = supervisor, next;
	char path[64];

	lineage_close(l);
	while (l->n < LINEAGE_MAX && procs_children(pid, &next, 1) == 1) {
		traits_read(&l->traits[l->n], next);
		l->pids[l->n++] = pid = next;
	}
	snprintf(path, sizeof(path), "/proc/%ld/task/%ld/children", (long)pid, (long)pid);
	if (l->n)
		l->children = open(path, O_RDONLY | O_CLOEXEC);
	for (int i = 0; i < LINEAGE_CHANNELS; i++)
		l->flags[i] = flags_of(pid, channels[i]);
}

/* the value of a line "NAME:\t..." of a status file */
static const char *
value(const char *status, const char *name)
{
	const char *at = strstr(status, name);

	return at ? at + strlen(name) : "";
}

/* is the process stopped, or has it a signal to come? */
static bool
is_struck(pid_t pid)
{
	char path[64], text[4096];
	ssize_t got;
	int fd;

	snprintf(path, sizeof(path), "/proc/%ld/status", (long)pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	got = read(fd, text, sizeof(text) - 1);
	close(fd);
	text[got < 0 ? 0 : got] = '\0';
	/* one that is dead already is replaced before the next job */
	if (strchr("ZX", *value(text, "\nState:\t")))
		return false;
	return strchr("Tt", *value(text, "\nState:\t")) ||
	       strtoull(value(text, "\nSigPnd:\t"), NULL, 16) ||
	       strtoull(value(text, "\nShdPnd:\t"), NULL, 16);
}

/* what is wrong with the children that wait for a job */
static const char *
waiting_changed(const struct lineage *l)
{
	char text[256], *at = text, *end;
	ssize_t got = l->children < 0 ? 0 : pread(l->children, text, sizeof(text) - 1, 0);

	text[got < 0 ? 0 : got] = '\0';
	for (long pid = strtol(at, &end, 10); end != at; pid = strtol(at, &end, 10)) {
		struct traits now;
		const char *what;

		at = end;
		if (is_struck((pid_t)pid))
			return "state";
		traits_read(&now, (pid_t)pid);
		what = difference(&now, &l->traits[l->n - 1]);
		if (what && !kill((pid_t)pid, 0))
			return what;
	}
	return NULL;
}

const char *
lineage_changed(const struct lineage *l)
{
	for (size_t i = 0; i < l->n; i++) {
		struct traits now;
		const char *what;

		traits_read(&now, l->pids[i]);
		what = difference(&now, &l->traits[i]);
		/* the death of a process is noticed elsewhere */
		if (what && !kill(l->pids[i], 0))
			return what;
	}
	for (int i = 0; l->n && i < LINEAGE_CHANNELS; i++) {
		long flags = flags_of(l->pids[l->n - 1], channels[i]);

		if (flags >= 0 && flags != l->flags[i])
			return "channels";
	}
	return l->n ? waiting_changed(l) : NULL;
}

void
lineage_close(struct lineage *l)
{
	if (l->children >= 0)
		close(l->children);
	l->children = -1;
	l->n = 0;
}
