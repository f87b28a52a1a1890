/* What `make bench` measures: its rows, and how each is measured. */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/util.h"
#include "tools/bench/table.h"

struct bench {
	const char *conform;    /* the program that is measured */
	const char *loader;     /* the loader's command */
	const char *executable; /* its interpreter, without a wrapper */
	const char *floors;     /* the folder of the floors' programs */
	const char *adapter;    /* the program's own */
	const char *fixture;    /* a built extension file, which all floors load */
	const char *folder;     /* where that is */
	size_t tests;           /* of CPython's own package, as far as they were counted */
	struct arena mem;
};

struct plan {
	const char *name, *what, *floor;
	/* measure once; why that cannot be done here, or NULL */
	const char *(*measure)(struct bench *b, const struct plan *p, struct cost *cost);
	size_t n;        /* how many cases, tests, starts */
	int kind;        /* enum made_kind */
	const char *with; /* an option, or what to do */
	unsigned every;  /* in each how many-th round; 0: each */
	bool memory, costly, program; /* program: it is conform's, not a floor or a peer */
};

extern const struct plan plans[];
extern const size_t nplans;

/* in plan_peers.c and plan_files.c */
const char *plan_interpreter(struct bench *b, const struct plan *p, struct cost *cost);
const char *plan_importlib(struct bench *b, const struct plan *p, struct cost *cost);
const char *plan_forked(struct bench *b, const struct plan *p, struct cost *cost);
const char *plan_dlopen(struct bench *b, const struct plan *p, struct cost *cost);
const char *plan_embed(struct bench *b, const struct plan *p, struct cost *cost);
const char *plan_bare(struct bench *b, const struct plan *p, struct cost *cost);
const char *plan_bare_memory(struct bench *b, const struct plan *p, struct cost *cost);
const char *plan_fixtures(struct bench *b, const struct plan *p, struct cost *cost);

/* (many - one) / (n - 1): what each of n costs, without what is there once */
struct cost plan_each(struct cost many, struct cost one, size_t n);

#endif
