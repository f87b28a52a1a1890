#include <CUnit/CUnit.h>
#include <string.h>

#include "run/bless.h"
#include "format/expected.h"
#include "format/expr.h"
#include "units.h"
#include "base/util.h"

static const struct {
	const char *label;
	const char *before;
	const char *got; /* lines joined by \n */
	const char *after;
} rewritten[] = {
	{"value replaced", "> a\n= 1\n", "> a\n= 2\n", "> a\n= 2\n"},
	{"line added", "> a\n= 1\n", "> a\n| init\n= 1\n", "> a\n| init\n= 1\n"},
	{"line removed", "> a\n| init\n= 1\n", "> a\n= 1\n", "> a\n= 1\n"},
	{"empty file filled", "# run me\n", "> a\n= 1\n", "# run me\n> a\n= 1\n"},
	{"comment kept", "# why not\n> a\n= 1\n", "> a\n= 2\n", "# why not\n> a\n= 2\n"},
	{"inside the active branch", "> a\n@if py>=3.12\n= 1\n@else\n= 9\n@end\n", "> a\n= 2\n",
	 "> a\n@if py>=3.12\n= 2\n@else\n= 9\n@end\n"},
	{"the other branch is not touched", "> a\n@if py<3.12\n= 1\n@else\n= 9\n@end\n",
	 "> a\n= 2\n", "> a\n@if py<3.12\n= 1\n@else\n= 2\n@end\n"},
	{"a death that was written down", "> a\n| x\n!! signal SIGABRT\n",
	 "> a\n| y\n!! signal SIGABRT\n", "> a\n| y\n!! signal SIGABRT\n"},
	{"equal", "> a\n@if py>=3.12\n= 1\n@end\n", "> a\n= 1\n",
	 "> a\n@if py>=3.12\n= 1\n@end\n"},
};

static const struct {
	const char *label;
	const char *before;
	const char *got;
	const char *why; /* a part of it */
} refused[] = {
	{"added beside a guard", "> a\n@if py>=3.12\n= 1\n@end\n", "> a\n| x\n= 1\n",
	 "x.out:2: '@if py>=3.12' is there: it is not clear to which branch '| x' belongs"},
	{"added behind a guard", "> a\n@if py>=3.12\n= 1\n@end\n", "> a\n= 1\n= 2\n",
	 "x.out:4: '@end' is there: it is not clear to which branch '= 2' belongs"},
	{"change across a guard", "> a\n= 0\n@if py>=3.12\n= 1\n@end\n", "> a\n= 5\n",
	 "x.out:3: '@if py>=3.12' is there: it is not clear to which branch '= 5' belongs"},
	{"removal across a guard", "> a\n= 0\n@if py>=3.12\n= 1\n@end\n", "> a\n",
	 "x.out:3: '@if py>=3.12' is between the lines to be removed"},
	{"beside a branch that does not hold", "> a\n@if py<3.12\n= 1\n@end\n> b\n",
	 "> a\n= 2\n> b\n", "x.out:2: '@if py<3.12' is there"},
	{"a death", "> a\n= 1\n", "> a\n!! signal SIGSEGV\n",
	 "it got '!! signal SIGSEGV': a death is expected only where an author writes it down"},
	{"another death", "> a\n!! signal SIGABRT\n", "> a\n!! exit 3\n", "'!! exit 3'"},
	{"a forked child's death", "> fork a\n= exit 0\n", "> fork a\n= signal SIGSEGV\n",
	 "'= signal SIGSEGV'"},
};

/* bless the expected file `before` for CPython 3.14; its new text, or NULL with *why */
static const char *
bless(struct arena *a, const char *before, const char *lines, const char **why)
{
	struct errors errors = {0};
	struct expected e = {0};
	struct facts facts = {0};
	char *got[16];
	size_t n = 0;

	for (; *lines; lines += strcspn(lines, "\n") + 1)
		got[n++] = arena_strndup(a, lines, strcspn(lines, "\n"));
	facts_add(a, &facts, "py", "3.14.0");
	expected_parse(a, &e, "x.out", before, strlen(before), &errors);
	errors_free(&errors);
	return bless_text(a, &e, &facts, got, n, why);
}

static void
test_rewritten(void)
{
	for (size_t i = 0; i < LENGTH(rewritten); i++) {
		struct arena a = {0};
		const char *why = NULL;
		const char *text = bless(&a, rewritten[i].before, rewritten[i].got, &why);

		UNIT_CHECK(text && !strcmp(text, rewritten[i].after), "%s: got\n%s",
			   rewritten[i].label, text ? text : why);
		arena_free(&a);
	}
}

static void
test_refused(void)
{
	for (size_t i = 0; i < LENGTH(refused); i++) {
		struct arena a = {0};
		const char *why = NULL;
		const char *text = bless(&a, refused[i].before, refused[i].got, &why);

		UNIT_CHECK(!text && why && strstr(why, refused[i].why), "%s: %s",
			   refused[i].label, text ? text : why);
		arena_free(&a);
	}
}

void
unit_bless(void)
{
	CU_pSuite s = CU_add_suite("bless", NULL, NULL);

	CU_add_test(s, "rewrites", test_rewritten);
	CU_add_test(s, "refusals", test_refused);
}
