#include <CUnit/CUnit.h>
#include <string.h>

#include "bless.h"
#include "expected.h"
#include "expr.h"
#include "units.h"
#include "util.h"

struct row {
	const char *label;
	const char *before;
	const char *got;   /* lines joined by \n */
	const char *after; /* NULL: refused */
};

static const struct row rows[] = {
	{"value replaced", "> a\n= 1\n", "> a\n= 2\n", "> a\n= 2\n"},
	{"line added", "> a\n= 1\n", "> a\n| init\n= 1\n", "> a\n| init\n= 1\n"},
	{"line removed", "> a\n| init\n= 1\n", "> a\n= 1\n", "> a\n= 1\n"},
	{"empty file filled", "# run me\n", "> a\n= 1\n", "# run me\n> a\n= 1\n"},
	{"comment kept", "# why not\n> a\n= 1\n", "> a\n= 2\n", "# why not\n> a\n= 2\n"},
	{"inside the active branch", "> a\n@if py>=3.12\n= 1\n@else\n= 9\n@end\n", "> a\n= 2\n",
	 "> a\n@if py>=3.12\n= 2\n@else\n= 9\n@end\n"},
	{"the other branch is not touched", "> a\n@if py<3.12\n= 1\n@else\n= 9\n@end\n",
	 "> a\n= 2\n", "> a\n@if py<3.12\n= 1\n@else\n= 2\n@end\n"},
	{"added beside a guard", "> a\n@if py>=3.12\n= 1\n@end\n", "> a\n| x\n= 1\n", NULL},
	{"added behind a guard", "> a\n@if py>=3.12\n= 1\n@end\n", "> a\n= 1\n= 2\n", NULL},
	{"change across a guard", "> a\n= 0\n@if py>=3.12\n= 1\n@end\n", "> a\n= 5\n", NULL},
	{"equal", "> a\n@if py>=3.12\n= 1\n@end\n", "> a\n= 1\n",
	 "> a\n@if py>=3.12\n= 1\n@end\n"},
};

static size_t
split(struct arena *a, const char *text, char **lines)
{
	size_t n = 0;

	while (*text) {
		size_t len = strcspn(text, "\n");

		lines[n++] = arena_strndup(a, text, len);
		text += len + 1;
	}
	return n;
}

static void
test_rows(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		struct errors errors = {0};
		struct expected e = {0};
		struct facts facts = {0};
		char *got[16];
		size_t ngot = split(&a, rows[i].got, got);
		const char *why = NULL, *text;

		facts_add(&a, &facts, "py", "3.14.0");
		expected_parse(&a, &e, "x.out", rows[i].before, strlen(rows[i].before), &errors);
		text = bless_text(&a, &e, &facts, got, ngot, &why);
		if (rows[i].after && text) {
			UNIT_CHECK(!strcmp(text, rows[i].after), "%s: got\n%s", rows[i].label,
				   text);
		} else {
			UNIT_CHECK(!rows[i].after && !text && why, "%s: %s", rows[i].label,
				   why ? why : text);
		}
		errors_free(&errors);
		arena_free(&a);
	}
}

void
unit_bless(void)
{
	CU_add_test(CU_add_suite("bless", NULL, NULL), "rewrites and refusals", test_rows);
}
