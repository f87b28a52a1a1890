#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/diff.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

/* a line for each character of letters; capitals become commands */
static char **
lines_of(struct arena *a, const char *letters, size_t *n)
{
	char **lines = arena_alloc(a, (strlen(letters) + 1) * sizeof(*lines));

	*n = 0;
	for (; *letters; letters++) {
		const char *line = arena_printf(
			a, *letters >= 'A' && *letters <= 'Z' ? "> %c" : "= %c", *letters);

		lines[(*n)++] = arena_strdup(a, line);
	}
	return lines;
}

static void
test_lines(void)
{
	static const struct {
		int line;
		const char *want, *got;
		size_t at;
		const char *diff;
	} t[] = {
		{__LINE__, "", "", (size_t)-1, ""},
		{__LINE__, "AbCd", "AbCd", (size_t)-1, ""},
		{__LINE__, "", "A", 0, "@@ -0,0 +1,1 @@\n+> A\n"},
		{__LINE__, "A", "", 0, "@@ -1,1 +0,0 @@ > A\n-> A\n"},
		{__LINE__, "A", "Ab", 1, "@@ -1,1 +1,2 @@ > A\n > A\n+= b\n"},
		{__LINE__, "AbCd", "AbCx", 3,
		 "@@ -1,4 +1,4 @@ > C\n > A\n = b\n > C\n-= d\n+= x\n"},
		{__LINE__, "AbC", "xAbC", 0, "@@ -1,3 +1,4 @@\n+= x\n > A\n = b\n > C\n"},
		{__LINE__, "AbcdefgH", "AxcdefgH", 1,
		 "@@ -1,5 +1,5 @@ > A\n > A\n-= b\n+= x\n = c\n = d\n = e\n"},
		/* six lines between two changes: one hunk; seven: two */
		{__LINE__, "b123456c", "x123456y", 0,
		 "@@ -1,8 +1,8 @@\n-= b\n+= x\n = 1\n = 2\n = 3\n = 4\n = 5\n = 6\n-= c\n+= "
		 "y\n"},
		{__LINE__, "b123D567c", "x123D567y", 0,
		 "@@ -1,4 +1,4 @@\n-= b\n+= x\n = 1\n = 2\n = 3\n"
		 "@@ -6,4 +6,4 @@ > D\n = 5\n = 6\n = 7\n-= c\n+= y\n"},
		/* the smallest number of edits, not the whole middle */
		{__LINE__, "abcabba", "cbabac", 0,
		 "@@ -1,7 +1,6 @@\n-= a\n-= b\n = c\n+= b\n = a\n = b\n-= b\n = a\n+= c\n"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct buf b = {0};
		size_t nwant, ngot;
		char **want = lines_of(&a, t[i].want, &nwant),
		     **got = lines_of(&a, t[i].got, &ngot);

		row_check(__FILE__, t[i].line,
			  diff_lines(&b, want, nwant, got, ngot) == t[i].at,
			  "index of the first difference");
		row_text(__FILE__, t[i].line, buf_str(&b), t[i].diff);
		buf_free(&b);
		arena_free(&a);
	}
}

static char **
numbered(struct arena *a, const char *prefix, size_t n, size_t step)
{
	char **lines = arena_alloc(a, (n + 1) * sizeof(*lines));

	for (size_t i = 0; i < n; i++)
		lines[i] = arena_printf(a, "= %s%zu", i % step ? "" : prefix, i);
	return lines;
}

static void
test_max(void)
{
	struct arena a = {0};
	struct buf b = {0};
	char **want = numbered(&a, "x", 100, 1), **got = numbered(&a, "y", 100, 1);

	diff_lines(&b, want, 100, got, 100);
	row_check(__FILE__, __LINE__, text_line_feeds(buf_str(&b)) == DIFF_MAX + 1,
		  "DIFF_MAX lines");
	row_contains(__FILE__, __LINE__, buf_str(&b),
		     "\n... and 121 more lines of difference\n");
	/* a header and one line less still fit */
	buf_clear(&b);
	diff_lines(&b, want, 0, got, DIFF_MAX - 1);
	row_check(__FILE__, __LINE__, text_line_feeds(buf_str(&b)) == DIFF_MAX, "just DIFF_MAX");
	row_check(__FILE__, __LINE__, !strstr(buf_str(&b), "more lines"), "nothing left out");
	buf_free(&b);
	arena_free(&a);
}

static void
test_large(void)
{
	struct arena a = {0};
	struct buf b = {0};
	const size_t n = 20000;
	char **want = numbered(&a, "x", n, 100), **got = numbered(&a, "y", n, 100);
	char **other = numbered(&a, "z", n, 1);

	/* 200 changed lines are found among equal ones */
	row_check(__FILE__, __LINE__, diff_lines(&b, want, n, got, n) == 0, "first difference");
	row_contains(__FILE__, __LINE__, buf_str(&b), "@@ -98,7 +98,7 @@\n = 97\n");
	buf_clear(&b);
	/* 40,000 are too many for the limits of time and memory; they are shown as changed */
	row_check(__FILE__, __LINE__, diff_lines(&b, want, n, other, n) == 0,
		  "nothing in common");
	row_contains(__FILE__, __LINE__, buf_str(&b), "@@ -1,20000 +1,20000 @@\n-= x0\n");
	row_contains(__FILE__, __LINE__, buf_str(&b),
		     "... and 39921 more lines of difference\n");
	buf_free(&b);
	arena_free(&a);
}

/* apply an uncut diff to want; the result must equal got */
static void
check_applies(const char *diff, char *const *want, size_t nwant, char *const *got, size_t ngot)
{
	size_t i = 0, j = 0;
	bool ok = true;

	for (const char *p = diff; ok && *p; p = strchr(p, '\n') + 1) {
		size_t len = strcspn(p, "\n") - 1;

		if (*p == '@') {
			char *end;
			size_t start = strtoul(p + 4, &end, 10),
			       count = strtoul(end + 1, NULL, 10);

			for (start -= count > 0; ok && i < start; i++, j++)
				ok = j < ngot && i < nwant && !strcmp(want[i], got[j]);
			continue;
		}
		if (*p != '+')
			ok = ok && i < nwant && !strncmp(want[i], p + 1, len), i++;
		if (*p != '-')
			ok = ok && j < ngot && !strncmp(got[j], p + 1, len), j++;
	}
	for (; ok && (i < nwant || j < ngot); i++, j++)
		ok = i < nwant && j < ngot && !strcmp(want[i], got[j]);
	row_check(__FILE__, __LINE__, ok, diff);
}

static void
random_letters(char letters[16], unsigned long *state)
{
	size_t n = *state >> 20 & 15;

	for (size_t i = 0; i < n; i++) {
		*state = (*state * 1103515245 + 12345) & 0x7fffffff;
		letters[i] = "abC"[(*state >> 16) % 3];
	}
	*state = (*state * 1103515245 + 12345) & 0x7fffffff;
}

/* many small lists of few different lines; the random numbers are the same in each run */
static void
test_applies(void)
{
	unsigned long state = 1;

	for (int round = 0; round < 2000; round++) {
		struct arena a = {0};
		struct buf b = {0};
		char letters[2][16] = {{0}};
		size_t nwant, ngot;
		char **want, **got;

		for (int side = 0; side < 2; side++)
			random_letters(letters[side], &state);
		want = lines_of(&a, letters[0], &nwant);
		got = lines_of(&a, letters[1], &ngot);
		diff_lines(&b, want, nwant, got, ngot);
		check_applies(buf_str(&b), want, nwant, got, ngot);
		buf_free(&b);
		arena_free(&a);
	}
}

void
unit_diff(void)
{
	static const struct row_test tests[] = {
		{"lines", test_lines},
		{"max", test_max},
		{"large", test_large},
		{"applies", test_applies},
	};

	rows_suite("diff", tests, LENGTH(tests));
}
