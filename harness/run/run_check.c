#include "run/run_check.h"

#include <string.h>

#include "format/casefile.h"
#include "fixtures/catalog.h"
#include "fixtures/fixtures.h"
#include "format/known.h"
#include "run/run_plan.h"
#include "run/target.h"
#include "run/target_words.h"
#include "base/text.h"
#include "base/util.h"
#include "run/verdict.h"

/* call fn for each word that names something below $FIX, with the line that contains it */
static void
each_path(const struct casefile *c, void (*fn)(void *ctx, const char *word, int line), void *ctx)
{
	struct arena a = {0};

	if (c->host)
		fn(ctx, arena_printf(&a, "$FIX/%s", c->host), 1);
	for (char *const *env = c->env; *env; env++) {
		const char *at = strchr(*env, '=');

		/* one path, or several with colons between them */
		for (; at; at = strchr(at, ':')) {
			at++;
			if (text_starts(at, "$FIX"))
				fn(ctx, arena_strndup(&a, at, strcspn(at, ":")), 1);
		}
	}
	for (size_t i = 0; i < c->ncommands; i++) {
		const struct command *command = &c->commands[i];

		for (size_t k = 1; k < command->nwords; k++) {
			const char *word = command->words[k];
			size_t len = strlen(word);

			if (text_starts(word, "\"$FIX") && len > 1 && word[len - 1] == '"')
				word = arena_strndup(&a, word + 1, len - 2);
			if (text_starts(word, "$FIX"))
				fn(ctx, word, command->line);
		}
	}
	arena_free(&a);
}

/* the path below $FIX that a word names, or NULL if it is $FIX itself or has escapes */
static const char *
below_fix(struct arena *a, const struct catalog *catalog, const char *word)
{
	static const struct catalog_source none = {.dir = ""};

	if (!text_starts(word, "$FIX/") || strchr(word, '\\'))
		return NULL;
	return catalog_expand(a, catalog, &none, word + strlen("$FIX/"));
}

/* the range of products that a path names: one file, or all files in a folder */
static void
find_products(struct arena *a, const struct catalog *c, const char *path, size_t *from, size_t *to)
{
	const char *folder = arena_printf(a, "%s%s", path, text_ends(path, "/") ? "" : "/");

	if (catalog_find(c, path, from)) {
		*to = *from + 1;
		return;
	}
	*from = *to = catalog_lower_bound(c, folder);
	while (*to < c->nproducts && text_starts(c->products[*to].path, folder))
		(*to)++;
}

struct naming {
	const struct catalog *catalog;
	const struct casefile *c;
	struct errors *errors;
};

static void
check_name(void *ctx, const char *word, int line)
{
	struct naming *n = ctx;
	struct arena a = {0};
	const char *path = below_fix(&a, n->catalog, word);
	size_t from, to;

	if (path) {
		find_products(&a, n->catalog, path, &from, &to);
		if (from == to)
			errors_at(n->errors, n->c->path, line,
				  "no fixture makes %s; expected a source below fixtures-src/ for "
				  "it (a path that must not exist belongs below $TMP)", word);
	}
	arena_free(&a);
}

void
run_check_names(const struct target *t, const struct casefile *c, struct errors *errors)
{
	struct naming n = {fixtures_catalog(t->fixtures), c, errors};

	each_path(c, check_name, &n);
}

struct building {
	struct arena *a;
	const struct target *t;
	const struct catalog *catalog;
	const struct casefile *c;
	const char *why; /* the first reason found, or NULL */
	bool skip;
};

/* text is "TAG: REASON": a case with that tag may be skipped if the product is missing */
static void
lacks(struct building *b, const char *text)
{
	b->skip = text_starts(text, FIXTURE_NOT_ELF) || text_starts(text, FIXTURE_NOT_PE);
	for (char *const *tag = b->c->tags; *tag && !b->skip; tag++)
		b->skip = text_starts(text, *tag) && text[strlen(*tag)] == ':';
	b->why = b->skip ? text
			 : arena_printf(b->a, "%s\n(expected the tag '%.*s' in the case)", text,
					(int)strcspn(text, ":"), text);
}

/* true if the product is built; otherwise the reason is noted */
static bool
is_built(struct building *b, size_t product)
{
	const char *text;

	switch (fixtures_state(b->t->fixtures, product, &text)) {
	case FIXTURE_LACKING: lacks(b, text); return false;
	case FIXTURE_FAILED: b->why = words_brief(b->a, text); return false;
	default: return true;
	}
}

/* a folder is there if any product in it is built */
static void
check_path(void *ctx, const char *word, int line)
{
	struct building *b = ctx;
	const char *path = below_fix(b->a, b->catalog, word), *before = b->why;
	size_t from, to;

	(void)line;
	if (!path || before)
		return;
	for (find_products(b->a, b->catalog, path, &from, &to); from < to; from++) {
		if (is_built(b, from)) {
			b->why = NULL;
			b->skip = false;
			return;
		}
	}
}

/* check the modules that the `import` commands name */
static void
check_imports(struct building *b)
{
	for (size_t i = 0; i < b->c->ncommands; i++) {
		const struct command *command = &b->c->commands[i];

		for (size_t k = 1; k < command->nwords && !b->why; k++) {
			const char *path = arena_printf(b->a, "%s/%s%s", b->c->area,
							command->words[k], b->t->suffix);
			size_t product;

			if (!strcmp(command->words[k - 1], "import") &&
			    catalog_find(b->catalog, path, &product))
				is_built(b, product);
		}
	}
}

/* can nothing be compiled for the loader, and does the case need a compiled product? */
static bool
refused(struct building *b, const struct run_needs *needs)
{
	const char *refusal = fixtures_refusal(b->t->fixtures);

	for (size_t i = 0; refusal && i < needs->n && !b->skip; i++) {
		const char *text;

		b->skip = fixtures_state(b->t->fixtures, needs->v[i], &text) == FIXTURE_LACKING &&
			  text == refusal;
	}
	b->why = b->skip ? refusal : NULL;
	return b->skip;
}

/*
 * A word may name a module in a way that only the loader understands, as "lazy import x" in a
 * string. What does not compile is a mistake, so a case that may use it proves nothing.
 */
static void
check_failed(struct building *b, const struct run_needs *needs)
{
	const char *text;

	for (size_t i = 0; i < needs->n && !b->why; i++) {
		if (fixtures_state(b->t->fixtures, needs->v[i], &text) == FIXTURE_FAILED)
			b->why = words_brief(b->a, text);
	}
}

const char *
run_check_built(struct arena *a, const struct target *t, const struct casefile *c,
		const struct run_needs *needs, bool *skip)
{
	struct building b = {a, t, fixtures_catalog(t->fixtures), c, NULL, false};

	if (!refused(&b, needs)) {
		each_path(c, check_path, &b);
		check_imports(&b);
		check_failed(&b, needs);
	}
	*skip = b.skip;
	return b.why;
}

struct demand {
	const char *cap, *by;
};

/* what the case demands of a host without saying so, and the key or the verb that demands it */
static const struct demand *
demand_of(const struct casefile *c, const struct facts *facts)
{
	static const struct demand args = {"options", "args"}, own = {"options", "options"};
	static const struct demand ends = {"finalizes", "exit"}, again = {"reinit", "exit X.F"};

	if ((*c->args || c->options) && !c->host && !facts_has_cap(facts, args.cap))
		return *c->args ? &args : &own;
	if (c->exits && !c->host && !facts_has_cap(facts, ends.cap))
		return &ends;
	if (c->begins_again && !facts_has_cap(facts, again.cap))
		return &again;
	return NULL;
}

const char *
run_check_lacks(struct arena *a, const struct casefile *c, const struct facts *facts)
{
	const struct demand *demand;

	if (c->requires && !expr_eval(c->requires, facts))
		return expr_lacks(a, c->requires, facts);
	demand = demand_of(c, facts);
	return demand ? demand->cap : NULL;
}

/* why the host cannot run the case, or NULL */
static const char *
check_host(struct arena *a, const struct casefile *c, const struct facts *facts)
{
	const struct demand *demand = demand_of(c, facts);

	if (c->host && facts_get(facts, "host"))
		return "has a host of its own";
	return demand ? arena_printf(a, "requires cap:%s (%s)", demand->cap, demand->by) : NULL;
}

const char *
run_check_skip(struct arena *a, const struct casefile *c, const struct facts *facts,
	       const struct known *known, const struct known_line **line)
{
	const struct known_line *found = known_find(known, c->id, facts);
	const char *why;

	*line = NULL;
	if (c->requires && !expr_eval(c->requires, facts))
		return arena_printf(a, "requires %s", c->requires_text);
	if ((why = check_host(a, c, facts)))
		return why;
	if (!found || found->kind != KNOWN_SKIP)
		return NULL;
	*line = found;
	return verdict_known_reason(a, found);
}
