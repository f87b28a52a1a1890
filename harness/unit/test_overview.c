/* Tests `make check-all`: the table of loaders, and the script that runs what is not there yet. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "rows.h"
#include "tools/overview/overview.h"
#include "tree.h"
#include "units.h"

#define RESULT(id, outcome, unexpected)                                                            \
	"{\"id\": \"" id "\", \"outcome\": \"" outcome "\", \"unexpected\": " unexpected "}"
#define REPORT(complete, results)                                                                  \
	"{\"suite\": \"1.2\", \"revision\": \"abc\", \"seconds\": 2.6, \"complete\": " complete    \
	", \"incomplete\": \"a pipe broke\", \"target\": {\"facts\": {\"impl\": \"x-3\", "         \
	"\"libc\": \"y-2\", \"arch\": \"z\"}}, \"results\": [" results "]}"

static const char *const reports[] = {
	REPORT("true", RESULT("b/one", "PASS", "false") ", " RESULT("b/two", "SKIP", "false")),
	REPORT("true", RESULT("a/one", "FAIL", "true") ", " RESULT("b/one", "XFAIL", "false") ", "
		       RESULT("c/x", "XPASS", "true")),
	REPORT("true", RESULT("ab/one", "DETAIL", "true") ", " RESULT("b/one", "DETAIL", "false")),
	REPORT("false", RESULT("a/one", "PASS", "false")),
	REPORT("true", "{\"id\": 1}"),
	REPORT("true", ""),
	"{}",
	"{\"results\"",
};

static const char table[] =
	"| loader | what it says it is | cases | all | a | ab | b | c | time |\n"
	"|---|---|---|---|---|---|---|---|---|\n"
	"| l0 | x-3, y-2, z | 2 | 0/1/0 |  |  | 0/1/0 |  | 3 s |\n"
	"| l1 | x-3, y-2, z | 3 | 2/0/1 | 1/0/0 |  | 0/0/1 | 1/0/0 | 3 s |\n"
	"| l2 | x-3, y-2, z | 2 | 1/0/0 |  | 1/0/0 | . |  | 3 s |\n"
	"| l3 | x-3, y-2, z | 1 | . | . |  |  |  | 3 s |\n"
	"| l4 | x-3, y-2, z | 0 |  |  |  |  |  | 3 s |\n"
	"| l5 | x-3, y-2, z | 0 |  |  |  |  |  | 3 s |\n"
	"| l6 |  | 0 |  |  |  |  |  | 0 s |\n"
	"| l7 |  | 0 |  |  |  |  |  | 0 s |\n"
	"| gone |  | 0 |  |  |  |  |  | 0 s |\n\n"
	"Cells: unexpected/skipped/known; `.` if all passed. Suite 1.2, revision abc.\n\n"
	"l3: not complete: a pipe broke\n\n"
	"l4: its report has a result that is none\n\n"
	"l6: its report is none\n\n"
	"l7: its report is none\n\n"
	"gone: no report\n";

static void
test_table(void)
{
	struct overview o = {0};
	struct buf out = {0};

	for (size_t i = 0; i < LENGTH(reports); i++)
		overview_report(&o, arena_printf(&o.mem, "l%zu", i), reports[i],
				strlen(reports[i]));
	overview_fault(&o, "gone", "no report");
	overview_print(&out, &o);
	row_text(__FILE__, __LINE__, buf_str(&out), table);
	for (size_t i = 0; i < o.n; i++)
		row_check(__FILE__, __LINE__, overview_green(&o.v[i]) == (i == 0), o.v[i].name);
	buf_free(&out);
	overview_free(&o);
}

/* conform logs its arguments, writes a report, and ends with the status in $1/status */
static const char machine[] =
	"root=$(pwd -P) && mkdir -p \"$1/b/loaders\" \"$1/r\" && cd \"$1\" || exit 9\n"
	"put() { printf '#!/bin/sh\\n%s\\n' \"$2\" >$1; chmod +x $1; }\n"
	"for kind in package costly; do\n"
	"	echo \"names=my-$kind kind=$kind\" >r/$kind.sh\n"
	"	put b/loaders/my-$kind 'exit 1'\n"
	"done\n"
	"put b/conform '[ \"$1\" != --version ] || exec echo fake 1\n"
	"cd \"${0%/*}\" && shift 2 || exit 9\n"
	"printf %s called >>log\n"
	"for word; do\n"
	"	case $word in json:*) file=${word#json:} ;; esac\n"
	"	printf \" %s\" \"${word##*/}\" >>log\n"
	"done\n"
	"echo >>log\n"
	"read -r status <status\n"
	"if [ $status = 2 ]; then echo conform: no good >&2; else cp report \"$file\"; fi\n"
	"exit $status'\n";

/* check-all with the arguments, in the machine; its end and what conform was called with */
static struct output
check_all(struct tree *t, const char *arguments)
{
	static const char script[] =
		"cd \"$1\" && rm -f b/log && "
		"LOADERS_RECIPES=\"$PWD/r\" sh \"$2/harness/tools/check/check-all.sh\" b $3 2>&1\n"
		"echo \"status $?\"; [ ! -f b/log ] || cat b/log\n";

	return tree_run(t, (const char *[]){"sh", "-c", script, "-", t->dir, t->root, arguments,
					    NULL});
}

static void
open_machine(struct tree *t)
{
	struct output o;

	tree_open(t);
	o = tree_run(t, (const char *[]){"sh", "-c", machine, "-", t->dir, NULL});
	CU_ASSERT_FALSE_FATAL(o.status);
	o = tree_run(t, (const char *[]){"cp", arena_printf(&t->mem, "%s/overview", t->build),
					 arena_printf(&t->mem, "%s/b/overview", t->dir), NULL});
	CU_ASSERT_FALSE_FATAL(o.status);
	tree_write(t, "b/report", reports[0]);
	tree_write(t, "b/status", "0\n");
}

#define CALLED(name) "called -o console -o " name ".json --loader " name

/* a report is made once, and again if the loader changes or if the run was interrupted */
static void
test_goes_on(void)
{
	struct output o;
	struct tree t;

	open_machine(&t);
	tree_write(&t, "b/status", "130\n");
	o = check_all(&t, "my-package");
	row_contains(__FILE__, __LINE__, o.text, "status 130\n" CALLED("my-package"));
	tree_write(&t, "b/status", "0\n");
	o = check_all(&t, "my-package");
	row_contains(__FILE__, __LINE__, o.text, "| my-package | x-3, y-2, z | 2 | 0/1/0 |");
	row_contains(__FILE__, __LINE__, o.text,
		     "loaders: 1 green, 0 not, in 3 s\nstatus 0\n" CALLED("my-package"));
	o = check_all(&t, "my-package");
	row_contains(__FILE__, __LINE__, o.text, "| my-package | x-3, y-2, z | 2 | 0/1/0 |");
	row_check(__FILE__, __LINE__, !strstr(o.text, "called"), o.text);
	tree_write(&t, "b/loaders/my-package", "#!/bin/sh\n");
	o = tree_run(&t, (const char *[]){
		"chmod", "+x", arena_printf(&t.mem, "%s/b/loaders/my-package", t.dir), NULL});
	CU_ASSERT_FALSE(o.status);
	row_contains(__FILE__, __LINE__, check_all(&t, "my-package").text, CALLED("my-package"));
	tree_close(&t);
}

/* the fixed list of cases is for loaders whose start costs much */
static void
test_subset(void)
{
	static const char some[] = CALLED("my-costly") " api-";
	struct output o;
	struct tree t;

	open_machine(&t);
	o = check_all(&t, "my-package my-costly");
	row_contains(__FILE__, __LINE__, o.text, CALLED("my-package") "\n");
	row_contains(__FILE__, __LINE__, o.text, some);
	o = check_all(&t, "--full my-costly");
	row_contains(__FILE__, __LINE__, o.text, CALLED("my-costly") "\n");
	row_contains(__FILE__, __LINE__, check_all(&t, "my-costly").text, some);
	o = tree_run(&t, (const char *[]){
		"sh", "-c", "grep -v '^#' harness/tools/check/subset | while read -r id; do "
		"[ -f cases/$id.case ] || echo $id; done", NULL});
	row_text(__FILE__, __LINE__, o.text, "");
	tree_close(&t);
}

static void
test_no_report(void)
{
	struct output o;
	struct tree t;

	open_machine(&t);
	o = check_all(&t, "nosuch");
	row_text(__FILE__, __LINE__, o.text, "check-all: there is no loader 'nosuch'\nstatus 2\n");
	tree_write(&t, "b/status", "2\n");
	o = check_all(&t, "my-package");
	row_contains(__FILE__, __LINE__, o.text, "\nmy-package: conform: no good\n");
	row_contains(__FILE__, __LINE__, o.text, "loaders: 0 green, 1 not, in 0 s\nstatus 1\n");
	tree_close(&t);
}

void
unit_overview(void)
{
	static const struct row_test tests[] = {
		{"table of loaders", test_table},
		{"goes on where it was stopped", test_goes_on},
		{"subset for costly loaders", test_subset},
		{"no report", test_no_report},
	};

	rows_suite("overview", tests, LENGTH(tests));
}
