/* Each rule of --lint for the files of a suite: one example that passes, one that fails. */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fixtures/catalog.h"
#include "lint.h"
#include "rows.h"
#include "run/suite.h"
#include "tree.h"
#include "units.h"
#include "base/util.h"

#define CASE "cases/a/good.case"
#define OUT "expected/a/good.out"
#define KNOWN "expected/known/some.known"
#define FIXTURE "fixtures-src/a/good.c"
#define HEAD "summary: x\nspec: PEP 1, x\n"
#define MUTANTS "harness/reference/mutants"
#define AROUND "harness/reference/around"
#define MUTANT "mutant: some\n"
#define LIST "expected/sources/list.spec"
#define RULES "title: x\nurl: https://example.org/\n\n"
#define COMMANDS MUTANT "\nimport m\ngc\n"
#define LINES "> import m\n= null\n> gc\n= null\n"

/* a file that is added to a suite without mistakes */
struct file {
	const char *path; /* NULL: no file is added */
	const char *text; /* the text, or one of the values below */
};

static const char absent[] = "absent", folder[] = "folder", link_to_itself[] = "link",
		  fifo[] = "fifo", sealed[] = "sealed";

enum { NOBODY = 65534 };

struct rule {
	int line;
	const char *says;
	struct file passes, fails;
};

/* 256 bytes, one more than the longest file name */
#define TEN(s) s s s s s s s s s s
#define LONG_NAME TEN(TEN("xx")) TEN("xxxxx") "xxx.so"

static const struct rule rules[] = {
	/* cases */
	{__LINE__, "cases: cannot be listed: No such file", {NULL, NULL}, {"cases", absent}},
	{__LINE__, "cases/b: expected a folder named after an area",
	 {"cases/b", folder}, {"cases/b", ""}},
	{__LINE__, "cases/a/b.txt: not a case: expected a name that ends in .case",
	 {CASE, HEAD COMMANDS}, {"cases/a/b.txt", HEAD COMMANDS}},
	{__LINE__, "cases/b: cannot be listed: Permission denied",
	 {"cases/b", folder}, {"cases/b", sealed}},
	{__LINE__, CASE ": cannot be read: it is a folder",
	 {CASE, HEAD COMMANDS}, {CASE, folder}},
	{__LINE__, CASE ":3: unknown key 'colour'",
	 {CASE, HEAD "tags: smoke\n" COMMANDS}, {CASE, HEAD "colour: x\n" COMMANDS}},
	{__LINE__, CASE ":1: summary is still the one of --new",
	 {CASE, HEAD COMMANDS}, {CASE, "summary: REPLACE: x\nspec: PEP 1, x\n" COMMANDS}},
	{__LINE__, CASE ":2: spec is still the one of --new",
	 {CASE, "summary: x\nspec: https://example.org/x\n" COMMANDS},
	 {CASE, "summary: x\nspec: https://example.org/REPLACE\n" COMMANDS}},
	{__LINE__, CASE ":1: requires 'py>=3.6' can never differ",
	 {CASE, HEAD "requires: py>=3.7\n" COMMANDS}, {CASE, HEAD "requires: py>=3.6\n" COMMANDS}},

	/* threads */
	{__LINE__, CASE ":6: gate 'g' is left closed; expected 'open g'",
	 {CASE, HEAD MUTANT "\nimport m\ngc\n"},
	 {CASE, HEAD MUTANT "\nimport m\nreached g\ngc\n"}},
	{__LINE__, CASE ":5: no thread 'a' runs; expected 'start a CMD' above",
	 {CASE, HEAD MUTANT "\nimport m\ngc\n"},
	 {CASE, HEAD MUTANT "\njoin a\nstart a gc\n"}},
	{__LINE__, CASE ":7: no thread 'a' runs; expected 'start a CMD' above",
	 {CASE, HEAD MUTANT "\nimport m\ngc\n"},
	 {CASE, HEAD MUTANT "\nstart a gc\njoin a\nblocked? a\n"}},
	{__LINE__, CASE ":6: thread 'a' runs already; expected 'join a' above",
	 {CASE, HEAD MUTANT "\nimport m\ngc\n"},
	 {CASE, HEAD MUTANT "\nstart a gc\nstart a gc\n"}},

	/* mutants */
	{__LINE__, CASE ":1: missing key 'mutant'; expected NAME",
	 {CASE, HEAD "mutant: some\n\nimport m\ngc\n"}, {CASE, HEAD "\nimport m\ngc\n"}},
	{__LINE__, CASE ":3: mutant 'any'; there is no " MUTANTS "/any.patch",
	 {MUTANTS "/any.txt", absent}, {CASE, HEAD "mutant: some any\n\nimport m\ngc\n"}},
	{__LINE__, CASE ":3: mutant 'some'; there is no ",
	 {CASE, HEAD COMMANDS}, {MUTANTS "/some.patch", absent}},
	{__LINE__, CASE ":3: mutant is still the one of --new",
	 {CASE, HEAD COMMANDS}, {CASE, HEAD "mutant: none -- REPLACE: x\n\nimport m\ngc\n"}},
	{__LINE__, MUTANTS "/some.patch: no case names this mutant",
	 {CASE, HEAD COMMANDS}, {CASE, HEAD "mutant: none -- x\n\nimport m\ngc\n"}},
	{__LINE__, MUTANTS "/any.patch: no case names this mutant",
	 {CASE, HEAD COMMANDS}, {MUTANTS "/any.patch", "x\n"}},
	{__LINE__, MUTANTS "/some.txt: expected a name that ends in .patch",
	 {MUTANTS "/some.patch", "x\n"}, {MUTANTS "/some.txt", "x\n"}},
	{__LINE__, AROUND "/any.py: no case names this mutant",
	 {AROUND "/some.py", "# x\n"}, {AROUND "/any.py", "# x\n"}},
	{__LINE__, AROUND "/later.py: no case names this mutant",
	 {AROUND "/OPEN", "other\nlater\n"}, {AROUND "/OPEN", "other\n"}},
	{__LINE__, AROUND "/later.py: a case names this mutant, and OPEN too",
	 {CASE, HEAD COMMANDS}, {CASE, HEAD "mutant: some later\n\nimport m\ngc\n"}},

	/* expected files */
	{__LINE__, CASE ":1: no expected file: expected ", {OUT, LINES}, {OUT, absent}},
	{__LINE__, "expected: cannot be listed: No such file", {NULL, NULL}, {"expected", absent}},
	{__LINE__, "expected/b: cannot be listed: Not a directory",
	 {"expected/b", folder}, {"expected/b", ""}},
	{__LINE__, "expected/a/b.txt: expected a name that ends in .out",
	 {OUT, LINES}, {"expected/a/b.txt", LINES}},
	{__LINE__, "expected/a/b.out: no case has this expected file",
	 {OUT, LINES}, {"expected/a/b.out", LINES}},
	{__LINE__, OUT ":1: unknown mark in 'null'", {OUT, LINES}, {OUT, "null\n" LINES}},
	{__LINE__, OUT ":1: a guard around the required line 2; expected '# why:",
	 {OUT, "# why: x\n@if py>=3.12\n> import m\n@else\n> import m\n@end\n> gc\n"},
	 {OUT, "@if py>=3.12\n> import m\n@else\n> import m\n@end\n> gc\n"}},
	{__LINE__, OUT ":2: guard 'py<4' can never differ",
	 {OUT, "> import m\n@if py<3.8\n~ a b\n@end\n> gc\n"},
	 {OUT, "> import m\n@if py<4\n~ a b\n@end\n> gc\n"}},
	{__LINE__, OUT ":3: not the case's next command; expected '> gc'",
	 {OUT, LINES}, {OUT, "> import m\n= null\n> import n\n= null\n> gc\n"}},
	{__LINE__, OUT ":3: not the case's next command; expected '> (the end)'",
	 {OUT, LINES}, {OUT, "> import m\n> gc\n> gc 2\n"}},
	{__LINE__, CASE ":6: command has no '> gc' in ",
	 {OUT, "> import m\n!! exit 1\n"}, {OUT, "> import m\n= null\n"}},

	/* known lists */
	{__LINE__, "expected/known/some.txt: expected a name that ends in .known or .causes",
	 {KNOWN, "# none\n"}, {"expected/known/some.txt", "# none\n"}},
	{__LINE__, "expected/known/x.causes:3: a cause without a line '# AREA/NAME: WHY' above it",
	 {"expected/known/x.causes", "# text\n\n# a/good, a/good: why\nmissing | exec\n"},
	 {"expected/known/x.causes", "# a/good: why\n\nmissing | exec\n"}},
	{__LINE__, "expected/known/x.causes:1: there is no case 'a/bad'",
	 {"expected/known/x.causes", "# a/good: why\nmissing | exec\n"},
	 {"expected/known/x.causes", "# a/bad: why\nmissing | exec\n"}},
	{__LINE__, KNOWN ": cannot be read: it is not a regular file",
	 {KNOWN, "# none\n"}, {KNOWN, fifo}},
	{__LINE__, KNOWN ":1: unknown kind 'fial'",
	 {KNOWN, "fail a/good -- x\n"}, {KNOWN, "fial a/good -- x\n"}},
	{__LINE__, KNOWN ":2: 'a/bad*' matches no case",
	 {KNOWN, "\nfail a/goo* -- x\n"}, {KNOWN, "\nfail a/bad* -- x\n"}},
	{__LINE__, KNOWN ":1: if 'py<4' can never differ",
	 {KNOWN, "fail a/good if py<3.8 -- x\n"}, {KNOWN, "fail a/good if py<4 -- x\n"}},

	/* lists of rules */
	{__LINE__, CASE ":2: unknown rule 'list#on'; did you mean 'list#one'?",
	 {CASE, HEAD COMMANDS}, {CASE, "summary: x\nspec: list#on\n" COMMANDS}},
	{__LINE__, CASE ":2: unknown source 'lisd'; did you mean 'list'?",
	 {CASE, HEAD COMMANDS}, {CASE, "summary: x\nspec: lisd#one\n" COMMANDS}},
	{__LINE__, CASE ":2: spec 'PEP 2, x'; expected a rule of expected/sources/pep-2.spec",
	 {CASE, HEAD COMMANDS}, {CASE, "summary: x\nspec: PEP 2, x\n" COMMANDS}},
	{__LINE__, "expected/sources/x.txt: expected a name that ends in .spec",
	 {"expected/sources/x.spec", RULES "a - b -- not covered: c\n"},
	 {"expected/sources/x.txt", RULES "a - b -- not covered: c\n"}},
	{__LINE__, "expected/sources/x.spec: cannot be read: it is a folder",
	 {"expected/sources/x.spec", RULES "a - b -- not testable: c\n"},
	 {"expected/sources/x.spec", folder}},
	{__LINE__, "expected/sources/x.spec:4: no case names x#a; expected one, or ",
	 {"expected/sources/x.spec", RULES "a - b -- not covered: c\n"},
	 {"expected/sources/x.spec", RULES "a - b\n"}},
	{__LINE__, LIST ":4: a reason why no case names list#one, but a/good does",
	 {CASE, HEAD COMMANDS}, {CASE, "summary: x\nspec: list#one\n" COMMANDS}},
	{__LINE__, "expected/sources/x.spec:4: rule 'A'; expected words of a-z and 0-9",
	 {"expected/sources/x.spec", RULES "a - b -- not covered: c\n"},
	 {"expected/sources/x.spec", RULES "A - b -- not covered: c\n"}},

	/* fixtures */
	{__LINE__, "fixtures-src/: cannot be listed: Not a directory",
	 {"fixtures-src", absent}, {"fixtures-src", ""}},
	{__LINE__, "fixtures-src/f.c:1: a fixture belongs in a folder, its area",
	 {FIXTURE, ""}, {"fixtures-src/f.c", ""}},
	{__LINE__, FIXTURE ": cannot be read: it is not a regular file",
	 {FIXTURE, ""}, {FIXTURE, fifo}},
	{__LINE__, FIXTURE ": a symbolic link is not built; expected a file",
	 {FIXTURE, ""}, {FIXTURE, link_to_itself}},
	{__LINE__, FIXTURE ":1: unknown key 'nonsense'",
	 {FIXTURE, "/* fixture: check=bindnow */\n"}, {FIXTURE, "/* fixture: nonsense=1 */\n"}},
	{__LINE__, FIXTURE ":1: check: unknown property 'binnow'",
	 {FIXTURE, "/* fixture: check=bindnow */\n"}, {FIXTURE, "/* fixture: check=binnow */\n"}},
	{__LINE__, FIXTURE ":1: tool 'pybind11': expected pybind11 in a .cc",
	 {"fixtures-src/b/good.cc", "/* fixture: tool=pybind11 */\n"},
	 {FIXTURE, "/* fixture: tool=pybind11 */\n"}},
	{__LINE__, FIXTURE ":1: 'b/c.so' is in another folder",
	 {FIXTURE, "/* fixture: out=c.so */\n"}, {FIXTURE, "/* fixture: out=b/c.so */\n"}},
	{__LINE__, FIXTURE ":1: name of 256 bytes: xx",
	 {FIXTURE, "/* fixture: out=x.so */\n"}, {FIXTURE, "/* fixture: out=" LONG_NAME " */\n"}},
	{__LINE__, "x.so is also made by ",
	 {FIXTURE, "/* fixture: out=x.so out=y.so */\n"},
	 {FIXTURE, "/* fixture: out=x.so out=x.so */\n"}},
	{__LINE__, FIXTURE ":1: needs y.so, but no source in its folder makes it",
	 {FIXTURE, "/* fixture: out=x.so */\n"}, {FIXTURE, "/* fixture: out=x.so needs=y.so */\n"}},
	{__LINE__, FIXTURE ":1: x.so needs itself",
	 {FIXTURE, "/* fixture: out=x.so */\n"}, {FIXTURE, "/* fixture: out=x.so needs=x.so */\n"}},
};

static void
put(struct tree *t, const struct file *f)
{
	const char *path;

	if (!f->path)
		return;
	path = arena_printf(&t->mem, "%s/%s", t->dir, f->path);
	if (unlink(path))
		dir_remove(path);
	if (f->text == folder || f->text == sealed)
		dir_make(path);
	else if (f->text == link_to_itself)
		UNIT_CHECK(!symlink(path, path), "%s", path);
	else if (f->text == fifo)
		UNIT_CHECK(!mkfifo(path, 0600), "%s", path);
	else if (f->text != absent)
		tree_write(t, f->path, f->text);
	if (f->text == sealed)
		UNIT_CHECK(!chmod(path, 0), "%s", path);
}

/* the messages of --lint about the suite in t */
static void
lint(struct tree *t, struct errors *errors)
{
	struct catalog catalog;
	struct suite s;

	/* like --lint: files that do not parse are not checked further */
	suite_load(&t->mem, &s, t->dir, errors);
	suite_catalog(&t->mem, &s, &catalog, errors);
	if (!errors->n)
		lint_suite(&s, errors);
	suite_free(&s);
}

/* root may list any folder: look as somebody else; false if that is not to be had */
static bool
lint_sealed(struct tree *t, struct errors *errors)
{
	bool root = !geteuid();

	if (root && (chmod(t->dir, 0755) || seteuid(NOBODY)))
		return false;
	lint(t, errors);
	UNIT_CHECK(!root || !seteuid(0), "root again");
	return true;
}

static void
check(int line, const struct file *f, const char *says)
{
	struct errors errors = {0};
	bool done = true;
	struct tree t;

	tree_open(&t);
	tree_write(&t, CASE, HEAD COMMANDS);
	tree_write(&t, OUT, LINES);
	tree_write(&t, KNOWN, "fail a/good -- x\n");
	tree_write(&t, FIXTURE, "");
	tree_write(&t, LIST, RULES "one #one a rule -- not covered: x\n");
	tree_write(&t, "expected/sources/pep-2.spec", RULES "a - b -- not covered: x\n");
	tree_write(&t, MUTANTS "/some.patch", "what a user sees\n");
	tree_write(&t, AROUND "/later.py", "# what a user sees\n");
	tree_write(&t, AROUND "/OPEN", "later\n");
	put(&t, f);
	if (f->text == sealed)
		done = lint_sealed(&t, &errors);
	else
		lint(&t, &errors);
	row_check(__FILE__, line, !done || !errors.n == !says, buf_str(&errors.text));
	if (done && says)
		row_contains(__FILE__, line, buf_str(&errors.text), says);
	errors_free(&errors);
	tree_close(&t);
}

static void
test_passes(void)
{
	for (size_t i = 0; i < LENGTH(rules); i++)
		check(rules[i].line, &rules[i].passes, NULL);
}

static void
test_fails(void)
{
	for (size_t i = 0; i < LENGTH(rules); i++)
		check(rules[i].line, &rules[i].fails, rules[i].says);
}

void
unit_lint_suite(void)
{
	static const struct row_test tests[] = {
		{"what each rule lets pass", test_passes},
		{"what each rule finds", test_fails},
	};

	rows_suite("lint suite", tests, LENGTH(tests));
}
