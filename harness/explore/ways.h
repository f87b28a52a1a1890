/* The ways of loading a real module, each a program that runs in a process of its own; and what a
 * transcript of one says. Pure. */
#ifndef WAYS_H
#define WAYS_H

#include <stddef.h>

struct arena;
struct module;
struct program;
struct result;

/*
 * The first one is what users do, with a reload, another import and the end of the process. Those
 * before WAY_AGAIN are compared. A transcript is compared up to the first difference, so WAY_AGAIN
 * and WAY_EXIT show the end of WAY_IMPORT where its beginning differs. WAY_ISOLATED and WAY_GIL
 * show what the interpreter says of a module.
 */
enum way {
	WAY_IMPORT,
	WAY_FILE,
	WAY_INTERPRETER,
	WAY_AGAIN,
	WAY_EXIT,
	WAY_ISOLATED,
	WAY_GIL
};
enum { WAYS_COMPARED = WAY_AGAIN };

const char *way_name(enum way way);
/* make the program that loads m in this way; its strings are in the arena */
void way_program(struct arena *a, struct program *p, const struct module *m, enum way way);
/* make a program of one command, which needs no module */
void way_ask(struct arena *a, struct program *p, const char *command);
/* the last line that answers command n, from 0, with its mark; NULL if there is none */
const char *way_answer(struct arena *a, const struct result *r, size_t n);
/* the exception that the first `import` raised, or how the process died; NULL: it loads */
const char *way_failure(struct arena *a, const struct result *r);

#endif
