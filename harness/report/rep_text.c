#include "report/rep_text.h"

#include <stdlib.h>
#include <string.h>

#include "format/casefile.h"
#include "base/text.h"
#include "base/util.h"
#include "format/result.h"

enum { OUTCOME_WIDTH = 7 }; /* columns of the longest name */

void
rep_clean(struct buf *b, const char *s, size_t len)
{
	text_clean(b, s, len);
}

/* append one line, cut between two characters */
static void
add_line(struct buf *b, const char *line, size_t len, size_t max)
{
	size_t cut = len;

	if (len > max) {
		cut = max;
		while (cut > max - 4 && ((unsigned char)line[cut] & 0xc0) == 0x80)
			cut--;
	}
	rep_clean(b, line, cut);
	if (cut < len)
		buf_printf(b, " ... (%zu bytes more)", len - cut);
}

static const char *
diff_color(char mark)
{
	switch (mark) {
	case '-':
		return "\033[31m";
	case '+':
		return "\033[32m";
	case '@':
		return "\033[36m";
	default:
		return NULL;
	}
}

static void
add_lines(struct buf *b, const char *text, const char *prefix, size_t max, bool diff_colors)
{
	while (*text) {
		size_t len = strcspn(text, "\n");
		const char *color = diff_colors ? diff_color(*text) : NULL;

		buf_puts(b, prefix);
		if (color)
			buf_puts(b, color);
		add_line(b, text, len, max);
		if (color)
			buf_puts(b, "\033[0m");
		buf_putc(b, '\n');
		text += len + (text[len] == '\n');
	}
}

/* append as many lines of a diff as style allows */
static void
add_diff(struct buf *b, const char *diff, const struct rep_style *style)
{
	size_t shown = 0, left = 0;
	char *head;

	for (size_t lines = 0; diff[shown] && (!style->diff_lines || lines < style->diff_lines);) {
		shown += strcspn(diff + shown, "\n");
		shown += diff[shown] == '\n';
		lines++;
	}
	for (const char *p = diff + shown; *p; p++)
		left += *p == '\n';
	head = xstrdup(diff);
	/* a single line is not left out: the note about it would be as long */
	if (left > 1)
		head[shown] = '\0';
	add_lines(b, head, style->prefix, REP_LINE_BYTES, style->color);
	if (left > 1)
		buf_printf(b, "%s... %zu more lines of difference; -o json:FILE has them all\n",
			   style->prefix, left);
	free(head);
}

void
rep_lines(struct buf *b, const char *text, const char *prefix)
{
	add_lines(b, text, prefix, REP_LINE_BYTES, false);
}

/* the start of the last REP_LOG_LINES lines; *lines gets the number of all lines */
static const char *
log_tail(const char *log, size_t *lines)
{
	size_t len = strlen(log), seen = 0;
	const char *tail = log;

	*lines = 0;
	for (size_t i = 0; i < len; i++)
		*lines += log[i] == '\n' || i + 1 == len;
	for (; *tail && seen + REP_LOG_LINES < *lines; tail++)
		seen += *tail == '\n';
	return tail;
}

/* the bar before each line of the log: a CI service must not take the line for a command */
static void
add_log(struct buf *b, const char *log, const char *prefix)
{
	size_t lines;
	const char *tail = log_tail(log, &lines);
	struct buf bar = {0};

	if (tail > log)
		buf_printf(b, "%slog:     (last %d of %zu lines)\n", prefix, REP_LOG_LINES,
			   lines);
	else
		buf_printf(b, "%slog:\n", prefix);
	buf_printf(&bar, "%s  | ", prefix);
	add_lines(b, tail, bar.p, REP_LOG_BYTES, false);
	buf_free(&bar);
}

void
rep_colored(struct buf *b, bool color, const char *code, const char *text)
{
	if (color)
		buf_printf(b, "\033[%sm%s\033[0m", code, text);
	else
		buf_puts(b, text);
}

static const char *
outcome_color(const struct result *res)
{
	if (res->unexpected)
		return "1;31";
	return res->outcome == OUT_PASS ? "32" : "33";
}

void
rep_case(struct buf *b, const struct result *res, bool color)
{
	const char *name = outcome_name(res->outcome);

	rep_colored(b, color, outcome_color(res), name);
	buf_printf(b, "%*s %s", (int)(OUTCOME_WIDTH - strlen(name)), "", res->cs->id);
}

void
rep_where(struct buf *b, const struct result *res)
{
	buf_puts(b, res->cs->path);
	if (res->line)
		buf_printf(b, ":%d", res->line);
}

void
rep_reason(struct buf *b, const struct result *res)
{
	const char *reason = res->reason && *res->reason ? res->reason : "no reason given";
	size_t len = strcspn(reason, "\n");

	buf_add(b, reason, len);
	if (reason[len] && reason[len + 1])
		buf_puts(b, " ...");
}

/* append a label and a value; more lines of the value (compiler messages) go below the first */
static void
add_field(struct buf *b, const char *prefix, const char *label, const char *value)
{
	while (value && *value) {
		size_t len = strcspn(value, "\n");

		buf_printf(b, "%s%-8s ", prefix, label);
		add_line(b, value, len, REP_LINE_BYTES);
		buf_putc(b, '\n');
		value += len + (value[len] == '\n');
		label = "";
	}
}

static bool
same_transcript(const struct attempt *x, const struct attempt *y)
{
	return !strcmp(x->got ? x->got : "", y->got ? y->got : "");
}

void
rep_attempts(struct buf *b, const struct result *res)
{
	for (unsigned i = 0; res->tries && i < res->attempts; i++) {
		const struct attempt *one = &res->tries[i];
		bool as_first = one->outcome == res->tries[0].outcome;

		buf_printf(b, "%s%s", i ? ", " : "", outcome_name(one->outcome));
		if (as_first && !same_transcript(one, &res->tries[0]))
			buf_puts(b, " with another transcript");
	}
}

static void
add_attempts(struct buf *b, const struct result *res, const char *prefix)
{
	struct buf text = {0};

	if (!res->tries)
		return;
	rep_attempts(&text, res);
	buf_puts(&text, ": at first, then alone");
	add_field(b, prefix, "attempts:", text.p);
	if (res->outcome == OUT_FLAKY && res->diff)
		buf_printf(b, "%sfrom the first attempt to the last:\n", prefix);
	buf_free(&text);
}

void
rep_failure(struct buf *b, const struct result *res, const struct rep_style *style)
{
	const char *prefix = style->prefix;

	buf_printf(b, "%s%-8s ", prefix, "case:");
	rep_where(b, res);
	buf_putc(b, '\n');
	add_field(b, prefix, "summary:", res->cs->summary);
	add_field(b, prefix, "spec:", res->cs->spec);
	add_field(b, prefix, "reason:", res->reason);
	add_attempts(b, res, prefix);
	if (res->diff)
		add_diff(b, res->diff, style);
	if (style->log && res->log && *res->log)
		add_log(b, res->log, prefix);
	add_field(b, prefix, "rerun:", res->rerun);
}

struct place {
	const struct result *res;
	size_t index;
};

static int
by_id(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order = strcmp(x->res->cs->id, y->res->cs->id);

	if (order)
		return order;
	return (x->index > y->index) - (x->index < y->index);
}

const struct result **
rep_sorted(const struct result *const *all, size_t n)
{
	const struct result **sorted = xmalloc(n * sizeof(*sorted));
	struct place *places = xmalloc(n * sizeof(*places));

	for (size_t i = 0; i < n; i++)
		places[i] = (struct place){all[i], i};
	qsort(places, n, sizeof(*places), by_id);
	for (size_t i = 0; i < n; i++)
		sorted[i] = places[i].res;
	free(places);
	return sorted;
}
