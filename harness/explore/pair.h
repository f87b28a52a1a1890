/* One program under two loaders, and whether they did the same. */
#ifndef PAIR_H
#define PAIR_H

#include <stddef.h>

#include "explore/program.h"
#include "explore/side.h"

struct pair {
	struct arena mem; /* of all below */
	struct program program;
	struct casefile cs;
	struct trial first, second; /* the trusted loader, and the one that is compared with it */
};

/* run the programs of n pairs under both sides; 0, or -1 if that was stopped, with a warning */
int pair_run(struct side *first, struct side *second, struct pair *pairs, size_t n);
/* the same under one side */
int pair_run_first(struct side *first, struct pair *pairs, size_t n);
/* what differs, as a cause; NULL if both did the same */
const char *pair_difference(const struct pair *p);
void pair_free(struct pair *p);

#endif
