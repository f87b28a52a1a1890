/*
 * How far a long step has come, for people who wait: on a terminal one line that is rewritten,
 * elsewhere a line each ten seconds. A step that is over soon says nothing.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct progress {
	FILE *out;
	bool terminal;
	const char *what; /* "building fixtures" */
	double next;      /* when something may be said again */
	size_t shown;     /* how many were done then */
	bool drawn;       /* a line stands at the cursor */
};

/* may lines be rewritten on this stream: is it a terminal that can do it */
bool progress_terminal(FILE *out);

/* the step begins, now, in seconds; nothing is said if out is NULL */
void progress_begin(struct progress *p, FILE *out, const char *what, double now);
/* so many of all are done; 0 of 0 while that is not known. also stands behind it, "" for nothing */
void progress_step(struct progress *p, double now, size_t done, size_t all, const char *also);
/* the step is over: take the line away */
void progress_end(struct progress *p);

#endif
