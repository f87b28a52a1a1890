/* guards that are no choice: in cases, expected files and known lists */
#include <stdlib.h>

#include "casefile.h"
#include "expected.h"
#include "known.h"
#include "lint.h"
#include "suite.h"
#include "text.h"
#include "util.h"

/* which of the targets it holds for, "every" or "no"; NULL if it holds for some alone */
static const char *
no_choice(const struct expr *e, const struct expr *requires)
{
	struct lint_reach r = lint_reach(&(struct lint_guard){.expr = e, .requires = requires});

	if (r.yes && r.no)
		return NULL;
	return r.yes ? "every" : "no";
}

/* above: the branches of the chain that come before item */
static void
check_branch(const struct expected *e, const struct expected_item *item,
	     const struct lint_guard *above, struct errors *errors)
{
	const char *which = item->expr ? no_choice(item->expr, above->requires) : NULL;
	struct lint_guard g = *above;

	g.expr = item->expr;
	if (which)
		errors_at(errors, e->path, item->line,
			  "guard '%s' can never differ: it holds for %s known target that runs "
			  "the case", item->expr_text, which);
	else if (!lint_reach(&g).yes)
		errors_at(errors, e->path, item->line,
			  "no known target that runs the case comes to '%s': the branches above "
			  "take them all", item->text);
}

void
lint_branches(const struct casefile *c, const struct expected *e, struct errors *errors)
{
	const struct expr **above = xcalloc(e->n + 1, sizeof(*above));
	struct lint_guard g = {.requires = c->requires, .before = above};
	const char *which = c->requires ? no_choice(c->requires, NULL) : NULL;

	if (which)
		errors_at(errors, c->path, 1,
			  "requires '%s' can never differ: it holds for %s known target",
			  c->requires_text, which);
	for (size_t i = 0; !which && i < e->n; i++) {
		const struct expected_item *item = &e->items[i];

		if (item->kind == EXPECTED_IF)
			g.n = 0;
		if (item->expr || item->kind == EXPECTED_ELSE)
			check_branch(e, item, &g, errors);
		if (item->expr)
			above[g.n++] = item->expr;
	}
	free(above);
}

/* is there a case for which the line can come to count? */
static bool
can_count(const struct suite *s, const struct known_line *line)
{
	for (size_t i = 0; i < s->n; i++) {
		struct lint_guard g = {.expr = line->expr, .requires = s->cases[i].requires};

		if (text_glob(line->glob, s->cases[i].id) && lint_reach(&g).yes)
			return true;
	}
	return false;
}

void
lint_known(const struct suite *s, const struct known *k, struct errors *errors)
{
	for (size_t i = 0; i < k->n; i++) {
		const struct known_line *line = &k->lines[i];
		const char *which = line->expr ? no_choice(line->expr, NULL) : NULL;

		if (which)
			errors_at(errors, line->path, line->line,
				  "if '%s' can never differ: it holds for %s known target",
				  line->when, which);
		else if (line->expr && !can_count(s, line))
			errors_at(errors, line->path, line->line,
				  "if '%s' holds for no known target that runs '%s'",
				  line->when, line->glob);
	}
}
