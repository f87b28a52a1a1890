#include "coverage.h"

#include <stdlib.h>

#include "base/util.h"
#include "format/casefile.h"
#include "format/sources.h"
#include "run/suite.h"

/* the number of the rule that a case names; suite_load() has seen that there is one */
static size_t
number(const struct suite *s, const char *id)
{
	return (size_t)(sources_find(s->sources, id) - s->sources->rules);
}

static void
count(const struct suite *s, size_t *counts)
{
	for (size_t i = 0; i < s->n; i++) {
		for (char **id = s->cases[i].rules; *id; id++)
			counts[number(s, *id)]++;
	}
}

void
coverage_make(struct arena *a, struct coverage *c, const struct suite *s)
{
	size_t *counts = xcalloc(s->sources->n + 1, sizeof(*counts));

	*c = (struct coverage){arena_alloc(a, (s->sources->n + 1) * sizeof(*c->cases)), 0};
	count(s, counts);
	for (size_t i = 0; i < s->sources->n; i++) {
		c->cases[i] = arena_alloc(a, (counts[i] + 1) * sizeof(**c->cases));
		counts[i] = 0;
	}
	for (size_t i = 0; i < s->n; i++) {
		c->elsewhere += !*s->cases[i].rules;
		for (char **id = s->cases[i].rules; *id; id++) {
			size_t rule = number(s, *id);

			c->cases[rule][counts[rule]++] = &s->cases[i];
		}
	}
	free(counts);
}

enum cover
coverage_of(const struct coverage *c, const struct suite *s, size_t rule)
{
	return sources_cover(&s->sources->rules[rule], *c->cases[rule] != NULL);
}

const char *
coverage_word(enum cover cover)
{
	static const char *const words[] = {"without a reason", "not covered", "not testable",
					    "covered"};

	return words[cover];
}
