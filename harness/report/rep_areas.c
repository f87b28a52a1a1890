/* The table by area: a part of rep_causes.h. */
#include <stdlib.h>
#include <string.h>

#include "format/casefile.h"
#include "report/rep_causes.h"
#include "report/rep_text.h"
#include "base/util.h"
#include "format/result.h"

/* the columns of a number with its leading blanks, and between two areas on one line */
enum { NUMBER = 5, GAP = 4 };

struct area {
	const char *name;
	size_t executed, passed, unexpected, skipped;
};

static void
count(struct area *area, const struct result *res)
{
	area->executed += res->executed;
	/* a DETAIL that the level tolerates counts as passed */
	if (res->outcome == OUT_PASS || (res->outcome == OUT_DETAIL && !res->unexpected))
		area->passed++;
	area->unexpected += res->unexpected;
	area->skipped += res->outcome == OUT_SKIP;
}

/* the areas in order of name; the caller frees them */
static struct area *
count_areas(const struct result *const *all, size_t n, size_t *nareas)
{
	const struct result **sorted = rep_sorted(all, n);
	struct area *areas = xcalloc(n + 1, sizeof(*areas));

	*nareas = 0;
	for (size_t i = 0; i < n; i++) {
		const char *name = sorted[i]->cs->area;

		if (!*nareas || strcmp(areas[*nareas - 1].name, name))
			areas[(*nareas)++].name = name;
		count(&areas[*nareas - 1], sorted[i]);
	}
	free(sorted);
	return areas;
}

static void
add_area(struct buf *b, const struct area *area, size_t name)
{
	buf_printf(b, "%-*s%*zu%*zu%*zu%*zu", (int)name, area->name, NUMBER, area->executed,
		   NUMBER, area->passed, NUMBER, area->unexpected, NUMBER, area->skipped);
}

void
rep_areas(struct buf *b, const struct result *const *all, size_t n, const struct rep_view *view)
{
	size_t nareas, name = 0, across, rows;
	struct area *areas = count_areas(all, n, &nareas);

	for (size_t i = 0; i < nareas; i++)
		name = strlen(areas[i].name) > name ? strlen(areas[i].name) : name;
	across = (view->width - 2 + GAP) / (name + 4 * NUMBER + GAP);
	across = across ? across : 1;
	rows = (nareas + across - 1) / across;
	buf_puts(b, "by area: executed, passed, unexpected, skipped\n");
	for (size_t row = 0; row < rows; row++) {
		for (size_t i = row; i < nareas; i += rows) {
			buf_printf(b, "%*s", i == row ? 2 : GAP, "");
			add_area(b, &areas[i], name);
		}
		buf_putc(b, '\n');
	}
	free(areas);
}
