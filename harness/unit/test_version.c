/* Tests the hash of the suite's files, and the revision. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "cli_support.h"
#include "run/suite_files.h"
#include "tree.h"
#include "units.h"
#include "base/util.h"

static void
test_hash_bytes(void)
{
	/* http://www.isthe.com/chongo/src/fnv/test_fnv.c */
	static const struct {
		const char *bytes;
		unsigned long long hash;
	} rows[] = {
		{"", 0xcbf29ce484222325ull},
		{"a", 0xaf63dc4c8601ec8cull},
		{"foobar", 0x85944171f73967e8ull},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		unsigned long long got = hash_add(HASH_START, rows[i].bytes, strlen(rows[i].bytes));

		UNIT_CHECK(got == rows[i].hash, "'%s': %llx", rows[i].bytes, got);
	}
}

/* a change in a small suite, and whether its hash differs then */
static const struct {
	const char *what;
	const char *path, *text; /* written; removed if text is NULL */
	const char *path2, *text2;
	bool differs;
} changes[] = {
	{"nothing", "cases/a/x.case", "one\n", NULL, NULL, false},
	{"a byte of a case", "cases/a/x.case", "onE\n", NULL, NULL, true},
	{"a byte of an expected file", "expected/a/x.out", "2\n", NULL, NULL, true},
	{"a known list", "expected/known/x.known", "", NULL, NULL, true},
	{"a byte of a fixture", "fixtures-src/a/x.c", "3\n", NULL, NULL, true},
	{"a header", "fixtures-src/include/fx.h", "", NULL, NULL, true},
	{"a file is renamed", "cases/a/x.case", NULL, "cases/a/y.case", "one\n", true},
	{"a file is gone", "cases/a/z.case", NULL, NULL, NULL, true},
	{"a byte goes to the next file", "cases/a/x.case", "one", "cases/a/z.case", "\ntwo\n",
	 true},
	{"a file goes into another", "cases/a/x.case", "one\ncases/a/z.casetwo\n",
	 "cases/a/z.case", NULL, true},
	{"an editor's files", "cases/a/.x.swp", "1", "cases/a/x.case~", "2", false},
	{"what is no part of a suite", "harness/x.c", "1", "x.case", "2", false},
};

static void
small_suite(struct tree *t)
{
	tree_open(t);
	tree_write(t, "cases/a/x.case", "one\n");
	tree_write(t, "cases/a/z.case", "two\n");
	tree_write(t, "expected/a/x.out", "1\n");
	tree_write(t, "fixtures-src/a/x.c", "\n");
}

static const char *
hash_of(struct tree *t)
{
	struct suite_files files = {0};
	const char *hash;

	suite_files_read(&files, t->dir);
	hash = arena_strdup(&t->mem, files.hash);
	suite_files_free(&files);
	return hash;
}

static void
test_hash_suite(void)
{
	for (size_t i = 0; i < LENGTH(changes); i++) {
		const char *before, *after;
		struct tree t;

		small_suite(&t);
		before = hash_of(&t);
		tree_write(&t, changes[i].path, changes[i].text);
		if (changes[i].path2)
			tree_write(&t, changes[i].path2, changes[i].text2);
		after = hash_of(&t);
		UNIT_CHECK(strlen(before) == 16 && strspn(before, "0123456789abcdef") == 16,
			   "'%s' is no hash", before);
		UNIT_CHECK(!strcmp(before, after) == !changes[i].differs, "%s: %s, then %s",
			   changes[i].what, before, after);
		tree_close(&t);
	}
}

/*
 * Makes a checkout `clone` of a small project in the new folder $1; `say FOLDER` prints the
 * revision that is written there. The date and author of the commit are fixed, but its hash is not,
 * because it contains revision.sh.
 */
static const char checkout[] =
	"command -v git >/dev/null || { echo git is not installed; exit 77; }\n"
	"export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a\n"
	"export GIT_CONFIG_GLOBAL=/dev/null\n"
	"from=$PWD; cd \"$1\" && setup=harness/tools/setup\n"
	"mkdir -p clone/$setup clone/cases && cd clone || exit 9\n"
	"cp \"$from/$setup/revision.sh\" $setup/ && echo 1 >cases/x && echo 2 >README || exit 9\n"
	"git init -q && git add . && git commit -q -m one || exit 9\n"
	"commit=$(git rev-parse --short=12 HEAD)\n"
	"say() { sh \"$1/$setup/revision.sh\" \"$1/../revision\" && "
	"sed \"s/$commit/COMMIT/\" \"$1/../revision\"; }\n"
	"cd ..\n";

/* what dist.sh does for the revision */
#define TARBALL                                                                                 \
	"mkdir out; git -C clone archive HEAD | tar -xC out; "                                  \
	"sh out/harness/tools/setup/revision.sh --record $commit; "

static const struct {
	const char *what, *commands, *says;
} places[] = {
	{"a clean checkout", "say clone", "COMMIT\n"},
	{"a file was changed", "echo 3 >clone/cases/x; say clone", "COMMIT+\n"},
	{"and changed back", "echo 3 >clone/cases/x; echo 1 >clone/cases/x; say clone",
	 "COMMIT\n"},
	{"a file is new", "echo 3 >clone/cases/y; say clone", "COMMIT+\n"},
	{"a file is gone", "rm clone/cases/x; say clone", "COMMIT+\n"},
	{"a report lies in the checkout", "echo 3 >clone/report.xml; say clone", "COMMIT\n"},
	{"the README was changed", "echo 3 >clone/README; say clone", "COMMIT\n"},
	{"a clone", "git clone -q clone other; say other", "COMMIT\n"},
	{"a worktree", "git -C clone worktree add -q ../tree && say tree", "COMMIT\n"},
	{"a changed worktree",
	 "git -C clone worktree add -q ../tree; echo 3 >tree/cases/x; say tree", "COMMIT+\n"},
	{"a shallow clone", "git clone -q --depth 1 \"file://$PWD/clone\" other; say other",
	 "COMMIT\n"},
	{"an exported tarball", "mkdir out; git -C clone archive HEAD | tar -xC out; say out",
	 "unknown\n"},
	{"a tarball inside another project",
	 "mkdir clone/cases/out; git -C clone archive HEAD | tar -xC clone/cases/out; "
	 "say clone/cases/out",
	 "unknown\n"},
	{"a tarball of make dist", TARBALL "say out", "COMMIT\n"},
	{"a changed tarball", TARBALL "echo 3 >out/cases/x; say out", "COMMIT+\n"},
	{"a tarball with a new file", TARBALL "echo 3 >out/cases/y; say out", "COMMIT+\n"},
	{"a tarball without a file", TARBALL "rm out/cases/x; say out", "COMMIT+\n"},
	{"a tarball that was built in", TARBALL
	 "mkdir -p out/build out/cases/__pycache__; echo 3 | tee out/build/x out/cases/x~ "
	 "out/cases/__pycache__/x >out/README; say out", "COMMIT\n"},
	{"a tarball's record in a checkout", TARBALL
	 "cp out/harness/revision clone/harness/; say clone", "COMMIT+\n"},
	{"a checkout that is broken", "rm clone/.git/HEAD; say clone", "unknown\n"},
	{"a checkout without a commit", "rm -r clone/.git; git init -q clone; say clone",
	 "unknown\n"},
	{"a hook of another checkout",
	 "git init -q other; export GIT_DIR=$PWD/other/.git GIT_INDEX_FILE=$PWD/index; say clone",
	 "COMMIT\n"},
	{"no git",
	 "mkdir bin; for i in sh dirname cat sed; do ln -s \"$(command -v $i)\" bin/$i; done; "
	 "PATH=$PWD/bin; say clone",
	 "unknown\n"},
	{"the same again is not written",
	 "say clone; touch -t 200001010000 revision; say clone; find revision -mtime -9",
	 "COMMIT\nCOMMIT\n"},
	{"another one is written", "echo 123 >revision; say clone", "COMMIT\n"},
};

static void
test_revision(void)
{
	for (size_t i = 0; i < LENGTH(places); i++) {
		struct output o;
		struct tree t;

		tree_open(&t);
		o = tree_run(&t, (const char *[]){"sh", "-c",
						  arena_printf(&t.mem, "%s%s", checkout,
							       places[i].commands),
						  "sh", t.dir, NULL});
		if (o.status == 77)
			fputs("\nskipped: git is not installed\n", stderr);
		else
			UNIT_CHECK(!o.status && !strcmp(o.text, places[i].says), "%s: %d, %s",
				   places[i].what, o.status, o.text);
		tree_close(&t);
		if (o.status == 77)
			return;
	}
}

/* a new revision recompiles one small file and links, not the whole program */
static void
test_rebuilt(void)
{
	struct tree t;
	struct output o;

	tree_open(&t);
	o = tree_run(&t, (const char *[]){
				 "make", "-n", arena_printf(&t.mem, "B=%s", t.build), "-W",
				 arena_printf(&t.mem, "%s/revision", t.build),
				 arena_printf(&t.mem, "%s/conform", t.build), NULL});
	UNIT_CHECK(!o.status && strstr(o.text, "harness/format/version.c"), "%d: %s", o.status,
		   o.text);
	UNIT_CHECK(!strstr(o.text, "harness/main.c") &&
		   !strstr(o.text, "harness/run/suite_files.c"),
		   "more is compiled: %s", o.text);
	tree_close(&t);
}

/* the value of name in the output of --version, up to the next comma */
static const char *
version_word(struct arena *a, const char *text, const char *name)
{
	const char *at = strstr(text, name);

	return at ? arena_strndup(a, at + strlen(name), strcspn(at + strlen(name), ",\n")) : "";
}

/* every report of a run has the version that --version prints */
static void
test_reports(void)
{
	static const char *const formats[] = {"console", "tap", "junit", "json", "github"};
	const char *revision, *hash;
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	ran = cli_run(&c, "--version");
	revision = version_word(&c.mem, ran.text, ", revision ");
	hash = version_word(&c.mem, ran.text, ", hash ");
	UNIT_CHECK(!ran.exit_code && strlen(revision) > 6 && strlen(hash) == 16, "%s", ran.text);
	for (size_t i = 0; i < LENGTH(formats); i++) {
		ran = cli_run(&c, "%s -o %s", cli_fake(&c), formats[i]);
		UNIT_CHECK(!ran.exit_code && strstr(ran.text, revision) && strstr(ran.text, hash),
			   "%s: %s", formats[i], ran.text);
	}
	/* a new case changes the hash */
	cli_import(&c, "a/more", "good");
	ran = cli_run(&c, "--version");
	UNIT_CHECK(!strstr(ran.text, hash), "%s", ran.text);
	cli_close(&c);
}

void
unit_version(void)
{
	CU_pSuite suite = CU_add_suite("version", NULL, NULL);

	CU_add_test(suite, "hash of bytes", test_hash_bytes);
	CU_add_test(suite, "hash of a suite's files", test_hash_suite);
	CU_add_test(suite, "revision", test_revision);
	CU_add_test(suite, "what another revision rebuilds", test_rebuilt);
	CU_add_test(suite, "in every report", test_reports);
}
