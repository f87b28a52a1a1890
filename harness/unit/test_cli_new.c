/*
 * Tests --new under the default interpreter: each kind works unchanged, a failure leaves no files,
 * and the documented five steps to add a case work.
 */
#include <CUnit/CUnit.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli_support.h"
#include "rows.h"
#include "scaffold.h"
#include "units.h"

/* an empty suite with the shared headers of the project's own */
static void
open_suite(struct cli *c)
{
	cli_open(c);
	dir_make(arena_printf(&c->mem, "%s/fixtures-src", c->root));
	if (symlink(arena_printf(&c->mem, "%s/fixtures-src/include", c->home),
		    arena_printf(&c->mem, "%s/fixtures-src/include", c->root)))
		die("cannot link into %s:", c->root);
}

/* replace each occurrence of a text in a file */
static void
edit(struct cli *c, const char *path, const char *from, const char *to)
{
	struct buf in = {0}, out = {0};
	const char *whole = arena_printf(&c->mem, "%s/%s", c->root, path), *p;

	UNIT_CHECK(!file_read(whole, &in) && strstr(buf_str(&in), from), "%s: no '%s'", path, from);
	p = buf_str(&in);
	for (const char *hit; (hit = strstr(p, from)); p = hit + strlen(from)) {
		buf_add(&out, p, (size_t)(hit - p));
		buf_puts(&out, to);
	}
	buf_puts(&out, p);
	file_write(whole, buf_str(&out), out.len);
	buf_free(&in);
	buf_free(&out);
}

static void
check_run(struct cli *c, const char *words, int code, const char *says)
{
	struct cli_ran ran = cli_run(c, "%s", words);

	UNIT_CHECK(ran.exit_code == code, "'%s': exit %d, expected %d; %s", words, ran.exit_code,
		   code, ran.text);
	UNIT_CHECK(strstr(ran.text, says), "'%s': said %s", words, ran.text);
}

static void
test_kinds(void)
{
	static const char *const names[] = {"my-rule", "class", "9lives", "errno"};
	struct cli c;
	size_t n = 0;

	open_suite(&c);
	for (int kind = 0; scaffold_kinds[kind]; kind++) {
		const char *area = arena_printf(&c.mem, "kind%d", kind);

		for (size_t i = 0; i < LENGTH(names); i++, n++)
			check_run(&c,
				  arena_printf(&c.mem, "--new %s/%s --kind %s", area, names[i],
					       scaffold_kinds[kind]),
				  0, arena_printf(&c.mem, "cases/%s/%s.case\n", area, names[i]));
	}
	check_run(&c, "--level detail", 0,
		  arena_printf(&c.mem, "%zu planned, %zu executed; %zu passed\n", n, n, n));
	check_run(&c, "--lint", 2, "summary is still the one of --new");
	for (int kind = 0; scaffold_kinds[kind]; kind++) {
		for (size_t i = 0; i < LENGTH(names); i++)
			edit(&c, arena_printf(&c.mem, "cases/kind%d/%s.case", kind, names[i]),
			     "REPLACE", "new");
	}
	check_run(&c, "--lint", 0, "no mistakes found");
	cli_close(&c);
}

/* there is neither a file nor a folder of the area */
static void
check_nothing(struct cli *c, const char *label)
{
	static const char *const folders[] = {"cases", "fixtures-src", "expected"};

	for (size_t i = 0; i < LENGTH(folders); i++) {
		const char *path = arena_printf(&c->mem, "%s/%s/new", c->root, folders[i]);

		UNIT_CHECK(access(path, F_OK), "%s: %s is there", label, path);
	}
}

static void
test_refused(void)
{
	static const struct {
		const char *words, *says;
	} rows[] = {
		{"--new new/x --kind singel-phase",
		 "unknown kind 'singel-phase'; did you mean 'single-phase'?"},
		{"--new new/x --kind ''", "there are multi-phase single-phase two-modules failing"},
		{"--new new", "expected AREA/NAME"},
		{"--new new/x/y", "expected AREA/NAME"},
		{"--new new/X", "expected AREA/NAME"},
		{"--new new/my_rule", "expected 'new/my-rule', words are joined by '-'"},
		{"--new known/x", "no area has its name"},
		{"--new include/x", "no area has its name"},
		{"--kind failing new/x", "--kind goes with --new only"},
	};
	struct cli c;

	open_suite(&c);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		check_run(&c, rows[i].words, 2, rows[i].says);
		check_nothing(&c, rows[i].words);
	}
	cli_close(&c);
}

/* a file at one of the paths stays unchanged, and nothing else is written */
static void
check_in_the_way(const char *path)
{
	struct cli c;
	struct buf text = {0};

	open_suite(&c);
	cli_write(&c, path, "mine\n");
	check_run(&c, "--new new/my-rule --kind two-modules", 2, "exists already");
	file_read(arena_printf(&c.mem, "%s/%s", c.root, path), &text);
	row_text(__FILE__, __LINE__, buf_str(&text), "mine\n");
	unlink(arena_printf(&c.mem, "%s/%s", c.root, path));
	rmdir(arena_printf(&c.mem, "%s/%.*s", c.root, (int)(strrchr(path, '/') - path), path));
	check_nothing(&c, path);
	buf_free(&text);
	cli_close(&c);
}

static void
test_nothing_half(void)
{
	struct cli c;
	struct cli_ran ran;

	check_in_the_way("cases/new/my-rule.case");
	check_in_the_way("fixtures-src/new/my_rule.c");
	check_in_the_way("fixtures-src/new/my_rule_provider.c");
	check_in_the_way("expected/new/my-rule.out");

	/* a folder cannot be made below a file */
	cli_open(&c);
	cli_write(&c, "fixtures-src", "a file\n");
	check_run(&c, "--new new/x", 2, "cannot make ");
	check_nothing(&c, "a file for a folder");

	/* like a full disk: files can be created, but no byte can be written */
	unlink(arena_printf(&c.mem, "%s/fixtures-src", c.root));
	cli_write(&c, "limited", "ulimit -f 0\nexec %s/conform --root %s \"$@\"\n", c.build,
		  c.root);
	ran = cli_run_program(&c, "sh %s/limited --new new/x", c.root);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "cannot write "), "exit %d, said %s",
		   ran.exit_code, ran.text);
	check_nothing(&c, "no room");
	cli_close(&c);
}

static void
check_documented(struct cli *c, const char *words)
{
	static const char head[] = "## Add a case in five steps";
	struct buf readme = {0};
	const char *from, *to, *hit;

	file_read(arena_printf(&c->mem, "%s/harness/docs/authors.md", c->home), &readme);
	from = strstr(buf_str(&readme), head);
	to = from ? strstr(from + 1, "\n## ") : NULL;
	hit = from ? strstr(from, words) : NULL;
	UNIT_CHECK(hit && to && hit < to, "the steps do not say '%s'", words);
	buf_free(&readme);
}

/* the documented steps, in a suite without other cases */
static void
test_five_steps(void)
{
	struct cli c;

	open_suite(&c);
	cli_write(&c, "broken.py",
		  "import _imp\n_create = _imp.create_dynamic\n"
		  "def create_dynamic(spec, file=None):\n"
		  "    return _create(spec, file) if file else _create(spec)\n"
		  "def exec_dynamic(module):\n    return 0\n");

	check_documented(&c, "`./run_tests.sh --new hook/my-rule`");
	check_run(&c, "--new hook/my-rule", 0, "run it: ./run_tests.sh --root ");
	check_run(&c, "hook/my-rule", 0, "1 passed");

	check_documented(&c, "`fixtures-src/hook/my_rule.c`");
	edit(&c, "fixtures-src/hook/my_rule.c", "REPLACE: what", "It says twice what");
	edit(&c, "fixtures-src/hook/my_rule.c", "\tfx_event(\"exec\");\n",
	     "\tfx_event(\"exec\");\n\tfx_event(\"exec again\");\n");

	check_documented(&c, "`cases/hook/my-rule.case`");
	edit(&c, "cases/hook/my-rule.case", "REPLACE", "new");

	check_documented(&c, "`expected/hook/my-rule.out`");
	check_documented(&c, "`./run_tests.sh hook/my-rule` shows");
	check_run(&c, "hook/my-rule", 1, "+| exec again");
	check_documented(&c, "`--bless`");
	check_run(&c, "--bless hook/my-rule", 1, "blessed ");
	check_run(&c, "hook/my-rule", 0, "1 passed");

	check_documented(&c, "Break what the case checks, see it fail, repair it; `make lint`; "
			 "commit.");
	check_run(&c, arena_printf(&c.mem, "--plugin %s/broken.py hook/my-rule", c.root), 1,
		  "-| exec again");
	check_run(&c, "hook/my-rule", 0, "1 passed");
	check_run(&c, "--lint", 0, "no mistakes found");
	cli_close(&c);
}

void
unit_cli_new(void)
{
	static const struct row_test tests[] = {
		{"each kind", test_kinds},
		{"refusals", test_refused},
		{"all or nothing", test_nothing_half},
		{"the five steps of authors.md", test_five_steps},
	};

	rows_suite("cli new", tests, LENGTH(tests));
}
