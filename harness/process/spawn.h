/*
 * Starting and ending processes. A job runs below a supervisor, a small process of ours that is
 * its parent, so that a job that kills its parent does not kill the harness, and that finds and
 * kills whatever the job leaves behind. A server is a resident process that forks jobs for us.
 * Knows argv, env, descriptors and limits; nothing of Python, transcripts or cases.
 * All that only Linux has (child subreaper, prlimit) stands here and in sched.
 */
#ifndef SPAWN_H
#define SPAWN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* numbers under which a process finds its descriptors; named to it by CONFORM_FD, CONFORM_REPLY */
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
	bool server; /* keep standard input open as requests, give it SPAWN_REPLY_FD */
	bool answer; /* standard output is SPAWN_OUT_FD as well, and no part of the log */
	struct spawn_limits limits;
};

/* a running process, seen from the harness; descriptors are ours, non-blocking, close-on-exec */
struct process {
	pid_t pid;   /* what we wait for: the supervisor of a job, or the server itself */
	pid_t child; /* the job below the supervisor, 0 until it said so; the server itself */
	int in;      /* writing end of its standard input */
	int out;     /* reading end of its SPAWN_OUT_FD */
	int log;     /* reading end of its standard output and error */
	int reply;   /* reading end: the supervisor's or server's messages */
};

/* what the supervisor or the server tells, line by line: see FORMAT.md "Resident"
 *   ready TEXT | started PID | ended STATUS USEC KB LEFT | failed TEXT (could not be executed) */

/* start it; 0, or -1 with a warning given */
int spawn_start(struct process *p, const struct spawn *s);
/* kill the process, its group and every descendant that can be found, and reap; closes nothing.
 * Does nothing if pid is 0, as it is afterwards. */
void spawn_kill(struct process *p);
/* kill every process descended from root but root itself; returns how many were found */
int spawn_sweep(pid_t root);
/* kill everything below this process, at once and untidily; may be called in a signal handler */
void spawn_abort(void);
/*
 * the program of the process that knows itself by number, be it root or below it, also in a
 * namespace of its own: NULL with its path in path, or why it cannot be told
 */
const char *spawn_program(pid_t root, long number, char *path, size_t size);
/* the living children of parent, at most max of them; returns how many */
size_t spawn_children(pid_t parent, pid_t *v, size_t max);
/* close the descriptors that are still open */
void spawn_close(struct process *p);
/* make this process the reaper of orphans, ignore SIGPIPE; call once */
void spawn_init(void);
/* take that back, and all that was done about signals: this process becomes another program */
void spawn_leave(void);

#endif
