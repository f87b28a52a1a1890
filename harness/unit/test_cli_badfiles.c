/*
 * Damaged files of each kind that the program reads. Each gives an error with file and line, soon
 * and with little memory; none gives a crash or a hang.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli_support.h"
#include "base/text.h"
#include "rows.h"
#include "tree.h"
#include "units.h"

/* a sanitizer needs memory of its own */
#ifdef __SANITIZE_ADDRESS__
#define FACTOR 8
#else
#define FACTOR 1
#endif

enum { SECONDS = 20, LIMIT_KB = FACTOR * 64 * 1024 };

enum badness {
	CONTROL, NUL_BYTE, LATIN1, HUGE_FILE, FOLDER, PIPE, DANGLING, LOOP, DEVICE, UNREADABLE,
	BADNESSES
};

static const char *const names[] = {
	"a control byte", "a NUL byte", "not UTF-8", "4 GiB", "a folder", "a pipe",
	"a link to nothing", "a link to itself", "a device", "unreadable",
};

/* the message about each; a link in fixtures-src always gives LINK */
static const char *const says[] = {
	":2: control byte 0x01", ":2: control byte 0x00", ":2: byte 0xe9 is not UTF-8",
	"it is larger than 16 MiB", "it is a folder", "it is not a regular file",
	"No such file", "Too many levels of symbolic links", "it is not a regular file",
	"Permission denied",
};
static const char LINK[] = "a symbolic link is not built";

static void
write_bytes(const char *path, const char *bytes, size_t len)
{
	if (file_write(path, bytes, len))
		die("cannot write %s", path);
}

static void
write_huge(const char *path)
{
	write_bytes(path, "# text\n", 7);
	if (truncate(path, (off_t)4 << 30))
		die("cannot make %s large:", path);
}

/* replace the file at path by something bad */
static void
make_bad(const char *path, enum badness bad)
{
	static const char control[] = "# text\nx\001y\n", nul[] = "# text\nx\0y\n",
			  latin1[] = "# text\nx\xe9y\n";

	unlink(path);
	errno = 0;
	switch (bad) {
	case CONTROL: write_bytes(path, control, sizeof(control) - 1); break;
	case NUL_BYTE: write_bytes(path, nul, sizeof(nul) - 1); break;
	case LATIN1: write_bytes(path, latin1, sizeof(latin1) - 1); break;
	case HUGE_FILE: write_huge(path); break;
	case FOLDER: dir_make(path); break;
	case PIPE: mkfifo(path, 0666); break;
	case DANGLING: symlink("nothing", path) ? die("link:") : (void)0; break;
	case LOOP: symlink(path, path) ? die("link:") : (void)0; break;
	case DEVICE: symlink("/dev/zero", path) ? die("link:") : (void)0; break;
	default:
		write_bytes(path, "# text\n", 7);
		chmod(path, 0);
	}
}

static const struct kind {
	int line;
	const char *path;  /* below the suite's root */
	const char *words; /* the arguments of the run; @ is the root */
	bool any_bytes;    /* it is not a text file */
	bool source;
} kinds[] = {
	{__LINE__, "cases/a/x.case", "a/good", false, false},
	{__LINE__, "expected/a/good.out", "a/good", false, false},
	{__LINE__, "expected/known/fake.known", "a/good", false, false},
	{__LINE__, "mine.known", "--known @/mine.known a/good", false, false},
	{__LINE__, "fixtures-src/a/x.c", "a/good", false, true},
	{__LINE__, "fixtures-src/include/x.h", "a/good", false, true},
	{__LINE__, "fixtures-src/a/data.py", "a/good", true, true},
};

static const char *
with_root(struct cli *c, const char *words)
{
	const char *at = strchr(words, '@');

	if (!at)
		return words;
	return arena_printf(&c->mem, "%.*s%s%s", (int)(at - words), words, c->root, at + 1);
}

/* bad bytes do not matter in files that are not text; root can read everything */
static bool
applies(const struct kind *kind, enum badness bad)
{
	if (bad == UNREADABLE)
		return geteuid() != 0;
	if (kind->source && bad == FOLDER)
		return false;
	return !kind->any_bytes || bad > LATIN1;
}

static void
check(int line, const char *path, enum badness bad, const struct cli_ran *ran, const char *said)
{
	struct buf what = {0};

	buf_printf(&what, "%s, %s: exit %d, %g s, %ld kB, said %s", path, names[bad],
		   ran->exit_code, ran->seconds, ran->max_rss_kb, ran->text);
	row_check(__FILE__, line, ran->exit_code == 2, what.p);
	row_check(__FILE__, line, strstr(ran->text, path) != NULL, what.p);
	row_check(__FILE__, line, strstr(ran->text, said) != NULL, what.p);
	row_check(__FILE__, line, ran->seconds < SECONDS && ran->max_rss_kb < LIMIT_KB, what.p);
	buf_free(&what);
}

static void
check_kind(const struct kind *kind, enum badness bad)
{
	bool link = bad == DANGLING || bad == LOOP || bad == DEVICE;
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	cli_write(&c, kind->path, "%s", "");
	make_bad(arena_printf(&c.mem, "%s/%s", c.root, kind->path), bad);
	ran = cli_run(&c, "%s %s", cli_fake(&c), with_root(&c, kind->words));
	check(kind->line, kind->path, bad, &ran, kind->source && link ? LINK : says[bad]);
	cli_close(&c);
}

static void
test_kinds(void)
{
	for (size_t i = 0; i < LENGTH(kinds); i++)
		for (int bad = 0; bad < BADNESSES; bad++)
			if (applies(&kinds[i], (enum badness)bad))
				check_kind(&kinds[i], (enum badness)bad);
}

/* a report cannot replace a folder; a FIFO without a reader does not block the run */
static void
test_report(void)
{
	static const struct {
		int line;
		enum badness bad;
		int exit_code;
		const char *says;
	} t[] = {
		{__LINE__, PIPE, 2, "/out: nobody reads it"},
		{__LINE__, FOLDER, 2, "/out: Is a directory"},
		{__LINE__, LOOP, 0, "1 passed"},
		{__LINE__, DANGLING, 0, "1 passed"},
		{__LINE__, HUGE_FILE, 0, "1 passed"},
		{__LINE__, DEVICE, 0, "1 passed"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct cli c;
		struct cli_ran ran;

		cli_open(&c);
		cli_import(&c, "a/good", "good");
		make_bad(arena_printf(&c.mem, "%s/out", c.root), t[i].bad);
		ran = cli_run(&c, "%s -o json:%s/out", cli_fake(&c), c.root);
		row_check(__FILE__, t[i].line, ran.exit_code == t[i].exit_code, ran.text);
		row_contains(__FILE__, t[i].line, ran.text, t[i].says);
		row_check(__FILE__, t[i].line, ran.seconds < SECONDS, "time");
		cli_close(&c);
	}
}

struct note {
	struct cli *c;
	const char *prefix;
	const char *path; /* of the file whose name begins with prefix */
};

static void
take_note(void *ctx, const char *name)
{
	struct note *note = ctx;

	if (text_starts(name, note->prefix))
		note->path = arena_printf(&note->c->mem, "%s/build/state/%s", note->c->root, name);
}

static const char *
note_path(struct cli *c, const char *prefix)
{
	struct note note = {c, prefix, "no note"};

	dir_each(arena_printf(&c->mem, "%s/build/state", c->root), take_note, &note);
	return note.path;
}

/* the file of failed cases: --failed refuses a bad one, a run replaces it and says so */
static void
check_failed(enum badness bad)
{
	const char *path;
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	cli_case(&c, "a/bad", "", "import x\n", "> import x\n= null\n");
	cli_run(&c, "%s", cli_fake(&c));
	path = note_path(&c, "failed-");
	make_bad(path, bad);
	ran = cli_run(&c, "%s --failed", cli_fake(&c));
	check(__LINE__, path, bad, &ran,
	      bad <= LATIN1 ? ":1: not a line that a run writes" : says[bad]);
	ran = cli_run(&c, "%s", cli_fake(&c));
	UNIT_CHECK(ran.exit_code == 1 && strstr(ran.text, "1 failed"), "%s: exit %d, said %s",
		   names[bad], ran.exit_code, ran.text);
	ran = cli_run(&c, "%s --failed", cli_fake(&c));
	UNIT_CHECK(ran.exit_code == (bad == FOLDER ? 2 : 1), "%s: exit %d, said %s", names[bad],
		   ran.exit_code, ran.text);
	cli_close(&c);
}

/* the file of last results: --show ignores a bad one and says so */
static void
check_last(enum badness bad)
{
	const char *path;
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	cli_case(&c, "a/bad", "", "import x\n", "> import x\n= null\n");
	cli_run(&c, "%s", cli_fake(&c));
	path = note_path(&c, "last-");
	make_bad(path, bad);
	ran = cli_run(&c, "%s --show a/bad", cli_fake(&c));
	UNIT_CHECK(strstr(ran.text, path), "%s: said %s", names[bad], ran.text);
	UNIT_CHECK(strstr(ran.text, bad <= LATIN1 ? ":1: not a line that a run writes" : says[bad]),
		   "%s: said %s", names[bad], ran.text);
	UNIT_CHECK(ran.seconds < SECONDS && ran.max_rss_kb < LIMIT_KB, "%s: %g s, %ld kB",
		   names[bad], ran.seconds, ran.max_rss_kb);
	cli_close(&c);
}

static void
test_notes(void)
{
	for (int bad = 0; bad < BADNESSES; bad++)
		if (bad != UNREADABLE || geteuid())
			check_failed((enum badness)bad), check_last((enum badness)bad);
}

/* a loader may answer hello with any bytes */
static void
test_hello(void)
{
	static const struct {
		int line;
		const char *script, *says;
	} t[] = {
		{__LINE__, "cat /dev/zero\n", "floods its output"},
		{__LINE__, "printf '%5000d\\n' 1; printf '\\033[2J'; exit 1\n", "\\x1b[2J"},
		{__LINE__, "yes 'no hello' | head -c 4294967296\n", "floods its output"},
		{__LINE__, "printf '{\"protocol\": 1, \\0 \"facts\": {}}\\n'\n", "no answer to"},
		{__LINE__, "printf '{\"protocol\": 1, \"facts\": {\"impl\": \"\\351\"}}\\n'\n",
		 "no answer to"},
		{__LINE__, "printf '{\"protocol\": 1, \"facts\": {\"impl\": \"\\001\"}}\\n'\n",
		 "no answer to"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct cli c;
		struct cli_ran ran;

		cli_open(&c);
		cli_import(&c, "a/good", "good");
		cli_write(&c, "odd.sh", "%s", t[i].script);
		ran = cli_run(&c, "--loader sh+%s/odd.sh", c.root);
		row_check(__FILE__, t[i].line, ran.exit_code == 2, ran.text);
		row_contains(__FILE__, t[i].line, ran.text, t[i].says);
		row_check(__FILE__, t[i].line,
			  text_utf8(ran.text, strlen(ran.text)) == strlen(ran.text) &&
				  !strpbrk(ran.text, "\001\033") && strlen(ran.text) < 1000,
			  ran.text);
		row_check(__FILE__, t[i].line,
			  ran.seconds < SECONDS && ran.max_rss_kb < LIMIT_KB, ran.text);
		cli_close(&c);
	}
}

/* requests that a person may send to an adapter, by hand or by mistake */
static void
test_request(void)
{
	static const struct {
		int line;
		const char *request; /* a command that prints the request */
		int status;
		const char *says;
	} t[] = {
		{__LINE__, "printf 'mentions? x\\001y\\n'", 0, "> mentions? x\001y\n= false\n"},
		{__LINE__, "printf 'mentions? \\351\\n'", 0, "\n= false\n# end\n"},
		{__LINE__, "cat /dev/zero", 70, "a request of more than 16777216 bytes"},
		{__LINE__, "printf 'mentions? \"a\\n'", 70, "conform_adapter: "},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct tree tree;
		struct output o;
		const char *script;

		tree_open(&tree);
		script = arena_printf(&tree.mem,
				      "%s | CONFORM_FD=1 python3 -I -S "
				      "harness/adapter/conform_adapter.py --fix '%s'",
				      t[i].request, tree.dir);
		o = tree_run(&tree, (const char *[]){"sh", "-c", script, NULL});
		row_check(__FILE__, t[i].line, o.status == t[i].status, o.text);
		row_contains(__FILE__, t[i].line, o.text, t[i].says);
		tree_close(&tree);
	}
}

void
unit_cli_badfiles(void)
{
	static const struct row_test tests[] = {
		{"files of the suite", test_kinds},
		{"the path of a report", test_report},
		{"the notes of a run", test_notes},
		{"an adapter's hello", test_hello},
		{"an adapter's request", test_request},
	};

	rows_suite("cli bad files", tests, LENGTH(tests));
}
