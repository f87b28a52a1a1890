#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "process/spawn.h"

/*
 * Called in a signal handler, at any point of the program. So nothing here may allocate memory or
 * take a lock, and the table of processes of the other files and readdir(3) cannot be used.
 */

/* after so many seconds, give up on processes that do not die of SIGKILL */
enum { PATIENCE = 2 };
static const struct timespec NAP = {0, 1000000};

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
spawn_abort(void)
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
