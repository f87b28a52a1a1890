/* What comes from a loader's processes, and what an earlier run wrote down. */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "tools/fuzz/fuzz.h"
#include "base/text.h"
#include "fixtures/depend.h"
#include "fixtures/stale_private.h"
#include "format/casefile.h"
#include "format/expected.h"
#include "format/expr.h"
#include "format/result.h"
#include "format/transcript.h"
#include "process/sched.h"
#include "process/reply.h"
#include "run/failed.h"
#include "run/last.h"
#include "run/target_answer.h"
#include "run/verdict.h"

static const char CASE[] = "summary: s\nspec: PEP 489, Export Hook Name\n\nimport x\nloaded? x\n";
static const char WANT[] = "> import x\n= <module \"x\">\n~ hint \"a\"\n> loaded? x\n= true\n";
static const char TOKEN[] = "0123456789abcdef";

static const struct text_roots roots = {"/suite/fix", "/tmp/case", ".x.so"};

/* a line is one string that can be shown */
static void
check_lines(const struct transcript *t)
{
	for (size_t i = 0; i < t->n; i++)
		FUZZ_HOLDS(!strchr(t->lines[i], '\n') &&
			   !t->lines[i][text_utf8(t->lines[i], strlen(t->lines[i]))],
			   "line %zu: %s", i, t->lines[i]);
	FUZZ_HOLDS(!t->lines[t->n], "no end");
}

/* the process wrote these bytes and ended so: what does the suite make of it */
static void
judge(struct arena *a, struct result *r, struct ran ran, const char *bytes, size_t len)
{
	struct casefile c = {0};
	struct expected want = {0};
	struct errors errors = {0};
	struct verdict_input in = {.cs = &c, .expected = &want, .facts = fuzz_facts(a, 0),
				   .roots = &roots, .token = TOKEN, .detail = true};

	casefile_parse(a, &c, "a/b", "x.case", CASE, strlen(CASE), &errors);
	expected_parse(a, &want, "x.out", WANT, strlen(WANT), &errors);
	FUZZ_HOLDS(!errors.n, "%s", buf_str(&errors.text));
	buf_add(&ran.out, bytes, len);
	in.ran = &ran;
	verdict_judge(a, r, &in);
	buf_free(&ran.out);
}

void
fuzz_transcript(const char *bytes, size_t len)
{
	static const struct ran ends[] = {
		{.how = RAN_EXITED}, {.how = RAN_EXITED, .status = SIGSEGV},
		{.how = RAN_TIMEOUT, .status = SIGKILL},
	};
	struct transcript t;
	struct arena a = {0};

	transcript_parse(&a, &t, bytes, len, TOKEN, &roots);
	check_lines(&t);
	for (size_t i = 0; i < LENGTH(ends); i++) {
		struct result r = {0};
		bool right;

		judge(&a, &r, ends[i], bytes, len);
		right = !i && t.ended && !t.fault && !strcmp(r.got, WANT);
		FUZZ_HOLDS((r.outcome == OUT_PASS) == right, "%s: %s", outcome_word(r.outcome),
			   r.got);
		FUZZ_HOLDS(r.outcome == OUT_PASS || (r.reason && *r.reason), "no reason");
		FUZZ_HOLDS(!r.unexpected || (r.cause && *r.cause), "no cause");
	}
	arena_free(&a);
}

/* each line, as it is taken from the channel */
void
fuzz_reply(const char *bytes, size_t len)
{
	char line[256];

	for (const char *end; (end = memchr(bytes, '\n', len)); bytes = end + 1) {
		size_t n = (size_t)(end - bytes);
		struct reply r;

		len -= n + 1;
		if (n >= sizeof(line))
			continue;
		memcpy(line, bytes, n);
		line[n] = '\0';
		r = reply_parse(line, n);
		FUZZ_HOLDS(r.kind != REPLY_STARTED || r.pid > 0, "pid %ld", (long)r.pid);
		FUZZ_HOLDS(r.kind != REPLY_ENDED ||
			   ((WIFEXITED(r.status) || WIFSIGNALED(r.status)) &&
			    r.cpu_seconds >= 0 && r.max_rss_kb >= 0 && r.left >= 0), "%s", line);
		FUZZ_HOLDS((r.kind != REPLY_READY && r.kind != REPLY_FAILED) ||
			   (r.text >= line && r.text <= line + n) || !*r.text, "%s", line);
	}
}

/*
 * an answer that is accepted has these facts, which become parts of paths and commands, and it is
 * the same answer when it is read again
 */
static void
check_answer(struct arena *a, const struct answer *x, const char *bytes)
{
	static const char *const needed[] = {"impl", "py", "libc", "arch", "abi", "suffix"};
	static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				   "0123456789_.+-";
	struct answer again;

	FUZZ_HOLDS(answer_came(bytes, true), "accepted, though it did not come");
	for (size_t i = 0; i < LENGTH(needed); i++) {
		const char *value = facts_get(&x->facts, needed[i]);

		FUZZ_HOLDS(value && *value && !value[strspn(value, safe)], "%s: %s", needed[i],
			   value ? value : "none");
	}
	FUZZ_HOLDS(!answer_hello(a, &again, bytes), "accepted once only");
	FUZZ_HOLDS(!answer_differs(a, x, &again), "%s", answer_differs(a, x, &again));
}

void
fuzz_hello(const char *bytes, size_t len)
{
	struct answer hello, worker;
	struct arena a = {0};
	const char *why = answer_hello(&a, &hello, bytes), *why_not;

	(void)len;
	answer_came(bytes, false);
	FUZZ_HOLDS(!why || *why, "refused without a reason");
	if (!why)
		check_answer(&a, &hello, bytes);
	why_not = answer_worker(&a, &worker, bytes);
	FUZZ_HOLDS(!why_not || *why_not, "refused without a reason");
	if (!why && !why_not)
		answer_differs(&a, &hello, &worker);
	arena_free(&a);
}

/* the record of builds: what is printed is read as the same */
static void
check_stale(const char *bytes)
{
	struct buf once = {0}, twice = {0};
	struct stale s = {0}, again = {0};

	if (stale_parse(&s, bytes)) {
		stale_print(&s, &once);
		FUZZ_HOLDS(stale_parse(&again, once.p), "not a record:\n%s", once.p);
		stale_print(&again, &twice);
		FUZZ_HOLDS(!strcmp(once.p, twice.p), "from\n%sto\n%s", once.p, twice.p);
	}
	stale_clear(&s);
	stale_clear(&again);
	arena_free(&s.mem);
	arena_free(&again.mem);
	buf_free(&once);
	buf_free(&twice);
}

/* what a run wrote for --failed and --show */
static void
check_states(struct arena *a, const char *bytes, size_t len)
{
	static const struct failed_key key = {"/suite", "python3", NULL, "cpython", "detail"};
	struct buf text = {0};
	struct failed failed;
	struct last last;
	size_t n;

	if (!failed_parse(a, &failed, &key, bytes, len)) {
		n = failed.n;
		failed_format(&text, &key, &failed);
		FUZZ_HOLDS(!failed_parse(a, &failed, &key, text.p, text.len) && failed.n == n,
			   "%zu cases of %zu from\n%s", failed.n, n, text.p);
	}
	buf_clear(&text);
	/* a line that is none of ours is a case with a strange id, which nobody asks for */
	if (last_parse(a, &last, &key, bytes, len)) {
		last_format(&text, &key, &last);
		FUZZ_HOLDS(last_parse(a, &last, &key, text.p, text.len), "from\n%s", text.p);
	}
	buf_free(&text);
}

void
fuzz_record(const char *bytes, size_t len)
{
	struct arena a = {0};
	const char *why;

	check_stale(bytes);
	check_states(&a, bytes, len);
	depend_parse(&a, bytes);
	FUZZ_HOLDS(text_shell_words(&a, bytes, &why) || (why && *why), "no reason");
	arena_free(&a);
}
