#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "rows.h"

static void
test_xml(void)
{
	static const struct {
		int line;
		const char *s;
		size_t len;
		const char *xml;
	} t[] = {
		{__LINE__, "", 0, ""},
		{__LINE__, "a<b>&\"'", 7, "a&lt;b&gt;&amp;&quot;&#39;"},
		{__LINE__, "] ]>", 4, "] ]&gt;"},
		{__LINE__, "a\tb\nc\rd", 7, "a\tb\nc&#13;d"},
		{__LINE__, "\0\x1b[1m", 5, "\xef\xbf\xbd\xef\xbf\xbd[1m"},
		{__LINE__, "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 9,
		 "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"},
		{__LINE__, "\xff!", 2, "\xef\xbf\xbd!"},
		{__LINE__, "\xe2\x82", 2, "\xef\xbf\xbd\xef\xbf\xbd"},
		{__LINE__, "\xed\xa0\x80", 3, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
		{__LINE__, "\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd", 9,
		 "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct buf b = {0};

		text_xml(&b, t[i].s, t[i].len);
		row_text(__FILE__, t[i].line, buf_str(&b), t[i].xml);
		buf_free(&b);
	}
}

static void
test_shell(void)
{
	static const struct {
		int line;
		const char *s, *word;
	} t[] = {
		{__LINE__, "plain", "plain"},
		{__LINE__, "/usr/bin/python3.11", "/usr/bin/python3.11"},
		{__LINE__, "A=b,c:d", "A=b,c:d"},
		{__LINE__, "", "''"},
		{__LINE__, "a b", "'a b'"},
		{__LINE__, "it's", "'it'\\''s'"},
		{__LINE__, "$FIX`x`\\\n*", "'$FIX`x`\\\n*'"},
		{__LINE__, "~/x", "'~/x'"},
		{__LINE__, "\xc3\xa9", "'\xc3\xa9'"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct buf b = {0};

		text_shell(&b, t[i].s);
		row_text(__FILE__, t[i].line, buf_str(&b), t[i].word);
		buf_free(&b);
	}
}

static void
test_lines(void)
{
	static const struct {
		int line;
		const char *s, *tap, *github, *property;
	} t[] = {
		{__LINE__, "plain", "plain", "plain", "plain"},
		{__LINE__, "a # b \\ c", "a \\# b \\\\ c", "a # b \\ c", "a # b \\ c"},
		{__LINE__, "a\nb\r", "a\\x0ab\\x0d", "a%0Ab%0D", "a%0Ab%0D"},
		{__LINE__, "\x1b\x7f\xff", "\\x1b\\x7f\\xff", "\\x1b\\x7f\\xff",
		 "\\x1b\\x7f\\xff"},
		{__LINE__, "\xe2\x80\xa8::error::x", "\\xe2\\x80\\xa8::error::x",
		 "\\xe2\\x80\\xa8::error::x", "\\xe2\\x80\\xa8%3A%3Aerror%3A%3Ax"},
		{__LINE__, "100%: a,b", "100%: a,b", "100%25: a,b", "100%25%3A a%2Cb"},
		{__LINE__, "\xc3\xa9", "\xc3\xa9", "\xc3\xa9", "\xc3\xa9"},
		{__LINE__, "", "", "", ""},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct buf b = {0};

		text_tap(&b, t[i].s);
		row_text(__FILE__, t[i].line, buf_str(&b), t[i].tap);
		buf_clear(&b);
		text_github(&b, t[i].s, false);
		row_text(__FILE__, t[i].line, buf_str(&b), t[i].github);
		buf_clear(&b);
		text_github(&b, t[i].s, true);
		row_text(__FILE__, t[i].line, buf_str(&b), t[i].property);
		buf_free(&b);
	}
}

static void
test_indent(void)
{
	static const struct {
		int line;
		const char *s, *indented;
	} t[] = {
		{__LINE__, "", ""},         {__LINE__, "a", "# a\n"},
		{__LINE__, "a\n", "# a\n"}, {__LINE__, "a\n\nb\n", "# a\n# \n# b\n"},
		{__LINE__, "\n", "# \n"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct buf b = {0};

		text_indent(&b, t[i].s, "# ");
		row_text(__FILE__, t[i].line, buf_str(&b), t[i].indented);
		buf_free(&b);
	}
}

#define EXT ".cpython-312-x86_64-linux-gnu.so"

static void
test_fold(void)
{
	static const struct text_roots out = {"/b/fix", "/b/fix/tmp/", EXT};
	static const struct text_roots in = {"/t/c1/fix", "/t/c1", ".so"};
	static const struct text_roots none = {NULL, "/", ""};
	static const struct {
		int line;
		const struct text_roots *roots;
		const char *s, *folded;
	} t[] = {
		{__LINE__, &out, "", ""},
		{__LINE__, &out, "nothing", "nothing"},
		{__LINE__, &out, "/b/fix/a/m" EXT, "$FIX/a/m$EXT"},
		{__LINE__, &out, "\"/b/fix\" (/b/fix)", "\"$FIX\" ($FIX)"},
		{__LINE__, &out, "cannot open /b/fix.", "cannot open $FIX."},
		/* the longer root is replaced first, whichever root contains the other */
		{__LINE__, &out, "/b/fix/tmp/x /b/fix/x", "$TMP/x $FIX/x"},
		{__LINE__, &in, "/t/c1/fix/x /t/c1/x", "$FIX/x $TMP/x"},
		/* only whole components */
		{__LINE__, &out, "/b/fixtures /b/fix2 /b/fix-x /b/fix_x", NULL},
		{__LINE__, &in, "/t/c12/x", NULL},
		{__LINE__, &out, EXT "x" EXT ".1" EXT, EXT "x$EXT.1$EXT"},
		{__LINE__, &in, "libx.so.1 x.so: y.so2 .sox", "libx$EXT.1 x$EXT: y.so2 .sox"},
		{__LINE__, &in, ".so0 .so9 .soa .soz .soA .soZ", NULL},
		{__LINE__, &in, ".so/ .so: .so@ .so[ .so` .so{",
		 "$EXT/ $EXT: $EXT@ $EXT[ $EXT` $EXT{"},
		{__LINE__, &out, "/b/fi", NULL},
		{__LINE__, &none, "/b/fix/x.so", NULL},
		{__LINE__, &out, "0x7f00aa", NULL},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct buf b = {0};

		text_fold(&b, t[i].s, strlen(t[i].s), t[i].roots, false);
		row_text(__FILE__, t[i].line, buf_str(&b), t[i].folded ? t[i].folded : t[i].s);
		buf_free(&b);
	}
}

static void
test_addresses(void)
{
	static const struct text_roots none = {NULL, NULL, NULL};
	static const struct {
		int line;
		const char *s, *folded;
	} t[] = {
		{__LINE__, "<x at 0x7f12ab34cd56>", "<x at 0xADDR>"},
		{__LINE__, "0x12345", "0x12345"},
		{__LINE__, "0x123456", "0xADDR"},
		{__LINE__, "0xABCDEF 0x", "0xADDR 0x"},
		{__LINE__, "0x12345g", "0x12345g"},
		{__LINE__, "1x123456 0y123456", "1x123456 0y123456"},
		{__LINE__, "x123456 00x123456", "x123456 00xADDR"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct buf b = {0};

		text_fold(&b, t[i].s, strlen(t[i].s), &none, true);
		row_text(__FILE__, t[i].line, buf_str(&b), t[i].folded);
		buf_free(&b);
	}
}

/* bytes after len must not be read */
static void
mutate(const char *bytes, size_t len)
{
	static const struct text_roots roots = {"/b/fix", "/b/fix/tmp", EXT};
	struct buf b = {0};

	text_fold(&b, bytes, len, &roots, true);
	text_xml(&b, bytes, len);
	if (text_utf8(buf_str(&b), b.len) != b.len && text_utf8(bytes, len) == len)
		row_check(__FILE__, __LINE__, false, "UTF-8 stays UTF-8");
	buf_free(&b);
}

static void
test_mutate(void)
{
	rows_mutate("/b/fix/tmp/a" EXT " /b/fix at 0x7f12ab34cd56 \xc3\xa9\xf0\x9f\x98\x80",
		    false, mutate);
}

void
unit_text_output(void)
{
	static const struct row_test tests[] = {
		{"xml", test_xml},   {"tap and github", test_lines}, {"indent", test_indent},
		{"a shell's word", test_shell},
		{"fold", test_fold}, {"addresses", test_addresses},  {"mutate", test_mutate},
	};

	rows_suite("text output", tests, LENGTH(tests));
}
