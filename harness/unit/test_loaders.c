/* Tests `make loaders`: its script with made-up recipes, and the names of the real ones. */
#include <CUnit/CUnit.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "rows.h"
#include "tree.h"
#include "units.h"

/* recipes by name; the interpreters are scripts that know -VV and say their own path */
static const struct {
	const char *name, *text;
} recipes[] = {
	{"one", "summary='the first'\nnames='one uno'\n"
		"make_loaders() {\n"
		"	for name in $names; do\n"
		"		put_script $name '[ $1 != -VV ] || exec echo Fake; echo $0' "
		"--cc x$name\n"
		"	done\n"
		"	echo . >>\"$work/made\"\n"
		"}\n"},
	{"away", "summary='not to be had'\nnames=away\nmake_loaders() { skip 'no luck'; }\n"},
	{"dead", "summary='does not start'\nnames=dead\n"
		 "make_loaders() { put_script dead 'exit 1'; }\n"},
	{"slow", "summary='is compiled'\nnames=slow kind=source\n"
		 "make_loaders() { needs nosuchtool; }\n"},
	{"wrong", "summary='a faulty recipe'\nnames=wrong kind=source\n"
		  "make_loaders() { false; echo on >&2; }\n"},
	{"none", "summary='a mirror that is not there'\nnames=none kind=source\n"
		 "make_loaders() { debian bookworm amd64 python3; }\n"},
};

static void
open_recipes(struct tree *t)
{
	tree_open(t);
	for (size_t i = 0; i < LENGTH(recipes); i++)
		tree_write(t, arena_printf(&t->mem, "recipes/%s.sh", recipes[i].name),
			   recipes[i].text);
}

static struct output
run_loaders(struct tree *t, const char *arguments)
{
	const char *line = arena_printf(
		&t->mem,
		"cd '%s' && LOADERS_MIRROR=file:/nonexistent LOADERS_RECIPES=\"$PWD/recipes\" "
		"sh '%s/harness/tools/loaders/loaders.sh' b %s 2>&1",
		t->dir, t->root, arguments);

	return tree_run(t, (const char *[]){"sh", "-c", line, NULL});
}

static void
test_words(void)
{
	static const struct {
		int line;
		const char *arguments;
		int status;
		const char *says, *not;
	} rows[] = {
		{__LINE__, "", 0, "loaders: one: Fake\nloaders: uno: Fake\n", "slow"},
		{__LINE__, "", 0, "loaders: away skipped: no luck\n", "failed"},
		{__LINE__, "", 0, "loaders: dead skipped: it does not start", "dead: "},
		{__LINE__, "uno", 0, "loaders: one: Fake\n", "skipped"},
		{__LINE__, "slow", 0, "loaders: slow skipped: there is no nosuchtool\n", "one"},
		{__LINE__, "wrong", 1, "loaders: wrong.sh failed (see ", "on\n"},
		{__LINE__, "none", 0, "loaders: none skipped: ", "failed"},
		{__LINE__, "all", 1, "loaders: slow skipped: there is no nosuchtool\n", "on\n"},
		{__LINE__, "one eins", 2, "makes 'eins'; there are: away dead one uno",
		 "Fake"},
		{__LINE__, "list", 0, "uno\tpackage\tthe first\n", "Fake"},
		{__LINE__, "made", 0, "", "one"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct output o;
		struct tree t;

		open_recipes(&t);
		o = run_loaders(&t, rows[i].arguments);
		row_check(__FILE__, rows[i].line, o.status == rows[i].status, o.text);
		row_contains(__FILE__, rows[i].line, o.text, rows[i].says);
		row_check(__FILE__, rows[i].line, !strstr(o.text, rows[i].not), o.text);
		tree_close(&t);
	}
}

/* a loader is kept until its recipe changes, and one that was not to be had is tried again */
static void
test_kept(void)
{
	struct tree t;

	open_recipes(&t);
	CU_ASSERT_EQUAL(run_loaders(&t, "one").status, 0);
	CU_ASSERT_STRING_EQUAL(run_loaders(&t, "one").text, "");
	CU_ASSERT_STRING_EQUAL(tree_read(&t, "b/loaders/trees/one/made", NULL), ".\n");
	CU_ASSERT_TRUE(tree_has(&t, "b/loaders/uno"));
	tree_write(&t, "recipes/one.sh", arena_printf(&t.mem, "# changed\n%s", recipes[0].text));
	row_contains(__FILE__, __LINE__, run_loaders(&t, "one").text, "loaders: one: Fake\n");
	CU_ASSERT_STRING_EQUAL(tree_read(&t, "b/loaders/trees/one/made", NULL), ".\n.\n");
	row_contains(__FILE__, __LINE__, run_loaders(&t, "away").text, "no luck");
	row_contains(__FILE__, __LINE__, run_loaders(&t, "away").text, "no luck");
	tree_close(&t);
}

/* links stay in the root, a debug build's headers are no links, documentation is left out */
static const char package[] =
	"names=deb\n"
	"make_loaders() {\n"
	"	needs dpkg-deb\n"
	"	p=$work/p h=$work/p/usr/include\n"
	"	mkdir -p \"$work/cache/archives\" \"$p/DEBIAN\" \"$p/lib64\" \\\n"
	"		\"$p/usr/share/doc\" \"$p/usr/bin\" \"$h/x3\" \"$h/x3d\" \"$h/tuple/x3d\"\n"
	"	printf '%s: x\\n' Package Maintainer Description >\"$p/DEBIAN/control\"\n"
	"	printf 'Version: 1\\nArchitecture: all\\n' >>\"$p/DEBIAN/control\"\n"
	"	echo 'echo Fake' >\"$p/usr/bin/program\"\n"
	"	ln -s /usr/bin/program \"$p/lib64/program\"\n"
	"	: >\"$p/usr/share/doc/text\"; echo 1 >\"$h/x3/Python.h\"\n"
	"	ln -s ../x3/Python.h \"$h/x3d/\"; echo 2 >\"$h/tuple/x3d/pyconfig.h\"\n"
	"	dpkg-deb -b \"$p\" \"$work/cache/archives/x.deb\" >/dev/null\n"
	"	unpack\n"
	"	headers_of x3d\n"
	"	put_script deb \". '$root/lib64/program'\"\n"
	"	[ ! -L \"$root/usr/include/x3d/Python.h\" ] && cat \"$root\"/usr/include/x3d/*\n"
	"	[ ! -e \"$root/usr/share/doc/text\" ]\n"
	"}\n";

static void
test_package(void)
{
	struct output o;
	struct tree t;

	tree_open(&t);
	tree_write(&t, "recipes/deb.sh", package);
	o = run_loaders(&t, "deb");
	row_check(__FILE__, __LINE__, !o.status, o.text);
	if (!strstr(o.text, "there is no dpkg-deb"))
		row_text(__FILE__, __LINE__, o.text, "1\n2\nloaders: deb: Fake\n");
	tree_close(&t);
}

/* what is there, and the options of conform that go with it */
static void
test_options(void)
{
	struct tree t;

	open_recipes(&t);
	run_loaders(&t, "");
	row_text(__FILE__, __LINE__, run_loaders(&t, "made package | sed 's|.*/||'").text,
		 "one\nuno\n");
	row_text(__FILE__, __LINE__, run_loaders(&t, "made source").text, "");
	row_text(__FILE__, __LINE__, run_loaders(&t, "options \"$PWD/b/loaders/uno\"").text,
		 "--cc xuno\n");
	CU_ASSERT_EQUAL_FATAL(symlink("b", arena_printf(&t.mem, "%s/link", t.dir)), 0);
	row_text(__FILE__, __LINE__, run_loaders(&t, "options \"$PWD/link/loaders/uno\"").text,
		 "--cc xuno\n");
	row_text(__FILE__, __LINE__, run_loaders(&t, "options /usr/bin/uno").text, "");
	tree_close(&t);
}

/* `make loaders NAME` must not run a goal of that name; the documentation's table has all names */
static void
test_names(void)
{
	static const char script[] =
		"make -s help | awk '{print $1}' >\"$1/goals\"\n"
		"sh harness/tools/loaders/loaders.sh \"$1\" list >\"$1/list\" || exit 1\n"
		"cut -f 1 \"$1/list\" | sort | uniq -d\n"
		"cut -f 1 \"$1/list\" | grep -xF -f \"$1/goals\"\n"
		"grep -v '^[a-z0-9.-]*\t\\(package\\|costly\\|source\\)\t..*' \"$1/list\"\n"
		"for name in $(cut -f 1 \"$1/list\"); do\n"
		"	grep -q \"^|.*\\`$name\\`.*|\" harness/docs/loaders.md ||\n"
		"		echo \"$name: no line\"\n"
		"done\n"
		"[ -s \"$1/goals\" ]\n";
	struct output o;
	struct tree t;

	tree_open(&t);
	o = tree_run(&t, (const char *[]){"sh", "-c", script, "-", t.dir, NULL});
	row_check(__FILE__, __LINE__, !o.status, o.text);
	row_text(__FILE__, __LINE__, o.text, "");
	tree_close(&t);
}

void
unit_loaders(void)
{
	static const struct row_test tests[] = {
		{"names and kinds of recipes", test_words},
		{"a loader is kept", test_kept},
		{"options of a loader", test_options},
		{"an unpacked package", test_package},
		{"names of the recipes", test_names},
	};

	rows_suite("loaders", tests, LENGTH(tests));
}
