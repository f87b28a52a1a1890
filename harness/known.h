/*
 * A known list (FORMAT.md section 5): where an implementation is known to depart from the rules.
 * Says what is tolerated; never changes what happened. Pure.
 */
#ifndef KNOWN_H
#define KNOWN_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct errors;
struct expr;
struct facts;

enum known_kind { KNOWN_DETAIL, KNOWN_FAIL, KNOWN_TIMEOUT, KNOWN_CRASH, KNOWN_SKIP };

struct known_line {
	enum known_kind kind;
	int line;
	const char *glob;
	const struct expr *expr; /* NULL if none */
	const char *reason;
};

struct known {
	const char *path;
	struct known_line *lines;
	size_t n;
};

/* parse bytes found at path; mistakes go to errors. Returns 0, or -1 if there was any. */
int known_parse(struct arena *a, struct known *k, const char *path, const char *bytes, size_t len,
		struct errors *errors);

/* first line that names id and whose expression holds; NULL if none */
const struct known_line *known_find(const struct known *k, const char *id,
				    const struct facts *facts);

#endif
