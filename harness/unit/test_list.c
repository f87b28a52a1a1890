/* Tests --list: headings by area, ids at the start of lines, reasons of skips. */
#include <string.h>

#include "format/casefile.h"
#include "list.h"
#include "rows.h"
#include "units.h"
#include "base/util.h"

static struct casefile c1 = {.id = "hook/a", .area = "hook", .summary = "first"};
static struct casefile c2 = {.id = "hook/b", .area = "hook", .summary = "second"};
static struct casefile c3 = {.id = "rtld/c", .area = "rtld", .summary = "third"};

static const struct {
	int line;
	const struct casefile *cases[4];
	const char *skips[3];
	bool asked, by_area;
	const char *want;
} rows[] = {
	{__LINE__, {NULL}, {NULL}, false, true, "# 0 cases in 0 areas\n"},
	{__LINE__, {&c1}, {NULL}, false, true, "# hook: 1 case\nA first\n# 1 case in 1 area\n"},
	{__LINE__, {&c1, &c2, &c3}, {NULL}, false, true,
	 "# hook: 2 cases\nA first\nB second\n# rtld: 1 case\nC third\n# 3 cases in 2 areas\n"},
	{__LINE__, {&c3, &c1}, {NULL}, false, false, "C third\nA first\n# 2 cases\n"},
	{__LINE__, {&c1, &c3}, {"requires py>=9\nand more", NULL}, true, true,
	 "# hook: 1 case\nA first  -- skip: requires py>=9\n# rtld: 1 case\nC third\n"
	 "# 2 cases in 2 areas, 1 skipped\n"},
	{__LINE__, {&c1}, {NULL}, true, true,
	 "# hook: 1 case\nA first\n# 1 case in 1 area, 0 skipped\n"},
};

/* text with each capital letter replaced by an id of the printed width */
static const char *
filled(struct arena *a, const char *text)
{
	struct buf b = {0};
	const char *copy;

	for (; *text; text++) {
		if (*text >= 'A' && *text <= 'C')
			buf_printf(&b, "%-44s",
				   *text == 'A' ? c1.id : *text == 'B' ? c2.id : c3.id);
		else
			buf_putc(&b, *text);
	}
	copy = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return copy;
}

static void
test_text(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		struct buf b = {0};
		size_t n = 0;

		while (rows[i].cases[n])
			n++;
		list_text(&b, rows[i].cases, n, rows[i].asked ? rows[i].skips : NULL,
			  rows[i].by_area);
		row_text(__FILE__, rows[i].line, buf_str(&b), filled(&a, rows[i].want));
		buf_free(&b);
		arena_free(&a);
	}
}

void
unit_list(void)
{
	static const struct row_test tests[] = {
		{"text", test_text},
	};

	rows_suite("list", tests, LENGTH(tests));
}
