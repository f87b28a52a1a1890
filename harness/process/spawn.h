/*
 * Starting and ending processes. The parent of a job is a supervisor, a small process of ours: a
 * job that kills its parent does not kill the harness. The supervisor also finds and kills what
 * the job leaves behind. A server is a resident process that forks jobs for us.
 * Knows argv, env, descriptors and limits; nothing of Python, transcripts or cases.
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
/* close the descriptors that are still open */
void spawn_close(struct process *p);
/* make this process the parent of orphans, ignore SIGPIPE; call once */
void spawn_init(void);
/* undo spawn_init, and set all signals to their defaults, before this process executes a program */
void spawn_leave(void);

#endif
