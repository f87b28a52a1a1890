/*
 * Compares the report formats with the files in golden/, byte by byte, and checks them with the
 * tools that read them. UPDATE_GOLDEN=1 in the environment rewrites those files, and fails.
 */
#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>
#include <fcntl.h>
#include <jansson.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "format/casefile.h"
#include "report/report.h"
#include "base/util.h"
#include "run/verdict.h"
#include "format/version.h"
#include "sample_reports.h"
#include "test_reports.h"
#include "units.h"

/* path of a file of the source tree, given one relative to this file's folder */
char *
reports_source(const char *name)
{
	const char *slash = strrchr(__FILE__, '/');
	struct buf b = {0};

	buf_add(&b, __FILE__, slash ? (size_t)(slash - __FILE__) + 1 : 0);
	buf_puts(&b, name);
	return b.p;
}

void
reports_run(struct reporter *r, const struct sample *sample, const struct summary *s)
{
	if (r->format->begin)
		r->format->begin(r, s);
	for (size_t i = 0; r->format->result && i < sample->n; i++) {
		r->done++;
		r->format->result(r, s, sample->results[i]);
	}
	r->format->end(r, s, sample->results, sample->n);
}

/* golden files must not change with the suite's version */
static void
hide_version(struct buf *b)
{
	struct buf out = {0};
	const char *from = buf_str(b), *at;

	while ((at = strstr(from, SUITE_VERSION))) {
		buf_add(&out, from, (size_t)(at - from));
		buf_puts(&out, "@VERSION@");
		from = at + strlen(SUITE_VERSION);
	}
	buf_puts(&out, from);
	buf_free(b);
	*b = out;
}

static void
read_stream(struct buf *b, FILE *stream)
{
	char chunk[4096];
	size_t got;

	rewind(stream);
	while ((got = fread(chunk, 1, sizeof(chunk), stream)))
		buf_add(b, chunk, got);
}

/* the report of a sample in a format, as for standard output; with a status line if status */
static void
capture(struct buf *b, const char *format, const struct report_config *config, bool status,
	const struct sample *sample, const struct summary *s)
{
	struct reporter r = {.format = report_find(format), .out = tmpfile()};
	struct report_config own = *config;

	if (status)
		own.status = r.out;
	r.config = &own;

	reports_run(&r, sample, s);
	read_stream(b, r.out);
	fclose(r.out);
	free(r.state);
}

static const struct golden {
	const char *name, *format;
	struct report_config config;
	enum sample_kind kind;
	bool status;
} goldens[] = {
	{"console.txt", "console", {.verbose = 0}, SAMPLE_ALL, false},
	{"console-verbose.txt", "console", {.verbose = 1}, SAMPLE_ALL, false},
	{"console-transcripts.txt", "console", {.verbose = 2}, SAMPLE_ALL, false},
	{"console-quiet.txt", "console", {.verbose = -1}, SAMPLE_ALL, true},
	{"console-terminal.txt", "console", {.color = true}, SAMPLE_ALL, true},
	{"console-good.txt", "console", {.verbose = 0}, SAMPLE_GOOD, false},
	{"console-half.txt", "console", {.verbose = 0}, SAMPLE_HALF, false},
	{"console-none.txt", "console", {.verbose = 0}, SAMPLE_NONE, false},
	{"report.tap", "tap", {.verbose = 0}, SAMPLE_ALL, false},
	{"report-good.tap", "tap", {.verbose = 0}, SAMPLE_GOOD, false},
	{"report-half.tap", "tap", {.verbose = 0}, SAMPLE_HALF, false},
	{"report-none.tap", "tap", {.verbose = 0}, SAMPLE_NONE, false},
	{"report.xml", "junit", {.verbose = 0}, SAMPLE_ALL, false},
	{"report-half.xml", "junit", {.verbose = 0}, SAMPLE_HALF, false},
	{"report-none.xml", "junit", {.verbose = 0}, SAMPLE_NONE, false},
	{"report.json", "json", {.verbose = 0}, SAMPLE_ALL, false},
	{"report-half.json", "json", {.verbose = 0}, SAMPLE_HALF, false},
	{"report-none.json", "json", {.verbose = 0}, SAMPLE_NONE, false},
	{"github.txt", "github", {.verbose = 0}, SAMPLE_ALL, false},
	{"github-half.txt", "github", {.verbose = 0}, SAMPLE_HALF, false},
};

static void
check(bool ok, const char *what, const char *name)
{
	struct buf text = {0};

	buf_printf(&text, "%s: %s", name, what);
	CU_assertImplementation(ok, __LINE__, text.p, __FILE__, "", CU_FALSE);
	buf_free(&text);
}

static void
check_golden(const char *name, const struct buf *got)
{
	struct buf relative = {0}, want = {0};
	char *path;
	bool update = getenv("UPDATE_GOLDEN") != NULL;

	buf_printf(&relative, "golden/%s", name);
	path = reports_source(relative.p);
	if (update)
		check(!file_write(path, got->p, got->len), "cannot be written", path);
	else
		check(!file_read(path, &want), "cannot be read", path);
	check(!update, "golden written anew; look at the difference", path);
	check(update || (want.len == got->len && !memcmp(buf_str(&want), got->p, got->len)),
	      "differs from the golden", path);
	free(path);
	buf_free(&relative);
	buf_free(&want);
}

static void
test_goldens(void)
{
	for (size_t i = 0; i < LENGTH(goldens); i++) {
		const struct golden *g = &goldens[i];
		struct buf got = {0};
		struct sample sample;
		struct summary s;

		sample_fill(&sample, &s, g->kind);
		capture(&got, g->format, &g->config, g->status, &sample, &s);
		hide_version(&got);
		check_golden(g->name, &got);
		buf_free(&got);
	}
}

/* exit status of a tool that reads path, its output in b; -1 with a word if it is not installed */
static int
run_tool(char *const *argv, struct buf *b)
{
	extern char **environ;
	posix_spawn_file_actions_t actions;
	FILE *out = tmpfile();
	int status = -1;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, fileno(out), 1);
	posix_spawn_file_actions_adddup2(&actions, fileno(out), 2);
	if (posix_spawnp(&pid, argv[0], &actions, NULL, argv, environ))
		fprintf(stderr, "\nskipped: %s is not installed\n", argv[0]);
	else if (waitpid(pid, &status, 0) == pid)
		status = WIFEXITED(status) ? WEXITSTATUS(status) : 255;
	posix_spawn_file_actions_destroy(&actions);
	read_stream(b, out);
	fclose(out);
	return status == 127 ? -1 : status;
}

static void
test_prove(void)
{
	static const struct {
		const char *name;
		int status;
		const char *says;
	} t[] = {
		{"golden/report-good.tap", 0, "Result: PASS"},
		{"golden/report.tap", 1, "Failed 7/14 subtests"},
		{"golden/report-half.tap", 255, "Bailout called"},
		{"golden/report-none.tap", 0, "skipped: no case was selected"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		char prove[] = "prove", option[] = "-e", cat[] = "cat";
		char *path = reports_source(t[i].name);
		char *argv[] = {prove, option, cat, path, NULL};
		struct buf out = {0};
		int status = run_tool(argv, &out);

		check(status < 0 || status == t[i].status, "status of prove", path);
		check(status < 0 || strstr(buf_str(&out), t[i].says), "words of prove", path);
		/* a stream that bails out has not fulfilled its plan */
		check(t[i].status == 255 || !strstr(buf_str(&out), "Parse errors"),
		      "is not TAP to prove", path);
		free(path);
		buf_free(&out);
	}
}

static void
test_xmllint(void)
{
	static const char *const names[] = {
		"golden/report.xml", "golden/report-half.xml", "golden/report-none.xml",
	};

	for (size_t i = 0; i < LENGTH(names); i++) {
		char xmllint[] = "xmllint", option[] = "--noout";
		char *path = reports_source(names[i]);
		char *argv[] = {xmllint, option, path, NULL};
		struct buf out = {0};

		check(run_tool(argv, &out) <= 0, "is not XML to xmllint", path);
		free(path);
		buf_free(&out);
	}
}

/* a validator that knows nothing of this project */
static void
test_jsonschema(void)
{
	static const char *const names[] = {
		"golden/report.json", "golden/report-half.json", "golden/report-none.json",
		"golden/report-bad.json",
	};

	for (size_t i = 0; i < LENGTH(names); i++) {
		char jsonschema[] = "jsonschema", option[] = "-i";
		char *schema = reports_source("../report/report.schema.json");
		char *path = reports_source(names[i]);
		char *argv[] = {jsonschema, option, path, schema, NULL};
		struct buf out = {0};
		int status = run_tool(argv, &out);
		bool good = !strstr(names[i], "bad");

		check(status < 0 || !status == good, buf_str(&out), path);
		free(schema);
		free(path);
		buf_free(&out);
	}
}

/* a megabyte of log is cut in reports for people, and complete in reports for programs */
static void
test_big_log(void)
{
	static const char *const formats[] = {"console", "tap", "github", "json", "junit", "md"};
	static const struct report_config config;
	const size_t size = 1 << 20;
	char *log = xmalloc(size + 1);
	struct sample sample;
	struct summary s;
	struct result big;

	memset(log, 'x', size);
	memset(log, '\xff', 100);
	log[size] = '\0';
	sample_fill(&sample, &s, SAMPLE_ALL);
	big = *sample.results[0];
	big.log = log;
	sample.results[0] = &big;
	for (size_t i = 0; i < LENGTH(formats); i++) {
		struct buf b = {0};
		bool whole = formats[i][0] == 'j';

		capture(&b, formats[i], &config, false, &sample, &s);
		check(whole ? b.len > size : b.len < 32 * 1024, "size of a big log", formats[i]);
		buf_free(&b);
	}
	free(log);
}

/* no text brings control bytes into a report, because terminals and parsers obey them */
static void
test_no_control_bytes(void)
{
	static const char *const formats[] = {"console", "tap", "github", "json", "junit", "md",
					      "html"};
	static const struct report_config config = {.verbose = 2};
	struct sample sample;
	struct summary s;

	sample_fill(&sample, &s, SAMPLE_ALL);
	for (size_t i = 0; i < LENGTH(formats); i++) {
		struct buf b = {0};
		size_t bad = 0;

		capture(&b, formats[i], &config, false, &sample, &s);
		for (size_t k = 0; k < b.len; k++) {
			unsigned char c = (unsigned char)b.p[k];

			/* DEL is a character to XML and JSON */
			bad += (c < ' ' && c != '\n' && c != '\t') || c >= 0xf8;
			bad += c == 0x7f && formats[i][0] != 'j';
		}
		CU_ASSERT_EQUAL(bad, 0);
		check(formats[i][0] == 'j' || !strstr(b.p, "\n::error::not"),
		      "a log's line became a command", formats[i]);
		check(formats[i][0] == 'j' || !strstr(b.p, "\nBail out!"),
		      "a log's line ended the report", formats[i]);
		buf_free(&b);
	}
}

void
unit_reports(void)
{
	CU_pSuite suite = CU_add_suite("reports", NULL, NULL);

	CU_add_test(suite, "text is cleaned", test_report_cleans);
	CU_add_test(suite, "long lines are cut", test_report_cuts);
	CU_add_test(suite, "what is complete", test_report_completeness);
	CU_add_test(suite, "results are sorted", test_report_sorts);
	CU_add_test(suite, "goldens", test_goldens);
	CU_add_test(suite, "prove reads the TAP", test_prove);
	CU_add_test(suite, "xmllint reads the JUnit XML", test_xmllint);
	CU_add_test(suite, "jsonschema validates the JSON", test_jsonschema);
	CU_add_test(suite, "a megabyte of log", test_big_log);
	CU_add_test(suite, "no control bytes", test_no_control_bytes);
	CU_add_test(suite, "the schema holds every key", test_report_schema);
	CU_add_test(suite, "the schema check can fail", test_report_schema_fails);
	CU_add_test(suite, "report_open", test_report_open);
	CU_add_test(suite, "report_open refuses", test_report_open_refuses);
	CU_add_test(suite, "a report is whole or absent", test_report_replaces);
	CU_add_test(suite, "a full device", test_report_full);
}
