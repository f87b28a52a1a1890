/* Tests --host: recipes are parsed, what they lack is taken away, and applications run cases. */
#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "cli_support.h"
#include "docs.h"
#include "docs_markdown.h"
#include "format/expr.h"
#include "format/hostfile.h"
#include "rows.h"
#include "units.h"

#define PLAIN "summary: s\nstart: app $SCRIPT\n"

static void
test_mistakes(void)
{
	static const struct {
		int line;
		const char *path, *text, *says; /* NULL: no mistake */
	} t[] = {
		{__LINE__, "h/x.host", PLAIN, NULL},
		{__LINE__, "h/x.host", "# c\n\n" PLAIN "lacks: options stdout\nenv: A=b\n", NULL},
		{__LINE__, "h/x.host", "summary: s\nstart: $HOST/x\nmake: a\nmake: b\n", NULL},
		{__LINE__, "h/x.host", "start: a $SCRIPT\n", "h/x.host:1: missing key 'summary'"},
		{__LINE__, "h/x.host", "summary: s\n", "h/x.host:1: missing key 'start'"},
		{__LINE__, "h/x.host", "summary: s\nstart: app\n", "x.host:1: start: no $SCRIPT"},
		{__LINE__, "h/x.host", "summary: s\nstart: a 'b\n", "x.host:2: start: "},
		{__LINE__, "h/x.host", "summary: s\nstart: a$OPTIONS $SCRIPT\n", "several words"},
		{__LINE__, "h/x.host", PLAIN "lack: options\n", "did you mean 'lacks'?"},
		{__LINE__, "h/x.host", PLAIN "lacks: option\n", "did you mean 'options'?"},
		{__LINE__, "h/x.host", PLAIN "env: A\n", "x.host:3: env 'A'; expected NAME=VALUE"},
		{__LINE__, "h/x.host", PLAIN "start: b\n", "'start' given twice"},
		{__LINE__, "h/x.host", PLAIN "needs:\n", "key 'needs' without a value"},
		{__LINE__, "h/x.host", PLAIN "words\n", "'words'; expected KEY: VALUE\n"},
		{__LINE__, "h/x y.host", PLAIN, "the name 'x y' of the recipe's file"},
		{__LINE__, "h/.host", PLAIN, "the name '' of the recipe's file"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct errors errors = {0};
		struct hostfile h;
		int bad = hostfile_parse(&a, &h, t[i].path, t[i].text, strlen(t[i].text), &errors);

		row_check(__FILE__, t[i].line, !bad == !t[i].says, "the status");
		row_says(__FILE__, t[i].line, errors.n ? buf_str(&errors.text) : NULL, t[i].says);
		errors_free(&errors);
		arena_free(&a);
	}
}

static void
parse(struct arena *a, struct hostfile *h, const char *text)
{
	struct errors errors = {0};

	CU_ASSERT_EQUAL(hostfile_parse(a, h, "d/my-app.host", text, strlen(text), &errors), 0);
	errors_free(&errors);
}

static void
test_values(void)
{
	struct arena a = {0};
	struct hostfile h;

	parse(&a, &h, "summary: s t\nstart: app -x 'a b' $OPTIONS $SCRIPT\nneeds: b c\nneeds: d\n"
		      "make: one\nmake: two\nenv: A=b c\ninclude: /i /j\n");
	CU_ASSERT_STRING_EQUAL(h.name, "my-app");
	CU_ASSERT_STRING_EQUAL(h.summary, "s t");
	CU_ASSERT_STRING_EQUAL(h.make, "one\ntwo\n");
	CU_ASSERT_EQUAL(text_count(h.start), 5);
	CU_ASSERT_STRING_EQUAL(h.start[2], "a b");
	CU_ASSERT_EQUAL(text_count(h.needs), 3);
	CU_ASSERT_STRING_EQUAL(h.env[0], "A=b c");
	CU_ASSERT_EQUAL(text_count(h.include), 2);
	CU_ASSERT_TRUE(h.options);
	arena_free(&a);
}

/* the capabilities of hosts that facts have, in the order of the vocabulary */
static const char *
host_caps(struct arena *a, const char *recipe, const char *told)
{
	static const char *const names[] = {"threads", "options", "finalizes", "reinit",
					    "main-interp", "stdout"};
	struct facts facts = {0};
	struct hostfile h;
	const char *all = "";

	for (char **cap = text_fields(a, told, NULL); *cap; cap++)
		facts_add(a, &facts, "cap", *cap);
	if (recipe)
		parse(a, &h, recipe);
	hostfile_caps(a, recipe ? &h : NULL, &facts);
	for (size_t i = 0; i < LENGTH(names); i++) {
		if (facts_has_cap(&facts, names[i]))
			all = arena_printf(a, "%s %s", all, names[i]);
	}
	return all;
}

static void
test_capabilities(void)
{
	static const struct {
		int line;
		const char *recipe, *told, *want;
	} t[] = {
		{__LINE__, NULL, "", " options finalizes reinit main-interp stdout"},
		{__LINE__, NULL, "threads options", " threads options finalizes reinit main-interp "
						    "stdout"},
		{__LINE__, PLAIN, "", " finalizes reinit main-interp stdout"},
		{__LINE__, "summary: s\nstart: a $OPTIONS $SCRIPT\n", "",
		 " options finalizes reinit main-interp stdout"},
		{__LINE__, PLAIN "lacks: finalizes stdout\nlacks: threads\n", "threads stdout",
		 " reinit main-interp"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};

		row_text(__FILE__, t[i].line, host_caps(&a, t[i].recipe, t[i].told), t[i].want);
		arena_free(&a);
	}
}

/* a recipe that cannot be used gives one sentence and exit code 2 */
static void
test_refused(void)
{
	static const struct {
		const char *recipe, *says;
	} t[] = {
		{PLAIN "needs: no-such-program\n",
		 "host x is absent: it needs no-such-program, which is not here"},
		{PLAIN "needs: $RECIPE/no-such-file\n", "/no-such-file, which is not here"},
		{PLAIN "make: echo first; echo its last words; exit 3\n",
		 "host x is absent: its recipe did not make it: its last words ("},
		{PLAIN "env: CONFORM_FD=3\n", "CONFORM_FD is for the suite's own use"},
		{PLAIN "lacks: optoins\n", "did you mean 'options'?"},
		{"summary: s\nstart: true $SCRIPT\n", "loader 'host "},
	};
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	for (size_t i = 0; i < LENGTH(t); i++) {
		cli_write(&c, "x.host", "%s", t[i].recipe);
		ran = cli_run(&c, "--host %s/x.host", c.root);
		CU_ASSERT_EQUAL(ran.exit_code, 2);
		row_contains(__FILE__, __LINE__, ran.text, t[i].says);
	}
	ran = cli_run(&c, "--host gbd");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	row_contains(__FILE__, __LINE__, ran.text, "unknown host 'gbd'; did you mean 'gdb'?");
	ran = cli_run(&c, "--host no/such.host");
	row_contains(__FILE__, __LINE__, ran.text, "cannot read no/such.host");
	cli_close(&c);
}

/* what is made is kept, and made again if the recipe changes, or a file that it needs */
static void
test_make(void)
{
	static const char notice[] = "making the host x";
	struct cli c;
	struct cli_ran ran;
	const char *recipe;

	cli_open(&c);
	cli_case(&c, "a/good", "", "get sys.byteorder\n",
		 "> get sys.byteorder\n= \"little\"\n");
	cli_write(&c, "part", "1\n");
	recipe = arena_printf(&c.mem, "summary: s\nneeds: $RECIPE/part\n"
				      "make: echo \"exec $PYTHON \\\"\\$@\\\"\" >app\n"
				      "start: /bin/sh $HOST/app $SCRIPT\n");
	cli_write(&c, "x.host", "%s", recipe);
	ran = cli_run(&c, "--host %s/x.host --loader %s", c.root, cli_python(&c));
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, notice), "%s", ran.text);
	ran = cli_run(&c, "--host %s/x.host --loader %s", c.root, cli_python(&c));
	UNIT_CHECK(!ran.exit_code && !strstr(ran.text, notice), "%s", ran.text);
	cli_write(&c, "x.host", "# changed\n%s", recipe);
	ran = cli_run(&c, "--host %s/x.host --loader %s", c.root, cli_python(&c));
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, notice), "%s", ran.text);
	cli_write(&c, "part", "2\n");
	ran = cli_run(&c, "--host %s/x.host --loader %s", c.root, cli_python(&c));
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, notice), "%s", ran.text);
	/* the recipe's lines run in another folder */
	ran = cli_run(&c, "--host %s/x.host --loader build/../%s", c.root, "no-such-python");
	CU_ASSERT_PTR_NOT_NULL(strstr(ran.text, "/build/../no-such-python"));
	cli_close(&c);
}

/* what a host lacks is skipped and counted; its report and its rerun name it */
static void
test_lacks(void)
{
	struct cli c;
	struct cli_ran ran;
	json_t *report, *facts;

	cli_open(&c);
	cli_case(&c, "a/args", "args: -v\n", "gc\n", "> gc\n= null\n");
	cli_case(&c, "a/exit", "", "gc\nexit\n", "> gc\n= null\n> exit\n= null\n");
	cli_case(&c, "a/fails", "", "get sys.byteorder\n", "> get sys.byteorder\n= 1\n");
	cli_case(&c, "a/hosted", "host: a/h\n", "gc\n", "> gc\n= null\n");
	cli_write(&c, "fixtures-src/a/h", "#\n");
	cli_write(&c, "x.host", "summary: s\nstart: %s $SCRIPT\nlacks: finalizes\n",
		  cli_python(&c));
	ran = cli_run(&c, "--host %s/x.host -o console -o json:%s/report.json", c.root, c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	row_contains(__FILE__, __LINE__, ran.text, "requires cap:options (args)");
	row_contains(__FILE__, __LINE__, ran.text, "requires cap:finalizes (exit)");
	row_contains(__FILE__, __LINE__, ran.text, "has a host of its own");
	row_contains(__FILE__, __LINE__, ran.text,
		     "excused by the loader's own word: 2 (cap:options 1, cap:finalizes 1)");
	row_contains(__FILE__, __LINE__, ran.text, "level required");
	row_contains(__FILE__, __LINE__, ran.text,
		     arena_printf(&c.mem, "--host %s/x.host a/fails\n", c.root));
	report = cli_report(&c);
	facts = json_object_get(json_object_get(report, "target"), "facts");
	row_text(__FILE__, __LINE__, json_string_value(json_object_get(facts, "host")), "x");
	json_decref(report);
	cli_write(&c, "my.known", "fail a/fails if host=x -- for this host\n");
	ran = cli_run(&c, "--host %s/x.host --known %s/my.known", c.root, c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	cli_close(&c);
}

/* the block of code that begins with these words */
static const char *
block(struct arena *a, const char *begins)
{
	struct blocks blocks = markdown_blocks(a, docs_text(a, "harness/hosts/README.md"));

	for (size_t i = 0; i < blocks.n; i++) {
		if (text_starts(blocks.v[i].text, begins))
			return blocks.v[i].text;
	}
	CU_FAIL("no such block in harness/hosts/README.md");
	return "";
}

/* the application of the page, compiled; false if there is no libpython to embed */
static bool
compile_page(struct cli *c)
{
	const char *hosts = arena_printf(&c->mem, "%s/harness/hosts", c->home);
	struct cli_ran ran;

	cli_write(c, "myapp.c", "%s", block(&c->mem, "#include <Python.h>"));
	cli_write(c, "myapp.host", "%s", block(&c->mem, "summary: my application"));
	ran = cli_shell(c, c->root, arena_printf(&c->mem, "HOST=%s RECIPE=%s PYTHON='%s' CC=cc "
						 "sh %s/build.sh myapp", c->root, c->root,
						 cli_python(c), hosts));
	if (ran.exit_code)
		fprintf(stderr, "\nskipped: no program can embed Python here: %s\n", ran.text);
	return !ran.exit_code;
}

/* the page for authors: its application and its recipe, as they stand there */
static void
test_page(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	if (compile_page(&c)) {
		ran = cli_shell(&c, c.root,
				arena_printf(&c.mem, "%s/conform --host ./myapp.host -j2 adapter "
					     "hook/plain-name embed", c.build));
		UNIT_CHECK(ran.exit_code == 0, "%s", ran.text);
		row_contains(__FILE__, __LINE__, ran.text, "requires cap:options (args)");
	}
	cli_close(&c);
}

/* the table of recipes on the page is that of the folder */
static void
add_recipe(void *ctx, const char *name)
{
	struct cli *c = ctx;
	const char *path = arena_printf(&c->mem, "harness/hosts/%s", name);
	struct hostfile h;
	struct errors errors = {0};
	const char *text;

	if (!text_ends(name, ".host"))
		return;
	text = docs_text(&c->mem, path);
	if (hostfile_parse(&c->mem, &h, path, text, strlen(text), &errors))
		CU_FAIL("a recipe of the suite has a mistake");
	UNIT_CHECK(strstr(docs_text(&c->mem, "harness/hosts/README.md"),
			  arena_printf(&c->mem, "\n| `%s` |", h.name)),
		   "%s is not in harness/hosts/README.md", h.name);
	errors_free(&errors);
}

static void
test_recipes(void)
{
	struct cli c;

	cli_open(&c);
	dir_each(arena_printf(&c.mem, "%s/harness/hosts", c.home), add_recipe, &c);
	cli_close(&c);
}

/* each host that is here runs some cases of each kind; one that is not says so */
static void
test_hosts(void)
{
	/* not those that are fetched */
	static const char *const names[] = {"gdb", "vim", "uwsgi", "nbdkit", "weechat", "run-main",
					    "isolated", "thread", "twice", "new-interpreter"};
	struct cli c;

	cli_open(&c);
	for (size_t i = 0; i < LENGTH(names); i++) {
		struct cli_ran ran = cli_run_own(&c, "--host %s --loader %s -j2 hook/plain-name "
						 "adapter embed", names[i], cli_python(&c));

		if (ran.exit_code == 2 && strstr(ran.text, "is absent: "))
			fprintf(stderr, "\nskipped: %s", ran.text);
		else
			UNIT_CHECK(ran.exit_code == 0, "%s: %s", names[i], ran.text);
	}
	cli_close(&c);
}

/* one cause and one hint say what is wrong with a host that opens libpython with RTLD_LOCAL */
static void
test_rtld_local(void)
{
	struct cli c;
	struct cli_ran ran;
	json_t *report;

	cli_open(&c);
	ran = cli_run_own(&c, "--host %s/harness/hosts/mistakes/rtld-local.host --loader %s -j2 "
			  "-o console -o json:%s/report.json hook/plain-* hook/missing "
			  "multiphase-life symbols/lazy-* singlephase/fatal-error-lists",
			  c.home, cli_python(&c), c.root);
	if (ran.exit_code == 2 && strstr(ran.text, "is absent: ")) {
		fprintf(stderr, "\nskipped: %s", ran.text);
	} else {
		UNIT_CHECK(ran.exit_code == 1, "%s", ran.text);
		row_contains(__FILE__, __LINE__, ran.text,
			     "hint: libpython's symbols are not visible to modules: the program "
			     "opened libpython with RTLD_LOCAL");
		row_contains(__FILE__, __LINE__, ran.text,
			     "results: unexpected ! ImportError \"FILE: undefined symbol: Py...\"");
		report = cli_report(&c);
		CU_ASSERT_EQUAL(json_array_size(json_object_get(report, "causes")), 1);
		json_decref(report);
	}
	cli_close(&c);
}

void
unit_hosts(void)
{
	static const struct row_test tests[] = {
		{"mistakes", test_mistakes}, {"values", test_values},
		{"capabilities", test_capabilities}, {"refused", test_refused},
		{"make", test_make}, {"lacks", test_lacks}, {"page", test_page},
		{"recipes", test_recipes}, {"hosts", test_hosts},
		{"rtld-local", test_rtld_local},
	};

	rows_suite("hosts", tests, LENGTH(tests));
}
