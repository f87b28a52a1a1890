/* The summary of a run in words: a part of rep_text.h. */
#include "report/rep_text.h"

#include <string.h>

#include "format/expr.h"
#include "report/report.h"
#include "base/util.h"
#include "format/result.h"
#include "format/version.h"
#include "format/vocab.h"

static const char *const words[OUT_COUNT] = {
	[OUT_PASS] = "passed",
	[OUT_DETAIL] = "different in detail",
	[OUT_SKIP] = "skipped",
	[OUT_XFAIL] = "failed as known",
	[OUT_FAIL] = "failed",
	[OUT_CRASH] = "crashed",
	[OUT_TIMEOUT] = "timed out",
	[OUT_XPASS] = "passed though known to fail",
	[OUT_FLAKY] = "not the same twice",
	[OUT_BROKEN] = "broken",
};

static size_t
with_result(const struct summary *s)
{
	size_t sum = 0;

	for (size_t i = 0; i < OUT_COUNT; i++)
		sum += s->counts[i];
	return sum;
}

void
summary_count(struct summary *s, const struct result *res)
{
	const struct vocab_word *caps = vocab_words(VOCAB_CAP);

	s->counts[res->outcome]++;
	s->executed += res->executed;
	s->unexpected += res->unexpected;
	for (size_t i = 0; res->lacks && caps[i].name && i < CAPS_MAX; i++)
		s->lacking[i] += !strcmp(caps[i].name, res->lacks);
}

size_t
rep_lacking(const struct summary *s)
{
	size_t sum = 0;

	for (size_t i = 0; i < CAPS_MAX; i++)
		sum += s->lacking[i];
	return sum;
}

/* the place of the greatest number; later ones come after an equal one */
static size_t
greatest(const size_t *numbers)
{
	size_t best = 0;

	for (size_t i = 1; i < CAPS_MAX; i++) {
		if (numbers[i] > numbers[best])
			best = i;
	}
	return best;
}

bool
rep_own_word(struct buf *b, const struct summary *s)
{
	const struct vocab_word *caps = vocab_words(VOCAB_CAP);
	size_t left[CAPS_MAX], i;

	memcpy(left, s->lacking, sizeof(left));
	if (!rep_lacking(s))
		return false;
	buf_printf(b, "excused by the loader's own word: %zu", rep_lacking(s));
	for (const char *between = " ("; left[i = greatest(left)]; between = ", ") {
		buf_printf(b, "%scap:%s %zu", between, caps[i].name, left[i]);
		left[i] = 0;
	}
	buf_putc(b, ')');
	return true;
}

void
rep_counts(struct buf *b, const struct summary *s)
{
	const char *between = "";

	for (size_t i = 0; i < OUT_COUNT; i++) {
		/* what a list excused that the loader chose by its impl is shown, even nothing */
		if (!s->counts[i] && !(i == OUT_XFAIL && s->chosen.list))
			continue;
		buf_printf(b, "%s%zu %s", between, s->counts[i], words[i]);
		between = ", ";
	}
	if (!*between)
		buf_puts(b, "nothing was run");
}

void
rep_suite(struct buf *b, const struct summary *s)
{
	buf_printf(b, "%s %s, revision %s, hash %s, protocol %d", SUITE_NAME, SUITE_VERSION,
		   s->revision, s->hash, PROTOCOL_VERSION);
}

static void
add_clean(struct buf *b, const char *text)
{
	rep_clean(b, text, strlen(text));
}

void
rep_target(struct buf *b, const struct summary *s)
{
	const char *impl = s->facts ? facts_get(s->facts, "impl") : NULL;
	const char *libc = s->facts ? facts_get(s->facts, "libc") : NULL;
	const char *arch = s->facts ? facts_get(s->facts, "arch") : NULL;

	add_clean(b, s->target);
	buf_puts(b, " (");
	add_clean(b, impl ? impl : "unknown version");
	if (libc)
		buf_puts(b, ", ");
	add_clean(b, libc ? libc : "");
	if (arch)
		buf_puts(b, ", ");
	add_clean(b, arch ? arch : "");
	buf_putc(b, ')');
}

void
rep_program(struct buf *b, const struct summary *s)
{
	if (s->program)
		add_clean(b, s->program);
	if (!s->program || s->unseen)
		buf_puts(b, s->program ? "; not seen: " : "not seen");
	if (!s->program && s->unseen)
		buf_puts(b, ": ");
	if (s->unseen)
		add_clean(b, s->unseen);
}

void
rep_env(struct buf *b, const struct summary *s, const char *prefix)
{
	for (char *const *env = s->env; env && *env; env++) {
		buf_puts(b, prefix);
		add_clean(b, *env);
		buf_putc(b, '\n');
	}
}

/*
 * A case is accounted for if a process ran for it, if it was skipped, or if it was BROKEN before a
 * process was started. If a case is not accounted for, the report is incomplete.
 */
static bool
accounted(const struct summary *s)
{
	size_t begun = s->executed + s->counts[OUT_SKIP];

	return begun <= s->planned && s->planned - begun <= s->counts[OUT_BROKEN];
}

bool
rep_incomplete(struct buf *b, const struct summary *s)
{
	size_t have = with_result(s);

	if (!s->interrupted && !s->stopped && have == s->planned && accounted(s))
		return false;
	if (s->stopped)
		rep_clean(b, s->stopped, strlen(s->stopped));
	else if (s->interrupted)
		buf_puts(b, "interrupted");
	else
		buf_puts(b, "something is missing");
	if (have < s->planned)
		buf_printf(b, ", %zu of %zu planned cases have no result", s->planned - have,
			   s->planned);
	else if (have > s->planned || !accounted(s))
		buf_printf(b, ", %zu results for %zu planned cases, of which %zu were executed",
			   have, s->planned, s->executed);
	return true;
}

void
rep_verdict(struct buf *b, const struct summary *s)
{
	struct buf why = {0};
	bool incomplete = rep_incomplete(&why, s);

	if (incomplete)
		buf_printf(b, "INCOMPLETE: %s; ", why.p);
	if (s->unexpected)
		buf_printf(b, "FAILED: %zu unexpected; ", s->unexpected);
	else if (!incomplete)
		buf_puts(b, "OK: ");
	buf_printf(b, "%zu planned, %zu executed; ", s->planned, s->executed);
	rep_counts(b, s);
	buf_clear(&why);
	if (rep_own_word(&why, s))
		buf_printf(b, "; %s", why.p);
	buf_free(&why);
}

/* what chose the level and the known list, where the loader's own fact did */
static void
add_chosen(struct buf *b, const struct summary *s)
{
	const struct chosen *c = &s->chosen;

	if (c->level)
		buf_puts(b, " (by impl)");
	if (!c->lines)
		return;
	buf_puts(b, ", known list ");
	add_clean(b, c->path);
	buf_printf(b, " (%s%zu line%s)", c->list ? "by impl, " : "", c->lines,
		   c->lines == 1 ? "" : "s");
}

void
rep_how(struct buf *b, const struct summary *s)
{
	if (s->shard.of)
		buf_printf(b, "shard %u/%u of %zu cases, ", s->shard.index, s->shard.of,
			   s->shard.selected);
	buf_printf(b, "level %s", s->level);
	add_chosen(b, s);
	buf_printf(b, ", isolation %s, ", s->isolation);
	add_clean(b, s->isolated_by);
	buf_printf(b, ", %.2f s", s->seconds);
}
