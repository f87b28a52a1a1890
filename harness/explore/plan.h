/*
 * What one chameleon does: a choice for each key of its plan. The first value of each key is the
 * simplest one, to which the reducer goes back. Pure.
 *
 * Only what the documentation defines is chosen, so that each difference of two loaders means
 * something. Left out: a definition that PyModuleDef_Init has not seen, a module of another
 * definition, one definition for two modules, a single-phase module with m_size -2 (undefined); a
 * single-phase module that imports itself again without end.
 */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct random;

enum plan_key {
	PLAN_HOOKS, PLAN_GIVES, PLAN_SIZE, PLAN_SLOTS, PLAN_CREATE, PLAN_EXEC, PLAN_DOES, PLAN_HAS,
	PLAN_INTERP, PLAN_GIL, PLAN_SYMBOL, PLAN_SAYS, PLAN_NEEDED, PLAN_RUNPATH, PLAN_SONAME,
	PLAN_STANDS, PLAN_KEYS
};

struct plan {
	unsigned char value[PLAN_KEYS]; /* by key: the number of the value */
};

/* the number of values of a key */
size_t plan_values(enum plan_key key);
/* a random plan; alone: there is no other module that it may import */
void plan_choose(struct plan *p, struct random *r, bool alone);
/* make it one that loads: what it can be without harm stays */
void plan_make_load(struct plan *p);
/* of such a plan, with other ways to give and to execute: does it still load? */
bool plan_loads(const struct plan *p);
/* choose one of the key's values by its text */
void plan_set(struct plan *p, enum plan_key key, const char *value);
/* the names that a plan's values stand for */
struct plan_names {
	const char *hook;     /* the export hook for the module's name */
	const char *export;   /* the hook for its name that gives slots */
	const char *old;      /* the one of Python 2, which is none */
	const char *plain;    /* PyInit_ also for a name that is not ASCII */
	const char *coded;    /* PyInitU_ also for a name that is ASCII */
	const char *stranger; /* one for another name */
	const char *first;    /* that of the first module: it may stand in a library */
	const char *other;    /* the module that it may import */
	const char *own;      /* the name of its file, "ape$EXT" */
	const char *next;     /* of the file that it may need, */
	const char *last;     /* and of another one */
	const char *ways;     /* the run path to both */
	int answer;           /* what its function answers */
};

/* append the plan's text, as chameleon_write takes it */
void plan_text(struct buf *b, const struct plan *p, const struct plan_names *names);
/* append the same for people, in one line: what is not simplest */
void plan_brief(struct buf *b, const struct plan *p, const struct plan_names *names);

#endif
