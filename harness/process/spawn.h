/*
 * Starting and ending processes. The parent of a job is a supervisor, a small process of ours: a
 * job that kills its parent does not kill the harness. The supervisor also finds and kills what
 * the job leaves behind. A server is a resident process that forks jobs for us; it has a
 * supervisor, too. If the harness dies, supervisors end everything below them. With a space, the
 * supervisor is the init of namespaces, and then the kernel does this.
 * Knows argv, env, descriptors and limits; nothing of Python, transcripts or cases.
 */
#ifndef SPAWN_H
#define SPAWN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "process/view.h"

struct space;

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
	const struct space *space; /* its namespaces; NULL: none of its own */
	const struct bound *bound; /* of the number of its processes; NULL: none */
};

/* a running process, seen from the harness; descriptors are ours, non-blocking, close-on-exec */
struct process {
	pid_t pid;   /* the supervisor */
	bool apart;  /* it is the init of namespaces */
	bool begun;  /* its job or server was started */
	pid_t root;  /* what is below it belongs to a job: the supervisor, or its server */
	int in;      /* writing end of its standard input */
	int out;     /* reading end of its SPAWN_OUT_FD */
	int log;     /* reading end of its standard output and error */
	int reply;   /* reading end: the supervisor's or server's messages */
	int socket;  /* a server that is apart sends the view through it */
	struct view view;
};

/* before the start */
#define SPAWN_NONE {.in = -1, .out = -1, .log = -1, .reply = -1, .socket = -1}

/* the lines that the supervisor or the server writes: see FORMAT.md "Resident"
 *   ready TEXT | started PID | ended STATUS USEC KB LEFT | failed TEXT (could not be executed)
 * PID is the number of the process in its own namespace. A supervisor adds to "ended" the kinds
 * (view.h) of what its job left. */

/* start a process; 0, or -1 after a warning */
int spawn_start(struct process *p, const struct spawn *s);
/* a server is ready: find its process, or take its view. 0, or -1 if it cannot be seen */
int spawn_ready(struct process *p);
/* kill the supervisor and everything below it, and reap them; closes no descriptors. Sets pid to 0;
 * does nothing if pid is 0 already. */
void spawn_kill(struct process *p);
/* close the descriptors that are still open */
void spawn_close(struct process *p);
/* make this process the parent of orphans, ignore SIGPIPE; call once */
void spawn_init(void);
/* undo spawn_init, and set all signals to their defaults, before this process executes a program */
void spawn_leave(void);

#endif
