/* What judges is out of reach of what is judged: cases that write to the suite while it runs. */
#include <CUnit/CUnit.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "cli_support.h"
#include "units.h"

/*
 * an adapter that runs the file `deed` of the suite, if there is one, before each case that imports
 * `evil`, and then does what the fake loader does
 */
static const char *
evil_loader(struct cli *c)
{
	return cli_script(c, "loader.sh",
			  "fake=%s/unit/fake_loader\n"
			  "case \"$*\" in\n"
			  "*--hello*) exec $fake --hello ;;\n"
			  "*--serve*) ;;\n"
			  "*) request=$(cat; echo x); request=${request%%x}\n"
			  "case $request in *evil*) (cd %s && . ./deed) 1>&2 ;; esac\n"
			  "printf %%s \"$request\" | $fake \"$@\"; exit ;;\n"
			  "esac\nexec $fake --serve", c->build, c->root);
}

static struct cli_ran
run_evil(struct cli *c, const char *options)
{
	return cli_run(c, "--loader %s --isolation exec -j1 -o console -o json:%s/report.json %s",
		       evil_loader(c), c->root, options);
}

/* b/later fails; a/evil makes its expected file say what happens, or lists it as known */
static void
test_rewritten(void)
{
	static const struct {
		const char *deed;
		const char *names; /* in the note */
		bool restored;     /* nothing differs at the end */
	} t[] = {
		{"printf '> import good\\n= <module \"good\">\\n' >expected/b/later.out",
		 "expected/b/later.out", false},
		{"rm expected/b/later.out; ln -s ../a/good.out expected/b/later.out",
		 "expected/b/later.out", false},
		{"echo 'fail b/later -- forged' >expected/known/fake.known",
		 "expected/known/fake.known", false},
		{"printf 'summary: s\\nspec: PEP 1, A\\nrequires: py>=9\\n\\nimport good\\n' "
		 ">cases/b/later.case", "cases/b/later.case", false},
		{"rm cases/b/later.case", "cases/b/later.case", false},
		{"cp expected/b/later.out kept; echo >expected/b/later.out; "
		 "cat kept >expected/b/later.out", "", true},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct cli c;
		struct cli_ran ran;
		json_t *report, *notes;
		const char *note;

		cli_open(&c);
		cli_import(&c, "a/evil", "evil");
		cli_import(&c, "a/good", "good");
		cli_case(&c, "b/later", "", "import good\n", "> import good\n! ImportError\n");
		cli_write(&c, "deed", "%s\n", t[i].deed);
		ran = run_evil(&c, "");
		report = cli_report(&c);
		UNIT_CHECK(ran.exit_code == 1, "%s: exit %d, %s", t[i].deed, ran.exit_code,
			   ran.text);
		UNIT_CHECK(!strcmp(cli_outcome(report, "b/later"), "FAIL"), "%s: %s", t[i].deed,
			   cli_outcome(report, "b/later"));
		notes = json_object_get(report, "notes");
		note = json_string_value(json_array_get(notes, json_array_size(notes) - 1));
		UNIT_CHECK(t[i].restored == !strstr(note ? note : "", "changed while it ran"),
			   "%s: note %s", t[i].deed, note ? note : "-");
		UNIT_CHECK(t[i].restored || (note && strstr(note, t[i].names) &&
					     strstr(ran.text, t[i].names)), "%s: %s", t[i].deed,
			   ran.text);
		json_decref(report);
		cli_close(&c);
	}
}

/* the second of two loaders, and the second round, are judged by what the first was judged by */
static void
test_several(void)
{
	static const char *const words[] = {"--repeat 2", "--loader %s"};

	for (size_t i = 0; i < LENGTH(words); i++) {
		struct cli c;
		struct cli_ran ran;
		const char *more;

		cli_open(&c);
		cli_import(&c, "a/evil", "evil");
		cli_case(&c, "b/later", "", "import good\n",
			 "> import good\n= <module \"good\">\n");
		cli_write(&c, "deed", "echo >expected/b/later.out\n");
		more = i ? cli_fake(&c) : words[i];
		ran = run_evil(&c, more);
		UNIT_CHECK(ran.exit_code == 0, "%s: exit %d, %s", more, ran.exit_code, ran.text);
		UNIT_CHECK(strstr(ran.text, "changed while it ran"), "%s: %s", more, ran.text);
		cli_close(&c);
	}
}

/* two rounds with --bless: the second one is judged by what the first one's blessing wrote */
static void
test_bless(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	cli_case(&c, "a/x", "", "load x y\n", "> load x y\n! NotImplementedError\n");
	ran = cli_run(&c, "%s --level required --bless --repeat 2", cli_fake(&c));
	UNIT_CHECK(strstr(ran.text, "blessed 1, left 0; 0 right already") &&
		   strstr(ran.text, "blessed 0, left 0; 1 right already"), "%s", ran.text);
	UNIT_CHECK(!strstr(ran.text, "changed while it ran"), "%s", ran.text);
	cli_close(&c);
}

void
unit_cli_judge(void)
{
	CU_pSuite suite = CU_add_suite("cli judge", NULL, NULL);

	CU_add_test(suite, "a case rewrites a later case's judgement", test_rewritten);
	CU_add_test(suite, "several loaders and rounds", test_several);
	CU_add_test(suite, "a blessed file counts", test_bless);
}
