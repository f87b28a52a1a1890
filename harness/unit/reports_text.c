/* Tests the functions for text that all report formats use. */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "format/casefile.h"
#include "report/rep_text.h"
#include "report/report.h"
#include "base/util.h"
#include "run/verdict.h"
#include "test_reports.h"

void
test_report_cleans(void)
{
	static const struct {
		const char *from, *to;
	} t[] = {
		{"", ""},
		{"plain text\twith a tab", "plain text\twith a tab"},
		{"a\nb\rc\033[0m\177", "a\\x0ab\\x0dc\\x1b[0m\\x7f"},
		{"\xe2\x82\xac \xc2\xa0 \xf0\x9f\x90\x8d",
		 "\xe2\x82\xac \xc2\xa0 \xf0\x9f\x90\x8d"},
		{"\xc2\x9b"
		 "31m \xc2\x80 \xc2\x9f",
		 "\\xc2\\x9b31m \\xc2\\x80 \\xc2\\x9f"},
		{"\xff\xe2\x82", "\\xff\\xe2\\x82"},
		/* U+2027 is a dot, U+2028 and U+2029 end a line, U+202E turns the text around */
		{"\xe2\x80\xa7 \xe2\x80\xa8 \xe2\x80\xa9",
		 "\xe2\x80\xa7 \\xe2\\x80\\xa8 \\xe2\\x80\\xa9"},
		{"a\xe2\x80\xae"
		 "b\xd8\x9c",
		 "a\\xe2\\x80\\xaeb\\xd8\\x9c"},
		{"\xef\xbb\xbf \xc2\x85 \xc2\xad", "\\xef\\xbb\\xbf \\xc2\\x85 \\xc2\\xad"},
		{"\xef\xbf\xbe \xef\xbf\xbd \xf0\x9f\xbf\xbf",
		 "\\xef\\xbf\\xbe \xef\xbf\xbd \\xf0\\x9f\\xbf\\xbf"},
		{"\xf3\xa0\x81\x81", "\\xf3\\xa0\\x81\\x81"},
		{"\xc0\xaf \xed\xa0\x80", "\\xc0\\xaf \\xed\\xa0\\x80"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct buf b = {0};

		rep_clean(&b, t[i].from, strlen(t[i].from));
		CU_ASSERT_STRING_EQUAL(buf_str(&b), t[i].to);
		buf_free(&b);
	}
}

/* a line is cut at REP_LINE_BYTES, but never inside the euro sign */
void
test_report_cuts(void)
{
	static const struct {
		size_t before;   /* bytes before the sign */
		const char *end; /* the end of the text that is shown */
	} t[] = {
		{REP_LINE_BYTES - 3, "xx\xe2\x82\xac\n"},
		{REP_LINE_BYTES - 2, "xxx ... (3 bytes more)\n"},
		{REP_LINE_BYTES - 1, "xxx ... (3 bytes more)\n"},
		{REP_LINE_BYTES, "xxx ... (3 bytes more)\n"},
		{REP_LINE_BYTES + 1, "xxx ... (4 bytes more)\n"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		char *line = xcalloc(t[i].before + 4, 1);
		struct buf b = {0};

		memset(line, 'x', t[i].before);
		memcpy(line + t[i].before, "\xe2\x82\xac", 3);
		rep_lines(&b, line, "> ");
		CU_ASSERT_FATAL(b.len > strlen(t[i].end));
		CU_ASSERT_STRING_EQUAL(b.p + b.len - strlen(t[i].end), t[i].end);
		CU_ASSERT_TRUE(!strncmp(b.p, "> xxx", 5));
		buf_free(&b);
		free(line);
	}
}

void
test_report_completeness(void)
{
	static const struct {
		size_t planned, executed, pass, skip, broken;
		bool interrupted;
		const char *stopped;
		const char *why; /* NULL: complete */
	} t[] = {
		{0, 0, 0, 0, 0, false, NULL, NULL},
		{5, 3, 3, 2, 0, false, NULL, NULL},
		{5, 3, 3, 1, 1, false, NULL, NULL},
		{5, 4, 3, 1, 1, false, NULL, NULL},
		{5, 5, 5, 0, 0, true, NULL, "interrupted"},
		{5, 5, 5, 0, 0, false, "stopped by -x", "stopped by -x"},
		{5, 2, 2, 0, 0, true, "by \033", "by \\x1b, 3 of 5 planned cases have no result"},
		{5, 4, 4, 0, 0, false, NULL, "something is missing, 1 of 5 planned"},
		{5, 3, 5, 0, 0, false, NULL, "5 results for 5 planned cases, of which 3 were"},
		{5, 2, 3, 1, 1, false, NULL, "5 results for 5 planned cases, of which 2 were"},
		{5, 6, 6, 0, 0, false, NULL, "6 results for 5 planned"},
		{5, 5, 4, 1, 0, false, NULL, "5 results for 5 planned"},
		{5, 5, 4, 0, 0, false, NULL, "1 of 5 planned cases have no result"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct summary s = {
			.planned = t[i].planned, .executed = t[i].executed,
			.interrupted = t[i].interrupted, .stopped = t[i].stopped,
		};
		struct buf why = {0}, verdict = {0};

		s.counts[OUT_PASS] = t[i].pass;
		s.counts[OUT_SKIP] = t[i].skip;
		s.counts[OUT_BROKEN] = s.unexpected = t[i].broken;
		CU_ASSERT_EQUAL(rep_incomplete(&why, &s), t[i].why != NULL);
		CU_ASSERT_TRUE(t[i].why ? strstr(buf_str(&why), t[i].why) != NULL : !why.len);
		rep_verdict(&verdict, &s);
		CU_ASSERT_EQUAL(!strncmp(verdict.p, "INCOMPLETE: ", 12), t[i].why != NULL);
		CU_ASSERT_EQUAL(strstr(verdict.p, "FAILED: ") != NULL, t[i].broken != 0);
		CU_ASSERT_EQUAL(strstr(verdict.p, "OK: ") != NULL, !t[i].why && !t[i].broken);
		buf_free(&why);
		buf_free(&verdict);
	}
}

/* results are sorted by id; those of one id (--repeat) stay in their order */
void
test_report_sorts(void)
{
	static const struct casefile a = {.id = "a/x"}, b = {.id = "a-b/x"}, c = {.id = "c/x"};
	static const struct result r[] = {
		{.cs = &c, .line = 1}, {.cs = &a, .line = 2}, {.cs = &b, .line = 3},
		{.cs = &a, .line = 1}, {.cs = &a, .line = 3},
	};
	static const struct result *const all[] = {&r[0], &r[1], &r[2], &r[3], &r[4]};
	static const struct result *const want[] = {&r[2], &r[1], &r[3], &r[4], &r[0]};
	const struct result **sorted = rep_sorted(all, LENGTH(all));

	for (size_t i = 0; i < LENGTH(want); i++) {
		CU_ASSERT_PTR_EQUAL(sorted[i], want[i]);
	}
	free(sorted);
}
