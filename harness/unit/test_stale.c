#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "fixtures/stale.h"
#include "fixtures/stale_private.h"
#include "rows.h"
#include "tree.h"
#include "units.h"

enum { RECIPE = 7 };

static char *files[] = {(char *)"a.c", (char *)"b.h", NULL};

static const char *
path_of(struct tree *t, const char *name)
{
	return arena_printf(&t->mem, "%s/%s", t->dir, name);
}

static struct stale *
open_record(struct tree *t)
{
	return stale_open(path_of(t, "record"), path_of(t, "out"), t->dir);
}

/* set the date of a file some hours back, so that the date can be trusted */
static void
age(struct tree *t, const char *name, int hours)
{
	struct timespec times[2];

	clock_gettime(CLOCK_REALTIME, &times[0]);
	times[0].tv_sec -= 3600 * hours;
	times[1] = times[0];
	utimensat(AT_FDCWD, path_of(t, name), times, 0);
}

static void
open_built(struct tree *t)
{
	struct stale *s;

	tree_open(t);
	tree_write(t, "a.c", "int a;\n");
	tree_write(t, "b.h", "int b;\n");
	tree_write(t, "out/p\tq\n.so", "made");
	age(t, "a.c", 3);
	age(t, "b.h", 3);
	s = open_record(t);
	stale_record(s, "p\tq\n.so", RECIPE, files, NULL);
	stale_close(s);
}

static bool
fresh(struct tree *t, uint64_t recipe)
{
	struct stale *s = open_record(t);
	uint64_t identity;
	bool is = stale_identity(s, "p\tq\n.so", recipe, &identity) &&
		  stale_fresh(s, "p\tq\n.so", identity);

	stale_close(s);
	return is;
}

/* a change in the tree, and whether the product is still fresh */
static void
test_fresh(void)
{
	static const struct {
		const char *write, *text, *touch;
		bool fresh;
	} rows[] = {
		{NULL, NULL, NULL, true},
		{"a.c", "int c;\n", NULL, false},
		{"a.c", "int a;\n", NULL, true}, /* written again with the same text */
		{"b.h", "int b; \n", NULL, false},
		{"b.h", NULL, NULL, false},
		{"other.h", "x", NULL, true},
		{NULL, NULL, "a.c", true},
		{NULL, NULL, "out/p\tq\n.so", false},
		{"out/p\tq\n.so", "MADE", NULL, false},
		{"out/p\tq\n.so", NULL, NULL, false},
		{"record", "", NULL, false},
		{"record", "conform: what was built from what, 1\np\t1\n", NULL, false},
		{"record", "another format\n", NULL, false},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct tree t;

		open_built(&t);
		UNIT_CHECK(fresh(&t, RECIPE), "row %zu: not fresh to begin with", i);
		UNIT_CHECK(!fresh(&t, RECIPE + 1), "row %zu: fresh for another recipe", i);
		if (rows[i].write)
			tree_write(&t, rows[i].write, rows[i].text);
		if (rows[i].touch)
			age(&t, rows[i].touch, 1);
		UNIT_CHECK(fresh(&t, RECIPE) == rows[i].fresh, "row %zu", i);
		/* the check itself changes nothing */
		UNIT_CHECK(fresh(&t, RECIPE) == rows[i].fresh, "row %zu, again", i);
		tree_close(&t);
	}
}

#define TITLE "conform: what was built from what, 1\n"
#define FILE_1 "f\t1\t1\t1\t1\ta\n"

static void
test_record(void)
{
	static const struct {
		int line;
		const char *text;
		bool good;
	} rows[] = {
		{__LINE__, TITLE, true},
		{__LINE__, TITLE FILE_1 "p\t1\t1\t1\t1\tx\t1\nr\t1\tno rust\ty\t1\n", true},
		{__LINE__, "", false},
		{__LINE__, TITLE FILE_1 "p\t1\t1\t1\t1\tx\t2\n", false},
		{__LINE__, TITLE FILE_1 "p\t1\t1\t1\t1\tx\t1", false},
		/* a product twice, whose second line would go on where the first one ended */
		{__LINE__, TITLE FILE_1 "p\t1\t1\t1\t1\tx\t1\np\t1\t1\t1\t1\tx\t1\n", false},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct stale s = {0};

		row_check(__FILE__, rows[i].line, stale_parse(&s, rows[i].text) == rows[i].good,
			  rows[i].text);
		stale_clear(&s);
		arena_free(&s.mem);
	}
}

/* a file that changes twice within one tick of the clock, with the same size */
static void
test_same_date(void)
{
	struct stale *s;
	struct tree t;

	open_built(&t);
	tree_write(&t, "a.c", "int x;\n");
	s = open_record(&t);
	stale_record(s, "p\tq\n.so", RECIPE, files, NULL);
	stale_close(s);
	UNIT_CHECK(fresh(&t, RECIPE), "not fresh after it was recorded");
	tree_write(&t, "a.c", "int y;\n");
	UNIT_CHECK(!fresh(&t, RECIPE), "the second change was missed");
	tree_close(&t);
}

static void
test_reason(void)
{
	uint64_t identity;
	struct stale *s;
	struct tree t;

	open_built(&t);
	s = open_record(&t);
	stale_record(s, "none.so", RECIPE, files, "needs-x: there\tis none");
	stale_close(s);
	s = open_record(&t);
	UNIT_CHECK(stale_identity(s, "none.so", RECIPE, &identity) &&
		   stale_fresh(s, "none.so", identity), "a reason does not hold");
	row_text(__FILE__, __LINE__, stale_reason(s, "none.so"), "needs-x: there\tis none");
	row_text(__FILE__, __LINE__, stale_reason(s, "p\tq\n.so"), NULL);
	stale_close(s);
	tree_close(&t);
}

static bool
is_none(void *ctx, const char *product)
{
	(void)ctx;
	return !strcmp(product, "none.so");
}

static void
test_forget(void)
{
	uint64_t identity;
	struct stale *s;
	struct tree t;

	open_built(&t);
	s = open_record(&t);
	stale_record(s, "none.so", RECIPE, files, "needs-x: y");
	stale_forget_unless(s, is_none, NULL);
	stale_close(s);
	s = open_record(&t);
	UNIT_CHECK(!stale_identity(s, "p\tq\n.so", RECIPE, &identity), "not forgotten");
	UNIT_CHECK(stale_identity(s, "none.so", RECIPE, &identity), "forgotten");
	stale_close(s);
	tree_close(&t);
}

void
unit_stale(void)
{
	static const struct row_test tests[] = {
		{"a product is fresh while nothing changed", test_fresh},
		{"a record is whole or believed in nothing", test_record},
		{"two changes of the same date", test_same_date},
		{"a reason not to build is kept", test_reason},
		{"a product without a source is forgotten", test_forget},
	};

	rows_suite("stale", tests, LENGTH(tests));
}
