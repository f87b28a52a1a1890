/*
 * What the unit tests of the pure modules share: checks that fail at the line of their table's
 * row, and the mutation of valid inputs.
 */
#ifndef ROWS_H
#define ROWS_H

#include <stdbool.h>
#include <stddef.h>

struct row_test {
	const char *name;
	void (*run)(void);
};

/* add a suite of n tests; ends the program if CUnit refuses, e.g. because of a name twice */
void rows_suite(const char *name, const struct row_test *tests, size_t n);

/* one assertion each, at FILE:LINE; texts may be NULL */
void row_check(const char *file, int line, bool ok, const char *what);
void row_text(const char *file, int line, const char *got, const char *want);
/* does got contain this? */
void row_contains(const char *file, int line, const char *got, const char *part);
/* the same for a complaint; NULL as part: there must be none */
void row_says(const char *file, int line, const char *got, const char *part);

/*
 * call parse with every beginning of valid and with every byte of it replaced by each of some
 * that mean something to parsers, in memory that ends where the bytes end; a NUL follows if
 * terminated. There is nothing to assert: a sanitizer or a signal tells.
 */
void rows_mutate(const char *valid, bool terminated, void (*parse)(const char *bytes, size_t len));

/* parts of unit_text, unit_casefile and unit_lint in files of their own; called by them */
void unit_text_output(void);
void unit_casefile_commands(void);
void unit_lint_suite(void);

#endif
