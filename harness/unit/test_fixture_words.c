/* Tests the closed words of a fixture line: edits, properties, headers, tools. */
#include <string.h>

#include "fixtures/elfedit_tables.h"
#include "fixtures/fixcheck_words.h"
#include "fixtures/fixture_line.h"
#include "base/text.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

static const struct {
	int line;
	const char *word; /* KEY=VALUE */
	const char *says; /* "": no mistake */
} t[] = {
	{__LINE__, "edit=class=other", ""},
	{__LINE__, "edit=size=load.1.offset", ""},
	{__LINE__, "edit=size=load.offset+16", ""},
	{__LINE__, "edit=size=size-1", ""},
	{__LINE__, "edit=load.last.vaddr=0x10", ""},
	{__LINE__, "edit=type=ET_CORE", ""},
	{__LINE__, "edit=DT_SONAME.tag=DT_RPATH", ""},
	{__LINE__, "edit=DT_FLAGS_1=DF_1_PIE", ""},
	{__LINE__, "edit=machine=machine+1", ""},
	{__LINE__, "edit=machien=1",
	 "edit: unknown field 'machien'; did you mean 'machine'?"},
	{__LINE__, "edit=machine", "edit: 'machine' is not FIELD=VALUE"},
	{__LINE__, "edit==1", "edit: unknown field ''; there are magic class"},
	{__LINE__, "edit=laod.vaddr=1",
	 "edit: unknown segment 'laod'; did you mean 'load'?"},
	{__LINE__, "edit=load.vadr=1",
	 "edit: unknown member 'vadr'; did you mean 'vaddr'?"},
	{__LINE__, "edit=load.1x.vaddr=1",
	 "edit: unknown member '1x.vaddr'; did you mean 'vaddr'?"},
	{__LINE__, "edit=load.=1", "edit: unknown member ''; there are type flags"},
	{__LINE__, "edit=DT_SONAM=1",
	 "edit: unknown tag 'DT_SONAM'; did you mean 'DT_SONAME'?"},
	{__LINE__, "edit=DT_SONAME.tga=1",
	 "edit: unknown member 'tga'; did you mean 'tag'?"},
	{__LINE__, "edit=type=ET_CROE",
	 "edit: unknown value 'ET_CROE'; did you mean 'ET_CORE'?"},
	{__LINE__, "edit=class=othr", "edit: unknown value 'othr'; did you mean 'other'?"},
	{__LINE__, "edit=type=12x", "edit: '12x' is not a number"},
	{__LINE__, "edit=type=99999999999999999999", "edit: '99999999999999999999' is not"},
	{__LINE__, "edit=type=1+x", "edit: '1+x': not a number after '+'"},
	{__LINE__, "edit=size=laod.offset",
	 "edit: unknown segment 'laod'; did you mean 'load'?"},
	{__LINE__, "check=exports:PyInit_x", ""},
	{__LINE__, "check=soname:a$EXT", ""},
	{__LINE__, "check=bindnow", ""},
	{__LINE__, "check=tls:ie", ""},
	{__LINE__, "check=tlssize:100", ""},
	{__LINE__, "check=verneed:libc.so.6:GLIBC_2.2.5", ""},
	{__LINE__, "check=expots:x",
	 "check: unknown property 'expots'; did you mean 'exports'?"},
	{__LINE__, "check=needs:x",
	 "check: unknown property 'needs'; did you mean 'needed'?"},
	{__LINE__, "check=exports", "check: exports: an argument is missing: exports:..."},
	{__LINE__, "check=lazy:1", "check: lazy:1: lazy takes no argument"},
	{__LINE__, "check=tls:gd", "check: tls:gd: the only model that can be proven is"},
	{__LINE__, "check=tlssize:1k", "check: tlssize:1k: not a number of bytes"},
	{__LINE__, "check=verneed:libc.so.6", "check: verneed:libc.so.6: not LIBRARY:"},
	{__LINE__, "headers=3.13", ""},
	{__LINE__, "headers=pypy3.9", ""},
	{__LINE__, "headers=3.31", "headers: unknown version '3.31'; did you mean '3.11'?"},
	{__LINE__, "headers=pipy3.9",
	 "headers: unknown implementation 'pipy'; did you mean 'pypy'?"},
	{__LINE__, "headers=pypy", "headers: unknown version ''; there are 3.6"},
	{__LINE__, "tool=pybind11", ""},
	{__LINE__, "format=pe", ""},
	{__LINE__, "format=ep", "format: unknown format 'ep'; did you mean 'pe'?"},
	{__LINE__, "tool=pybind", "tool: unknown tool 'pybind'; did you mean 'pybind11'?"},
	{__LINE__, "tool=cython", "tool: unknown tool 'cython'; there are pybind11"},
};

static void
test_words(void)
{
	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct errors errors = {0};
		struct fixture_line f;
		const char *text = arena_printf(&a, "\n/* fixture: out=x\n * %s */\n", t[i].word);

		fixture_line_parse(&a, &f, "x.c", text, &errors);
		fixture_line_check(&a, &f, "x.c", &errors);
		row_check(__FILE__, t[i].line, errors.n == !!*t[i].says, buf_str(&errors.text));
		if (*t[i].says)
			row_contains(__FILE__, t[i].line, buf_str(&errors.text),
				     arena_printf(&a, "x.c:3: %s", t[i].says));
		errors_free(&errors);
		arena_free(&a);
	}
}

/* FORMAT.md lists every property that fixcheck proves, and every field of an edit */
static void
test_format(void)
{
#define NAME_OF(name, argument) #name,
	static const char *const properties[] = {FIXCHECK_PROPERTIES(NAME_OF)};
	struct arena a = {0};
	struct buf format = {0}, fields = {0};

	UNIT_CHECK(!file_read("harness/FORMAT.md", &format), "FORMAT.md cannot be read");
	for (size_t i = 0; i < LENGTH(properties); i++) {
		const char *alone = arena_printf(&a, "`%s`", properties[i]);
		const char *more = arena_printf(&a, "`%s:", properties[i]);

		UNIT_CHECK(strstr(buf_str(&format), alone) || strstr(buf_str(&format), more),
			   "FORMAT.md lacks the property %s", properties[i]);
	}
	for (const struct elf_member *m = elf_header; m->name; m++)
		buf_printf(&fields, " %s", m->name);
	for (char *p = format.p; p && *p; p++)
		*p = *p == '\n' ? ' ' : *p;
	UNIT_CHECK(strstr(buf_str(&format), buf_str(&fields) + 1), "FORMAT.md lacks%s", fields.p);
	buf_free(&fields);
	buf_free(&format);
	arena_free(&a);
}

static void
parse_edit(const char *bytes, size_t len)
{
	struct arena a = {0};

	(void)len;
	elf_edit_check(&a, bytes);
	arena_free(&a);
}

static void
test_garbage(void)
{
	rows_mutate("load.last.vaddr=DT_SONAME.tag+0x10", true, parse_edit);
	rows_mutate("DT_FLAGS_1.value=other", true, parse_edit);
}

void
unit_fixture_words(void)
{
	static const struct row_test tests[] = {
		{"words", test_words},
		{"FORMAT.md", test_format},
		{"garbage", test_garbage},
	};

	rows_suite("fixture-words", tests, LENGTH(tests));
}
