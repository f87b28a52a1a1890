/*
 * Facts about a target, and boolean expressions over them: the texts after `requires`, `@if` and
 * the `if` of a known list. Pure.
 */
#ifndef EXPR_H
#define EXPR_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* what a target told about itself; each capability is a fact with the key "cap" */
struct facts {
	struct fact {
		const char *key;
		const char *value;
	} *v;
	size_t n;
};

/* the first value of key, or NULL */
const char *facts_get(const struct facts *f, const char *key);
bool facts_has_cap(const struct facts *f, const char *cap);
/* add one; the strings must outlive f */
void facts_add(struct arena *a, struct facts *f, const char *key, const char *value);

enum expr_op { EXPR_EQ, EXPR_NE, EXPR_LT, EXPR_LE, EXPR_GT, EXPR_GE, EXPR_CAP };

/* one comparison: `py>=3.12`, or `cap:fork` with key "cap" and op EXPR_CAP */
struct expr_leaf {
	const char *key;
	enum expr_op op;
	const char *value;
};

struct expr;

/* parse text; after a mistake NULL, and *why (in the arena) says what was found and where */
struct expr *expr_parse(struct arena *a, const char *text, const char **why);
/* the same for a user's own file: impl may be an implementation that the suite does not know */
struct expr *expr_parse_own(struct arena *a, const char *text, const char **why);
bool expr_eval(const struct expr *e, const struct facts *f);
/*
 * If e is false for f, and true if f had more capabilities: the first one that is needed for that.
 * Otherwise NULL.
 */
const char *expr_lacks(struct arena *a, const struct expr *e, const struct facts *f);
/*
 * If e is false for f: the first comparison or capability that makes it so, as it would have to be:
 * "py>=3.15", "cap:fork", "!cap:fork". Otherwise NULL.
 */
const char *expr_blame(struct arena *a, const struct expr *e, const struct facts *f);
/* call fn for each leaf, left to right */
void expr_each(const struct expr *e, void (*fn)(void *ctx, const struct expr_leaf *leaf),
	       void *ctx);
/*
 * compare two values of a fact, VERSION or NAME-VERSION, as expressions do: by the components that
 * wanted has. *order gets <0, 0 or >0; false if the values have no order (different NAMEs).
 */
bool expr_compare(const char *have, const char *wanted, int *order);
/* is text a version of one to three numbers, perhaps with the ending of a pre-release? */
bool expr_is_version(const char *text);

#endif
