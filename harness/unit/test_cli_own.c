/*
 * Tests the project's own suite under the default interpreter: both isolations give the same
 * transcripts, a second run compiles nothing, and no case passes if its expected file is wrong.
 */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli_support.h"
#include "base/text.h"
#include "format/folders.h"
#include "units.h"

static const char *
text_of(const json_t *result, const char *key)
{
	const char *text = json_string_value(json_object_get(result, key));

	return text ? text : "";
}

static json_t *
report_of(struct cli *c, const char *words)
{
	cli_run_own(c, "-q --loader %s %s -o json:%s/report.json", cli_python(c), words, c->root);
	return cli_report(c);
}

static void
test_isolations(void)
{
	struct cli c;
	json_t *fork, *exec;
	json_t *a, *b;
	size_t n;

	cli_open(&c);
	fork = report_of(&c, "--isolation fork");
	exec = report_of(&c, "--isolation exec");
	a = json_object_get(fork, "results");
	b = json_object_get(exec, "results");
	n = json_array_size(a);
	UNIT_CHECK(n > 70 && n == json_array_size(b), "%zu and %zu results", n,
		   json_array_size(b));
	for (size_t i = 0; i < n; i++) {
		const json_t *x = json_array_get(a, i), *y = json_array_get(b, i);

		UNIT_CHECK(!strcmp(text_of(x, "id"), text_of(y, "id")) &&
				   !strcmp(text_of(x, "got"), text_of(y, "got")) &&
				   !strcmp(text_of(x, "outcome"), text_of(y, "outcome")),
			   "%s: forked %s:\n%.300s\nexecuted %s:\n%.300s", text_of(x, "id"),
			   text_of(x, "outcome"), text_of(x, "got"), text_of(y, "outcome"),
			   text_of(y, "got"));
		UNIT_CHECK(*text_of(x, "got") || !strcmp(text_of(x, "outcome"), "SKIP"),
			   "%s has no transcript", text_of(x, "id"));
	}
	json_decref(fork);
	json_decref(exec);
	cli_close(&c);
}

struct spoiling {
	struct cli *c;
	const char *area;
};

static bool
is_answer(const char *line)
{
	return text_starts(line, "= ") || text_starts(line, "! ") || text_starts(line, "| ") ||
	       text_starts(line, "!! ");
}

/* the index of the first answer without a guard, or n */
static size_t
first_plain(char *const *lines, size_t n)
{
	bool guarded = false;

	for (size_t i = 0; i < n; i++) {
		if (text_starts(lines[i], "@"))
			guarded = strcmp(lines[i], "@end");
		else if (!guarded && is_answer(lines[i]))
			return i;
	}
	return n;
}

/* change one answer; if all have guards, change all, because the branch that holds is not known */
static void
spoil(struct buf *out, char *const *lines, size_t n)
{
	size_t chosen = first_plain(lines, n);

	for (size_t i = 0; i < n; i++) {
		bool change = i == chosen || (chosen == n && is_answer(lines[i]));

		buf_printf(out, "%s%s\n", lines[i], change ? " spoiled" : "");
	}
}

static void
spoil_file(void *ctx, const char *name)
{
	struct spoiling *s = ctx;
	struct arena mem = {0};
	struct buf in = {0}, out = {0};
	const char *id = arena_printf(&mem, "expected/%s/%s", s->area, name);
	char *lines[4096];
	size_t n = 0;

	file_read(arena_printf(&mem, "%s/%s", s->c->home, id), &in);
	for (const char *p = buf_str(&in); *p && n < LENGTH(lines); n++) {
		size_t len = strcspn(p, "\n");

		lines[n] = arena_strndup(&mem, p, len);
		p += len + (p[len] == '\n');
	}
	spoil(&out, lines, n);
	dir_make(arena_printf(&mem, "%s/expected/%s", s->c->root, s->area));
	file_write(arena_printf(&mem, "%s/%s", s->c->root, id), buf_str(&out), out.len);
	buf_free(&in);
	buf_free(&out);
	arena_free(&mem);
}

static void
spoil_area(void *ctx, const char *name)
{
	struct spoiling s = {ctx, name};

	if (strcmp(name, NAME_KNOWN) && strcmp(name, NAME_SOURCES))
		dir_each(arena_printf(&s.c->mem, "%s/expected/%s", s.c->home, name), spoil_file,
			 &s);
}

/* make a suite with our cases and fixtures, in which every expected file is wrong */
static void
spoiled_suite(struct cli *c)
{
	cli_open(c);
	dir_remove(arena_printf(&c->mem, "%s/cases", c->root));
	if (symlink(arena_printf(&c->mem, "%s/cases", c->home),
		    arena_printf(&c->mem, "%s/cases", c->root)) ||
	    symlink(arena_printf(&c->mem, "%s/fixtures-src", c->home),
		    arena_printf(&c->mem, "%s/fixtures-src", c->root)) ||
	    symlink(arena_printf(&c->mem, "%s/build/fixtures", c->home),
		    arena_printf(&c->mem, "%s/build/fixtures", c->root)))
		die("cannot link into %s:", c->root);
	dir_each(arena_printf(&c->mem, "%s/expected", c->home), spoil_area, c);
	/* the rules that cases name */
	if (symlink(arena_printf(&c->mem, "%s/" FOLDER_SOURCES, c->home),
		    arena_printf(&c->mem, "%s/" FOLDER_SOURCES, c->root)))
		die("cannot link into %s:", c->root);
}

/* every case can fail: none passes after one line of its expected file was changed */
static void
test_spoiled(void)
{
	struct cli c;
	json_t *report, *result;
	size_t i, executed = 0;

	spoiled_suite(&c);
	/* a failure of the adapter's cases would stop the run */
	cli_write(&c, "expected/known/cpython.known", "skip adapter/* -- left out here\n");
	cli_run(&c, "-q --loader %s --level detail -o json:%s/report.json", cli_python(&c), c.root);
	report = cli_report(&c);
	json_array_foreach(json_object_get(report, "results"), i, result) {
		const char *outcome = text_of(result, "outcome");

		executed += strcmp(outcome, "SKIP") != 0;
		UNIT_CHECK(strcmp(outcome, "PASS"), "%s passes though spoiled",
			   text_of(result, "id"));
	}
	UNIT_CHECK(executed > 70, "%zu were executed", executed);
	json_decref(report);
	cli_close(&c);
}

static void
test_scaffold(void)
{
	struct cli c;
	struct cli_ran ran;
	struct buf text = {0};

	cli_open(&c);
	dir_make(arena_printf(&c.mem, "%s/fixtures-src", c.root));
	if (symlink(arena_printf(&c.mem, "%s/fixtures-src/include", c.home),
		    arena_printf(&c.mem, "%s/fixtures-src/include", c.root)))
		die("cannot link into %s:", c.root);
	ran = cli_run(&c, "--new area/my-rule");
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	CU_ASSERT_EQUAL(cli_run(&c, "--lint").exit_code, 2);
	file_read(arena_printf(&c.mem, "%s/cases/area/my-rule.case", c.root), &text);
	ran = cli_run(&c, "area/my-rule");
	UNIT_CHECK(ran.exit_code == 0, "said %s", ran.text);
	cli_write(&c, "fixtures-src/area/my_rule.c", "int x = ;\n");
	ran = cli_run(&c, "area/my-rule");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	UNIT_CHECK(strstr(ran.text, "fixtures-src/area/my_rule.c") && strstr(ran.text, "error:"),
		   "said %s", ran.text);
	/* what only the loader understands as a name counts, too */
	cli_case(&c, "area/in-a-word", "", "loaded? my_rule\n", "> loaded? my_rule\n= false\n");
	ran = cli_run(&c, "area/in-a-word");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	UNIT_CHECK(strstr(ran.text, "BROKEN  area/in-a-word"), "said %s", ran.text);
	buf_free(&text);
	cli_close(&c);
}

/* the document for testers contains every line of text, indented by four blanks */
static void
check_shown(struct cli *c, const char *text)
{
	struct buf readme = {0}, shown = {0};

	for (const char *p = text; *p;) {
		size_t len = strcspn(p, "\n");

		buf_printf(&shown, "%s%.*s\n", len ? "    " : "", (int)len, p);
		p += len + (p[len] == '\n');
	}
	file_read(arena_printf(&c->mem, "%s/harness/docs/testers.md", c->home),
		  &readme);
	CU_ASSERT_PTR_NOT_NULL(strstr(buf_str(&readme), buf_str(&shown)));
	buf_free(&readme);
	buf_free(&shown);
}

/* testers.md shows the loader in C; the one in Python passes, and fails without the second phase */
static void
test_python_plugin(void)
{
	struct cli c;
	struct cli_ran ran;
	struct buf text = {0};
	const char *example;

	cli_open(&c);
	example = arena_printf(&c.mem, "%s/harness/examples/plugin.py", c.home);
	file_read(arena_printf(&c.mem, "%s/harness/examples/naive_loader.c", c.home), &text);
	check_shown(&c, buf_str(&text));
	ran = cli_run_own(&c, "-q --loader %s --plugin %s", cli_python(&c), example);
	UNIT_CHECK(ran.exit_code == 0, "said %s", ran.text);
	cli_write(&c, "forgetful.py",
		  "import _imp\n_create = _imp.create_dynamic\n"
		  "def create_dynamic(spec, file=None):\n"
		  "    return _create(spec, file) if file else _create(spec)\n"
		  "def exec_dynamic(module):\n    return 0\n");
	ran = cli_run_own(&c, "-q --loader %s --plugin %s/forgetful.py multiphase/exec-order",
			  cli_python(&c), c.root);
	UNIT_CHECK(ran.exit_code == 1, "said %s", ran.text);
	buf_free(&text);
	cli_close(&c);
}

void
unit_cli_own(void)
{
	CU_pSuite s = CU_add_suite("cli own suite", NULL, NULL);

	CU_add_test(s, "fork and exec agree", test_isolations);
	CU_add_test(s, "no case passes when spoiled", test_spoiled);
	CU_add_test(s, "a loader in Python", test_python_plugin);
	CU_add_test(s, "a new case, and one whose fixture does not compile", test_scaffold);
}
