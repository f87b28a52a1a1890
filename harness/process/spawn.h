/*
 * Starting and ending processes. The parent of a job is a supervisor, a small process of ours: a
 * job that kills its parent does not kill the harness. The supervisor also finds and kills what
 * the job leaves behind. A server is a resident process that forks jobs for us.
 * Knows argv, env, descriptors and limits; nothing of Python, transcripts or cases.
 * Only spawn and sched use what only Linux has (child subreaper, prlimit).
 */
#ifndef SPAWN_H
#define SPAWN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* descriptors of a started process, which learns them from CONFORM_FD and CONFORM_REPLY */
enum { SPAWN_OUT_FD = 3, SPAWN_REPLY_FD = 4 };

struct spawn_limits {
	unsigned long long address_space; /* bytes; 0 for none */
	unsigned long long file_size;     /* bytes; 0 for none */
	unsigned open_files;              /* 0 for inherited */
};

struct spawn {
	char *const *argv; /* argv[0] is looked up in the PATH of envp if it has no '/' */
	char *const *envp;
	const char *cwd;
	bool server; /* it reads requests from standard input and has SPAWN_REPLY_FD */
	bool answer; /* standard output also goes to SPAWN_OUT_FD, and not to the log */
	struct spawn_limits limits;
};

/* a running process, seen from the harness; descriptors are ours, non-blocking, close-on-exec */
struct process {
	pid_t pid;   /* the process that we wait for: a job's supervisor, or the server itself */
	pid_t child; /* the job (0 until its supervisor has started it), or the server itself */
	int in;      /* writing end of its standard input */
	int out;     /* reading end of its SPAWN_OUT_FD */
	int log;     /* reading end of its standard output and error */
	int reply;   /* reading end: the supervisor's or server's messages */
};

/* the lines that the supervisor or the server writes: see FORMAT.md "Resident"
 *   ready TEXT | started PID | ended STATUS USEC KB LEFT | failed TEXT (could not be executed) */

/* start a process; 0, or -1 after a warning */
int spawn_start(struct process *p, const struct spawn *s);
/* kill the process, its group and every descendant that can be found, and reap them; closes no
 * descriptors. Sets pid to 0; does nothing if pid is 0 already. */
void spawn_kill(struct process *p);
/* kill every descendant of root, but not root itself; returns how many were found alive */
int spawn_sweep(pid_t root);
/* kill everything below this process, at once; a signal handler may call it */
void spawn_abort(void);
/*
 * Find the program of the process that has this number for itself, perhaps in a pid namespace of
 * its own. The process is root or below it. Returns NULL with the program's path in path, or the
 * reason why it cannot be found.
 */
const char *spawn_program(pid_t root, long number, char *path, size_t size);
/* put at most max living children of parent into v; returns how many */
size_t spawn_children(pid_t parent, pid_t *v, size_t max);
/* close the descriptors that are still open */
void spawn_close(struct process *p);
/* make this process the parent of orphans, ignore SIGPIPE; call once */
void spawn_init(void);
/* undo spawn_init, and set all signals to their defaults, before this process executes a program */
void spawn_leave(void);

#endif
