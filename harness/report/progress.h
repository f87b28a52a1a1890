/*
 * Shows people who wait the progress of a long step. A terminal gets one line that is rewritten,
 * another stream one line every ten seconds. A short step shows nothing.
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
	double next;      /* the time of the next line */
	size_t shown;     /* the number in the line that is drawn */
	bool drawn;       /* a line is drawn at the cursor */
};

/* is the stream a terminal on which a line can be rewritten? */
bool progress_terminal(FILE *out);

/* begin the step; now is in seconds; nothing is shown if out is NULL */
void progress_begin(struct progress *p, FILE *out, const char *what, double now);
/* done of all are done; 0 of 0 while all is unknown. The line ends with also, which may be "". */
void progress_step(struct progress *p, double now, size_t done, size_t all, const char *also);
/* end the step: erase the line */
void progress_end(struct progress *p);

#endif
