/*
 * For the unit tests of pure modules: checks that name the line of the table's row, and mutation of
 * valid inputs.
 */
#ifndef ROWS_H
#define ROWS_H

#include <stdbool.h>
#include <stddef.h>

struct row_test {
	const char *name;
	void (*run)(void);
};

/* add a suite of n tests; ends the program if CUnit refuses, e.g. for a duplicate name */
void rows_suite(const char *name, const struct row_test *tests, size_t n);

/* one assertion at file and line; texts may be NULL */
void row_check(const char *file, int line, bool ok, const char *what);
void row_text(const char *file, int line, const char *got, const char *want);
/* how often part stands in text, without overlaps */
size_t row_count(const char *text, const char *part);
/* got must contain part */
void row_contains(const char *file, int line, const char *got, const char *part);
/* the same for an error message; part NULL: there must be no message */
void row_says(const char *file, int line, const char *got, const char *part);

/*
 * call parse with every prefix of valid, and with every byte of valid replaced by each byte that
 * parsers treat specially. The memory ends after the bytes, or after a NUL if terminated. Asserts
 * nothing: a sanitizer or a signal shows a fault.
 */
void rows_mutate(const char *valid, bool terminated, void (*parse)(const char *bytes, size_t len));

/* parts of unit_text, unit_casefile and unit_lint in other files; called by these */
void unit_text_output(void);
void unit_casefile_commands(void);
void unit_lint_suite(void);

#endif
