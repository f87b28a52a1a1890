#include "sample_reports.h"

#include "format/casefile.h"
#include "format/expr.h"
#include "format/known.h"
#include "report/report.h"
#include "base/util.h"
#include "run/verdict.h"

#define CASE(a, n, about) { \
	.id = a "/" n, .area = a, .name = n, .path = "cases/" a "/" n ".case", .summary = about, \
	.spec = "https://docs.python.org/3/library/exceptions.html#ImportError", \
}

#define LONG_NAME \
	"a-name-that-is-longer-than-the-line-of-a-terminal-which-must-not-wrap-or-else-it-stays"

static const struct casefile cases[] = {
	CASE("link", "undefined", "a symbol nobody provides is refused at load: <a & b> ]]> \"c\""),
	CASE("adapter", "echo", "what is sent comes back"),
	CASE("link", "wording", "the message names the symbol"),
	CASE("link-old", "isolated", "an isolated subinterpreter refuses it"),
	CASE("link-old", "isolated-two", "an isolated subinterpreter refuses that too"),
	CASE("link", "newer", "a rule of later versions"),
	CASE("init", "known", "the flags are obeyed"),
	CASE("init", "crash", "an init that crashes is reported"),
	CASE("init", "hang", "an init that hangs is reported"),
	CASE("init", "fixed", "a bug that is gone"),
	CASE("nasty", "unbuilt", "a fixture that does not compile"),
	CASE("nasty", LONG_NAME, "a long name"),
	CASE("detail", "strict", "the path is null"),
	CASE("init", "moody", "a rule that is not always kept"),
};

static const char forty_more[] =
	"line 1\nline 2\nline 3\nline 4\nline 5\nline 6\nline 7\nline 8\nline 9\nline 10\n"
	"line 11\nline 12\nline 13\nline 14\nline 15\nline 16\nline 17\nline 18\nline 19\nline 20\n"
	"line 21\nline 22\nline 23\nline 24\nline 25\nline 26\nline 27\nline 28\nline 29\nline 30\n"
	"line 31\nline 32\nline 33\nline 34\nline 35\nline 36\nline 37\nline 38\nline 39\nline 40\n"
	"line 41\nline 42, the last, without a newline";

static const struct known_line known_bug = {
	.kind = KNOWN_FAIL, .path = "my <own>.known", .line = 4, .glob = "init/known",
};
static const struct known_line known_gone = {
	.kind = KNOWN_FAIL, .path = "expected/known/cpython.known", .line = 7, .glob = "init/fixed",
};
static const char *const notes[] = {
	"my <own>.known:9: past its until=2026-01-31, no longer counts", NULL,
};

#define RERUN(id) "./run_tests.sh --loader python3 " id

static const struct attempt attempts[] = {
	{OUT_FAIL, "expected = 1, got = 2 & <b>", "> import moody\n= 2", "a log\n", 0.25},
	{OUT_FAIL, "expected = 1, got = 3", "> import moody\n= 3", NULL, 0.125},
	{OUT_PASS, NULL, "> import moody\n= 1", NULL, 0.0625},
};

static const struct result results[] = {
	{
		.cs = &cases[0],
		.outcome = OUT_FAIL,
		.executed = true,
		.attempts = 1,
		.unexpected = true,
		.line = 5,
		.cause = "missing ! ImportError",
		.diff = "@@ > import undefined\n > import undefined\n-! ImportError\n"
			"+= <module \"undefined\" \"$FIX/link/undefined$EXT\">\n ~ x ]]> & <\\a>\n",
		.log = "plain\n]]> & < > \"quoted\"\n::error::not a command\nbell \a escape "
		       "\033[31m"
		       " delete \177 tab\t return\r\n\xc2\x9b"
		       "31m C1, euro \xe2\x82\xac, bad \xff\xfe"
		       " half \xe2\x82 surrogate \xed\xa0\x80 nonchar \xef\xbf\xbe\n# end\nBail "
		       "out!\n",
		.got = "> import undefined\n= <module \"undefined\" \"$FIX/link/undefined$EXT\">",
		.rerun = RERUN("link/undefined"),
		.seconds = 0.0125,
		.cpu_seconds = 0.011,
		.max_rss_kb = 10240,
	},
	{
		.cs = &cases[1],
		.outcome = OUT_PASS,
		.executed = true,
		.attempts = 1,
		.got = "> loaded? x\n= false",
		.seconds = 0.25,
		.cpu_seconds = 0.125,
		.max_rss_kb = 9000,
	},
	{
		.cs = &cases[2],
		.outcome = OUT_DETAIL,
		.executed = true,
		.attempts = 1,
		.line = 6,
		.diff = "@@ > import x\n-~ message \"undefined symbol: a\"\n+~ message \"Symbol "
			"not found: a\"\n",
		.log = "noise of a case that passes\n",
		.got = "> import x\n! ImportError",
		.rerun = RERUN("link/wording"),
		.seconds = 0.5,
	},
	{.cs = &cases[3], .outcome = OUT_SKIP, .reason = "requires cap:isolated",
	 .lacks = "isolated"},
	{.cs = &cases[5], .outcome = OUT_SKIP, .reason = "requires py>=3.12 # \\o/ & <more>"},
	{.cs = &cases[4], .outcome = OUT_SKIP, .reason = "requires cap:isolated",
	 .lacks = "isolated"},
	{
		.cs = &cases[6],
		.outcome = OUT_XFAIL,
		.known = &known_bug,
		.executed = true,
		.attempts = 1,
		.line = 4,
		.reason = "flags ignored, https://example.org/bug#1\nand a second line",
		.diff = "@@ > dlflags\n-= [\"NOW\"]\n+= [\"LAZY\"]\n",
		.got = "> dlflags\n= [\"LAZY\"]",
		.rerun = RERUN("init/known"),
		.seconds = 0.125,
	},
	{
		.cs = &cases[7],
		.outcome = OUT_CRASH,
		.executed = true,
		.attempts = 1,
		.unexpected = true,
		.line = 3,
		.reason = "died by SIGSEGV",
		.cause = "died by SIGSEGV while loading",
		.log = forty_more,
		.diff = "@@ > import crash\n > import crash\n-! SystemError\n+!! signal SIGSEGV\n",
		.got = "> import crash\n!! signal SIGSEGV",
		.rerun = RERUN("init/crash"),
		.seconds = 1.5,
	},
	{
		.cs = &cases[8],
		.outcome = OUT_TIMEOUT,
		.executed = true,
		.attempts = 1,
		.unexpected = true,
		.reason = "no end within its 10 s: 100%, really",
		.cause = "no end in time before the first command",
		.got = "",
		.log = "",
		.rerun = RERUN("init/hang"),
		.seconds = 10.0,
	},
	{
		.cs = &cases[9],
		.outcome = OUT_XPASS,
		.known = &known_gone,
		.executed = true,
		.attempts = 1,
		.unexpected = true,
		.reason = "passes, but expected/known/cpython.known:7 lists it",
		.cause = "passes, though known: <b> & \"c\"",
		.got = "> import fixed",
		.rerun = RERUN("init/fixed"),
		.seconds = 0.125,
	},
	{
		.cs = &cases[10],
		.outcome = OUT_BROKEN,
		.unexpected = true,
		.reason = "unbuilt.c:3: error: unknown type "
			  "\xe2\x80\x98int3\xe2\x80\x99\nunbuilt.c:4: "
			  "\001 and a bad byte \xff\n",
	},
	{
		.cs = &cases[12],
		.outcome = OUT_DETAIL,
		.executed = true,
		.attempts = 1,
		.unexpected = true,
		.line = 2,
		.cause = "missing ! ImportError",
		.diff = "@@ > import x\n-~ path null\n+~ path \"x\"\n",
		.rerun = RERUN("detail/strict"),
		.got = "> import x\n! ImportError\n~ path \"x\"",
		.seconds = 0.125,
	},
	{
		.cs = &cases[13],
		.outcome = OUT_FLAKY,
		.executed = true,
		.unexpected = true,
		.line = 4,
		.attempts = 3,
		.tries = attempts,
		.deadline = 10,
		.reason = "FAIL at attempt 1 (expected = 1, got = 2 & <b>), PASS at attempt 3",
		.cause = "not the same twice: FAIL, then PASS; at first expected = 1, got = 2",
		.diff = "@@ > import moody\n > import moody\n-= 2\n+= 1\n",
		.log = "a log\n",
		.got = "> import moody\n= 2",
		.rerun = RERUN("init/moody"),
		.seconds = 0.25,
	},
	{.cs = &cases[11], .outcome = OUT_PASS, .executed = true, .attempts = 1, .seconds = 0.125},
};

static struct fact fact_list[] = {
	{"impl", "cpython-3.11.2"}, {"py", "3.11.2"}, {"libc", "glibc-2.36"}, {"arch", "x86_64"},
	{"include", "/usr/include/python3.11"},
	{"cap", "native"}, {"cap", "fork"}, {"note", "a \"fact\" & <more>\n"},
};

static char plain_env[] = "LD_BIND_NOW=1", odd_env[] = "ODD=a & <b>\n\033";
static char program[] = "conform", option[] = "-o", html[] = "html:a 'b' <c>";
static char *const command[] = {program, option, html, NULL};
static char *const env[] = {plain_env, odd_env, NULL};

static const struct facts facts = {fact_list, LENGTH(fact_list)};

void
sample_fill(struct sample *sample, struct summary *s, enum sample_kind kind)
{
	size_t n = kind == SAMPLE_NONE ? 0 : LENGTH(results);

	*s = (struct summary){
		.command = command,
		.date = kind == SAMPLE_NONE ? NULL : "2026-01-31T12:00:00Z",
		.machine = {"host & <b>", "Linux 6.1.0 x86_64", NULL, "gcc -m32"},
		.revision = "0123456789ab+",
		.hash = "0123456789abcdef",
		.target = "cpython",
		.loader = "python3 -X 'a & b' <c>",
		.program = kind == SAMPLE_NONE ? NULL : "/usr/bin/python3.11",
		.unseen = kind == SAMPLE_NONE ? "it ended at once" : NULL,
		.env = kind == SAMPLE_NONE ? NULL : env,
		.adapter = "conform_adapter.py 1.0",
		.facts = &facts,
		.level = "required",
		.chosen = {.level = true, .list = kind != SAMPLE_NONE,
			   .lines = kind == SAMPLE_NONE ? 0 : 3,
			   .path = "expected/known/cpython.known"},
		.isolation = "fork", .isolated_by = "namespaces",
		.notes = kind == SAMPLE_NONE ? NULL : notes,
		.found = 99,
		.seconds = 12.5,
	};
	sample->n = 0;
	for (size_t i = 0; i < n; i++) {
		if (kind == SAMPLE_GOOD && results[i].unexpected)
			continue;
		s->planned++;
		if (kind == SAMPLE_HALF && i >= n / 2)
			continue;
		sample->results[sample->n++] = &results[i];
		summary_count(s, &results[i]);
	}
	s->broken = s->counts[OUT_BROKEN];
	s->interrupted = kind == SAMPLE_HALF;
	if (s->interrupted)
		s->stopped = "interrupted by SIGINT";
}
