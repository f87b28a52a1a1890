/*
 * Facts about a target, and boolean expressions over them: the text behind `requires`,
 * `@if` and the `if` of a known list. Pure.
 */
#ifndef EXPR_H
#define EXPR_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* what a target said of itself; capabilities are facts with the key "cap", one each */
struct facts {
	struct fact {
		const char *key;
		const char *value;
	} *v;
	size_t n;
};

/* first value of key, or NULL */
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

/* parse text; NULL on a mistake, with *why saying what was found where (in the arena) */
struct expr *expr_parse(struct arena *a, const char *text, const char **why);
/* the same for a user's own file, in which impl may be an implementation unknown to the suite */
struct expr *expr_parse_own(struct arena *a, const char *text, const char **why);
bool expr_eval(const struct expr *e, const struct facts *f);
/* call fn for each leaf, left to right */
void expr_each(const struct expr *e, void (*fn)(void *ctx, const struct expr_leaf *leaf),
	       void *ctx);
/*
 * compare two fact values as expressions do: NAME-VERSION or VERSION, by the components
 * that wanted gives; *order gets <0, 0, >0; false if they are not ordered (another NAME)
 */
bool expr_compare(const char *have, const char *wanted, int *order);

#endif
