/* The table of the mutants: what catches, what does not, and what cannot be judged. */
#include <string.h>

#include "tools/mutants/mutants.h"
#include "rows.h"
#include "units.h"

#define RESULT(ID, OUTCOME, UNEXPECTED) \
	"{\"id\":\"" ID "\",\"outcome\":\"" OUTCOME "\",\"unexpected\":" UNEXPECTED "}"
#define PASSED(ID) RESULT(ID, "PASS", "false")
#define FAILED(ID) RESULT(ID, "FAIL", "true")
#define REPORT(RESULTS) "{\"complete\":true,\"incomplete\":null,\"results\":[" RESULTS "]}"

static const char patch[] = "the hook is not found\n\n--- a/x.c\n+++ b/x.c\n";

static struct mutant *
add(struct mutants *all, const char *name, const char *json)
{
	struct mutant *m = mutants_add(all, name, patch);

	if (json)
		mutants_report(all, m, json, strlen(json));
	return m;
}

static void
test_outcomes(void)
{
	static const struct {
		int line;
		const char *outcome, *unexpected;
		bool ran, caught;
	} t[] = {
		{__LINE__, "PASS", "false", true, false},
		{__LINE__, "FAIL", "true", true, true},
		{__LINE__, "CRASH", "true", true, true},
		{__LINE__, "TIMEOUT", "true", true, true},
		{__LINE__, "DETAIL", "true", true, true},
		{__LINE__, "DETAIL", "false", true, false},
		{__LINE__, "SKIP", "false", false, false},
		{__LINE__, "XFAIL", "false", false, false},
		{__LINE__, "XPASS", "true", false, false},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct mutants all = {0};
		struct arena a = {0};
		const struct mutant *m;
		const char *json = arena_printf(
			&a, "{\"complete\":true,\"results\":[%s,%s,{\"id\":\"b/x\",\"outcome\":"
			    "\"%s\",\"unexpected\":%s}]}",
			PASSED("c/x"), PASSED("a/x"), t[i].outcome, t[i].unexpected);

		m = add(&all, "m", json);
		row_text(__FILE__, t[i].line, m->fault, NULL);
		row_check(__FILE__, t[i].line, m->n == 3, "results");
		row_text(__FILE__, t[i].line, m->results[1].id, "b/x");
		row_check(__FILE__, t[i].line, m->results[1].ran == t[i].ran, "ran");
		row_check(__FILE__, t[i].line, m->results[1].caught == t[i].caught, "caught");
		row_check(__FILE__, t[i].line, m->ran == 2u + t[i].ran, "number that ran");
		row_check(__FILE__, t[i].line, m->catchers == t[i].caught, "catchers");
		mutants_free(&all);
		arena_free(&a);
	}
}

static void
test_faults(void)
{
	static const struct {
		int line;
		const char *patch, *json, *fault;
	} t[] = {
		{__LINE__, patch, REPORT(FAILED("a/x") "," PASSED("a/y")), NULL},
		{__LINE__, patch, "", "its report is none"},
		{__LINE__, patch, "[]", "its report is none"},
		{__LINE__, patch, "{\"complete\":true}", "its report is none"},
		{__LINE__, patch, "{\"results\":[]}", "its run is not complete: ?"},
		{__LINE__, patch, "{\"complete\":false,\"incomplete\":\"cut\",\"results\":[]}",
		 "its run is not complete: cut"},
		{__LINE__, patch, REPORT("1"), "the report has a result that is none"},
		{__LINE__, patch, REPORT("{\"id\":\"a/x\"}"),
		 "the report has a result that is none"},
		{__LINE__, patch, REPORT(RESULT("a/x", "BROKEN", "true") "," PASSED("a/y")),
		 "a/x could not be carried out"},
		{__LINE__, patch, REPORT(FAILED("a/x")),
		 "1 of 1 cases fail: that is no small fault"},
		{__LINE__, "--- a/x.c\n", REPORT(PASSED("a/x")),
		 "the patch's first line must say what a user would see"},
		{__LINE__, "level: required\n--- a/x.c\n", REPORT(PASSED("a/x")),
		 "the patch's first line must say what a user would see"},
		{__LINE__, "needs: py>=3.12\n--- a/x.c\n", REPORT(PASSED("a/x")),
		 "the patch's first line must say what a user would see"},
		{__LINE__, "", "", "the patch's first line must say what a user would see"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct mutants all = {0};
		struct mutant *m = mutants_add(&all, "m", t[i].patch);

		mutants_report(&all, m, t[i].json, strlen(t[i].json));
		row_text(__FILE__, t[i].line, m->fault, t[i].fault);
		row_check(__FILE__, t[i].line, mutants_good(&all) == !t[i].fault, "good");
		mutants_free(&all);
	}
}

static void
check_print(int line, const struct mutants *all, const char *want)
{
	struct buf out = {0};

	mutants_print(&out, all);
	row_text(__FILE__, line, buf_str(&out), want);
	buf_free(&out);
}

/* what the case's key says: names of mutants in quotes, or "" for none */
#define SAYS(ID, OUTCOME, UNEXPECTED, NAMES) \
	"{\"id\":\"" ID "\",\"outcome\":\"" OUTCOME "\",\"unexpected\":" UNEXPECTED \
	",\"mutants\":[" NAMES "]}"

/* five cases that pass: one more that fails is less than a fifth, two are more */
#define FEW PASSED("b/1") "," PASSED("b/2") "," PASSED("b/3") "," PASSED("b/4") "," PASSED("b/5")

/* the cases' keys are compared with what was caught */
static void
test_keys(void)
{
	static const struct {
		int line;
		bool brief;
		const char *results; /* of mutant m */
		const char *wrong;   /* NULL: the keys are right */
	} t[] = {
		{__LINE__, true, SAYS("a/x", "FAIL", "true", "\"m\""), NULL},
		{__LINE__, true, SAYS("a/x", "FAIL", "true", "\"n\",\"m\""), NULL},
		{__LINE__, true, SAYS("a/x", "FAIL", "true", "\"n\""), NULL},
		{__LINE__, true, SAYS("a/x", "PASS", "false", "\"m\"") "," FAILED("a/z"),
		 "a/x: names m, but does not catch it"},
		{__LINE__, false, SAYS("a/x", "PASS", "false", "\"n\",\"m\"") "," FAILED("a/z"),
		 "a/x: names m, but does not catch it"},
		{__LINE__, true, SAYS("a/x", "SKIP", "false", "\"m\"") "," FAILED("a/z"), NULL},
		{__LINE__, true, SAYS("a/x", "PASS", "false", "\"n\"") "," FAILED("a/z"), NULL},
		{__LINE__, true, SAYS("a/x", "PASS", "false", "\"mm\",1") "," FAILED("a/z"), NULL},
		{__LINE__, false, SAYS("a/x", "PASS", "false", "") "," FAILED("a/z"), NULL},
		{__LINE__, false, SAYS("a/x", "FAIL", "true", ""), "a/x: says none, but catches m"},
		{__LINE__, true, SAYS("a/x", "FAIL", "true", ""), NULL},
		{__LINE__, false, SAYS("a/x", "FAIL", "true", "") "," FAILED("a/z"), NULL},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct mutants all = {.brief = t[i].brief};
		struct arena a = {0};
		struct buf out = {0};

		add(&all, "m", arena_printf(&a, REPORT("%s," FEW), t[i].results));
		mutants_count(&all);
		mutants_print(&out, &all);
		row_check(__FILE__, t[i].line, mutants_wrong(&all) == !!t[i].wrong, "wrong");
		row_check(__FILE__, t[i].line, mutants_good(&all) == !t[i].wrong, "good");
		if (t[i].wrong)
			row_contains(__FILE__, t[i].line, buf_str(&out),
				     arena_printf(&a, "\ncases whose key 'mutant' is wrong (1):\n"
						      "  %s\n\n1 mutants", t[i].wrong));
		else
			row_check(__FILE__, t[i].line, !strstr(buf_str(&out), "key"), "key");
		buf_free(&out);
		arena_free(&a);
		mutants_free(&all);
	}
}

/* under a special build a wrong key is told, and is no fault */
static void
test_keys_told(void)
{
	struct mutants all = {.brief = true, .keys_told = true};

	add(&all, "m", REPORT(SAYS("a/x", "PASS", "false", "\"m\"") "," FAILED("a/z") "," FEW));
	mutants_count(&all);
	row_check(__FILE__, __LINE__, mutants_good(&all), "good");
	check_print(__LINE__, &all,
		    "m       1  a/z\n"
		    "\ncases whose key 'mutant' is wrong under this loader (1):\n"
		    "  a/x: names m, but does not catch it\n"
		    "\n1 mutants, 1 caught\n");
	mutants_free(&all);
}

/* four cases, two mutants that are caught */
static void
fill(struct mutants *all)
{
	add(all, "first",
	    REPORT(PASSED("c/idle") "," FAILED("b/many") "," FAILED("a/one") "," PASSED(
		    "adapter/x") "," RESULT("d/other", "SKIP", "false")));
	add(all, "second-mutant",
	    REPORT(PASSED("a/one") "," RESULT("b/many", "DETAIL", "true") "," PASSED(
		    "c/idle") "," PASSED("adapter/x")));
}

static void
test_table(void)
{
	struct mutants all = {0};

	fill(&all);
	row_check(__FILE__, __LINE__, mutants_good(&all), "good");
	/* what fails because everything does has caught nothing */
	add(&all, "all", REPORT(FAILED("c/idle")));
	row_check(__FILE__, __LINE__, !mutants_good(&all), "not good");
	mutants_count(&all);
	check_print(__LINE__, &all,
		    "first               2  a/one b/many\n"
		    "second-mutant       1  b/many\n"
		    "all             FAULT  1 of 1 cases fail: that is no small fault\n"
		    "\ncases that alone catch a mutant (1):\n"
		    "  b/many: second-mutant\n"
		    "\n3 mutants, 2 caught, 1 could not be judged\n");
	mutants_free(&all);
}

static void
test_bad_table(void)
{
	struct mutants all = {.brief = true};

	add(&all, "many",
	    REPORT(FAILED("a/1") "," FAILED("a/2") "," FAILED("a/3") "," FAILED("a/4") "," FAILED(
		    "a/5") "," FAILED("a/6") "," PASSED("a/7")));
	add(&all, "lives", REPORT(PASSED("a/1") "," PASSED("a/2")));
	add(&all, "none", NULL)->skipped = "no CPython here with py>=3.15";
	add(&all, "gone", NULL)->fault = "the patch does not apply";
	mutants_count(&all);
	row_check(__FILE__, __LINE__, !mutants_good(&all), "good");
	check_print(__LINE__, &all,
		    "many        6  a/1 a/2 a/3 +3\n"
		    "lives SURVIVES the hook is not found\n"
		    "none     skip  no CPython here with py>=3.15\n"
		    "gone    FAULT  the patch does not apply\n"
		    "4 mutants, 1 caught, 1 skipped, 1 could not be judged\n");
	mutants_free(&all);
}

/* those of what stands around the loader are counted apart, too */
static void
test_kinds(void)
{
	struct mutants all = {.brief = true};
	struct mutant *m;

	add(&all, "loader", REPORT(FAILED("a/1") "," PASSED("a/2")));
	m = mutants_add(&all, "around", "# the last suffix wins\nchange(...)\n");
	m->around = true;
	row_text(__FILE__, __LINE__, m->says, "the last suffix wins");
	mutants_report(&all, m, REPORT(PASSED("a/1")), strlen(REPORT(PASSED("a/1"))));
	mutants_count(&all);
	check_print(__LINE__, &all,
		    "loader       1  a/1\n"
		    "around SURVIVES the last suffix wins\n"
		    "the loader: 1 mutants, 1 caught\n"
		    "what stands around it: 1 mutants, 0 caught\n"
		    "2 mutants, 1 caught\n");
	mutants_free(&all);
}

/* each of these alone decides */
static void
test_good(void)
{
	static const struct {
		int line;
		const char *json, *skipped, *fault;
		bool good;
	} t[] = {
		{__LINE__, REPORT(FAILED("a/x") "," PASSED("a/y")), NULL, NULL, true},
		{__LINE__, REPORT(PASSED("a/x")), NULL, NULL, false},
		{__LINE__, NULL, NULL, NULL, false},
		{__LINE__, NULL, "no interpreter", NULL, true},
		{__LINE__, NULL, NULL, "does not build", false},
		{__LINE__, REPORT(FAILED("a/x") "," PASSED("a/y")), NULL, "late", false},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct mutants all = {0};
		struct mutant *m;

		row_check(__FILE__, t[i].line, !mutants_good(&all), "none at all is not good");
		m = add(&all, "m", t[i].json);
		m->skipped = t[i].skipped;
		if (t[i].fault)
			m->fault = t[i].fault;
		row_check(__FILE__, t[i].line, mutants_good(&all) == t[i].good, "good");
		mutants_free(&all);
	}
}

static void
test_matrix(void)
{
	struct mutants all = {0};
	struct buf out = {0};

	fill(&all);
	add(&all, "gone", NULL)->fault = "the patch does not apply";
	mutants_count(&all);
	mutants_matrix(&out, &all);
	row_text(__FILE__, __LINE__, buf_str(&out),
		 "   1 a/one\n"
		 "   2 adapter/x\n"
		 "   3 b/many\n"
		 "   4 c/idle\n"
		 "   5 d/other\n"
		 "\n"
		 "              00000\n"
		 "              00000\n"
		 "              12345\n"
		 "first         x.x. \n"
		 "second-mutant ..x. \n"
		 "gone               \n");
	buf_free(&out);
	mutants_free(&all);
}

void
unit_mutants(void)
{
	static const struct row_test tests[] = {
		{"outcomes", test_outcomes},   {"faults", test_faults}, {"table", test_table},
		{"bad-table", test_bad_table}, {"good", test_good},     {"matrix", test_matrix},
		{"keys", test_keys},           {"keys under a special build", test_keys_told},
		{"kinds", test_kinds},
	};

	rows_suite("mutants", tests, LENGTH(tests));
}
