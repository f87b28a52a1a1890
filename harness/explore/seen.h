/*
 * What a run has seen, so that it can prefer programs that show something new. Nothing of the
 * loader is looked at: only programs and transcripts. Pure.
 *
 * A feature of a program is two commands in a row, by their verbs, or the value of a key of a plan.
 * A feature is worth more the less often it ran, and the more often what ran with it had an
 * outcome that was new: a verb together with the kind of a line of its answer.
 */
#ifndef SEEN_H
#define SEEN_H

#include <stdbool.h>
#include <stddef.h>

struct program;

enum { SEEN_MAX = 4096 }; /* features and outcomes are numbers below it; some share one */

struct seen {
	unsigned ran[SEEN_MAX];    /* by feature: how often it ran */
	unsigned earned[SEEN_MAX]; /* by feature: how many new outcomes came with it */
	bool outcomes[SEEN_MAX];
};

/* how much a program promises to show, on average over its features */
double seen_worth(const struct seen *s, const struct program *p);
/* a program has run, and its transcript was this one */
void seen_add(struct seen *s, const struct program *p, const char *transcript);

#endif
