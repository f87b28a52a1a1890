/*
 * --lint: what is wrong with cases, expected files and known lists though they parse: missing
 * and orphaned files, echoes that differ from the case, guards that can never differ, known
 * lines that match nothing.
 */
#ifndef LINT_H
#define LINT_H

#include <stdbool.h>

struct errors;
struct expr;
struct suite;

/* check everything; mistakes go to errors. Returns 0, or -1 if there was any. */
int lint_suite(const struct suite *s, struct errors *errors);

/* can e be true for some and false for other targets that requires (or NULL) lets in */
bool lint_can_differ(const struct expr *e, const struct expr *requires);

#endif
