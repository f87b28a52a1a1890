/* Tests --new: the files of each kind of case. */
#include <string.h>

#include "format/casefile.h"
#include "format/expected.h"
#include "fixtures/fixture_line.h"
#include "rows.h"
#include "scaffold.h"
#include "base/text.h"
#include "units.h"
#include "base/util.h"

static void
test_module(void)
{
	static const struct {
		int line;
		const char *name, *module;
	} t[] = {
		{__LINE__, "my-rule", "my_rule"},
		{__LINE__, "a_b-c", "a_b_c"},
		{__LINE__, "class", "class_module"},
		{__LINE__, "errno", "errno_module"},
		{__LINE__, "9lives", "m9lives_module"},
		{__LINE__, "1-2", "m1_2"},
		{__LINE__, "_thread", "m_thread"},
		{__LINE__, "-", "m_"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};

		row_text(__FILE__, t[i].line, scaffold_module(&a, t[i].name), t[i].module);
		arena_free(&a);
	}
}

static void
check_file(struct arena *a, const struct newfile *f, struct errors *errors)
{
	size_t len = strlen(f->text);
	struct casefile c;
	struct expected e;
	struct fixture_line line;

	if (text_ends(f->path, ".case"))
		casefile_parse(a, &c, "some/my-rule", f->path, f->text, len, errors);
	else if (text_ends(f->path, ".out"))
		expected_parse(a, &e, f->path, f->text, len, errors);
	else
		fixture_line_parse(a, &line, f->path, f->text, errors);
	UNIT_CHECK(!strstr(f->text, "PyModuleDef_HEAD_INIT"), "%s: no fx_multi.h, fx_single.h",
		   f->path);
	UNIT_CHECK(!strstr(f->text, "MODULE") && !strstr(f->text, "AREA"), "%s:\n%s", f->path,
		   f->text);
}

/* the suite's own parsers accept each file of each kind */
static void
test_kinds(void)
{
	for (int kind = 0; scaffold_kinds[kind]; kind++) {
		struct arena a = {0};
		struct errors errors = {0};
		struct newfile files[SCAFFOLD_FILES + 1];
		size_t n = 0;

		scaffold_make(&a, files, kind, "some", "my-rule");
		for (; files[n].path; n++)
			check_file(&a, &files[n], &errors);
		UNIT_CHECK(n == 3 || n == 4, "%s: %zu files", scaffold_kinds[kind], n);
		row_text(__FILE__, __LINE__, buf_str(&errors.text), "");
		row_text(__FILE__, __LINE__, files[0].path, "cases/some/my-rule.case");
		row_text(__FILE__, __LINE__, files[1].path, "fixtures-src/some/my_rule.c");
		row_text(__FILE__, __LINE__, files[n - 1].path, "expected/some/my-rule.out");
		errors_free(&errors);
		arena_free(&a);
	}
}

void
unit_scaffold(void)
{
	static const struct row_test tests[] = {
		{"a module's name", test_module},
		{"kinds", test_kinds},
	};

	rows_suite("scaffold", tests, LENGTH(tests));
}
