#include "run/excuse.h"

#include <stdlib.h>
#include <string.h>

#include "run/excuse_private.h"
#include "format/expr.h"
#include "base/text.h"

/* the numbers of cases that a line decides about */
struct tally {
	size_t passed, unknown;
	size_t held; /* fail as the line says, or are excused elsewhere */
	size_t bare; /* fail without excuse: worse than the line says, or the line has expired */
};

/* does the line decide about case i? only if no line above it does */
static bool
rules(const struct excuse *e, const struct known_line *l, size_t i)
{
	return !e->owned[i] && text_glob(l->glob, e->in->cases[i].id);
}

static bool
is_bare(const struct known_line *l, const struct excuse_case *c)
{
	return c->fate == EXCUSE_FAILED && c->cause && (l->expired || c->kind > l->kind);
}

static struct tally
count(const struct excuse *e, const struct known_line *l)
{
	struct tally t = {0};

	for (size_t i = 0; i < e->in->n; i++) {
		const struct excuse_case *c = &e->in->cases[i];

		if (!rules(e, l, i))
			continue;
		t.passed += c->fate == EXCUSE_PASSED;
		t.unknown += c->fate == EXCUSE_UNKNOWN;
		t.held += c->fate == EXCUSE_FAILED && !is_bare(l, c);
		t.bare += is_bare(l, c);
	}
	return t;
}

/* choose the cases that the line does not excuse (bare), or those that still need it */
static void
choose(struct excuse *e, const struct known_line *l, bool bare)
{
	for (size_t i = 0; i < e->in->n; i++) {
		const struct excuse_case *c = &e->in->cases[i];
		bool stands = c->fate == EXCUSE_UNKNOWN || c->fate == EXCUSE_FAILED;

		e->chosen[i] = rules(e, l, i) && (bare ? is_bare(l, c) : stands && !is_bare(l, c));
	}
}

/* keep the line unchanged; drop it if a new line above it hides it */
static void
keep(struct excuse *e, const struct known_line *l, const char *text)
{
	for (size_t i = 0; i < e->made.n; i++) {
		if (known_hides(&e->made.lines[i], l)) {
			e->counts->dropped++;
			return;
		}
	}
	buf_printf(&e->block, "%s\n", text);
	e->counts->kept++;
}

/* rewrite the line of one case with the kind that it needs now and its author's reason */
static void
raise_kind(struct excuse *e, const struct known_line *l, const char *text)
{
	enum known_kind kind = l->kind;

	for (size_t i = 0; i < e->in->n; i++) {
		if (rules(e, l, i))
			kind = e->in->cases[i].kind;
	}
	text += strspn(text, " \t");
	buf_printf(&e->block, "%s%s\n", known_word(kind), text + strcspn(text, " \t"));
	e->counts->changed++;
}

/* an expired line: renewed for the cases that fail without excuse, dropped if no case needs it */
static void
take_expired(struct excuse *e, const struct known_line *l, const char *text, const struct tally *t)
{
	const struct excuse_words words = {.when = l->when, .reason = l->reason};
	bool ran = t->passed || t->held || t->bare;

	if (t->bare) {
		choose(e, l, true);
		excuse_lines(e, &words);
		e->counts->changed++;
	}
	if (!ran || t->unknown || (e->in->partial && !t->bare))
		keep(e, l, text);
	else if (!t->bare)
		e->counts->dropped++;
}

/* some cases of the line pass: write lines for the cases that still need it */
static void
narrow(struct excuse *e, const struct known_line *l)
{
	const struct excuse_words words = {&l->kind, l->when, l->until, l->reason};

	choose(e, l, false);
	excuse_lines(e, &words);
	e->counts->changed++;
}

static void
take_valid(struct excuse *e, const struct known_line *l, const char *text, const struct tally *t)
{
	static const struct excuse_words causes = {.when = ""};
	bool stands = t->held || t->unknown;

	if (t->bare && !strpbrk(l->glob, "*?[")) {
		raise_kind(e, l, text);
		return;
	}
	if (t->bare) {
		/* these go above the line: the first line that matches counts */
		choose(e, l, true);
		e->counts->added += excuse_lines(e, &causes);
	}
	if (e->in->partial || (!t->passed && (stands || !t->bare)))
		keep(e, l, text);
	else if (stands)
		narrow(e, l);
	else
		e->counts->dropped++;
}

static void
take_line(struct excuse *e, const struct known_line *l, const char *text)
{
	struct tally t = count(e, l);

	if (l->expr && !expr_eval(l->expr, e->in->facts)) {
		keep(e, l, text);
		return;
	}
	if (l->expired) {
		take_expired(e, l, text, &t);
		return;
	}
	if (l->kind == KNOWN_SKIP)
		keep(e, l, text);
	else
		take_valid(e, l, text, &t);
	for (size_t i = 0; i < e->in->n; i++) {
		if (rules(e, l, i))
			e->owned[i] = true;
	}
}

/* comments belong to the lines below them, except those at the head of the file */
static void
end_block(struct excuse *e, bool had_lines)
{
	if (!had_lines || e->block.len || !e->out->len)
		buf_puts(e->out, buf_str(&e->comments));
	buf_puts(e->out, buf_str(&e->block));
	buf_clear(&e->comments);
	buf_clear(&e->block);
}

static bool
ends_in_gap(const struct buf *b)
{
	return !b->len || (b->len > 1 && !strcmp(b->p + b->len - 2, "\n\n"));
}

/* go through the old list, line by line */
static void
take_old(struct excuse *e)
{
	const struct known_line *next = e->in->old->lines, *end = next + e->in->old->n;
	bool had_lines = false;
	size_t n;
	char **lines = text_lines(e->a, e->in->bytes, e->in->len, &n);

	for (size_t i = 0; i < n; i++) {
		const char *text = lines[i] + strspn(lines[i], " \t");

		if (next < end && next->line == (int)i + 1) {
			take_line(e, next++, lines[i]);
			had_lines = true;
			continue;
		}
		if (had_lines || !*text) {
			end_block(e, had_lines);
			had_lines = false;
		}
		if (*text)
			buf_printf(&e->comments, "%s\n", lines[i]);
		else if (!ends_in_gap(e->out))
			buf_putc(e->out, '\n');
	}
	end_block(e, had_lines);
}

/* add lines for the cases that fail without excuse and have no line yet */
static void
add_new(struct excuse *e)
{
	static const struct excuse_words causes = {.when = ""};

	for (size_t i = 0; i < e->in->n; i++) {
		const struct excuse_case *c = &e->in->cases[i];

		e->chosen[i] = !e->owned[i] && c->fate == EXCUSE_FAILED && c->cause;
	}
	e->counts->added += excuse_lines(e, &causes);
	buf_puts(e->out, buf_str(&e->block));
}

void
excuse_write(struct arena *a, struct buf *out, const struct excuse_input *in,
	     struct excuse_counts *counts)
{
	struct excuse e = {.a = a, .in = in, .counts = counts, .out = out};

	*counts = (struct excuse_counts){0};
	e.owned = arena_alloc(a, in->n + 1);
	e.chosen = arena_alloc(a, in->n + 1);
	if (in->len)
		take_old(&e);
	else
		buf_puts(out, in->heading);
	add_new(&e);
	buf_free(&e.comments);
	buf_free(&e.block);
	free(e.made.lines);
}
