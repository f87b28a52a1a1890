#include "run/verdict.h"

#include <string.h>
#include <sys/wait.h>

#include "format/casefile.h"
#include "run/cause.h"
#include "base/diff.h"
#include "format/expected.h"
#include "format/expr.h"
#include "format/known.h"
#include "process/sched.h"
#include "base/text.h"
#include "format/transcript.h"
#include "base/util.h"

/* the exit status by which an adapter says that the adapter, not the loader, failed */
enum { ADAPTER_FAILED = 70 };
/* the beginning of the reason why a case fails though its transcript is right */
#define REPORTS "its sanitizer reports "

struct comparison {
	char **want;
	size_t nwant;
	bool same;             /* every line */
	bool same_required;    /* every line that is not a detail */
	struct cause_place at; /* the first difference, at the level that fails the case */
};

static bool
equal(char *const *x, size_t nx, char *const *y, size_t ny)
{
	if (nx != ny)
		return false;
	for (size_t i = 0; i < nx; i++) {
		if (strcmp(x[i], y[i]))
			return false;
	}
	return true;
}

static void
compare(struct arena *a, struct comparison *c, const struct verdict_input *in,
	const struct transcript *t, struct result *r)
{
	struct buf text = {0};
	size_t nx, ny;
	char **x, **y;

	c->want = expected_resolve(a, in->expected, in->facts, &c->nwant, NULL);
	diff_lines(&text, c->want, c->nwant, t->lines, t->n);
	c->same = equal(c->want, c->nwant, t->lines, t->n);
	x = transcript_required(a, c->want, c->nwant, &nx);
	y = transcript_required(a, t->lines, t->n, &ny);
	c->same_required = equal(x, nx, y, ny);
	r->diff = c->same ? NULL : arena_strndup(a, buf_str(&text), text.len);
	buf_free(&text);
}

/* both transcripts in the form that the search for the difference needs */
static struct cause_input
transcripts(const struct verdict_input *in, const struct comparison *c,
	    const struct transcript *t)
{
	return (struct cause_input){
		.cs = in->cs,
		.want = c->want,
		.nwant = c->nwant,
		.got = t->lines,
		.ngot = t->n,
		.detail = c->same_required,
	};
}

/* how the process died, as a transcript line; NULL if it did not die */
static const char *
death_line(struct arena *a, const struct ran *ran, bool ended)
{
	char scratch[16];

	if (ran->how == RAN_TIMEOUT)
		return "!! timeout";
	if (ran->how != RAN_EXITED)
		return NULL;
	if (WIFSIGNALED(ran->status))
		return arena_printf(a, "!! signal %s", text_signal(WTERMSIG(ran->status), scratch));
	if (WEXITSTATUS(ran->status) || !ended)
		return arena_printf(a, "!! exit %d", WEXITSTATUS(ran->status));
	return NULL;
}

/* why the case could not be carried out, or NULL; asked before anything is compared */
static const char *
broken_run(struct arena *a, const struct ran *ran)
{
	switch (ran->how) {
	case RAN_ERROR:
		return arena_printf(a, "could not be run: %s", ran->error ? ran->error : "?");
	case RAN_LOST:
		return arena_printf(a, "its parent process died or broke the protocol: %s",
				    ran->error ? ran->error : "no status");
	case RAN_OVER:
	case RAN_FLOOD:
		return arena_printf(a, "%s; stopped", ran->error ? ran->error : "?");
	default:
		break;
	}
	if (ran->leftovers)
		return arena_printf(a, "left %d process(es) behind; killed", ran->leftovers);
	if (ran->left)
		return arena_printf(a, "left %s behind; removed", ran->left);
	if (ran->changed)
		return arena_printf(a, "changed the %s of the process that runs cases; replaced",
				    ran->changed);
	return NULL;
}

/* why the case is BROKEN by its transcript, though the process ended without a signal; or NULL */
static const char *
broken_transcript(struct arena *a, const struct ran *ran, const struct transcript *t)
{
	if (ran->how != RAN_EXITED || WIFSIGNALED(ran->status))
		return NULL;
	if (t->fault)
		return arena_printf(a, "malformed transcript: %s", t->fault);
	if (t->ended)
		return NULL;
	if (WEXITSTATUS(ran->status) == 0)
		return "ended without the end mark: silence is no pass";
	if (WEXITSTATUS(ran->status) == ADAPTER_FAILED)
		return "the adapter failed; see its log";
	return NULL;
}

/* the outcome of a case whose required lines differ */
static enum outcome
differing(struct arena *a, struct result *r, const struct ran *ran, bool detail_case)
{
	char scratch[16];

	if (ran->how == RAN_TIMEOUT) {
		r->reason = arena_printf(a, "no end within its %g s", r->cs->timeout);
		return OUT_TIMEOUT;
	}
	if (WIFSIGNALED(ran->status)) {
		r->reason =
			arena_printf(a, "died by %s", text_signal(WTERMSIG(ran->status), scratch));
		return OUT_CRASH;
	}
	if (WEXITSTATUS(ran->status)) {
		r->reason = arena_printf(a, "exited with %d", WEXITSTATUS(ran->status));
		return OUT_CRASH;
	}
	return detail_case ? OUT_DETAIL : OUT_FAIL;
}

static const char *
first_difference(struct arena *a, const struct comparison *c, const struct transcript *t)
{
	const char *want = c->at.want < c->nwant ? c->want[c->at.want] : "the end";
	const char *got = c->at.got < t->n ? t->lines[c->at.got] : "the end";

	return arena_printf(a, "expected %s, got %s", want, got);
}

/* the line, in the case file, of the command that the first difference belongs to */
static int
command_line(const struct casefile *cs, const struct comparison *c)
{
	size_t commands = 0;

	for (size_t i = 0; i < c->nwant && i <= c->at.want; i++)
		commands += transcript_mark(c->want[i]) == MARK_COMMAND;
	if (!commands || commands > cs->ncommands)
		return cs->ncommands ? cs->commands[0].line : 0;
	return cs->commands[commands - 1].line;
}

static const char *
join(struct arena *a, char *const *lines, size_t n)
{
	struct buf text = {0};
	const char *copy;

	for (size_t i = 0; i < n; i++) {
		buf_puts(&text, lines[i]);
		buf_putc(&text, '\n');
	}
	copy = arena_strndup(a, buf_str(&text), text.len);
	buf_free(&text);
	return copy;
}

/* what the sanitizer of a loader that has one reports about the case, or NULL */
static const char *
reported(struct arena *a, const struct verdict_input *in)
{
	const char *report = facts_get(in->facts, "sanitizer")
				     ? cause_sanitizer(a, buf_str(&in->ran->log))
				     : NULL;

	return report ? arena_printf(a, REPORTS "%s", report) : NULL;
}

static void
decide(struct arena *a, struct result *r, const struct verdict_input *in,
       const struct transcript *t, const struct comparison *c)
{
	r->line = c->same ? 0 : command_line(in->cs, c);
	if ((r->reason = broken_run(a, in->ran))) {
		r->outcome = OUT_BROKEN;
	} else if (c->same_required && !t->fault && (r->reason = reported(a, in))) {
		r->outcome = OUT_FAIL;
	} else if (c->same_required && !t->fault) {
		r->outcome = c->same ? OUT_PASS : OUT_DETAIL;
		r->reason = c->same ? NULL : "only the wording differs";
	} else if ((r->reason = broken_transcript(a, in->ran, t))) {
		r->outcome = OUT_BROKEN;
	} else {
		r->outcome = differing(a, r, in->ran, in->cs->detail);
		if (!r->reason)
			r->reason = first_difference(a, c, t);
	}
}

static bool
is_unexpected(enum outcome o, bool detail)
{
	return o == OUT_FAIL || o == OUT_CRASH || o == OUT_TIMEOUT || o == OUT_XPASS ||
	       o == OUT_BROKEN || (o == OUT_DETAIL && detail);
}

static enum outcome
worst_tolerated(enum known_kind kind)
{
	switch (kind) {
	case KNOWN_DETAIL:
		return OUT_DETAIL;
	case KNOWN_FAIL:
		return OUT_FAIL;
	case KNOWN_TIMEOUT:
		return OUT_TIMEOUT;
	default:
		return OUT_CRASH;
	}
}

/* the order of known lists: detail < fail < timeout < crash */
static int
badness(enum outcome o)
{
	switch (o) {
	case OUT_DETAIL:
		return 1;
	case OUT_FAIL:
		return 2;
	case OUT_TIMEOUT:
		return 3;
	case OUT_CRASH:
		return 4;
	default:
		return 0;
	}
}

const char *
verdict_known_reason(struct arena *a, const struct known_line *known)
{
	return arena_printf(a, "%s (%s:%d)", known->reason, known->path, known->line);
}

void
verdict_apply_known(struct arena *a, struct result *r, const struct known_line *known, bool detail)
{
	r->happened = r->outcome;
	if (known && r->outcome == OUT_PASS && !known->may_pass) {
		r->outcome = OUT_XPASS;
		r->known = known;
		r->reason = arena_printf(a, "passes, but %s:%d lists it: remove its line",
					 known->path, known->line);
	} else if (known && badness(r->outcome) &&
		   badness(r->outcome) <= badness(worst_tolerated(known->kind))) {
		r->outcome = OUT_XFAIL;
		r->known = known;
		r->reason = verdict_known_reason(a, known);
	}
	r->unexpected = is_unexpected(r->outcome, detail);
}

/* the last line that is not empty, or NULL */
static const char *
last_line(struct arena *a, const char *log)
{
	const char *line = NULL;

	while (log && *log) {
		size_t len = strcspn(log, "\n");

		line = len ? arena_strndup(a, log, len) : line;
		log += len + (log[len] == '\n');
	}
	return line;
}

/* an exception that the loader should not have raised explains the BROKEN transcript after it */
static const char *
broken_cause(struct arena *a, const struct result *r, const struct verdict_input *in,
	     const struct cause_input *both)
{
	const char *difference = cause_difference(a, both), *last = last_line(a, r->log);

	if (in->ran->how != RAN_EXITED)
		return cause_reason(a, in->cs, r->reason);
	if (difference && text_starts(difference, CAUSE_RAISED))
		return difference;
	return cause_reason(a, in->cs, last ? arena_printf(a, "%s: %s", r->reason, last) :
					      r->reason);
}

/* the cause of an unexpected result: what is to be repaired */
static const char *
cause(struct arena *a, const struct result *r, const struct verdict_input *in,
      struct cause_input both)
{
	both.log = r->log;
	switch (r->outcome) {
	case OUT_CRASH:
	case OUT_TIMEOUT:
		return cause_death(a, &both);
	case OUT_BROKEN:
		return broken_cause(a, r, in, &both);
	case OUT_XPASS:
		return arena_printf(a, "passes, though known: %s", in->known->reason);
	default:
		return r->reason && text_starts(r->reason, REPORTS)
			       ? cause_reason(a, in->cs, r->reason)
			       : cause_difference(a, &both);
	}
}

void
verdict_judge(struct arena *a, struct result *r, const struct verdict_input *in)
{
	const struct ran *ran = in->ran;
	struct comparison c = {0};
	struct transcript t = {0};
	struct cause_input both;
	const char *death;

	transcript_parse(a, &t, buf_str(&ran->out), ran->out.len, in->token, in->roots);
	death = death_line(a, ran, t.ended);
	if (death)
		transcript_append(a, &t, death);
	r->cs = in->cs;
	r->executed = ran->how != RAN_ERROR;
	compare(a, &c, in, &t, r);
	both = transcripts(in, &c, &t);
	cause_find(&c.at, &both);
	decide(a, r, in, &t, &c);
	r->got = join(a, t.lines, t.n);
	if (ran->log.len)
		r->log = arena_strndup(a, ran->log.p, ran->log.len);
	r->seconds = ran->seconds;
	r->cpu_seconds = ran->cpu_seconds;
	r->max_rss_kb = ran->max_rss_kb;
	verdict_apply_known(a, r, in->known, in->detail);
	if (r->unexpected)
		r->cause = cause(a, r, in, both);
}
