/*
 * The `fixture:` comment of a source (FORMAT.md section 6) as a struct: what the fixture needs
 * beyond being compiled. Values stay as written, $EXT and $SRC included. Pure.
 */
#ifndef FIXTURE_LINE_H
#define FIXTURE_LINE_H

#include <stddef.h>

struct arena;
struct errors;

/* the values of one key in their order */
struct fixture_values {
	struct fixture_value {
		const char *text;
		int line; /* in the source */
	} *v;
	size_t n;
};

enum fixture_key {
	FIXTURE_OUT, FIXTURE_NAMES, FIXTURE_DEFINES, FIXTURE_CFLAGS, FIXTURE_LDFLAGS,
	FIXTURE_NEEDS, FIXTURE_EDIT, FIXTURE_CHECK, FIXTURE_HEADERS, FIXTURE_TOOL,
	FIXTURE_KEYS
};

struct fixture_line {
	int line; /* where the comment begins; 1 if there is none */
	struct fixture_values keys[FIXTURE_KEYS];
};

/* NULL-terminated, in the order of enum fixture_key */
extern const char *const fixture_keys[];

/*
 * find and parse the comment of the source at path; mistakes go to errors. Returns 0, or -1 if
 * there was any. A source without one gives an empty struct.
 */
int fixture_line_parse(struct arena *a, struct fixture_line *f, const char *path,
		       const char *bytes, struct errors *errors);
/* are the words of edit, check, headers and tool words of their sets; 0, or -1 and errors */
int fixture_line_check(struct arena *a, const struct fixture_line *f, const char *path,
		       struct errors *errors);

#endif
