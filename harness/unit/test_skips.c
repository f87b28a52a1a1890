#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "format/skip_why.h"
#include "tools/skips/skips.h"
#include "format/vocab.h"
#include "base/text.h"
#include "cli_support.h"
#include "rows.h"
#include "run/suite.h"
#include "units.h"

static const struct facts no_facts;

static void
check_said(const char *requirement, const char *who)
{
	UNIT_CHECK(skip_why(requirement, &no_facts),
		   "%s: no sentence for '%s' in harness/format/skip_why.c", who, requirement);
}

/* a loader for which the leaf is false, or one for which `!cap:NAME` is */
static void
check_leaf(void *ctx, const struct expr_leaf *leaf)
{
	static const char *const ops[] = {
		[EXPR_EQ] = "=", [EXPR_NE] = "!=", [EXPR_LT] = "<", [EXPR_LE] = "<=",
		[EXPR_GT] = ">", [EXPR_GE] = ">=", [EXPR_CAP] = ":",
	};
	const struct casefile *c = ctx;
	struct arena a = {0};

	check_said(arena_printf(&a, "%s%s%s", leaf->key, ops[leaf->op], leaf->value), c->id);
	if (leaf->op == EXPR_CAP)
		check_said(arena_printf(&a, "!cap:%s", leaf->value), c->id);
	arena_free(&a);
}

static void
test_cases(void)
{
	struct cli c;
	struct suite s = {0};
	struct errors errors = {0};

	cli_open(&c);
	CU_ASSERT_FALSE(suite_load(&c.mem, &s, c.home, &errors));
	CU_ASSERT(s.n > 700);
	for (size_t i = 0; i < s.n; i++) {
		if (s.cases[i].requires)
			expr_each(s.cases[i].requires, check_leaf, &s.cases[i]);
	}
	suite_free(&s);
	errors_free(&errors);
	cli_close(&c);
}

static void
test_words(void)
{
	struct arena a = {0};

	for (const struct vocab_word *w = vocab_words(VOCAB_CAP); w->name; w++)
		check_said(arena_printf(&a, "cap:%s", w->name), "vocab.c");
	for (const struct vocab_word *w = vocab_words(VOCAB_TAG); w->name; w++) {
		if (text_starts(w->name, "needs-"))
			check_said(arena_printf(&a, "%s: why", w->name), "vocab.c");
	}
	arena_free(&a);
}

/* the capabilities of the table exist */
static void
test_table(void)
{
	struct arena a = {0};
	const char *const *patterns = skip_patterns(&a);

	for (size_t i = 0; patterns[i]; i++) {
		const char *cap = patterns[i] + (*patterns[i] == '!');

		if (text_starts(cap, "cap:") && !strchr(cap, '*'))
			UNIT_CHECK(vocab_has(VOCAB_CAP, cap + 4), "%s is no capability", cap);
	}
	arena_free(&a);
}

/* the file in the tree is one that the program writes; no sentence is missing or out of date */
static void
test_file(void)
{
	struct cli c;
	struct skips s = {0};
	struct buf text = {0}, again = {0};

	cli_open(&c);
	CU_ASSERT_FALSE(file_read(arena_printf(&c.mem, "%s/harness/SKIPS.md", c.home), &text));
	skips_read(&s, buf_str(&text));
	skips_print(&again, &s);
	UNIT_CHECK(s.n && !strcmp(buf_str(&text), buf_str(&again)),
		   "harness/SKIPS.md is not what its sections give: `make skips` writes it");
	buf_clear(&again);
	skips_unsaid(&again, &s);
	UNIT_CHECK(!again.len, "no sentence for %s", buf_str(&again));
	buf_free(&text);
	buf_free(&again);
	skips_free(&s);
	cli_close(&c);
}

#define SKIP(reason, lacks, known)                                                            \
	"{\"outcome\":\"SKIP\",\"reason\":\"" reason "\",\"lacks\":" lacks ",\"known\":" known "},"

static const char report[] =
	"{\"complete\":true,\"target\":{\"facts\":{\"impl\":\"cpython-3.8.0\",\"py\":\"3.8.0\","
	"\"include\":[],\"cap\":[\"fork\"]}},\"results\":["
	SKIP("requires cap:subinterp && py>=3.15", "null", "null")
	SKIP("requires cap:fork && (py>=3.15 || py>=3.14)", "null", "null")
	SKIP("requires !cap:fork", "null", "null")
	SKIP("requires cap:reinit (env)", "\"reinit\"", "null")
	SKIP("it hangs", "null", "{}")
	SKIP("no /opt/x/g++ /y/", "null", "null")
	SKIP("not ELF: a/b.c has a key 'check', which is not proven", "null", "null")
	SKIP("not ELF: a/c.cffi is not compiled to WebAssembly", "null", "null")
	"{\"outcome\":\"PASS\"}]}";

static const char printed[] =
	"## new\n\n`impl=cpython-3.8.0 py=3.8.0`: 8 of 9 cases\n\n"
	"| requirement | cases | why |\n|---|---|---|\n"
	"| `not ELF` | 2 | Its fixtures are about ELF files, which this loader does not load. |\n"
	"| `!cap:fork` | 1 | The loader offers it; the case is about a loader that does not. |\n"
	"| `cap:reinit` | 1 | The application does not begin Python again. |\n"
	"| `cap:subinterp` | 1 | It has no subinterpreters. |\n"
	"| `known-list: it hangs` | 1 | "
	"A known fault of this loader, so that the case cannot run. |\n"
	"| `no g++ /y/` | 1 | ? |\n"
	"| `py>=3.15` | 1 | The rule, or what shows it, came with this version of Python. |\n";

static const char kept[] =
	"## old\n\n`impl=pypy-7.3.11 py=3.9.16`: 2 of 5 cases\n\n"
	"| requirement | cases | why |\n|---|---|---|\n"
	"| `cap:subinterp` | 2 | PyPy has no subinterpreters. |\n";

static void
test_report(void)
{
	struct skips s = {0};
	struct buf out = {0};

	skips_read(&s, kept);
	skips_read(&s, "## new\n\n`impl=x`: 1 of 1 cases\n| `gil=1` | 1 | x |\n");
	row_text(__FILE__, __LINE__, skips_report(&s, "new", report, strlen(report)), NULL);
	row_text(__FILE__, __LINE__, skips_report(&s, "old", "{}", 2), "its report is none");
	skips_print(&out, &s);
	row_contains(__FILE__, __LINE__, buf_str(&out), kept);
	row_contains(__FILE__, __LINE__, buf_str(&out), printed);
	row_check(__FILE__, __LINE__, !strstr(buf_str(&out), "gil=1"), "the old section is gone");
	buf_clear(&out);
	skips_unsaid(&out, &s);
	row_text(__FILE__, __LINE__, buf_str(&out), "new: no g++ /y/\n");
	buf_free(&out);
	skips_free(&s);
}

void
unit_skips(void)
{
	static const struct row_test tests[] = {
		{"each requirement of a case has a sentence", test_cases},
		{"each capability and tag has a sentence", test_words},
		{"the table", test_table},
		{"harness/SKIPS.md", test_file},
		{"a report replaces its section", test_report},
	};

	rows_suite("skips", tests, LENGTH(tests));
}
