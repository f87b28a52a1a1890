#include <CUnit/CUnit.h>
#include <string.h>

#include "format/casefile.h"
#include "run/cause.h"
#include "rows.h"
#include "run/run_causes.h"
#include "base/text.h"
#include "units.h"
#include "base/util.h"
#include "run/verdict.h"

/* in transcripts here, "; " stands for the end of a line */
struct row {
	const char *commands; /* of the case */
	const char *want, *got;
	const char *cause;
};

static char **
lines_of(struct arena *a, const char *text, size_t *n)
{
	char **lines = arena_alloc(a, (strlen(text) + 1) * sizeof(*lines));

	*n = 0;
	while (*text) {
		const char *end = strstr(text, "; ");
		size_t len = end ? (size_t)(end - text) : strlen(text);

		lines[(*n)++] = arena_strndup(a, text, len);
		text += len + (end ? 2 : 0);
	}
	return lines;
}

static struct cause_input
input_of(struct arena *a, const struct row *row)
{
	struct cause_input in = {0};
	struct casefile *cs = arena_alloc(a, sizeof(*cs));
	struct errors errors = {0};
	struct buf text = {0};
	size_t n;
	char **commands = lines_of(a, row->commands, &n);

	buf_puts(&text, "summary: s\nspec: PEP 489, Export Hook Name\n\n");
	for (size_t i = 0; i < n; i++)
		buf_printf(&text, "%s\n", commands[i]);
	casefile_parse(a, cs, "a/b", "a/b.case", text.p, text.len, &errors);
	row_text(__FILE__, __LINE__, buf_str(&errors.text), "");
	in.cs = cs;
	in.want = lines_of(a, row->want, &in.nwant);
	in.got = lines_of(a, row->got, &in.ngot);
	errors_free(&errors);
	buf_free(&text);
	return in;
}

static void
check_difference(const struct row *row, bool detail)
{
	struct arena a = {0};
	struct cause_input in = input_of(&a, row);

	in.detail = detail;
	row_text(__FILE__, __LINE__, cause_difference(&a, &in), row->cause);
	arena_free(&a);
}

#define LOADED(name) "= <module \"" name "\" \"$FIX/a/" name "$EXT\">"
#define NO_HOOK "dynamic module does not define module export function"

static void
test_differences(void)
{
	static const struct row rows[] = {
		{"import x", "> import x; = null", "> import x; = null", NULL},
		/* an exception that is not expected is the cause */
		{"import x", "> import x; | init; " LOADED("x"),
		 "> import x; ! NameError; ~ message \"name 'x' is not defined\"",
		 "unexpected ! NameError \"name 'x' is not defined\""},
		{"import y", "> import y; ! ImportError; ~ message \"m\"",
		 "> import y; ! NameError; ~ message \"name 'x' is not defined\"",
		 "unexpected ! NameError \"name 'x' is not defined\""},
		{"thread 2 import x", "> thread 2 import x; | init; = thread 1; " LOADED("x"),
		 "> thread 2 import x; = thread 1; ! OSError; ~ message \"bad\"",
		 "unexpected ! OSError \"bad\""},
		{"import x", "> import x; = null", "> import x; ! OSError", "unexpected ! OSError"},
		/* but only in the answer to the command where the transcripts differ first */
		{"loaded? x; import x", "> loaded? x; = true; > import x; = null",
		 "> loaded? x; = false; > import x; ! OSError",
		 "> loaded? NAME: expected = true, got = false"},
		/* and so is an expected exception that is missing */
		{"import x", "> import x; ! ImportError; ~ message \"" NO_HOOK " (PyInit_x)\"",
		 "> import x; | init; " LOADED("x"),
		 "missing ! ImportError \"" NO_HOOK " (PyInit_NAME)\""},
		{"import x", "> import x; ! ValueError; ~ message \"try 1\"", "> import x; = null",
		 "missing ! ValueError"},
		/* events: too many, too few, different ones */
		{"import x", "> import x; " LOADED("x"),
		 "> import x; | init 2, again; " LOADED("x"),
		 "unexpected | init"},
		{"import x", "> import x; | freed; = null",
		 "> import x; = null", "missing | freed"},
		{"import x", "> import x; | a; | b; = null",
		 "> import x; | b; = null", "missing | a"},
		{"import x", "> import x; | a; = null",
		 "> import x; | a; | b 7; = null",
		 "unexpected | b"},
		{"import x", "> import x; | a; = null", "> import x; | b; = null",
		 "expected | a, got | b"},
		{"import x", "> import x; | a; | b; = null", "> import x; | b; | a; = null",
		 "too late | a"},
		/* answers, with the command where it is needed */
		{"import p.x", "> import p.x; " LOADED("p.x"), "> import p.x; " LOADED("x"),
		 "expected = <module \"PACKAGE.NAME\" \"FILE\">, "
		 "got = <module \"NAME\" \"OTHER_FILE\">"},
		{"import x; get x.value", "> get x.value; = 12", "> get x.value; = 13",
		 "> get NAME.value: expected = N, got = OTHER_N"},
		{"import x; call x.f 1", "> call x.f 1; = \"a\"", "> call x.f 1; = \"b\"",
		 "expected = \"a\", got = \"b\""},
		{"import x; call x.f 1", "> call x.f 1; = true", "> call x.f 1; = false",
		 "> call NAME.f: expected = true, got = false"},
		{"import x; call x.f", "> call x.f; = [\"a, b\", [1, 2], {\"c\": 3}, \"d\"]",
		 "> call x.f; = [\"a, b\", [1, 4], \"d\"]",
		 "expected = [..., [N, N], {\"c\": N}, ...], got = [..., [N, OTHER_N], ...]"},
		/* closed without being opened: the items were read for ever */
		{"import x; call x.f", "> call x.f; = [\"a\", \"b\"]",
		 "> call x.f; = [>, }, \"b\"]",
		 "expected = [\"a\", ...], got = [>, }, ...]"},
		{"import x", "> import x; = null", "> import x; = null; = left in sys.modules",
		 "unexpected = left in sys.modules"},
		{"import x", "> import x; = null", "> import x", "missing = null"},
		{"import x; gc", "> import x; = null; > gc; = null", "> import x; = null",
		 "ended before > gc"},
		{"import x", "> import x; = null", "> import x; = null; > gc; = null",
		 "went on with > gc"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++)
		check_difference(&rows[i], false);
}

/* details are a cause only if the required lines are equal */
static void
test_details(void)
{
	static const struct row named = {"import x",
		"> import x; ! ImportError; ~ name \"x\"; > loaded? x; = false",
		"> import x; ! ImportError; ~ name null; > loaded? x; = true", NULL};
	struct row row = named;

	row.cause = "expected ~ name \"NAME\", got ~ name null";
	check_difference(&row, true);
	row.cause = "> loaded? NAME: expected = false, got = true";
	check_difference(&row, false);
}

static void
test_folds(void)
{
	static const char *const texts[][2] = {
		{"no /usr/lib/libx.so.6 here", "no FILE here"},
		{"\"$FIX/a/x$EXT: undefined symbol: PyLong_FromLong\"",
		 "\"FILE: undefined symbol: Py...\""},
		{"$TMP/x: undefined symbol: _ZN1a\xc3\xa9", "FILE: undefined symbol: SYMBOL"},
		{"libprov.so: cannot open", "FILE: cannot open"},
		{"own$EXT, ./own.so, sub/own$EXT: no", "FILE, FILE, FILE: no"},
		{"PyInit_nosuch, PyInitU_9ca and PyModExport_x",
		 "PyInit_NAME, PyInitU_NAME and PyModExport_NAME"},
		{"PyInit_", "PyInit_"},
		{"initialization of x failed", "initialization of NAME failed"},
		{"p.x.attribute of <x>", "NAME.attribute of <NAME>"},
		{"x.y is x, an x-ray is none", "NAME.y is NAME, an x-ray is none"},
		{"after 12 of 3.5 s", "after N of N s"},
		{"sub/file and/or not", "sub/file and/or not"},
		{"file.c:12: error", "file.c:N: error"},
		{"true is \"true\"", "true is \"NAME\""},
		{"hyph-en is one", "NAME is one"},
		{"one line\nand another", "one line"},
		{"", ""},
	};
	static const struct row row = {"import p.x; import true; load hyph-en $FIX/a/b$EXT", "",
		"", ""};

	for (size_t i = 0; i < LENGTH(texts); i++) {
		struct arena a = {0};
		struct cause_input in = input_of(&a, &row);

		row_text(__FILE__, __LINE__, cause_reason(&a, in.cs, texts[i][0]), texts[i][1]);
		arena_free(&a);
	}
}

static void
test_deaths(void)
{
	static const struct {
		const char *commands, *got, *log, *cause;
	} rows[] = {
		{"import x", "> import x; !! signal SIGSEGV", NULL,
		 "died by SIGSEGV while loading"},
		{"load x a; gc", "> load x a; | init 2, so; !! signal SIGSEGV", NULL,
		 "died by SIGSEGV while loading, after | init"},
		{"thread 2 import x", "> thread 2 import x; !! timeout", NULL,
		 "no end in time while loading"},
		{"import x; call x.f 12; gc", "> import x; = null; > call x.f 12; !! exit 3", NULL,
		 "exited with 3 at > call NAME.f"},
		{"import x", "> import x; = null; !! signal SIGABRT", NULL,
		 "died by SIGABRT at its end"},
		{"import x", "!! exit 1", "", "exited with 1 before the first command"},
		{"import x", "> import x; !! signal SIGABRT",
		 "hello\nFatal Python error: Segfault at x\n\nCurrent thread:\n"
		 "  File \"<frozen>\", line 241 in _call\n  File \"b\", line 2 in g\n",
		 "died by SIGABRT: Fatal Python error: Segfault at NAME, in _call"},
		{"import x", "> import x; !! signal SIGABRT",
		 "python: src/load.c:12: load: Assertion `x' failed.\n",
		 "died by SIGABRT: python: src/load.c:N: load: Assertion `NAME' failed."},
		{"import x", "> import x; | init; !! exit 127",
		 "/usr/bin/python3: symbol lookup error: /f/x.so: undefined symbol: PyList_New\n",
		 "exited with 127: symbol lookup error: FILE: undefined symbol: Py..."},
		{"import x", "> import x; !! exit 1",
		 "==7==ERROR: AddressSanitizer: heap-use-after-free\n"
		 "    #0 0x7f12 in load /src/load.c:3\n    #1 0x7f13 in main\n",
		 "exited with 1: ERROR: AddressSanitizer: heap-use-after-free, in load"},
		{"import x", "> import x; !! signal SIGSEGV",
		 "qemu: uncaught target signal 11 (Segmentation fault) - core dumped\n",
		 "died by SIGSEGV while loading"},
		{"import x", "> import x; !! signal SIGABRT",
		 "python: load.c:1: load: Assertion `x' failed.\n"
		 "qemu: uncaught target signal 6 (Aborted) - core dumped\n",
		 "died by SIGABRT: python: load.c:N: load: Assertion `NAME' failed."},
		{"import x", "> import x; !! signal SIGABRT",
		 "hello\nqemu: unhandled CPU exception 0x3 - aborting\n",
		 "the carrier failed, not the loader: qemu: unhandled CPU exception 0x3 - "
		 "aborting"},
		{"import x", "> import x; !! signal SIGSEGV",
		 "QEMU internal SIGSEGV {code=MAPERR, addr=0x20}\n",
		 "the carrier failed, not the loader: QEMU internal SIGSEGV {code=MAPERR, "
		 "addr=0x20}"},
		{"import x", "!! exit 255",
		 "qemu-aarch64-static: Could not open '/lib/ld-linux-aarch64.so.1': No such file "
		 "or directory\n",
		 "the carrier failed, not the loader: qemu-aarch64-static: Could not open 'FILE': "
		 "No such file or directory"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		struct row row = {rows[i].commands, "", rows[i].got, NULL};
		struct cause_input in = input_of(&a, &row);

		in.log = rows[i].log;
		row_text(__FILE__, __LINE__, cause_death(&a, &in), rows[i].cause);
		arena_free(&a);
	}
}

/* an exception in half of the results is also the cause of results that differ earlier */
static void
test_settle(void)
{
	static const char most[] = "unexpected ! NameError \"x\"", other[] = "missing | init";
	static const char raised[] = "> a\n= 1\n! NameError\n~ message \"x\"\n";
	static const char lacking[] = "unexpected ! ImportError \"FILE: undefined symbol: Py...\"";
	static const char lost[] = "exited with 127: FILE: undefined symbol: Py...";
	static const struct {
		const char *causes[4], *got;
		enum outcome outcome;
		const char *last; /* the new text of causes[3] */
	} rows[] = {
		{{most, most, other, other}, raised, OUT_FAIL, most},
		{{most, most, other, other}, raised, OUT_BROKEN, most},
		{{most, most, other, other}, raised, OUT_CRASH, other},
		{{most, most, other, other}, "> a\n! NameError\n~ message \"y\"\n", OUT_FAIL,
		 other},
		{{most, most, other, other}, NULL, OUT_FAIL, other},
		{{most, other, other, other}, raised, OUT_FAIL, other},
		{{other, other, NULL, most}, raised, OUT_FAIL, most},
		{{other, most, NULL, NULL}, raised, OUT_PASS, NULL},
		/* a symbol of Python that is missing is one fault, whatever it leads to */
		{{lacking, lacking, other, lost}, raised, OUT_CRASH, lacking},
		{{lacking, lacking, other, other}, raised, OUT_CRASH, other},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		struct casefile cs = {0};
		struct result results[LENGTH(rows[i].causes)] = {{0}};

		for (size_t k = 0; k < LENGTH(results); k++)
			results[k] = (struct result){.cs = &cs, .cause = rows[i].causes[k],
						     .outcome = OUT_FAIL};
		results[3].got = rows[i].got;
		results[3].outcome = rows[i].outcome;
		run_causes_settle(&a, results, LENGTH(results));
		row_text(__FILE__, __LINE__, results[3].cause, rows[i].last);
		row_text(__FILE__, __LINE__, results[0].cause, rows[i].causes[0]);
		arena_free(&a);
	}
	run_causes_settle(NULL, NULL, 0);
}

static void
test_long(void)
{
	struct arena a = {0};
	struct casefile cs = {0};
	struct buf b = {0};
	const char *cause;

	for (int i = 0; i < 1000; i++)
		buf_puts(&b, "\xc3\xa9 ");
	cause = cause_reason(&a, &cs, b.p);
	row_check(__FILE__, __LINE__, strlen(cause) <= 400, "a cause has an end");
	row_check(__FILE__, __LINE__, text_utf8(cause, strlen(cause)) == strlen(cause),
		  "where a character ends");
	buf_free(&b);
	arena_free(&a);
}

static void
mutate_one(const char *bytes, size_t len)
{
	struct arena a = {0};
	struct row row = {"import p.x; call p.x.f", "> import p.x; = [\"a\", 1]", "", NULL};
	struct cause_input in;

	row.got = arena_strndup(&a, bytes, len);
	in = input_of(&a, &row);
	in.detail = true;
	in.log = row.got;
	cause_difference(&a, &in);
	if (in.ngot)
		cause_death(&a, &in);
	arena_free(&a);
}

static void
test_mutations(void)
{
	rows_mutate("> import p.x; = [\"a\", {\"b\": [1]}]; ! E; ~ message \"$FIX/a: undefined "
		    "symbol: x\"; | PyInit_x 2, $TMP; <module \"x\">; !! signal SIGABRT", true,
		    mutate_one);
}

void
unit_cause(void)
{
	static const struct row_test tests[] = {
		{"differences", test_differences}, {"details", test_details},
		{"folds", test_folds},             {"deaths", test_deaths},
		{"settle", test_settle},           {"long", test_long},
		{"mutations", test_mutations},
	};

	rows_suite("cause", tests, LENGTH(tests));
}
