/* Tests the lists of rules, and what spec-map says of them. */
#include <CUnit/CUnit.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/util.h"
#include "cli_support.h"
#include "format/sources.h"
#include "rows.h"
#include "units.h"

#define HEAD "title: A source\nurl: https://example.org/s/\n\n"

static const char list[] = "# comment\n"
			   "title: PEP 1, on PEPs\n"
			   "url:   https://example.org/pep/\n"
			   "\n"
			   "first   #a   it is -- and stays -- not covered: nobody asked\n"
			   "\tsecond-2  -  a rule\n"
			   "# comment\n"
			   "third https://example.net/x?y#z what no case shows "
			   "-- not testable: why -- so\n";

static void
check_rule(const struct rule *r, const char *id, const char *url, const char *text,
	   const char *reason)
{
	row_text(__FILE__, __LINE__, r->id, id);
	row_text(__FILE__, __LINE__, r->url, url);
	row_text(__FILE__, __LINE__, r->text, text);
	row_text(__FILE__, __LINE__, r->reason, reason);
}

static void
test_parse(void)
{
	static const char good[] = "title: x\nurl: http://x/\n\na - b -- not covered: c\n";
	static const char bad[] = "title: x\nurl: http://x/\n\na - b -- c -- not covered: d\n";
	struct arena a = {0};
	struct errors e = {0};
	struct sources s = {0};
	char *fixed = strdup(list);

	/* " -- " begins the reason, and cannot stand in a rule's text */
	memcpy(strstr(fixed, "-- and"), ":: and", 2);
	row_check(__FILE__, __LINE__,
		  !sources_add(&a, &s, "pep-1", "p.spec", fixed, strlen(fixed), &e),
		  buf_str(&e.text));
	row_check(__FILE__, __LINE__, !sources_add(&a, &s, "b", "b.spec", good, strlen(good), &e),
		  buf_str(&e.text));
	row_check(__FILE__, __LINE__, sources_add(&a, &s, "c", "c.spec", bad, strlen(bad), &e),
		  "a second --");
	sources_sort(&a, &s);
	CU_ASSERT_EQUAL_FATAL(s.n, 5);
	check_rule(&s.rules[0], "pep-1#first", "https://example.org/pep/#a", "it is :: and stays",
		   "nobody asked");
	check_rule(&s.rules[1], "pep-1#second-2", "https://example.org/pep/", "a rule", "");
	check_rule(&s.rules[2], "pep-1#third", "https://example.net/x?y#z", "what no case shows",
		   "why -- so");
	row_check(__FILE__, __LINE__, s.rules[0].kind == RULE_NOT_COVERED &&
		  s.rules[1].kind == RULE_CASES && s.rules[2].kind == RULE_NOT_TESTABLE, "kinds");
	row_check(__FILE__, __LINE__, s.rules[2].line == 8 && !s.rules[2].source &&
		  s.rules[3].source == 1, "places");
	row_text(__FILE__, __LINE__, s.sources[0].title, "PEP 1, on PEPs");
	row_check(__FILE__, __LINE__, sources_find(&s, "pep-1#third") == &s.rules[2] &&
		  !sources_find(&s, "pep-1#thir"), "find");
	row_text(__FILE__, __LINE__, sources_unknown(&a, &s, "b#c"), "unknown rule 'b#c'; did you "
		 "mean 'b#a'?");
	free(fixed);
	errors_free(&e);
	arena_free(&a);
}

static void
test_mistakes(void)
{
	static const struct {
		int line;
		const char *text, *says;
	} t[] = {
		{__LINE__, HEAD "a - b\na - c\n", "x.spec:5: rule 'a' is on line 4, too"},
		{__LINE__, HEAD "A - b\n", "x.spec:4: rule 'A'; expected words of a-z"},
		{__LINE__, HEAD "a-b - \n", "x.spec:4: rule 'a-b' without a text"},
		{__LINE__, HEAD "a - -- not covered: x\n", "x.spec:4: rule 'a' without a text"},
		{__LINE__, HEAD "a\n", "x.spec:4: rule 'a' without a text"},
		{__LINE__, HEAD "a - b -- no covered: x\n",
		 "x.spec:4: '-- no covered: x'; expected "
		 "'-- not covered: REASON'"},
		{__LINE__, HEAD "a - b -- not testable:\n",
		 "x.spec:4: '-- not testable:'; expected"},
		{__LINE__, HEAD, "x.spec:3: no rules"},
		{__LINE__, "", "x.spec:1: no rules"},
		{__LINE__, "title: x\n\na - b\n", "x.spec:1: missing key 'url'"},
		{__LINE__, "url: https://x\n\na - b\n", "x.spec:1: missing key 'title'"},
		{__LINE__, "title: x\nurl: x\n\na - b\n", "x.spec:2: url 'x'; expected https://"},
		{__LINE__, "title: x\ncolour: x\n\na - b\n", "x.spec:2: unknown key 'colour'"},
		{__LINE__, HEAD "a - b", "x.spec:4: "},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct errors e = {0};
		struct sources s = {0};

		row_check(__FILE__, t[i].line,
			  sources_add(&a, &s, "s", "x.spec", t[i].text, strlen(t[i].text), &e),
			  "refused");
		row_contains(__FILE__, t[i].line, buf_str(&e.text), t[i].says);
		errors_free(&e);
		arena_free(&a);
	}
}

static void
mutate(const char *bytes, size_t len)
{
	struct arena a = {0};
	struct errors e = {0};
	struct sources s = {0};

	sources_add(&a, &s, "s", "x.spec", bytes, len, &e);
	sources_sort(&a, &s);
	for (size_t i = 0; i < s.n; i++)
		sources_find(&s, s.rules[i].id);
	errors_free(&e);
	arena_free(&a);
}

static void
test_mutate(void)
{
	rows_mutate(list, false, mutate);
}

static void
says(struct cli *c, int exit_code, const char *arguments, const char *text)
{
	struct cli_ran r = cli_run(c, "%s", arguments);

	UNIT_CHECK(r.exit_code == exit_code && strstr(r.text, text), "%s: %d, %s", arguments,
		   r.exit_code, r.text);
}

/* three rules: one that two cases show, one with a reason, one with neither */
static void
mapped_suite(struct cli *c)
{
	cli_open(c);
	cli_case(c, "a/one", "", "gc\n", "> gc\n= null\n");
	cli_write(c, "cases/a/one.case", "summary: x\nspec: s#shown\n\ngc\n");
	cli_case(c, "a/two", "", "gc\n", "> gc\n= null\n");
	cli_write(c, "cases/a/two.case", "summary: x\nspec: s#shown -- PEP 1, x\n\ngc\n");
	cli_import(c, "b/three", "good");
	cli_write(c, "expected/sources/s.spec", "%s", HEAD "shown #x is *shown*\n"
		  "left - is left out -- not covered: no time\nopen y.html is open\n");
	cli_write(c, "expected/sources/t.spec", "%s", HEAD
		  "never - cannot be -- not testable: x\n");
}

static void
test_map(void)
{
	struct cli c;

	mapped_suite(&c);
	says(&c, 1, "spec-map", "  s#shown: is *shown*\n    https://example.org/s/#x\n"
	     "    covered: a/one, a/two\n");
	says(&c, 1, "spec-map", "    not covered: no time\n");
	says(&c, 1, "spec-map", "    https://example.org/s/y.html\n    without a reason\n");
	says(&c, 1, "spec-map", "all                       4        1            1             1"
	     "                 1\n1 of 3 cases name no rule of these lists\n");
	says(&c, 0, "spec-map t", "all                       1        0            0         "
	     "    1");
	says(&c, 0, "spec-map s#shown t#*", "all                       2        1            0");
	says(&c, 2, "spec-map nosuch", "spec-map: 'nosuch' is no source and matches no rule");
	says(&c, 1, "spec-map -o md", "| [shown](https://example.org/s/#x) | is \\*shown\\* | "
	     "covered | a/one, a/two |\n");
	says(&c, 1, "spec-map -o md", "| [s](https://example.org/s/) | 3 | 1 | 1 | 0 | 1 |\n");
	says(&c, 2, "spec-map -o tap", "spec-map: expected the format console or json or md");
	says(&c, 2, "spec-map --failed", "spec-map: it takes sources and rules");
	says(&c, 2, "spec-map -o md:/nosuch/x", "/nosuch/x");
	says(&c, 2, "--lint", "expected/sources/s.spec:6: no case names s#open; expected one, or");
	cli_write(&c, "expected/sources/t.spec", "%s", HEAD "never\n");
	says(&c, 2, "spec-map", "t.spec:4: rule 'never' without a text");
	cli_close(&c);
}

static void
test_json(void)
{
	struct cli c;
	struct cli_ran r;
	json_t *root, *rule;
	json_error_t error;

	mapped_suite(&c);
	r = cli_run(&c, "spec-map -o json");
	root = json_loads(r.text, 0, &error);
	UNIT_CHECK(root, "%s: %s", error.text, r.text);
	CU_ASSERT_EQUAL(json_integer_value(json_object_get(json_object_get(root, "counts"),
							   "without_reason")), 1);
	CU_ASSERT_EQUAL(json_integer_value(json_object_get(root, "cases_elsewhere")), 1);
	rule = json_array_get(json_object_get(json_array_get(json_object_get(root, "sources"), 0),
					      "rules"), 0);
	row_text(__FILE__, __LINE__, json_string_value(json_object_get(rule, "state")), "covered");
	CU_ASSERT_EQUAL(json_array_size(json_object_get(rule, "cases")), 2);
	json_decref(root);
	cli_close(&c);
}

/* reports show the address and the id, and what else the case says */
static void
test_reports(void)
{
	struct cli c;
	struct cli_ran r;

	mapped_suite(&c);
	cli_write(&c, "expected/a/two.out", "> gc\n! TypeError\n");
	r = cli_run(&c, "%s a/two", cli_fake(&c));
	CU_ASSERT_EQUAL(r.exit_code, 1);
	row_contains(__FILE__, __LINE__, r.text, "https://example.org/s/#x (s#shown), PEP 1, x\n");
	cli_close(&c);
	cli_open(&c);
	cli_import(&c, "b/three", "good");
	says(&c, 2, "spec-map", "spec-map: this suite has no lists of rules");
	cli_write(&c, "cases/b/three.case", "summary: x\nspec: s#shown\n\ngc\n");
	says(&c, 2, "--list", "three.case:2: rule 's#shown'; this suite has no list of rules");
	cli_close(&c);
}

/* a run's page and that of a report show the rules of the suite */
static void
test_page(void)
{
	static const char row[] = "all sources</a></th><td>4</td><td>1</td><td>1</td><td>1</td>"
				  "<td>1</td></tr>";
	struct cli c;
	struct cli_ran r;

	mapped_suite(&c);
	r = cli_run(&c, "%s a/* --shard 1/1 -o html:- -o json:%s/r.json", cli_fake(&c), c.root);
	CU_ASSERT_EQUAL(r.exit_code, 1);
	row_contains(__FILE__, __LINE__, r.text, row);
	says(&c, 0, arena_printf(&c.mem, "report -o html %s/r.json", c.root), row);
	says(&c, 1, arena_printf(&c.mem, "merge -o html %s/r.json", c.root), row);
	cli_write(&c, "expected/sources/t.spec", "%s", HEAD "never\n");
	says(&c, 2, arena_printf(&c.mem, "report -o html %s/r.json", c.root),
	     "expected/sources/t.spec:4: rule 'never' without a text");
	says(&c, 0, arena_printf(&c.mem, "report -o md %s/r.json", c.root), "2 cases");
	cli_close(&c);
}

void
unit_sources(void)
{
	static const struct row_test tests[] = {
		{"parse", test_parse},
		{"mistakes", test_mistakes},
		{"mutate", test_mutate},
		{"map", test_map},
		{"json", test_json},
		{"reports", test_reports},
		{"page", test_page},
	};

	rows_suite("sources", tests, LENGTH(tests));
}
