/* The lists of rules: each rule has a case or a reason, and not both. */
#include "lint.h"

#include "base/util.h"
#include "coverage.h"
#include "format/casefile.h"
#include "format/sources.h"
#include "run/suite.h"

void
lint_sources(const struct suite *s, struct errors *errors)
{
	struct arena a = {0};
	struct coverage c;

	coverage_make(&a, &c, s);
	for (size_t i = 0; i < s->sources->n; i++) {
		const struct rule *rule = &s->sources->rules[i];

		if (coverage_of(&c, s, i) == COVER_OPEN)
			errors_at(errors, rule->path, rule->line,
				  "no case names %s; expected one, or '-- not covered: REASON' or "
				  "'-- not testable: REASON'", rule->id);
		else if (*c.cases[i] && rule->kind != RULE_CASES)
			errors_at(errors, rule->path, rule->line,
				  "a reason why no case names %s, but %s does", rule->id,
				  (*c.cases[i])->id);
	}
	arena_free(&a);
}
