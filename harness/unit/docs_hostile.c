/* Compares HOSTILE.md with the table of hostile deeds, and with the names of the tests. */
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "docs.h"
#include "docs_markdown.h"
#include "hostile.h"
#include "units.h"

static const char page[] = "harness/HOSTILE.md";

/* its table has exactly the deeds of ours, and the text says how many there are */
static void
check_deeds(struct arena *a)
{
	struct names told = {NULL, 0}, done = {NULL, 0};
	const char *text = docs_text(a, page);

	for (size_t i = 0; i < deed_rows_count; i++) {
		const char *name = hostile_name(a, &deed_rows[i]);

		names_add(a, &done, name, strlen(name));
	}
	CU_ASSERT_EQUAL(done.n, deed_rows_count);
	markdown_column(a, &told, text, "| deeds |");
	names_same(&told, page, &done, "hostile_table.c");
	UNIT_CHECK(strstr(text, arena_printf(a, "%zu\ndeeds.", deed_rows_count)) ||
			   strstr(text, arena_printf(a, " %zu deeds.", deed_rows_count)),
		   "%s does not say that there are %zu deeds", page, deed_rows_count);
}

/* each line `FILE.c`: `NAME` names a test that this file adds */
static void
check_tests(struct arena *a)
{
	struct names spans = {NULL, 0};
	const char *file = NULL;
	size_t found = 0;

	markdown_column(a, &spans, docs_text(a, page), "| test |");
	for (size_t i = 0; i < spans.n; i++) {
		if (text_ends(spans.v[i], ".c")) {
			file = arena_printf(a, "harness/unit/%s", spans.v[i]);
			continue;
		}
		UNIT_CHECK(file && strstr(docs_text(a, file),
					  arena_printf(a, "\"%s\", test_", spans.v[i])),
			   "%s: %s has no test '%s'", page, file ? file : "?", spans.v[i]);
		found++;
	}
	UNIT_CHECK(found >= 20, "only %zu tests were found", found);
}

void
test_docs_hostile(void)
{
	struct arena a = {0};

	check_deeds(&a);
	check_tests(&a);
	arena_free(&a);
}
