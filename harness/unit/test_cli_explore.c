/* Tests `explore` with the default interpreter: it finds what is there, and nothing else. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "cli_support.h"
#include "base/text.h"
#include "units.h"

/* a plug-in in Python whose function exec_dynamic has this body */
static const char *
plugin(struct cli *c, const char *name, const char *body)
{
	cli_write(c, name,
		  "import _imp\n"
		  "import os\n"
		  "right_create, right_exec = _imp.create_dynamic, _imp.exec_dynamic\n"
		  "def create_dynamic(spec, file=None):\n"
		  "    return right_create(spec)\n"
		  "def exec_dynamic(module):\n"
		  "    %s\n",
		  body);
	return arena_printf(&c->mem, "%s/%s", c->root, name);
}

/* the output without its last line, which tells the time */
static const char *
findings(struct cli *c, const char *text)
{
	const char *end = strstr(text, "DIFFERENT: ");

	return end ? arena_strndup(&c->mem, text, (size_t)(end - text)) : text;
}

static void
test_same(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	ran = cli_run_own(&c, "explore --loader %s --loader %s --rounds 300 --seed 11 "
			  "--level detail", cli_python(&c), cli_python(&c));
	UNIT_CHECK(ran.exit_code == 0 && strstr(ran.text, "\nSAME: 300 rounds in ") &&
			   strstr(ran.text, "seed 11\n"), "%d:\n%s", ran.exit_code, ran.text);
	ran = cli_run_own(&c, "explore --loader %s --loader %s --rounds 30 --isolation weak",
			  cli_python(&c), cli_python(&c));
	UNIT_CHECK(ran.exit_code == 0 && strstr(ran.text, "\nSAME: 30 rounds in "), "%d:\n%s",
		   ran.exit_code, ran.text);
	cli_close(&c);
}

/* one that is stopped has not found that there is no difference */
static void
test_stopped(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	ran = cli_shell(&c, c.root,
			arena_printf(&c.mem, "%s/conform --build %s/build explore --root %s "
					     "--seconds 600 --loader %s --loader %s >out &"
					     " until grep -q explore: out; do sleep 0.1; done;"
					     " kill $!; wait $!; status=$?; cat out;"
					     " exit $status",
				     c.build, c.root, c.home, cli_python(&c), cli_python(&c)));
	UNIT_CHECK(ran.exit_code == 143 && strstr(ran.text, "\nSTOPPED: "), "%d:\n%s",
		   ran.exit_code, ran.text);
	cli_close(&c);
}

/* a fault is found, reduced, and found again in the same way with the same seed */
static void
test_different(void)
{
	struct cli c;
	struct cli_ran one, two;
	const char *fault;

	cli_open(&c);
	fault = plugin(&c, "lazy.py", "return None");
	one = cli_run_own(&c, "explore --loader %s --plugin %s --rounds 64 --seed 3",
			  cli_python(&c), fault);
	UNIT_CHECK(one.exit_code == 1 && strstr(one.text, " missing | exec\n") &&
			   strstr(one.text, "commands to ") &&
			   strstr(one.text, "    -| exec, no state\n"),
		   "%d:\n%s", one.exit_code, one.text);
	two = cli_run_own(&c, "explore --loader %s --plugin %s --rounds 64 --seed 3 -j1",
			  cli_python(&c), fault);
	UNIT_CHECK(!strcmp(findings(&c, one.text), findings(&c, two.text)), "%s\nand then\n%s",
		   one.text, two.text);
	one = cli_run_own(&c, "explore --loader %s --plugin %s --plugin %s --rounds 64 --seed 3",
			  cli_python(&c), fault, fault);
	UNIT_CHECK(one.exit_code == 0, "the fault with itself: %d:\n%s", one.exit_code, one.text);
	cli_close(&c);
}

static void
test_death(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	ran = cli_run_own(&c, "explore --loader %s --plugin %s --rounds 64 --seed 3 -x",
			  cli_python(&c), plugin(&c, "dies.py", "os.abort()"));
	UNIT_CHECK(ran.exit_code == 1 && strstr(ran.text, "1. died by SIGABRT") &&
			   strstr(ran.text, "+!! signal SIGABRT"),
		   "%d:\n%s", ran.exit_code, ran.text);
	cli_close(&c);
}

/* two loaders that end each program are not the same: nothing was compared */
static void
test_nothing(void)
{
	struct cli c;
	struct cli_ran ran;
	const char *ends;

	cli_open(&c);
	ends = arena_printf(&c.mem, "%s/ends.py", c.root);
	cli_write(&c, "ends.py", "import os\n"
		  "def create_dynamic(spec, file=None):\n    os._exit(0)\n"
		  "def exec_dynamic(module):\n    os._exit(0)\n");
	ran = cli_run_own(&c, "explore --loader %s --plugin %s --plugin %s --rounds 64 --seed 3",
			  cli_python(&c), ends, ends);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "NOTHING: 64 rounds"), "%d:\n%s",
		   ran.exit_code, ran.text);
	cli_close(&c);
}

/* a cause in a list of known ones is no finding; JSON has both kinds, with the programs */
static void
test_known(void)
{
	struct cli c;
	struct cli_ran ran;
	const char *fault, *python;

	cli_open(&c);
	python = cli_python(&c);
	fault = plugin(&c, "lazy.py", "return None");
	cli_write(&c, "known", "# it executes nothing\nmissing | ex*\n\nnever found\n");
	ran = cli_run_own(&c, "explore --loader %s --plugin %s --rounds 64 --seed 3 --known "
			  "%s/known -o json:%s/found.json", python, fault, c.root, c.root);
	UNIT_CHECK(ran.exit_code == 1 && !strstr(ran.text, " missing | exec\n") &&
			   strstr(ran.text, "\n1 of 2 known causes were found, too\n"), "%d:\n%s",
		   ran.exit_code, ran.text);
	ran = cli_shell(&c, c.root, "grep -A2 '\"cause\": \"missing | ex' found.json");
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "\"known\": true") &&
			   !strstr(ran.text, "\"times\": 0"), "%s", ran.text);
	ran = cli_shell(&c, c.root, "grep -c '\"program\": \"[a-z]' found.json");
	UNIT_CHECK(!ran.exit_code, "no program in found.json: %s", ran.text);
	ran = cli_run_own(&c, "explore --loader %s --plugin %s --rounds 1 --known %s/absent",
			  python, fault, c.root);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "--known: cannot read"), "%d:\n%s",
		   ran.exit_code, ran.text);
	ran = cli_run_own(&c, "explore --loader %s --plugin %s --rounds 64 --seed 3 -o "
			  "json:/nonexistent/x", python, fault);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "cannot write /nonexistent/x"),
		   "%d:\n%s", ran.exit_code, ran.text);
	cli_close(&c);
}

/* the seed of a finding makes its program alone */
static void
test_own_seed(void)
{
	struct cli c;
	struct cli_ran ran;
	const char *fault, *at;

	cli_open(&c);
	fault = plugin(&c, "lazy.py", "return None");
	ran = cli_run_own(&c, "explore --loader %s --plugin %s --rounds 64 --seed 3 -x",
			  cli_python(&c), fault);
	at = strstr(ran.text, "  --seed ");
	UNIT_CHECK(at && strstr(at, " --rounds 1 makes it"), "%s", ran.text);
	if (at) {
		const char *cause = arena_strndup(&c.mem, strstr(ran.text, "\n1. "),
						  strcspn(strstr(ran.text, "1. "), "\n"));

		ran = cli_run_own(&c, "explore --loader %s --plugin %s %.*s", cli_python(&c), fault,
				  (int)strcspn(at, "m"), at);
		UNIT_CHECK(ran.exit_code == 1 && strstr(ran.text, cause), "%s in %d:\n%s", cause,
			   ran.exit_code, ran.text);
	}
	cli_close(&c);
}

/* what is found becomes a case, which fails under the faulty loader alone */
static void
test_new_case(void)
{
	struct cli c;
	struct cli_ran ran;
	static const char copy[] = "to=%s/fixtures-src && mkdir -p $to/explore && cp -R "
				   "fixtures-src/include $to && "
				   "cp fixtures-src/explore/*.[ch] fixtures-src/explore/*.map "
				   "$to/explore";
	const char *fault, *python;

	cli_open(&c);
	python = cli_python(&c);
	fault = plugin(&c, "lazy.py", "return None");
	ran = cli_shell(&c, c.home, arena_printf(&c.mem, copy, c.root));
	UNIT_CHECK(!ran.exit_code, "%s", ran.text);
	ran = cli_run(&c, "explore --loader %s --plugin %s --rounds 64 --seed 3 -x --new-case "
		      "found/no-exec", python, fault);
	UNIT_CHECK(ran.exit_code == 1 && strstr(ran.text, "  wrote cases/found/no-exec.case\n"),
		   "%d:\n%s", ran.exit_code, ran.text);
	ran = cli_run(&c, "--lint");
	UNIT_CHECK(!ran.exit_code, "%s", ran.text);
	ran = cli_run(&c, "--loader %s found/no-exec", python);
	UNIT_CHECK(!ran.exit_code, "%d:\n%s", ran.exit_code, ran.text);
	ran = cli_run(&c, "--loader %s --plugin %s found/no-exec", python, fault);
	UNIT_CHECK(ran.exit_code == 1 && strstr(ran.text, "FAIL    found/no-exec"), "%d:\n%s",
		   ran.exit_code, ran.text);
	ran = cli_run(&c, "explore --loader %s --plugin %s --rounds 64 --seed 3 -x --new-case "
		      "found/no-exec", python, fault);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "no-exec.case exists already"), "%d:\n%s",
		   ran.exit_code, ran.text);
	cli_close(&c);
}

static void
test_mistakes(void)
{
	static const struct {
		const char *words, *says;
	} t[] = {
		{"explore", "expected --plugin FILE once or twice, or --loader twice"},
		{"explore --loader a --loader b --loader c", "or --loader twice"},
		{"explore --loader a --loader b hook", "it makes its programs up"},
		{"explore --loader a --loader b --seconds 3 --rounds 3", "not both"},
		{"explore --loader a --loader b --seconds 0", "expected a number above 0"},
		{"explore --loader a --loader b --new-case x", "--new-case: expected AREA/NAME"},
		{"explore --loader a --loader b --isolation exec", "it goes without --host"},
		{"explore --loader a --loader b -o tap", "the format console or json:FILE"},
		{"--rounds 3 hook", "go with explore only"},
		{"--new-case a/b hook", "go with explore only"},
		{"--plugin Makefile --plugin Makefile hook", "--plugin: expected it once"},
		{"explore --loader /nonexistent --loader b", "loader '/nonexistent' is not usable"},
	};
	struct cli c;

	cli_open(&c);
	for (size_t i = 0; i < LENGTH(t); i++) {
		struct cli_ran ran = cli_run_own(&c, "%s", t[i].words);

		UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, t[i].says), "%s: %d:\n%s",
			   t[i].words, ran.exit_code, ran.text);
	}
	/* a suite without the chameleon */
	struct cli_ran ran = cli_run(&c, "explore --loader %s --loader %s --rounds 1",
				     cli_python(&c), cli_python(&c));

	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "explore needs the fixture"), "%d:\n%s",
		   ran.exit_code, ran.text);
	cli_close(&c);
}

void
unit_cli_explore(void)
{
	CU_TestInfo tests[] = {
		{"a loader never differs from itself", test_same},
		{"stopped", test_stopped},
		{"a fault is found, and found again", test_different},
		{"a loader that ends the process", test_death},
		{"loaders that carry nothing out", test_nothing},
		{"causes that are known, and JSON", test_known},
		{"a finding's own seed", test_own_seed},
		{"a finding becomes a case", test_new_case},
		{"mistakes in the command line", test_mistakes},
		CU_TEST_INFO_NULL,
	};
	CU_SuiteInfo suites[] = {{.pName = "cli-explore", .pTests = tests}, CU_SUITE_INFO_NULL};

	CU_register_suites(suites);
}
