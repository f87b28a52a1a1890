#include <CUnit/CUnit.h>
#include <string.h>

#include "tree.h"
#include "units.h"

/*
 * Makes a machine of shell scripts: apt-get logs its arguments, and `apt-get install` creates the
 * missing commands. $1 is the folder, the other arguments are the commands that exist.
 */
static const char machine[] =
	"cd \"$1\" && shift && rm -rf bin log include && mkdir bin include || exit 9\n"
	": >log; : >include/Python.h\n"
	"for tool in sh dirname readlink grep tail mkdir env ln; do\n"
	"	ln -s \"$(command -v $tool)\" bin/$tool; done\n"
	"put() { printf '#!/bin/sh\\n%s\\n' \"$2\" >bin/$1; chmod +x bin/$1; }\n"
	"here=$(pwd -P)\n"
	"put true ':'\n"
	"put failing-cc 'exit 1'\n"
	"put id 'echo ${FAKE_UID:-0}'\n"
	"put python-source \"echo python >>'$here/log'; echo '$here/include'\"\n"
	"put apt-get-source \"echo apt-get \\$* >>'$here/log'; case \\$1 in install) cd "
	"'$here/bin'; \"'\n"
	"for tool in cc make pkg-config patch; do ln -sf true $tool; done\n"
	"ln -sf python-source python3 ;;\n"
	"update) exit ${UPDATE:-0} ;; esac'\n"
	"put sudo-source '[ \"$1\" = -n ] && shift && exec \"$@\"'\n"
	"for tool; do case $tool in\n"
	"	python3 | apt-get | sudo) ln -s ${tool%3}-source bin/$tool ;;\n"
	"	*) ln -s true bin/$tool ;; esac; done\n";

#define ALL "cc make pkg-config python3"
#define EVERYTHING                                                                                 \
	"gcc libc6-dev make pkg-config libcunit1-dev libjansson-dev libelf-dev libzip-dev "        \
	"python3 python3-dev"

static const struct {
	const char *there; /* commands that exist */
	const char *settings;
	int status;
	const char *says;   /* part of the output; "": no output */
	const char *called; /* part of the log; "": apt-get was not called */
} rows[] = {
	{ALL " apt-get sudo", "", 0, "", ""},
	{ALL, "FAKE_UID=7", 0, "", ""},
	{"apt-get", "", 0, "installing " EVERYTHING,
	 "install -y --no-install-recommends " EVERYTHING},
	{"apt-get", "UPDATE=1", 0, "may be out of date", "install -y"},
	{"apt-get sudo", "FAKE_UID=7", 0, "installing", "apt-get update\napt-get install"},
	{"apt-get", "FAKE_UID=7", 2, "sudo apt-get install -y " EVERYTHING "\n", ""},
	{"apt-get sudo", "CONFORM_NO_INSTALL=1", 2, "sudo apt-get install -y " EVERYTHING, ""},
	{"apt-get sudo", "CONFORM_NO_INSTALL=0", 0, "installing", "install"},
	{"sudo", "", 2, "sudo apt-get install -y " EVERYTHING, ""},
	{"cc pkg-config python3", "", 2, "sudo apt-get install -y make\n", ""},
	{"cc make pkg-config", "", 2, "sudo apt-get install -y python3 python3-dev\n", ""},
	{ALL " apt-get", "CC=nosuchcc", 2, "missing: nosuchcc", ""},
	{ALL " apt-get", "CC=cc\\ -m64", 0, "", ""},
	{"cc make", "CC=nosuchcc", 2,
	 "missing: nosuchcc; install the rest with: sudo apt-get install -y pkg-config ", ""},
};

/* the same with the arguments "--for ARGS" */
static const struct {
	const char *there, *settings, *args;
	int status;
	const char *says, *called;
} needs[] = {
	{"cc make pkg-config", "", "build", 0, "", ""},
	{"cc make pkg-config", "", "run", 2, "install -y python3 python3-dev\n", ""},
	{ALL, "", "run", 0, "", ""},
	{ALL, "", "asan", 0, "", ""},
	{ALL " patch", "", "mutants", 0, "", ""},
	{ALL " patch", "", "check", 0, "", ""},
	{ALL, "", "check", 2, "missing; install with: sudo apt-get install -y patch\n", ""},
	{ALL, "", "mutants", 2, "missing; install with: sudo apt-get install -y patch\n", ""},
	{ALL " apt-get", "CONFORM_NO_INSTALL=1", "check", 2, "install -y patch\n", ""},
	{ALL " apt-get", "", "check", 0, "installing patch\n",
	 "install -y --no-install-recommends patch\n"},
	{"apt-get", "", "check --loader python3", 0, "installing " EVERYTHING " patch\n",
	 "install -y --no-install-recommends " EVERYTHING " patch\n"},
	{"cc make pkg-config patch", "", "mutants --loader ./x", 0, "", ""},
	{"cc make pkg-config patch", "", "check --loader ./x", 2, "-y python3 python3-dev\n", ""},
	{ALL " patch apt-get", "CC=failing-cc", "mutants", 0, "", ""},
	{ALL " apt-get", "CC=failing-cc", "asan", 2, "missing: the sanitizers of failing-cc\n", ""},
	{ALL, "", "pleasure", 2, "bootstrap: unknown word 'pleasure' after --for", ""},
};

static struct output
bootstrap(struct tree *t, const char *settings, const char *args)
{
	/* run a copy of the script, which writes its own stamp */
	return tree_run(t,
			(const char *[]){"sh", "-c",
					 arena_printf(&t->mem,
						      "cd '%s' && PATH=\"$PWD/bin\" && exec env %s "
						      "sh copy/harness/tools/setup/bootstrap.sh %s",
						      t->dir, settings, args),
					 NULL});
}

static void
prepare(struct tree *t, const char *there)
{
	struct output o = tree_run(
		t, (const char *[]){
			   "sh", "-c",
			   arena_printf(&t->mem,
					"cd='%s/copy/harness/tools/setup' && mkdir -p \"$cd\" && "
					"cp harness/tools/setup/bootstrap.sh \"$cd/\" && "
					"set -- '%s' %s\n%s",
					t->dir, t->dir, there, machine),
			   NULL});

	UNIT_CHECK(!o.status, "the machine: status %d, %s", o.status, o.text);
}

/* call bootstrap once; if something is still missing, the output is one line */
static void
check_call(size_t row, const char *there, const char *settings, const char *args, int status,
	   const char *says, const char *called)
{
	const char *log, *last;
	struct output o;
	struct tree t;

	tree_open(&t);
	prepare(&t, there);
	o = bootstrap(&t, settings, args);
	log = tree_read(&t, "log", NULL);
	last = strchr(o.text, '\n');
	UNIT_CHECK(o.status == status, "row %zu: status %d: %s", row, o.status, o.text);
	UNIT_CHECK(*says ? strstr(o.text, says) != NULL : !*o.text, "row %zu: %s", row, o.text);
	UNIT_CHECK(*called ? strstr(log, called) != NULL : !strstr(log, "apt-get"), "row %zu: %s",
		   row, log);
	UNIT_CHECK(!status || (last && !last[1]), "row %zu: not one line: %s", row, o.text);
	tree_close(&t);
}

static void
test_machines(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++)
		check_call(i, rows[i].there, rows[i].settings, "", rows[i].status, rows[i].says,
			   rows[i].called);
}

static void
test_needs(void)
{
	for (size_t i = 0; i < LENGTH(needs); i++) {
		struct arena a = {0};

		check_call(i, needs[i].there, needs[i].settings,
			   arena_printf(&a, "--for %s", needs[i].args), needs[i].status,
			   needs[i].says, needs[i].called);
		arena_free(&a);
	}
}

/* once Python.h was found, the interpreter is not started again while that file exists */
static void
test_stamp(void)
{
	struct output o;
	struct tree t;

	tree_open(&t);
	prepare(&t, ALL);
	o = bootstrap(&t, "A=1", "");
	UNIT_CHECK(!o.status && !strcmp(tree_read(&t, "log", NULL), "python\n"), "%s", o.text);
	o = bootstrap(&t, "A=1", "--loader python3 -k x");
	UNIT_CHECK(!o.status && !strcmp(tree_read(&t, "log", NULL), "python\n"), "asked again");
	tree_write(&t, "include/Python.h", NULL);
	o = bootstrap(&t, "A=1", "--loader='python3 -X dev'");
	UNIT_CHECK(o.status == 2 && strstr(o.text, "/include/Python.h"), "%d: %s", o.status,
		   o.text);
	o = bootstrap(&t, "A=1", "--loader ./some_program --loader=python9");
	UNIT_CHECK(o.status == 2 && !strcmp(o.text, "missing: python9\n"), "%s", o.text);
	o = bootstrap(&t, "A=1", "--loader ./some_program");
	UNIT_CHECK(!o.status && !*o.text, "%d: %s", o.status, o.text);
	tree_close(&t);
}

/* if a loader is one path with blanks, or quoted, its first word is not a program */
static void
test_blanks(void)
{
	static const char *const loaders[] = {
		"--loader \"$PWD/bin/python dir/loader\"",
		"\"--loader='$PWD/bin/python dir/loader' -u\"",
		"\"--loader=$PWD/bin/python\\ dir/loader\"",
	};
	struct tree t;

	tree_open(&t);
	prepare(&t, ALL);
	tree_run(&t, (const char *[]){"sh", "-c",
				      arena_printf(&t.mem, "cd '%s/bin' && mkdir 'python dir' && "
						   "ln -s ../true 'python dir/loader'", t.dir),
				      NULL});
	for (size_t i = 0; i < LENGTH(loaders); i++) {
		struct output o = bootstrap(&t, "A=1", loaders[i]);

		UNIT_CHECK(!o.status && !*o.text, "%s: %d: %s", loaders[i], o.status, o.text);
	}
	tree_close(&t);
}

/* `make msan` and `make fuzz` run if clang has what they need, or they say what is missing */
static void
test_clang(void)
{
	static const struct {
		const char *goal;
		const char *clang; /* "" if there is none */
		int status;
		const char *says;
	} clangs[] = {
		{"msan", "true", 0, ""},
		{"msan", "", 1, "msan: skipped, there is no clang\n0 passed, 0 failed\n"},
		{"msan", "failing-cc", 1, "msan: skipped, clang has no MemorySanitizer (Debian has "
					  "it in libclang-rt-dev)\n0 passed, 0 failed\n"},
		{"fuzz", "true", 0, ""},
		{"fuzz", "", 1, "fuzz: skipped, there is no clang\n0 passed, 0 failed\n"},
		{"fuzz", "failing-cc", 1, "fuzz: skipped, clang has no libFuzzer (Debian has it in "
					  "libclang-rt-dev)\n0 passed, 0 failed\n"},
	};

	for (size_t i = 0; i < LENGTH(clangs); i++) {
		struct output o;
		struct tree t;

		tree_open(&t);
		prepare(&t, ALL);
		o = tree_run(&t, (const char *[]){
			"sh", "-c",
			arena_printf(&t.mem, "[ -z '%s' ] || ln -s '%s' '%s/bin/clang'\n"
				     "PATH='%s/bin' exec sh harness/tools/check/clang.sh %s",
				     clangs[i].clang, clangs[i].clang, t.dir, t.dir,
				     clangs[i].goal), NULL});
		UNIT_CHECK(o.status == clangs[i].status && !strcmp(o.text, clangs[i].says),
			   "%s, clang is '%s': %d: %s", clangs[i].goal, clangs[i].clang, o.status,
			   o.text);
		tree_close(&t);
	}
}

/* the suites that the Makefile names exist: a misspelt name ends the tests */
static void
test_suite_names(void)
{
	struct output o;
	struct tree t;

	tree_open(&t);
	o = tree_run(&t, (const char *[]){arena_printf(&t.mem, "%s/unit/unit", t.build), "diff",
					  "dif", NULL});
	UNIT_CHECK(o.status == 2 && strstr(o.text, "there is no suite named 'dif'"), "%d: %s",
		   o.status, o.text);
	tree_close(&t);
}

void
unit_bootstrap(void)
{
	CU_pSuite suite = CU_add_suite("bootstrap", NULL, NULL);

	CU_add_test(suite, "missing packages are installed or named", test_machines);
	CU_add_test(suite, "each command needs its own", test_needs);
	CU_add_test(suite, "an interpreter is asked once", test_stamp);
	CU_add_test(suite, "a loader with blanks", test_blanks);
	CU_add_test(suite, "what clang lacks is skipped with a reason", test_clang);
	CU_add_test(suite, "an unknown suite of tests", test_suite_names);
}
