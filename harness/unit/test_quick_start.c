/*
 * Tests the scripts that run and compare README's "Quick start": quick-start.sh, and bare-debian.sh
 * on a machine that cannot make a bare Debian.
 */
#include <CUnit/CUnit.h>
#include <string.h>

#include "rows.h"
#include "tree.h"

static const char readme[] = "# x\n\n"
			     "    not-this\n\n"
			     "## Quick start\n\n"
			     "    ./first 'a b'   # says\n"
			     "    make second\n\n"
			     "It ends:\n\n"
			     "    head\n"
			     "        59  requires py>=3.15\n"
			     "        ...\n"
			     "    took 2.26 s, /usr/bin/x\n\n"
			     "and:\n\n"
			     "    a\n"
			     "\n"
			     "    b\n\n"
			     "## Next\n\n"
			     "    nor-this\n";

static struct output
quick_start(struct tree *t, const char *arguments)
{
	const char *line = arena_printf(
		&t->mem, "cd '%s' && sh '%s/harness/tools/check/quick-start.sh' README.md %s",
		t->dir, t->root, arguments);

	return tree_run(t, (const char *[]){"sh", "-c", line, NULL});
}

static void
test_commands(void)
{
	struct output o;
	struct tree t;

	tree_open(&t);
	tree_write(&t, "README.md", readme);
	o = quick_start(&t, "commands");
	row_check(__FILE__, __LINE__, !o.status, o.text);
	row_text(__FILE__, __LINE__, o.text, "./first 'a b'\nmake second\n");
	tree_write(&t, "README.md", "# x\n\n    ./first\n");
	row_check(__FILE__, __LINE__, quick_start(&t, "commands").status == 2, "no commands");
	tree_close(&t);
}

#define SAYS(number) "README.md:" #number ": quotes   "

static void
test_comparison(void)
{
	static const struct {
		int line;
		const char *how, *real;
		const char *says; /* "" if the output equals the quote */
	} rows[] = {
		{__LINE__, "ends-like 2", "x\nhead\n 1 requires a\n b\n c\ntook 1 s, /x\n", ""},
		{__LINE__, "ends-like 2", "head\n  1  requires a\ntook 11.5 s, x/y\n", ""},
		{__LINE__, "ends-like 2", "head\n 1 requires a\nnote: b\ntook 1 s, x/y\n", ""},
		{__LINE__, "ends-like 2", "head\n 1 requires a\ntook 1 s, x\n", SAYS(15) "took"},
		{__LINE__, "ends-like 2", "head\n 1 need a\ntook 1 s, /x\n", SAYS(13) "    59"},
		{__LINE__, "ends-like 2", "tail\n", SAYS(12) "head"},
		{__LINE__, "ends-like 2", "", SAYS(12) "head"},
		{__LINE__, "ends-like 2", "took 1 s, /x\nhead\n 1 requires a\n", SAYS(15) "took"},
		{__LINE__, "ends-like 2", "head\n 1 requires a\ntook 1 h, /x\n", SAYS(15) "took"},
		{__LINE__, "ends-like 2", "head\n 1 requires a\ntook 1 s, /x\nmore\n",
		 SAYS(15) "took"},
		{__LINE__, "is-in 2", "head\n 1 requires a\ntook 1 s, /x\nmore\n", ""},
		{__LINE__, "is-in 2", "head\n 1 requires a\nmore\n", SAYS(15) "took"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct output o;
		struct tree t;

		tree_open(&t);
		tree_write(&t, "README.md", readme);
		tree_write(&t, "real", rows[i].real);
		o = quick_start(&t, arena_printf(&t.mem, "%s real", rows[i].how));
		row_check(__FILE__, rows[i].line, o.status == (*rows[i].says ? 1 : 0), o.text);
		row_contains(__FILE__, rows[i].line, o.text, rows[i].says);
		row_check(__FILE__, rows[i].line, *rows[i].says || !*o.text, o.text);
		tree_close(&t);
	}
}

/*
 * Makes a project with a commit of the scripts and a README, and one file that is not committed, on
 * a machine without namespaces. Status 77: git is missing.
 */
static const char project[] =
	"command -v git >/dev/null || exit 77\n"
	"mkdir -p \"$1/p/harness\" \"$1/bin\" && tar -cf - harness/tools/check/*.sh "
	"harness/tools/setup/revision.sh harness/packaging/dist.sh harness/format/version.h | "
	"tar -xf - -C \"$1/p\" && cd \"$1/p\" || exit 9\n"
	"printf '#!/bin/sh\\nexit 1\\n' >../bin/unshare && chmod +x ../bin/unshare\n"
	"printf '## Quick start\\n\\n%s\\n' \"$2\" >README.md; echo build/ >.gitignore\n"
	"export GIT_CONFIG_NOSYSTEM=1 HOME=\"$1\"\n"
	"git init -q && git add . && git -c user.name=x -c user.email=x commit -qm one || exit 9\n"
	"mkdir build; : >build/old; : >uncommitted\n"
	"PATH=$1/bin:$PATH TOLD=1 exec sh harness/tools/check/bare-debian.sh\n";

static void
test_bare(void)
{
	static const struct {
		int line;
		const char *commands; /* the lines in README */
		int status;
		const char *last;
	} rows[] = {
		{__LINE__, "    true\n    true # twice", 0, "\n2 passed, 0 failed\n"},
		{__LINE__, "    false\n    true", 1, "\n1 passed, 1 failed\n"},
		{__LINE__, "    echo '5 passed, 0 failed'\n    true", 0, "\n6 passed, 0 failed\n"},
		{__LINE__, "    echo '5 passed, 2 failed'; exit 1", 1, "\n5 passed, 2 failed\n"},
		{__LINE__, "    echo '5 passed, 0 failed'; exit 1", 1, "\n5 passed, 1 failed\n"},
		{__LINE__, "    echo 1 >made\n    test -e made", 0, "\n2 passed, 0 failed\n"},
		{__LINE__, "    test ! -e build -a ! -e uncommitted", 0, "\n1 passed, 0 failed\n"},
		{__LINE__, "    test -z \"${TOLD-}\"", 0, "\n1 passed, 0 failed\n"},
		{__LINE__, "    exit 0", 0, " s\n1 passed, 0 failed\n"},
		{__LINE__, "none", 2, "README has no such block\n"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		const char *arguments[] = {"sh", "-c", project, "-", NULL, rows[i].commands, NULL};
		struct output o;
		struct tree t;

		tree_open(&t);
		arguments[4] = t.dir;
		o = tree_run(&t, arguments);
		if (o.status != 77) {
			row_check(__FILE__, rows[i].line, o.status == rows[i].status, o.text);
			row_contains(__FILE__, rows[i].line, o.text, rows[i].last);
			row_check(__FILE__, rows[i].line,
				  !tree_has(&t, "p/build/bare-debian/copy"), "the copy is left");
		}
		tree_close(&t);
	}
}

void
unit_quick_start(void)
{
	static const struct row_test tests[] = {
		{"the commands are taken from README", test_commands},
		{"quoted output has the shape of a real one", test_comparison},
		{"the commands are run in an unpacked tarball", test_bare},
	};

	rows_suite("quick-start", tests, LENGTH(tests));
}
