/*
 * An expected file (FORMAT.md section 4): lines, each under at most one chain of guards, and
 * their resolution to plain lines under the facts of a target. Pure.
 */
#ifndef EXPECTED_H
#define EXPECTED_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct errors;
struct expr;
struct facts;

enum expected_kind {
	EXPECTED_LINE,    /* a transcript line */
	EXPECTED_IF,      /* @if EXPR */
	EXPECTED_ELIF,    /* @elif EXPR */
	EXPECTED_ELSE,    /* @else */
	EXPECTED_END,     /* @end */
	EXPECTED_COMMENT, /* # ..., or an empty line */
	EXPECTED_WHY      /* # why: ... */
};

struct expected_item {
	enum expected_kind kind;
	int line;                /* in the file */
	const char *text;        /* the whole line as written */
	const struct expr *expr; /* of IF and ELIF */
	const char *expr_text;   /* its text */
};

struct expected {
	const char *path;
	struct expected_item *items;
	size_t n;
};

/*
 * parse bytes found at path; mistakes (unknown mark, guards unbalanced or nested, an expression
 * that does not parse, no newline at the end) go to errors. Returns 0, or -1 if there was any.
 */
int expected_parse(struct arena *a, struct expected *e, const char *path, const char *bytes,
		   size_t len, struct errors *errors);

/* the lines that hold under facts, NULL-terminated; line_numbers (may be NULL) gets an array */
char **expected_resolve(struct arena *a, const struct expected *e, const struct facts *facts,
			size_t *n, int **line_numbers);

/*
 * what the rules of guards forbid (FORMAT.md section 4): impl around a required line, a guarded
 * required line without "# why:", a fact that may not guard. Goes to errors; returns 0 or -1.
 */
int expected_lint(const struct expected *e, struct errors *errors);

#endif
