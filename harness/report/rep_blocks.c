/* The causes as text for people: a part of rep_causes.h. */
#include <string.h>

#include "format/casefile.h"
#include "report/rep_causes.h"
#include "report/rep_text.h"
#include "base/util.h"
#include "format/result.h"

/* up to IDS ids are listed, more are counted by area; INDEX: the most lines of the index */
enum { IDS = 60, INDEX = 12 };

/* a list of words that is wrapped at a width */
struct fill {
	struct buf *b;
	const char *prefix;
	size_t width;
	size_t column; /* 0: no line has begun */
};

static void
fill_word(struct fill *f, const char *word)
{
	size_t len = strlen(word);

	if (f->column && f->column + 1 + len > f->width) {
		buf_putc(f->b, '\n');
		f->column = 0;
	}
	if (f->column) {
		buf_putc(f->b, ' ');
		f->column++;
	} else {
		buf_puts(f->b, f->prefix);
		f->column = strlen(f->prefix);
	}
	buf_puts(f->b, word);
	f->column += len;
}

static void
fill_ids(struct fill *f, const struct rep_cause *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->results[i] != c->shown)
			fill_word(f, c->results[i]->cs->id);
}

/* the results are in order of id, so those of one area are together */
static void
fill_counts(struct fill *f, const struct rep_cause *c)
{
	for (size_t i = 0, count; i < c->n; i += count) {
		const char *area = c->results[i]->cs->area;
		struct buf word = {0};
		size_t others = 0;

		for (count = 0; i + count < c->n; count++) {
			if (strcmp(c->results[i + count]->cs->area, area))
				break;
			others += c->results[i + count] != c->shown;
		}
		buf_printf(&word, "%zu in %s%s", others, area, i + count < c->n ? "," : "");
		if (others)
			fill_word(f, word.p);
		buf_free(&word);
	}
}

void
rep_cause_more(struct buf *b, const struct rep_cause *c, const char *prefix, size_t width)
{
	struct buf inner = {0};
	struct fill f = {.b = b, .width = width};

	if (c->n < 2)
		return;
	buf_printf(b, "%sand %zu more:\n", prefix, c->n - 1);
	buf_printf(&inner, "%s  ", prefix);
	f.prefix = inner.p;
	if (c->n - 1 > IDS)
		fill_counts(&f, c);
	else
		fill_ids(&f, c);
	buf_putc(b, '\n');
	buf_free(&inner);
}

void
rep_cause_block(struct buf *b, const struct rep_cause *c, const struct rep_view *view)
{
	struct rep_style style = {.prefix = "  ", .color = view->color, .log = true,
				  .diff_lines = view->diff_lines};
	struct buf head = {0};

	if (c->n > 1) {
		buf_printf(&head, "%zu results: ", c->n);
		rep_clean(&head, c->text, strcspn(c->text, "\n"));
		rep_colored(b, view->color, "1", head.p);
		buf_putc(b, '\n');
		buf_free(&head);
	}
	rep_case(b, c->shown, view->color);
	buf_putc(b, '\n');
	rep_failure(b, c->shown, &style);
	rep_cause_more(b, c, "  ", view->width);
	buf_putc(b, '\n');
}

/* a line of the index, cut to be shorter than width */
static void
index_line(struct buf *b, const struct rep_cause *c, size_t width)
{
	struct buf line = {0}, text = {0};
	size_t cut;

	rep_clean(&text, c->text, strcspn(c->text, "\n"));
	buf_printf(&line, "  %4zu  %s%s%s", c->n, c->n > 1 ? "" : c->shown->cs->id,
		   c->n > 1 ? "" : ": ", buf_str(&text));
	cut = line.len;
	if (cut >= width) {
		cut = width - 4;
		while (cut && ((unsigned char)line.p[cut] & 0xc0) == 0x80)
			cut--;
	}
	buf_add(b, line.p, cut);
	buf_puts(b, cut < line.len ? "...\n" : "\n");
	buf_free(&line);
	buf_free(&text);
}

void
rep_cause_index(struct buf *b, const struct rep_causes *c, const struct rep_view *view)
{
	size_t from = c->n > INDEX ? c->n - INDEX : 0, left = 0;

	for (size_t i = 0; i < from; i++)
		left += c->v[i].n;
	buf_puts(b, "causes, the most frequent last:\n");
	if (from)
		buf_printf(b, "  %4zu  more results of %zu other causes\n", left, from);
	for (size_t i = from; i < c->n; i++)
		index_line(b, &c->v[i], view->width);
}
