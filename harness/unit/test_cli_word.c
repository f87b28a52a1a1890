/* What a loader is excused from by its own word is counted and shown, and --require forbids it. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "cli_support.h"
#include "rows.h"
#include "units.h"

/* the fake loader reports `fork` alone */
static void
excused_suite(struct cli *c)
{
	static const char answer[] = "> import x\n= <module \"x\">\n";

	cli_open(c);
	cli_import(c, "a/good", "good");
	cli_case(c, "a/audit-1", "requires: cap:audit\n", "import x\n", answer);
	cli_case(c, "a/audit-2", "requires: cap:fork && cap:audit\n", "import x\n", answer);
	cli_case(c, "a/threads", "requires: py>=3.14 && cap:threads\n", "import x\n", answer);
	cli_case(c, "a/later", "requires: py>=3.15 && cap:threads\n", "import x\n", answer);
	cli_case(c, "a/not-fork", "requires: !cap:fork\n", "import x\n", answer);
	cli_import(c, "a/compiled", "made");
	cli_write(c, "fixtures-src/a/made.c", "int made;\n");
}

static void
test_counted(void)
{
	static const char sentence[] =
		"excused by the loader's own word: 4 (cap:audit 2, cap:native 1, cap:threads 1)";
	static const char *const formats[] = {"console", "tap", "github", "junit"};
	json_t *report, *lacking;
	struct cli c;

	excused_suite(&c);
	for (size_t i = 0; i < LENGTH(formats); i++) {
		struct cli_ran ran = cli_run(&c, "%s -o %s", cli_fake(&c), formats[i]);
		/* XML escapes the apostrophe */
		const char *said = strstr(sentence, strcmp(formats[i], "junit") ? "exc" : "own");

		CU_ASSERT_EQUAL(ran.exit_code, 0);
		UNIT_CHECK(strstr(ran.text, said), "%s: said %s", formats[i], ran.text);
	}
	cli_run(&c, "%s -o json:%s/report.json", cli_fake(&c), c.root);
	report = cli_report(&c);
	lacking = json_object_get(report, "lacking");
	CU_ASSERT_EQUAL(json_integer_value(json_object_get(lacking, "cases")), 4);
	CU_ASSERT_EQUAL(json_object_size(json_object_get(lacking, "by")), 3);
	json_decref(report);
	UNIT_CHECK(!strstr(cli_run(&c, "%s a/good", cli_fake(&c)).text, "own word"),
		   "nothing is excused");
	cli_close(&c);
}

static void
test_required(void)
{
	static const struct {
		const char *options, *says;
		int exit_code;
	} t[] = {
		{"--require fork", "\nOK: ", 0},
		{"--require fork,fork --require fork", "\nOK: ", 0},
		{"--require fork,audit", "does not report the capability audit\n", 2},
		{"--require fork --require native", "does not report the capability native\n", 2},
		{"--require frok", "--require: unknown capability 'frok'; did you mean 'fork'?", 2},
		{"--require fork,", "--require: unknown capability ''", 2},
		{"--require audit -l", "does not report the capability audit\n", 2},
	};
	struct cli c;

	excused_suite(&c);
	for (size_t i = 0; i < LENGTH(t); i++) {
		struct cli_ran ran = cli_run(&c, "%s %s", cli_fake(&c), t[i].options);

		UNIT_CHECK(ran.exit_code == t[i].exit_code, "%s: exit %d", t[i].options,
			   ran.exit_code);
		UNIT_CHECK(strstr(ran.text, t[i].says), "%s: said %s", t[i].options, ran.text);
	}
	cli_close(&c);
}

/* the fact impl chooses level and known list: each run says so, unless an option chose */
static void
test_chosen(void)
{
	static const struct {
		const char *options, *says;
	} t[] = {
		{"", "run:     level required (by impl), known list "
		     "@/expected/known/fake.known (by impl, 1 line), isolation fork, "},
		{"--level detail", "run:     level detail, known list @/expected/known/"},
		{"--target fake", "run:     level required (by impl), known list "
				  "@/expected/known/fake.known (1 line), isolation "},
		{"", "1 passed, 0 failed as known\n"},
	};
	struct cli c;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	cli_import(&c, "a/bad", "evil_exit3");
	cli_write(&c, "expected/known/fake.known", "crash a/bad -- it exits\n");
	for (size_t i = 0; i < LENGTH(t); i++) {
		struct cli_ran ran = cli_run(&c, "%s a/good %s", cli_fake(&c), t[i].options);
		const char *at = strchr(t[i].says, '@'), *says = t[i].says;

		if (at)
			says = arena_printf(&c.mem, "%.*s%s%s", (int)(at - says), says, c.root,
					    at + 1);
		UNIT_CHECK(strstr(ran.text, says), "%s: said %s", t[i].options, ran.text);
	}
	UNIT_CHECK(strstr(cli_run(&c, "%s", cli_fake(&c)).text, ", 1 failed as known\n"),
		   "one case failed as known");
	cli_close(&c);
}

/* an interpreter that withholds a capability fails the case that tries it */
static void
test_withheld(void)
{
	static const char *const caps[] = {"exec-phases", "subinterp", "dlflags", "audit",
					   "threads", "abi3", "fork", "native"};
	struct cli c;
	const char *python;

	cli_open(&c);
	python = cli_python(&c);
	for (size_t i = 0; i < LENGTH(caps); i++) {
		const char *loader = cli_script(&c, "loader",
						"case \"$*\" in *--hello*) ;;\n"
						"*) exec %s \"$@\" ;; esac\n"
						"%s \"$@\" | "
						"sed -u 's/\"%s\", *//; s/, *\"%s\"]/]/'",
						python, python, caps[i], caps[i]);
		struct cli_ran honest = cli_run_own(&c, "-q --min 0 --loader %s adapter/word-%s",
						    python, caps[i]);
		struct cli_ran liar = cli_run_own(&c, "-q --loader %s adapter/word-%s", loader,
						  caps[i]);

		if (strstr(honest.text, "1 executed"))
			continue; /* this interpreter does not have it */
		UNIT_CHECK(honest.exit_code == 0, "%s: said %s", caps[i], honest.text);
		UNIT_CHECK(liar.exit_code == 1, "%s: exit %d", caps[i], liar.exit_code);
		UNIT_CHECK(strstr(liar.text, ", 1 failed"), "%s: said %s", caps[i],
			   liar.text);
	}
	cli_close(&c);
}

void
unit_cli_word(void)
{
	static const struct row_test tests[] = {
		{"what a loader is excused from", test_counted},
		{"--require", test_required},
		{"what impl chooses", test_chosen},
		{"capabilities that are withheld", test_withheld},
	};

	rows_suite("the loader's own word", tests, LENGTH(tests));
}
