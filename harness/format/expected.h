/*
 * An expected file (FORMAT.md section 4): its lines, each under at most one chain of guards. The
 * facts of a target decide which of them count. Knows nothing of transcripts. Pure.
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
 * parse bytes, the content of path; mistakes (unknown mark, guards unbalanced or nested, an
 * expression that does not parse, no newline at the end) go to errors. Returns 0, or -1 after a
 * mistake.
 */
int expected_parse(struct arena *a, struct expected *e, const char *path, const char *bytes,
		   size_t len, struct errors *errors);

/*
 * the lines that count for a target with these facts, NULL-terminated, in the arena; *n gets their
 * number, *line_numbers (line_numbers may be NULL) an array of their lines in the file
 */
char **expected_resolve(struct arena *a, const struct expected *e, const struct facts *facts,
			size_t *n, int **line_numbers);

/*
 * check the rules for guards (FORMAT.md section 4): no impl around a required line, a "# why:"
 * above a guarded required line. Mistakes go to errors; returns 0, or -1 after a mistake.
 */
int expected_lint(const struct expected *e, struct errors *errors);

#endif
