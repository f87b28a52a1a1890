/*
 * --lint: finds mistakes in cases, expected files and known lists that parse: missing and orphaned
 * files, echoes that differ from the case, gates that stay closed, guards that hold for every known
 * target or for none, known lines that match nothing, mutants that a case names and that are
 * missing, or that no case names, rules of sources without a case or a reason. It runs no loader.
 */
#ifndef LINT_H
#define LINT_H

#include <stdbool.h>
#include <stddef.h>

struct casefile;
struct errors;
struct expected;
struct expr;
struct known;
struct suite;

/* check everything; mistakes go to errors. Returns 0, or -1 if there was any. */
int lint_suite(const struct suite *s, struct errors *errors);

/* an expression, and what decides whether it is evaluated at all */
struct lint_guard {
	const struct expr *expr;          /* NULL: @else, which always holds */
	const struct expr *requires;      /* of the case, or NULL */
	const struct expr *const *before; /* branches above it; evaluated only if none holds */
	size_t n;
};

/* the values that it has for the known targets; neither: it is never evaluated */
struct lint_reach {
	bool yes, no;
};

struct lint_reach lint_reach(const struct lint_guard *g);
/* each guard must hold for some known targets and not for others, or it proves nothing */
void lint_branches(const struct casefile *c, const struct expected *e, struct errors *errors);
/* the same for the lines of a known list; each must be able to apply to one of its cases */
void lint_known(const struct suite *s, const struct known *k, struct errors *errors);
/* the cases that a list of known causes names must be there */
void lint_causes(const struct suite *s, const char *path, struct errors *errors);
/* each rule of the sources has a case or a reason why there is none */
void lint_sources(const struct suite *s, struct errors *errors);
/* a thread runs when it is joined, and each gate at which the case waits is opened */
void lint_threads(const struct casefile *c, struct errors *errors);

#endif
