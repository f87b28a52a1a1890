/*
 * A program: some modules, each a chameleon with a plan, and commands that load, use and drop them.
 * It is made from a seed, and is a case that the case parser takes. Pure.
 */
#ifndef PROGRAM_H
#define PROGRAM_H

#include <stdbool.h>
#include <stdint.h>

#include "explore/plan.h"

struct arena;
struct casefile;

enum { ACTORS_MAX = 5, COMMANDS_MAX = 60 };

struct actor {
	const char *name;     /* of the module: "ape", "zoo.bat" */
	const char *file;     /* below the case's folder, without the suffix: "ape", "zoo/bat" */
	struct plan_names names;
	struct plan plan;
};

struct program {
	uint64_t seed;
	struct actor actors[ACTORS_MAX];
	size_t nactors;
	const char *commands[COMMANDS_MAX];
	size_t n;
};

/* the program of a seed; strings are in the arena */
void program_make(struct arena *a, struct program *p, uint64_t seed);
/*
 * give an actor the simplest name that nobody has, in the commands, too; false if its own is
 * simpler. New strings are in the arena.
 */
bool program_rename(struct arena *a, struct program *p, size_t actor);
/* the plan of an actor, as chameleon_write takes it */
void program_plan(struct buf *b, const struct program *p, size_t actor);
/* the commands, one a line */
void program_text(struct buf *b, const struct program *p);
/* parse it as a case named id; 0, or -1 with a warning: a program that is no case is a mistake */
int program_case(struct arena *a, struct casefile *c, const struct program *p, const char *id);

#endif
