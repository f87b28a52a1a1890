/*
 * One allocation of a run fails. Then the run ends with exit code 2 and says so, or it has the same
 * result as without: the C library can do without some of them (the buffer of a stream, the room
 * of qsort, the file of the time zone). It never crashes, passes wrongly or leaves a process.
 */
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli_support.h"
#include "base/text.h"
#include "rows.h"
#include "units.h"

/* each of the first ones fails, then one of STRIDE: another one each time the tests run */
enum { EACH = 12, STRIDE = 37 };

struct round {
	const char *label;
	const char *options; /* of conform */
	const char *env;     /* of fake_malloc.c */
	int exit_code;       /* if nothing fails */
};

static const struct round rounds[] = {
	{"a pass", "-o console -o json:ROOT/report.json a/pass", "", 0},
	{"a failure", "--isolation exec -o tap -o junit:ROOT/report.xml a", "", 1},
	{"a known list", "--write-known ROOT/new.known -o github a", "", 1},
	{"a process left behind", "b", "", 2},
	{"forked processes", "a", "FAKE_MALLOC_CHILD=1", 1},
	{"forked processes, alone", "--isolation exec a", "FAKE_MALLOC_CHILD=1", 1},
};

/* what a report says of suite and results: "hash 0123456789abcdef, 2 executed; 2 passed" */
static const char *
result(struct cli *c, const char *text)
{
	const char *hash = strstr(text, "hash "), *counts = strstr(text, " planned, ");

	if (!hash || !counts)
		return "";
	counts += strlen(" planned, ");
	return arena_printf(&c->mem, "%.*s, %.*s", (int)strcspn(hash, ","), hash,
			    (int)strcspn(counts, "%\n"), counts);
}

static struct cli_ran
run(struct cli *c, const struct round *r, unsigned long n, bool later)
{
	struct buf b = {0}, options = {0};
	struct cli_ran ran;
	const char *rest = r->options, *at;

	for (; (at = strstr(rest, "ROOT")); rest = at + strlen("ROOT")) {
		buf_add(&options, rest, (size_t)(at - rest));
		buf_puts(&options, c->root);
	}
	buf_puts(&options, rest);
	buf_printf(&b, "rm -f report.* *.known hit; %s FAKE_MALLOC_HIT=hit FAKE_MALLOC_FAIL=%lu%s "
		   "exec %s/unit/fake_malloc --root %s %s %s </dev/null", r->env, n,
		   later ? "-" : "", c->build, c->root, cli_fake(c), options.p);
	ran = cli_shell(c, c->root, b.p);
	buf_free(&b);
	buf_free(&options);
	return ran;
}

static bool
exists(struct cli *c, const char *name)
{
	return !access(arena_printf(&c->mem, "%s/%s", c->root, name), F_OK);
}

/* CUnit may have no memory for a failure, and then its count is another one than the results' */
static bool
is_sentence(const char *text)
{
	return strstr(text, "memory") || strstr(text, "Memory") || strstr(text, "CUnit counts");
}

/* run with the nth allocation failing; false if there are not so many */
static bool
fail_at(struct cli *c, const struct round *r, unsigned long n, const char *want)
{
	bool later = n % 2;
	struct cli_ran ran = run(c, r, n, later);
	bool stopped = ran.exit_code == 2 && is_sentence(ran.text);
	bool as_ever = ran.exit_code == r->exit_code && !strcmp(result(c, ran.text), want);
	json_t *report;

	UNIT_CHECK(stopped || as_ever, "%s, allocation %lu%s: exit %d: %.700s", r->label, n,
		   later ? "-" : "", ran.exit_code, ran.text);
	if (exists(c, "report.json")) {
		report = cli_report(c);
		UNIT_CHECK(report && (stopped || !strcmp(cli_outcome(report, "a/pass"), "PASS")),
			   "%s, allocation %lu: half a report", r->label, n);
		json_decref(report);
	}
	return exists(c, "hit");
}

/* the loaders of a conform that ended so end with their pipes; this takes a moment */
static int
processes_left(struct cli *c)
{
	int n = 1;

	for (int i = 0; i < 100 && n; i++) {
		if (i)
			nanosleep(&(struct timespec){0, 20000000}, NULL);
		n = cli_processes(c->root);
	}
	return n;
}

static void
test_each(void)
{
	struct cli c;

	cli_open(&c);
	cli_import(&c, "a/pass", "x");
	cli_case(&c, "a/wrong", "", "import y\n", "> import y\n= null\n");
	cli_import(&c, "b/left", "evil_child");
	for (size_t i = 0; i < LENGTH(rounds); i++) {
		const struct round *r = &rounds[i];
		struct cli_ran ran = run(&c, r, 0, false);
		const char *want = result(&c, ran.text);
		unsigned long n = 1;

		UNIT_CHECK(ran.exit_code == r->exit_code && *want, "%s: exit %d: %s", r->label,
			   ran.exit_code, ran.text);
		while (fail_at(&c, r, n, want)) {
			if (n == EACH)
				n += (unsigned long)getpid() % STRIDE;
			n += n <= EACH ? 1 : STRIDE;
		}
	}
	UNIT_CHECK(!processes_left(&c), "%d processes left", cli_processes(c.root));
	cli_close(&c);
}

void
unit_alloc(void)
{
	static const struct row_test tests[] = {
		{"each allocation fails once", test_each},
	};

	rows_suite("alloc", tests, LENGTH(tests));
}
