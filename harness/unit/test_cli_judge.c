/*
 * What judges is out of reach of what is judged: cases that write to the suite while it runs. With
 * namespaces they cannot write, so most of these run without.
 */
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
	return cli_run(c, "--loader %s --isolation exec,weak -j1 -o console "
			  "-o json:%s/report.json %s", evil_loader(c), c->root, options);
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

/* a case that changes what was built; the working folder of the deeds is $FIX */
static const struct damage {
	const char *deed;
	const char *evil, *later; /* outcomes of the case that does it and of a later one */
	const char *says;         /* in a note; NULL: the outcome says it */
} damages[] = {
	/* its own fixture */
	{"copy c/two.py c/one.py", "BROKEN", "PASS", NULL},
	/* another case's, by each way to change a file */
	{"copy c/two.py b/three.py", "PASS", "BROKEN", "b/three.py"},
	{"truncate b/three.py 0", "PASS", "BROKEN", "b/three.py"},
	{"remove b/three.py", "PASS", "BROKEN", "b/three.py"},
	{"remove b/three.py\nsymlink ../c/two.py b/three.py", "PASS", "BROKEN", "b/three.py"},
	{"chmod 600 b/three.py", "PASS", "BROKEN", "b/three.py"},
	{"hardlink b/three.py b/four.py", "PASS", "BROKEN", "b/three.py"},
	/* one that no later case needs */
	{"truncate a/unused.py 0", "PASS", "PASS", "a/unused.py"},
	/* a file that nobody built */
	{"copy c/two.py a/stranger.py", "PASS", "PASS", "a/stranger.py"},
	{"mkdir d\ncopy c/two.py d/x.py", "PASS", "PASS", "d/x.py"},
	/* the adapter's compiled code */
	{"import posix\ncall posix.rename \".pycache\" \"x\"", "PASS", "PASS",
	 "adapter's compiled code"},
};

static void
make_damage(struct cli *c, const char *deed)
{
	struct buf expected = {0};

	cli_write(c, "fixtures-src/c/one.py", "x = 1\n");
	cli_write(c, "fixtures-src/c/two.py", "x = 2\n");
	cli_write(c, "fixtures-src/b/three.py", "x = 3\n");
	cli_write(c, "fixtures-src/a/unused.py", "x = 4\n");
	buf_puts(&expected, "> import one\n= <module \"one\" \"$FIX/c/one.py\">\n");
	buf_puts(&expected, "> chdir $FIX\n= null\n");
	for (const char *line = deed; *line;) {
		size_t len = strcspn(line, "\n");

		buf_printf(&expected, "> %.*s\n%s", (int)len, line,
			   text_starts(line, "import") ? "= <module \"posix\">\n" : "= null\n");
		line += len + (line[len] == '\n');
	}
	cli_case(c, "a/before", "", "import unused\n",
		 "> import unused\n= <module \"unused\" \"$FIX/a/unused.py\">\n");
	cli_case(c, "b/before", "", "import three\n",
		 "> import three\n= <module \"three\" \"$FIX/b/three.py\">\n");
	cli_case(c, "c/evil", "", arena_printf(&c->mem, "import one\nchdir $FIX\n%s\n", deed),
		 buf_str(&expected));
	cli_case(c, "d/later", "", "path add $FIX/b\nimport three\nget three.x\n",
		 "> path add $FIX/b\n= null\n> import three\n"
		 "= <module \"three\" \"$FIX/b/three.py\">\n> get three.x\n= 3\n");
	buf_free(&expected);
}

static void
check_damage(const struct damage *d, const char *mode)
{
	struct cli c;
	struct cli_ran ran;
	json_t *report;
	const char *python;

	cli_open(&c);
	python = cli_python(&c);
	make_damage(&c, d->deed);
	ran = cli_run(&c, "--loader %s -j1 --level required --isolation %s -o console "
		      "-o json:%s/report.json", python, mode, c.root);
	report = cli_report(&c);
	UNIT_CHECK(!strcmp(cli_outcome(report, "c/evil"), d->evil), "%s, %s: evil %s: %s", mode,
		   d->deed, cli_outcome(report, "c/evil"), ran.text);
	UNIT_CHECK(!strcmp(cli_outcome(report, "d/later"), d->later), "%s, %s: later %s: %s", mode,
		   d->deed, cli_outcome(report, "d/later"), ran.text);
	UNIT_CHECK(ran.exit_code == 2, "%s, %s: exit %d, %s", mode,
		   d->deed, ran.exit_code, ran.text);
	UNIT_CHECK(!d->says || (strstr(ran.text, d->says) && strstr(ran.text, "c/evil")),
		   "%s, %s: %s", mode, d->deed, ran.text);
	json_decref(report);
	/* the next run finds everything as it must be */
	make_damage(&c, "mkdir $TMP/x");
	ran = cli_run(&c, "--loader %s -j1 --level required --isolation %s", python, mode);
	UNIT_CHECK(ran.exit_code == 0, "%s, after %s: exit %d, %s", mode, d->deed, ran.exit_code,
		   ran.text);
	cli_close(&c);
}

static void
test_damage(void)
{
	for (size_t i = 0; i < LENGTH(damages); i++) {
		check_damage(&damages[i], "fork,weak");
		check_damage(&damages[i], "exec,weak");
	}
}

/* in namespaces the case finds that it cannot, and nothing else happens */
static void
check_refused(const struct damage *d, const char *mode)
{
	struct cli c;
	struct cli_ran ran;
	json_t *report;

	cli_open(&c);
	make_damage(&c, d->deed);
	ran = cli_run(&c, "--loader %s -j1 --level required --isolation %s -o console "
		      "-o json:%s/report.json", cli_python(&c), mode, c.root);
	report = cli_report(&c);
	if (strstr(ran.text, ", namespaces, ")) {
		UNIT_CHECK(ran.exit_code == 1, "%s, %s: exit %d, %s", mode, d->deed, ran.exit_code,
			   ran.text);
		UNIT_CHECK(strstr(ran.text, "Read-only file system") &&
				   !strcmp(cli_outcome(report, "c/evil"), "FAIL") &&
				   !strcmp(cli_outcome(report, "d/later"), "PASS"),
			   "%s, %s: %s", mode, d->deed, ran.text);
	}
	json_decref(report);
	cli_close(&c);
}

static void
test_refused(void)
{
	for (size_t i = 0; i < LENGTH(damages); i++) {
		check_refused(&damages[i], "fork");
		check_refused(&damages[i], "exec");
	}
}

/* between two runs: the next one starts from what was built, and from the adapter's own code */
static void
test_damage_between(void)
{
	static const char *const deeds[] = {
		/* other bytes with the same size and date */
		"cp -p b/three.py kept; printf 'x = 9\n' >b/three.py; touch -r kept b/three.py",
		"printf 'x = 9\n' >kept; rm b/three.py; ln -s ../kept b/three.py",
		"mv b bb; ln -s bb b; printf 'x = 9\n' >b/three.py",
		"for f in $(find .pycache -name 'conform_text*'); do printf 'bad' >$f; done",
		("for f in $(find .pycache -name 'conform_*'); do cp -p $f kept;"
		 " printf X | dd of=$f bs=1 seek=40 conv=notrunc 2>/dev/null;"
		 " touch -r kept $f; done"),
		"mv .pycache x; ln -s x .pycache",
		"echo forged >.built",
	};

	for (size_t i = 0; i < LENGTH(deeds); i++) {
		struct cli c;
		struct cli_ran ran;
		const char *python;

		cli_open(&c);
		python = cli_python(&c);
		make_damage(&c, "mkdir $TMP/x");
		ran = cli_run(&c, "--loader %s", python);
		UNIT_CHECK(ran.exit_code == 0, "first: %s", ran.text);
		ran = cli_shell(&c, c.root, arena_printf(&c.mem, "cd build/fixtures/*/ && %s",
							 deeds[i]));
		UNIT_CHECK(ran.exit_code == 0, "%s: %s", deeds[i], ran.text);
		ran = cli_run(&c, "--loader %s", python);
		UNIT_CHECK(ran.exit_code == 0, "%s: exit %d, %s", deeds[i], ran.exit_code,
			   ran.text);
		cli_close(&c);
	}
}

void
unit_cli_judge(void)
{
	CU_pSuite suite = CU_add_suite("cli judge", NULL, NULL);

	CU_add_test(suite, "a case rewrites a later case's judgement", test_rewritten);
	CU_add_test(suite, "several loaders and rounds", test_several);
	CU_add_test(suite, "a blessed file counts", test_bless);
	CU_add_test(suite, "a case changes what was built", test_damage);
	CU_add_test(suite, "a case cannot change what was built", test_refused);
	CU_add_test(suite, "built files change between runs", test_damage_between);
}
