/*
 * The report for people. While cases run, one status line is redrawn in place. At the end the
 * report shows each cause in full, then a summary, whose last line is the verdict.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include "format/casefile.h"
#include "report/rep_causes.h"
#include "report/rep_hints.h"
#include "report/rep_text.h"
#include "report/report.h"
#include "base/text.h"
#include "base/util.h"
#include "format/result.h"

/* SCREEN: if the blocks of the causes fill more lines, the end lists the causes again */
enum { SCREEN = 24, WIDTH = 80 };

/* DIFFS lines of differences are shared by the causes; each cause gets at least DIFF lines */
enum { DIFFS = 400, DIFF = 10 };

struct console {
	size_t good, bad, skipped;
	bool drawn;   /* a status line is drawn at the cursor */
};

static bool
has_status(const struct reporter *r)
{
	return r->config->status && !r->path && r->config->verbose >= 0;
}

static bool
color(const struct reporter *r)
{
	return r->config->color && !r->path;
}

/* print and empty b; it replaces the status line if there is one */
static void
say(struct reporter *r, struct buf *b)
{
	struct console *c = r->state;

	if (c->drawn) {
		fputs("\r\033[K", r->config->status);
		fflush(r->config->status);
	}
	c->drawn = false;
	if (b->len)
		fwrite(b->p, 1, b->len, r->out);
	fflush(r->out);
	buf_clear(b);
}

/* the columns of the stream's terminal */
static size_t
width(FILE *stream)
{
	struct winsize size;

	if (!ioctl(fileno(stream), TIOCGWINSZ, &size) && size.ws_col)
		return size.ws_col;
	return WIDTH;
}

/* the line is shorter than the terminal: a wrapped line could not be erased */
static void
draw_status(struct reporter *r, const struct summary *s, const char *id)
{
	struct console *c = r->state;
	size_t columns = width(r->config->status);
	struct buf b = {0};

	buf_printf(&b, "[+%zu -%zu ~%zu of %zu] %s", c->good, c->bad, c->skipped, s->planned, id);
	if (b.len >= columns)
		b.len = columns - 1;
	fprintf(r->config->status, "\r\033[K%.*s", (int)b.len, b.p);
	fflush(r->config->status);
	c->drawn = true;
	buf_free(&b);
}

static void
add_case_line(const struct reporter *r, struct buf *b, const struct result *res)
{
	rep_case(b, res, color(r));
	if (res->outcome == OUT_SKIP || res->outcome == OUT_XFAIL) {
		struct buf reason = {0};

		rep_reason(&reason, res);
		buf_puts(b, ": ");
		rep_clean(b, reason.p, reason.len);
		buf_free(&reason);
	}
	if (r->config->verbose > 1 && res->executed)
		buf_printf(b, " (%.3f s)", res->seconds);
	buf_putc(b, '\n');
}

static void
add_failure(const struct reporter *r, struct buf *b, const struct result *res)
{
	struct rep_style style = {.prefix = "  ", .color = color(r), .log = true};

	rep_failure(b, res, &style);
}

static void
console_begin(struct reporter *r, const struct summary *s)
{
	(void)s;
	/* a reporter may report several targets, one after the other */
	free(r->state);
	r->state = xcalloc(1, sizeof(struct console));
}

static void
console_result(struct reporter *r, const struct summary *s, const struct result *res)
{
	struct console *c = r->state;
	int verbose = r->config->verbose;
	struct buf b = {0};

	c->bad += res->unexpected;
	c->skipped += !res->unexpected && res->outcome == OUT_SKIP;
	c->good += !res->unexpected && res->outcome != OUT_SKIP;
	if (verbose > 0)
		add_case_line(r, &b, res);
	if (verbose > 1 && (res->unexpected || res->diff))
		add_failure(r, &b, res);
	if (verbose > 1 && res->got && !res->diff)
		rep_lines(&b, res->got, "    ");
	if (verbose > 1 && res->unexpected)
		buf_putc(&b, '\n');
	if (b.len)
		say(r, &b);
	if (has_status(r) && !s->building)
		draw_status(r, s, res->cs->id);
	buf_free(&b);
}

static void
add_skips(struct buf *b, const struct result *const *all, size_t n)
{
	struct buf skips = {0};

	rep_skips(&skips, all, n);
	if (skips.len)
		buf_printf(b, "skipped:\n%s", skips.p);
	buf_free(&skips);
}

static size_t
lines_of(const struct buf *b)
{
	size_t lines = 0;

	for (size_t i = 0; i < b->len; i++)
		lines += b->p[i] == '\n';
	return lines;
}

/*
 * People read the end of the output first. So the most frequent cause is last, and the causes are
 * listed again below the table if their blocks may have scrolled off the screen. Hints concern all
 * causes: they are above that list, or above the blocks if there is no list.
 */
static void
add_unexpected(const struct reporter *r, struct buf *b, const struct result *const *all, size_t n)
{
	struct rep_view view = {.color = color(r), .width = width(r->out)};
	struct rep_causes causes;
	struct buf blocks = {0}, hints = {0};
	bool list;

	rep_causes_group(&causes, all, n);
	view.diff_lines = causes.n ? DIFFS / causes.n : 0;
	view.diff_lines = view.diff_lines < DIFF ? DIFF : view.diff_lines;
	for (size_t i = 0; i < causes.n; i++)
		rep_cause_block(&blocks, &causes.v[i], &view);
	rep_hints(&hints, all, n);
	list = causes.n > 1 && lines_of(&blocks) > SCREEN && r->config->verbose >= 0;
	if (causes.n && (b->len || r->config->verbose > 0))
		buf_putc(b, '\n');
	if (!list)
		buf_puts(b, buf_str(&hints));
	buf_puts(b, buf_str(&blocks));
	if (causes.n && r->config->verbose >= 0)
		rep_areas(b, all, n, &view);
	if (list) {
		buf_puts(b, buf_str(&hints));
		rep_cause_index(b, &causes, &view);
	}
	buf_free(&blocks);
	buf_free(&hints);
	rep_causes_free(&causes);
}

static void
add_run(struct buf *b, const struct summary *s, const struct result *const *all, size_t n)
{
	struct buf excused = {0};

	if (rep_excused(&excused, all, n))
		buf_printf(b, "excused: %s\n", excused.p);
	rep_notes(b, s, "note:    ");
	buf_free(&excused);
	buf_puts(b, "target:  ");
	rep_target(b, s);
	buf_puts(b, ", ");
	rep_clean(b, s->loader, strlen(s->loader));
	buf_puts(b, "\nprogram: ");
	rep_program(b, s);
	buf_putc(b, '\n');
	rep_env(b, s, "env:     ");
	buf_puts(b, "suite:   ");
	rep_suite(b, s);
	buf_printf(b, ", %zu cases\nrun:     ", s->found);
	rep_how(b, s);
	buf_putc(b, '\n');
}

static void
add_verdict(const struct reporter *r, struct buf *b, const struct summary *s)
{
	struct buf verdict = {0}, why = {0};
	bool bad = rep_incomplete(&why, s) || s->unexpected;

	rep_verdict(&verdict, s);
	rep_colored(b, color(r), bad ? "1;31" : "1;32", verdict.p);
	buf_putc(b, '\n');
	buf_free(&verdict);
	buf_free(&why);
}

static void
console_end(struct reporter *r, const struct summary *s, const struct result *const *all, size_t n)
{
	int verbose = r->config->verbose;
	struct buf b = {0};

	if (verbose == 0)
		add_skips(&b, all, n);
	add_unexpected(r, &b, all, n);
	if (verbose >= 0)
		add_run(&b, s, all, n);
	add_verdict(r, &b, s);
	say(r, &b);
	buf_free(&b);
}

const struct report_format rep_console = {
	"console", console_begin, console_result, console_end, false
};
