#include "format/expr.h"

#include <string.h>

#include "format/expr_private.h"
#include "format/limits.h"
#include "base/text.h"
#include "base/util.h"

/* a message shows at most so many bytes of a token */
enum { TOKEN_SHOWN = 40 };

enum node { NODE_LEAF, NODE_NOT, NODE_AND, NODE_OR };

struct expr {
	enum node node;
	const struct expr *left, *right; /* right of AND and OR only */
	struct expr_leaf leaf;
};

struct parser {
	struct arena *a;
	const char *text;
	const char *p;
	const char *why; /* the first mistake */
	int room;        /* what is left of EXPR_MAX, which limits the recursion */
	bool own;        /* impl may have any value */
};

static const char word_chars[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				 "0123456789._-+:";

static const char *const fact_names[] = {"py",    "libc", "os", "arch", "format", "abi", "gil",
					 "debug", "tracerefs", "shared", "impl", "sanitizer",
					 "carrier", "host", "cap:NAME", NULL};

static const struct {
	const char *text; /* "<=" stands before "<", which would match its beginning */
	enum expr_op op;
} operators[] = {
	{"!=", EXPR_NE}, {"<=", EXPR_LE}, {">=", EXPR_GE},
	{"=", EXPR_EQ},  {"<", EXPR_LT},  {">", EXPR_GT},
};

static struct expr *parse_or(struct parser *ps);

static void
skip_blanks(struct parser *ps)
{
	ps->p += strspn(ps->p, " \t");
}

/* length of the token at p, to be shown in a message */
static size_t
token_length(const char *p)
{
	size_t n = strspn(p, word_chars);

	if (n)
		return n < TOKEN_SHOWN ? n : TOKEN_SHOWN;
	n = strspn(p, "!<>=&|");
	if (n)
		return n;
	for (n = 1; ((unsigned char)p[n] & 0xc0) == 0x80; n++)
		; /* the rest of a UTF-8 character */
	return n;
}

static struct expr *
fail(struct parser *ps, const char *expected)
{
	size_t column = (size_t)(ps->p - ps->text) + 1;

	if (ps->why)
		return NULL;
	if (*ps->p)
		ps->why = arena_printf(ps->a, "column %zu: found '%.*s' where %s was expected",
				       column, (int)token_length(ps->p), ps->p, expected);
	else
		ps->why = arena_printf(ps->a, "column %zu: found the end where %s was expected",
				       column, expected);
	return NULL;
}

/* report a mistake in the word that begins at at */
static struct expr *
fail_at(struct parser *ps, const char *at, const char *why)
{
	if (!ps->why)
		ps->why = arena_printf(ps->a, "column %zu: %s", (size_t)(at - ps->text) + 1, why);
	return NULL;
}

static struct expr *
new_node(struct parser *ps, enum node node, const struct expr *left, const struct expr *right)
{
	struct expr *e = arena_alloc(ps->a, sizeof(*e));

	e->node = node;
	e->left = left;
	e->right = right;
	return e;
}

static bool
accept(struct parser *ps, const char *token)
{
	skip_blanks(ps);
	if (strncmp(ps->p, token, strlen(token)))
		return false;
	ps->p += strlen(token);
	return true;
}

/* a copy of the word at the current place, in the arena; NULL if there is none */
static const char *
take_word(struct parser *ps)
{
	size_t n;
	const char *word;

	skip_blanks(ps);
	n = strspn(ps->p, word_chars);
	if (!n)
		return NULL;
	word = arena_strndup(ps->a, ps->p, n);
	ps->p += n;
	return word;
}

static bool
is_fact(const char *word)
{
	for (size_t i = 0; fact_names[i]; i++)
		if (!strcmp(word, fact_names[i]))
			return true;
	return false;
}

static bool
take_operator(struct parser *ps, enum expr_op *op)
{
	for (size_t i = 0; i < LENGTH(operators); i++)
		if (accept(ps, operators[i].text)) {
			*op = operators[i].op;
			return true;
		}
	return false;
}

/* only a value that ends with a version has an order: arch<x86_64 is a mistake */
static bool
has_order(const char *value)
{
	const char *last = value + strlen(value);

	while (last > value && last[-1] != '.' && last[-1] != '-')
		last--;
	return *last >= '0' && *last <= '9';
}

/* e, or a mistake if its fact cannot have its value, which begins at at */
static struct expr *
checked(struct parser *ps, struct expr *e, const char *at)
{
	const char *why = expr_check_value(ps->a, &e->leaf, ps->own);

	return why ? fail_at(ps, at, why) : e;
}

static struct expr *
parse_cap(struct parser *ps, const char *word, const char *at)
{
	struct expr *e = new_node(ps, NODE_LEAF, NULL, NULL);

	if (!word[4]) {
		ps->p = at;
		return fail(ps, "a capability, cap:NAME,");
	}
	e->leaf.key = "cap";
	e->leaf.op = EXPR_CAP;
	e->leaf.value = word + 4;
	return checked(ps, e, at);
}

static struct expr *
parse_leaf(struct parser *ps)
{
	const char *at = ps->p, *word = take_word(ps);
	struct expr *e;

	if (!word)
		return fail(ps, "a fact, cap:NAME, '!' or '('");
	if (!strncmp(word, "cap:", 4))
		return parse_cap(ps, word, at);
	if (!is_fact(word))
		return fail_at(ps, at, text_unknown(ps->a, "fact", word, fact_names));
	e = new_node(ps, NODE_LEAF, NULL, NULL);
	e->leaf.key = word;
	if (!take_operator(ps, &e->leaf.op))
		return fail(ps, "one of = != < <= > >=");
	skip_blanks(ps);
	at = ps->p;
	e->leaf.value = take_word(ps);
	if (!e->leaf.value)
		return fail(ps, "a value");
	if (e->leaf.op != EXPR_EQ && e->leaf.op != EXPR_NE && !has_order(e->leaf.value)) {
		ps->p = at;
		return fail(ps, "a version (other values have no order)");
	}
	return checked(ps, e, at);
}

static struct expr *
parse_primary(struct parser *ps)
{
	struct expr *e;

	skip_blanks(ps);
	if (ps->room-- <= 0)
		return fail_at(ps, ps->p, "the expression is too long");
	if (ps->p[0] == '!' && ps->p[1] != '=') {
		ps->p++;
		e = parse_primary(ps);
		return e ? new_node(ps, NODE_NOT, e, NULL) : NULL;
	}
	if (!accept(ps, "("))
		return parse_leaf(ps);
	e = parse_or(ps);
	if (e && !accept(ps, ")"))
		return fail(ps, "'&&', '||' or ')'");
	return e;
}

static struct expr *
parse_and(struct parser *ps)
{
	struct expr *left = parse_primary(ps);

	while (left && accept(ps, "&&")) {
		struct expr *right = parse_primary(ps);

		left = right ? new_node(ps, NODE_AND, left, right) : NULL;
	}
	return left;
}

static struct expr *
parse_or(struct parser *ps)
{
	struct expr *left = parse_and(ps);

	while (left && accept(ps, "||")) {
		struct expr *right = parse_and(ps);

		left = right ? new_node(ps, NODE_OR, left, right) : NULL;
	}
	return left;
}

static struct expr *
parse(struct arena *a, const char *text, bool own, const char **why)
{
	struct parser ps = {a, text, text, NULL, EXPR_MAX, own};
	struct expr *e = parse_or(&ps);

	skip_blanks(&ps);
	if (e && *ps.p)
		e = fail(&ps, "'&&', '||' or the end");
	*why = ps.why;
	return e;
}

struct expr *
expr_parse(struct arena *a, const char *text, const char **why)
{
	return parse(a, text, false, why);
}

struct expr *
expr_parse_own(struct arena *a, const char *text, const char **why)
{
	return parse(a, text, true, why);
}

static bool
leaf_eval(const struct expr_leaf *leaf, const struct facts *f)
{
	const char *have;
	bool ordered;
	int order = 0;

	if (leaf->op == EXPR_CAP)
		return facts_has_cap(f, leaf->value);
	have = facts_get(f, leaf->key);
	ordered = have && expr_compare(have, leaf->value, &order);
	switch (leaf->op) {
	case EXPR_EQ:
		return ordered && order == 0;
	case EXPR_NE:
		return !ordered || order != 0;
	case EXPR_LT:
		return ordered && order < 0;
	case EXPR_LE:
		return ordered && order <= 0;
	case EXPR_GT:
		return ordered && order > 0;
	case EXPR_GE:
		return ordered && order >= 0;
	case EXPR_CAP:
		break;
	}
	return false;
}

bool
expr_eval(const struct expr *e, const struct facts *f)
{
	switch (e->node) {
	case NODE_NOT:
		return !expr_eval(e->left, f);
	case NODE_AND:
		return expr_eval(e->left, f) && expr_eval(e->right, f);
	case NODE_OR:
		return expr_eval(e->left, f) || expr_eval(e->right, f);
	case NODE_LEAF:
		break;
	}
	return leaf_eval(&e->leaf, f);
}

struct lacking {
	struct arena *a;
	struct facts all; /* with the capabilities that the expression names */
	struct facts missing;
	const struct facts *have;
};

static void
add_missing(void *ctx, const struct expr_leaf *leaf)
{
	struct lacking *l = ctx;

	if (leaf->op != EXPR_CAP || facts_has_cap(&l->all, leaf->value))
		return;
	facts_add(l->a, &l->all, "cap", leaf->value);
	facts_add(l->a, &l->missing, "cap", leaf->value);
}

/* is e true for these facts with missing capability number n alone, or with all but that one? */
static bool
is_true_with(const struct lacking *l, const struct expr *e, size_t n, bool alone)
{
	struct facts facts = *l->have;

	for (size_t i = 0; i < l->missing.n; i++) {
		if ((i == n) == alone)
			facts_add(l->a, &facts, "cap", l->missing.v[i].value);
	}
	return expr_eval(e, &facts);
}

const char *
expr_lacks(struct arena *a, const struct expr *e, const struct facts *f)
{
	struct lacking l = {.a = a, .all = *f, .have = f};

	if (expr_eval(e, f))
		return NULL;
	expr_each(e, add_missing, &l);
	for (size_t i = 0; i < l.missing.n; i++) {
		if (is_true_with(&l, e, i, true))
			return l.missing.v[i].value;
	}
	if (!expr_eval(e, &l.all))
		return NULL;
	for (size_t i = 0; i < l.missing.n; i++) {
		if (!is_true_with(&l, e, i, false))
			return l.missing.v[i].value;
	}
	return NULL;
}

/* the text of a leaf, or of its opposite */
static const char *
leaf_text(struct arena *a, const struct expr_leaf *leaf, bool want)
{
	static const struct {
		const char *text, *opposite;
	} ops[] = {
		[EXPR_EQ] = {"=", "!="}, [EXPR_NE] = {"!=", "="}, [EXPR_LT] = {"<", ">="},
		[EXPR_LE] = {"<=", ">"}, [EXPR_GT] = {">", "<="}, [EXPR_GE] = {">=", "<"},
		[EXPR_CAP] = {":", ":"},
	};
	bool is_cap = leaf->op == EXPR_CAP;

	return arena_printf(a, "%s%s%s%s", is_cap && !want ? "!" : "", leaf->key,
			    want ? ops[leaf->op].text : ops[leaf->op].opposite, leaf->value);
}

/* e, which is not want for f: the first leaf that would have to be otherwise */
static const char *
blame(struct arena *a, const struct expr *e, const struct facts *f, bool want)
{
	switch (e->node) {
	case NODE_NOT:
		return blame(a, e->left, f, !want);
	case NODE_AND:
	case NODE_OR:
		return blame(a, expr_eval(e->left, f) != want ? e->left : e->right, f, want);
	case NODE_LEAF:
		break;
	}
	return leaf_text(a, &e->leaf, want);
}

const char *
expr_blame(struct arena *a, const struct expr *e, const struct facts *f)
{
	return expr_eval(e, f) ? NULL : blame(a, e, f, true);
}

void
expr_each(const struct expr *e, void (*fn)(void *ctx, const struct expr_leaf *leaf), void *ctx)
{
	if (e->node == NODE_LEAF) {
		fn(ctx, &e->leaf);
		return;
	}
	expr_each(e->left, fn, ctx);
	if (e->right)
		expr_each(e->right, fn, ctx);
}
