#include <CUnit/CUnit.h>
#include <signal.h>
#include <string.h>

#include "format/casefile.h"
#include "format/expected.h"
#include "format/expr.h"
#include "format/known.h"
#include "process/sched.h"
#include "base/text.h"
#include "units.h"
#include "base/util.h"
#include "run/verdict.h"

/* wait statuses as Linux packs them */
#define EXITED(n) ((n) << 8)
#define KILLED(sig) (sig)

static const char CASE[] =
	"summary: s\nspec: PEP 489, Export Hook Name\n\nimport x\nloaded? x\n";
static const char GOOD[] =
	"> import x\n= <module \"x\">\n~ hint \"a\"\n> loaded? x\n= true\n# end T\n";

struct row {
	const char *label;
	const char *want; /* expected file */
	const char *out;  /* transcript */
	enum ran_how how;
	int status;
	int leftovers;
	bool detail_level;
	const char *known; /* known list, or NULL */
	enum outcome outcome;
	bool unexpected;
	int line;
};

#define WANT "> import x\n= <module \"x\">\n~ hint \"a\"\n> loaded? x\n= true\n"

static const struct row rows[] = {
	{"equal", WANT, GOOD, RAN_EXITED, 0, 0, true, NULL, OUT_PASS, false, 0},
	{"wording, required level",
	 "> import x\n= <module \"x\">\n~ hint \"b\"\n> loaded? x\n= true\n", GOOD, RAN_EXITED, 0,
	 0, false, NULL, OUT_DETAIL, false, 4},
	{"wording, detail level", "> import x\n= <module \"x\">\n> loaded? x\n= true\n", GOOD,
	 RAN_EXITED, 0, 0, true, NULL, OUT_DETAIL, true, 5},
	{"value", "> import x\n= <module \"x\">\n~ hint \"a\"\n> loaded? x\n= false\n", GOOD,
	 RAN_EXITED, 0, 0, false, NULL, OUT_FAIL, true, 5},
	{"value after a wording",
	 "> import x\n= <module \"x\">\n~ hint \"b\"\n> loaded? x\n= false\n", GOOD,
	 RAN_EXITED, 0, 0, true, NULL, OUT_FAIL, true, 5},
	{"no end mark", WANT, "> import x\n= <module \"x\">\n~ hint \"a\"\n> loaded? x\n= true\n",
	 RAN_EXITED, 0, 0, false, NULL, OUT_BROKEN, true, 5},
	{"forged end mark", WANT,
	 "> import x\n= <module \"x\">\n~ hint \"a\"\n> loaded? x\n= true\n# end F\n", RAN_EXITED,
	 0, 0, false, NULL, OUT_BROKEN, true, 5},
	{"bare end mark", WANT,
	 "> import x\n= <module \"x\">\n~ hint \"a\"\n> loaded? x\n= true\n# end\n", RAN_EXITED, 0,
	 0, false, NULL, OUT_BROKEN, true, 5},
	{"silence that is expected", "> import x\n!! exit 0\n", "> import x\n", RAN_EXITED, 0, 0,
	 true, NULL, OUT_PASS, false, 0},
	{"nothing at all", WANT, "", RAN_EXITED, 0, 0, true, NULL, OUT_BROKEN, true, 4},
	{"crash", WANT, "> import x\n", RAN_EXITED, KILLED(SIGSEGV), 0, false, NULL, OUT_CRASH,
	 true, 4},
	{"crash that is expected", "> import x\n!! signal SIGSEGV\n", "> import x\n", RAN_EXITED,
	 KILLED(SIGSEGV), 0, true, NULL, OUT_PASS, false, 0},
	{"another crash than expected", "> import x\n!! signal SIGSEGV\n", "> import x\n",
	 RAN_EXITED, KILLED(SIGABRT), 0, true, NULL, OUT_CRASH, true, 4},
	{"expected crash does not come", "> import x\n!! signal SIGSEGV\n",
	 "> import x\n= <module \"x\">\n# end T\n", RAN_EXITED, 0, 0, true, NULL, OUT_FAIL, true,
	 4},
	{"crash after the end", WANT, GOOD, RAN_EXITED, KILLED(SIGSEGV), 0, false, NULL, OUT_CRASH,
	 true, 5},
	{"exit status after the end", WANT, GOOD, RAN_EXITED, EXITED(1), 0, false, NULL, OUT_CRASH,
	 true, 5},
	{"adapter failed", WANT, "> import x\n", RAN_EXITED, EXITED(70), 0, false, NULL, OUT_BROKEN,
	 true, 4},
	{"timeout", WANT, "> import x\n", RAN_TIMEOUT, KILLED(SIGKILL), 0, false, NULL, OUT_TIMEOUT,
	 true, 4},
	{"timeout that is expected", "> import x\n!! timeout\n", "> import x\n", RAN_TIMEOUT,
	 KILLED(SIGKILL), 0, true, NULL, OUT_PASS, false, 0},
	{"forged death", "> import x\n!! signal SIGSEGV\n",
	 "> import x\n!! signal SIGSEGV\n# end T\n", RAN_EXITED, 0, 0, true, NULL, OUT_BROKEN, true,
	 4},
	{"flood", WANT, GOOD, RAN_FLOOD, 0, 0, false, NULL, OUT_BROKEN, true, 0},
	{"lost", WANT, GOOD, RAN_LOST, 0, 0, false, NULL, OUT_BROKEN, true, 0},
	{"not run", WANT, "", RAN_ERROR, 0, 0, false, NULL, OUT_BROKEN, true, 4},
	{"leftovers", WANT, GOOD, RAN_EXITED, 0, 2, true, NULL, OUT_BROKEN, true, 0},
	{"half a line", WANT, "> import x\n= <mod", RAN_EXITED, 0, 0, false, NULL, OUT_BROKEN, true,
	 4},
	{"known fail", "> import x\n= null\n", GOOD, RAN_EXITED, 0, 0, true, "fail a/b -- r\n",
	 OUT_XFAIL, false, 4},
	{"known fail passes", WANT, GOOD, RAN_EXITED, 0, 0, true, "fail a/b -- r\n", OUT_XPASS,
	 true, 0},
	{"known fail crashes", WANT, "> import x\n", RAN_EXITED, KILLED(SIGSEGV), 0, true,
	 "fail a/b -- r\n", OUT_CRASH, true, 4},
	{"known crash fails", "> import x\n= null\n", GOOD, RAN_EXITED, 0, 0, true,
	 "crash a/b -- r\n", OUT_XFAIL, false, 4},
	{"known detail fails", "> import x\n= null\n", GOOD, RAN_EXITED, 0, 0, true,
	 "detail a/b -- r\n", OUT_FAIL, true, 4},
	{"known timeout", WANT, "> import x\n", RAN_TIMEOUT, KILLED(SIGKILL), 0, true,
	 "timeout a/* -- r\n", OUT_XFAIL, false, 4},
	{"known does not cover broken", WANT, "> import x\n", RAN_EXITED, 0, 0, true,
	 "crash a/b -- r\n", OUT_BROKEN, true, 4},
	{"known of another target", "> import x\n= null\n", GOOD, RAN_EXITED, 0, 0, true,
	 "fail a/b if py<3.8 -- r\n", OUT_FAIL, true, 4},
};

static bool let_pass; /* true if the known lists belong to another loader */

static void
judge(struct arena *a, const struct row *row, struct result *r)
{
	struct errors errors = {0};
	struct casefile *cs = arena_alloc(a, sizeof(*cs));
	struct expected expected = {0};
	struct known known = {0};
	struct facts facts = {0};
	struct text_roots roots = {"/fix", "/tmp/t", ".so"};
	struct ran ran = {.how = row->how, .status = row->status, .leftovers = row->leftovers};

	facts_add(a, &facts, "py", "3.14.0");
	casefile_parse(a, cs, "a/b", "a/b.case", CASE, strlen(CASE), &errors);
	expected_parse(a, &expected, "a/b.out", row->want, strlen(row->want), &errors);
	if (row->known)
		known_parse(a, &known, "k", row->known, strlen(row->known), &errors);
	if (let_pass)
		known_let_pass(&known);
	CU_ASSERT_EQUAL(errors.n, 0);
	buf_puts(&ran.out, row->out);
	verdict_judge(a, r,
		      &(struct verdict_input){.cs = cs,
					      .expected = &expected,
					      .facts = &facts,
					      .known = known_find(&known, "a/b", &facts),
					      .ran = &ran,
					      .roots = &roots,
					      .token = "T",
					      .detail = row->detail_level});
	buf_free(&ran.out);
	errors_free(&errors);
}

/* a result that a known list excuses, or should no longer list, names the line */
static void
check_known(const struct row *row, const struct result *r)
{
	bool listed = r->outcome == OUT_XFAIL || r->outcome == OUT_XPASS;

	UNIT_CHECK(listed == (r->known != NULL), "%s: the line of a list, or none", row->label);
	UNIT_CHECK(!listed || strstr(r->reason, "k:1"), "%s: '%s' does not name the line",
		   row->label, r->reason);
	UNIT_CHECK(listed ? r->happened != r->outcome : r->happened == r->outcome,
		   "%s: what happened", row->label);
}

static void
test_rows(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		struct result r = {0};

		judge(&a, &rows[i], &r);
		UNIT_CHECK(r.outcome == rows[i].outcome, "%s: outcome %s, expected %s",
			   rows[i].label, outcome_name(r.outcome), outcome_name(rows[i].outcome));
		UNIT_CHECK(r.unexpected == rows[i].unexpected, "%s: unexpected %d", rows[i].label,
			   r.unexpected);
		UNIT_CHECK(r.outcome == OUT_BROKEN || r.line == rows[i].line,
			   "%s: line %d, expected %d", rows[i].label, r.line, rows[i].line);
		UNIT_CHECK(r.outcome == OUT_PASS || r.reason, "%s: no reason", rows[i].label);
		check_known(&rows[i], &r);
		UNIT_CHECK(!r.cause == !rows[i].unexpected, "%s: cause %s", rows[i].label,
			   r.cause ? r.cause : "NULL");
		arena_free(&a);
	}
}

/* how the cause is found for each outcome */
static void
test_causes(void)
{
	static const struct {
		struct row row;
		const char *cause;
	} causes[] = {
		{{"value", "> import x\n= <module \"x\">\n~ hint \"b\"\n> loaded? x\n= false\n",
		  GOOD, RAN_EXITED, 0, 0, true, NULL, OUT_FAIL, true, 5},
		 "> loaded? NAME: expected = false, got = true"},
		{{"wording", "> import x\n= <module \"x\">\n> loaded? x\n= true\n", GOOD,
		  RAN_EXITED, 0, 0, true, NULL, OUT_DETAIL, true, 5}, "unexpected ~ hint \"a\""},
		{{"crash", WANT, "> import x\n", RAN_EXITED, KILLED(SIGSEGV), 0, false, NULL,
		  OUT_CRASH, true, 4}, "died by SIGSEGV while loading"},
		{{"timeout", WANT, "> import x\n", RAN_TIMEOUT, KILLED(SIGKILL), 0, false, NULL,
		  OUT_TIMEOUT, true, 4}, "no end in time while loading"},
		{{"no end", WANT, GOOD, RAN_LOST, 0, 0, false, NULL, OUT_BROKEN, true, 4},
		 "its parent process died or broke the protocol: no status"},
		{{"no end mark", WANT, "> import x\n", RAN_EXITED, 0, 0, false, NULL, OUT_BROKEN,
		  true, 4}, "ended without the end mark: silence is no pass"},
		{{"broken by what was raised", WANT,
		  "> import x\n! NameError\n~ message \"x\"\nbad\n", RAN_EXITED, 0, 0, false,
		  NULL, OUT_BROKEN, true, 4},
		 "unexpected ! NameError \"x\""},
		{{"known passes", WANT, GOOD, RAN_EXITED, 0, 0, true, "fail a/b -- r 1\n",
		  OUT_XPASS, true, 0}, "passes, though known: r 1"},
	};

	for (size_t i = 0; i < LENGTH(causes); i++) {
		struct arena a = {0};
		struct result r = {0};

		judge(&a, &causes[i].row, &r);
		UNIT_CHECK(r.cause && !strcmp(r.cause, causes[i].cause), "%s: cause %s",
			   causes[i].row.label, r.cause ? r.cause : "NULL");
		arena_free(&a);
	}
}

/* a case about an implementation detail fails no run at level required */
static void
test_detail_case(void)
{
	struct arena a = {0};
	struct errors errors = {0};
	struct casefile cs = {0};
	struct expected expected = {0};
	struct facts facts = {0};
	struct ran ran = {.how = RAN_EXITED};
	struct result r = {0};
	static const char text[] =
		"summary: s\nspec: PEP 489, Export Hook Name\nlevel: detail\n\nimport x\n";
	static const char want[] = "> import x\n= null\n";

	casefile_parse(&a, &cs, "a/b", "a/b.case", text, strlen(text), &errors);
	expected_parse(&a, &expected, "a/b.out", want, strlen(want), &errors);
	buf_puts(&ran.out, "> import x\n= 1\n# end T\n");
	verdict_judge(&a, &r,
		      &(struct verdict_input){.cs = &cs, .expected = &expected, .facts = &facts,
					      .ran = &ran, .token = "T",
					      .roots = &(struct text_roots){NULL, NULL, NULL}});
	CU_ASSERT_EQUAL(r.outcome, OUT_DETAIL);
	CU_ASSERT_FALSE(r.unexpected);
	CU_ASSERT_PTR_NOT_NULL(r.diff);
	buf_free(&ran.out);
	arena_free(&a);
}

/* what the sanitizer of a loader reports fails the case; others may write what they like */
static void
test_sanitizer(void)
{
	static const struct {
		const char *sanitizer, *log, *cause; /* a cause, or NULL: it passes */
	} t[] = {
		{"address", "a\n==1==ERROR: AddressSanitizer: heap-use-after-free on address 0x7\n",
		 "its sanitizer reports ERROR: AddressSanitizer: heap-use-after-free on address"},
		{"undefined", "x.c:3:2: runtime error: shift exponent 64\n",
		 "its sanitizer reports runtime error: shift exponent"},
		{"thread", "==\nWARNING: ThreadSanitizer: data race (pid=1)\n",
		 "its sanitizer reports WARNING: ThreadSanitizer: data race"},
		{"address", "all is well\n", NULL},
		{NULL, "==1==ERROR: AddressSanitizer: heap-use-after-free\n", NULL},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct errors errors = {0};
		struct casefile cs = {0};
		struct expected expected = {0};
		struct facts facts = {0};
		struct ran ran = {.how = RAN_EXITED};
		struct text_roots roots = {NULL, NULL, NULL};
		struct result r = {0};

		if (t[i].sanitizer)
			facts_add(&a, &facts, "sanitizer", t[i].sanitizer);
		casefile_parse(&a, &cs, "a/b", "a/b.case", CASE, strlen(CASE), &errors);
		expected_parse(&a, &expected, "a/b.out", WANT, strlen(WANT), &errors);
		buf_puts(&ran.out, GOOD);
		buf_puts(&ran.log, t[i].log);
		verdict_judge(&a, &r,
			      &(struct verdict_input){.cs = &cs, .expected = &expected,
						      .facts = &facts, .ran = &ran, .token = "T",
						      .roots = &roots});
		CU_ASSERT_EQUAL(r.outcome, t[i].cause ? OUT_FAIL : OUT_PASS);
		CU_ASSERT_EQUAL(r.unexpected, t[i].cause != NULL);
		UNIT_CHECK(!t[i].cause || (r.cause && text_starts(r.cause, t[i].cause)),
			   "row %zu: %s", i, r.cause);
		buf_free(&ran.out);
		buf_free(&ran.log);
		arena_free(&a);
	}
}

/* a line about the loader that a plug-in replaces: it excuses failures, but a pass is a PASS */
static void
test_may_pass(void)
{
	static const struct row t[] = {
		{"another's bug is not there", WANT, GOOD, RAN_EXITED, 0, 0, true,
		 "fail a/b -- r\n", OUT_PASS, false, 0},
		{"another's bug is there", "> import x\n= null\n", GOOD, RAN_EXITED, 0, 0, true,
		 "fail a/b -- r\n", OUT_XFAIL, false, 0},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct result r = {0};

		let_pass = true;
		judge(&a, &t[i], &r);
		let_pass = false;
		UNIT_CHECK(r.outcome == t[i].outcome, "%s: outcome %s", t[i].label,
			   outcome_name(r.outcome));
		arena_free(&a);
	}
}

void
unit_verdict(void)
{
	CU_pSuite s = CU_add_suite("verdict", NULL, NULL);

	CU_add_test(s, "outcomes", test_rows);
	CU_add_test(s, "causes", test_causes);
	CU_add_test(s, "detail case", test_detail_case);
	CU_add_test(s, "the report of a sanitizer", test_sanitizer);
	CU_add_test(s, "a known list of another loader", test_may_pass);
}
