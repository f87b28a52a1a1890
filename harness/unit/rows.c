#include "rows.h"

#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>
#include <stdlib.h>
#include <string.h>

#include "base/util.h"

void
rows_suite(const char *name, const struct row_test *tests, size_t n)
{
	CU_pSuite suite = CU_add_suite(name, NULL, NULL);

	if (!suite || CU_get_error() != CUE_SUCCESS)
		die("cannot add suite %s: %s", name, CU_get_error_msg());
	for (size_t i = 0; i < n; i++)
		if (!CU_add_test(suite, tests[i].name, tests[i].run) ||
		    CU_get_error() != CUE_SUCCESS)
			die("cannot add test %s: %s", tests[i].name, CU_get_error_msg());
}

void
row_check(const char *file, int line, bool ok, const char *what)
{
	CU_assertImplementation(ok, (unsigned)line, what, file, "", CU_FALSE);
}

static const char *
shown(const char *s)
{
	return s ? s : "(null)";
}

void
row_text(const char *file, int line, const char *got, const char *want)
{
	struct buf b = {0};

	buf_printf(&b, "got \"%s\", want \"%s\"", shown(got), shown(want));
	row_check(file, line, got && want ? !strcmp(got, want) : got == want, b.p);
	buf_free(&b);
}

size_t
row_count(const char *text, const char *part)
{
	size_t n = 0;

	for (; (text = strstr(text, part)); text += strlen(part))
		n++;
	return n;
}

void
row_contains(const char *file, int line, const char *got, const char *part)
{
	struct buf b = {0};

	buf_printf(&b, "\"%s\" in \"%s\"", shown(part), shown(got));
	row_check(file, line, got && strstr(got, part), b.p);
	buf_free(&b);
}

void
row_says(const char *file, int line, const char *got, const char *part)
{
	if (part)
		row_contains(file, line, got, part);
	else
		row_text(file, line, got, NULL);
}

void
rows_mutate(const char *valid, bool terminated, void (*parse)(const char *bytes, size_t len))
{
	static const char bytes[] = "\0\n\r\t \"'@#:=!|~>()&-[]{}*?/$0a\x7f\x80\xc3\xed\xff";
	const size_t len = strlen(valid);

	for (size_t cut = 0; cut <= len; cut++) {
		char *copy = xmalloc(cut + terminated);

		memcpy(copy, valid, cut);
		if (terminated)
			copy[cut] = '\0';
		parse(copy, cut);
		free(copy);
	}
	for (size_t at = 0; at < len; at++)
		for (size_t k = 0; k < sizeof(bytes) - 1; k++) {
			char *copy = xmalloc(len + terminated);

			memcpy(copy, valid, len + terminated);
			copy[at] = bytes[k];
			parse(copy, len);
			free(copy);
		}
}
