#include "bless.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "casefile.h"
#include "expected.h"
#include "suite.h"
#include "util.h"
#include "verdict.h"

/* beyond this many comparisons a rewrite is no small change any more */
enum { TABLE_MAX = 4 << 20 };

struct blessing {
	const struct expected *e;
	char **want;
	size_t nwant;
	int *lines;       /* of want, in the file */
	char *const *got;
	size_t ngot;
	unsigned *table;  /* longest common subsequence of the tails from (i, k) */
	bool *drop;       /* by want: the line goes */
	struct buf *add;  /* by want, and one more for the end: lines put in front of it */
};

static unsigned *
cell(const struct blessing *b, size_t i, size_t k)
{
	return &b->table[i * (b->ngot + 1) + k];
}

static void
fill_table(struct blessing *b)
{
	for (size_t i = b->nwant; i-- > 0;) {
		for (size_t k = b->ngot; k-- > 0;) {
			unsigned down = *cell(b, i + 1, k), right = *cell(b, i, k + 1);

			if (!strcmp(b->want[i], b->got[k]))
				*cell(b, i, k) = 1 + *cell(b, i + 1, k + 1);
			else
				*cell(b, i, k) = down > right ? down : right;
		}
	}
}

/* number of guard lines above a line of the file: equal for lines of one branch */
static size_t
region(const struct blessing *b, int line)
{
	size_t n = 0;

	for (size_t i = 0; i < b->e->n && b->e->items[i].line < line; i++) {
		enum expected_kind kind = b->e->items[i].kind;

		n += kind == EXPECTED_IF || kind == EXPECTED_ELIF || kind == EXPECTED_ELSE ||
		     kind == EXPECTED_END;
	}
	return n;
}

static size_t
region_of(const struct blessing *b, size_t i)
{
	return region(b, i < b->nwant ? b->lines[i] : 1 << 30);
}

/* want[from..to) is to be replaced by text; false if it is unclear where text belongs */
static bool
replace(struct blessing *b, size_t from, size_t to, const struct buf *text)
{
	for (size_t i = from; i < to; i++) {
		if (region_of(b, i) != region_of(b, from))
			return false;
		b->drop[i] = true;
	}
	if (!text->len)
		return true;
	if (from == to) {
		size_t before = from ? region_of(b, from - 1) : 0;

		if (before != region_of(b, from))
			return false;
	}
	buf_add(&b->add[from], text->p, text->len);
	return true;
}

static bool
find_changes(struct blessing *b)
{
	size_t i = 0, k = 0;

	while (i < b->nwant || k < b->ngot) {
		size_t from = i;
		struct buf text = {0};
		bool clear;

		if (i < b->nwant && k < b->ngot && !strcmp(b->want[i], b->got[k])) {
			i++, k++;
			continue;
		}
		while (i < b->nwant || k < b->ngot) {
			if (i < b->nwant && k < b->ngot && !strcmp(b->want[i], b->got[k]))
				break;
			if (i < b->nwant &&
			    (k == b->ngot || *cell(b, i + 1, k) >= *cell(b, i, k + 1))) {
				i++;
			} else {
				buf_printf(&text, "%s\n", b->got[k++]);
			}
		}
		clear = replace(b, from, i, &text);
		buf_free(&text);
		if (!clear)
			return false;
	}
	return true;
}

static void
write_items(const struct blessing *b, struct buf *out)
{
	size_t next = 0;

	for (size_t i = 0; i < b->e->n; i++) {
		const struct expected_item *item = &b->e->items[i];
		bool ours = next < b->nwant && b->lines[next] == item->line;

		if (ours)
			buf_puts(out, buf_str(&b->add[next]));
		if (!ours || !b->drop[next])
			buf_printf(out, "%s\n", item->text);
		next += ours;
	}
	buf_puts(out, buf_str(&b->add[b->nwant]));
}

const char *
bless_text(struct arena *a, const struct expected *e, const struct facts *facts,
	   char *const *got, size_t ngot, const char **why)
{
	struct blessing b = {.e = e, .got = got, .ngot = ngot};
	struct buf out = {0};
	const char *text = NULL;

	b.want = expected_resolve(a, e, facts, &b.nwant, &b.lines);
	if ((b.nwant + 1) * (ngot + 1) > TABLE_MAX) {
		*why = "too long to be compared line by line";
		return NULL;
	}
	b.table = xcalloc((b.nwant + 1) * (ngot + 1), sizeof(*b.table));
	b.drop = arena_alloc(a, b.nwant + 1);
	b.add = arena_alloc(a, (b.nwant + 1) * sizeof(*b.add));
	fill_table(&b);
	if (find_changes(&b)) {
		write_items(&b, &out);
		text = arena_strndup(a, buf_str(&out), out.len);
	} else {
		*why = "a changed line touches a guard: it is not clear in which branch it belongs";
	}
	for (size_t i = 0; i <= b.nwant; i++)
		buf_free(&b.add[i]);
	buf_free(&out);
	free(b.table);
	return text;
}

static char **
split_lines(struct arena *a, const char *text, size_t *n)
{
	size_t count = 0;
	char **v;

	for (const char *p = text; *p; p++)
		count += *p == '\n';
	v = arena_alloc(a, (count + 1) * sizeof(*v));
	for (*n = 0; *n < count; (*n)++) {
		size_t len = strcspn(text, "\n");

		v[*n] = arena_strndup(a, text, len);
		text += len + 1;
	}
	return v;
}

static const char *
refusal(const struct result *r)
{
	switch (r->outcome) {
	case OUT_FAIL:
	case OUT_DETAIL:
		return NULL;
	case OUT_XFAIL:
	case OUT_XPASS:
		return "it stands in the known list";
	case OUT_CRASH:
	case OUT_TIMEOUT:
		return "a death is expected only when an author writes it down";
	default:
		return "the case was not carried out";
	}
}

int
bless_result(const struct suite *s, const struct facts *facts, const struct result *r)
{
	struct arena a = {0};
	struct errors errors = {0};
	struct expected e;
	const char *why = NULL, *text = NULL;
	int bad = -1;
	size_t ngot;

	if (r->outcome == OUT_PASS || r->outcome == OUT_SKIP)
		return 0;
	why = refusal(r);
	if (!why && !suite_expected(&a, s, r->cs, &e, &errors)) {
		char **got = split_lines(&a, r->got, &ngot);

		text = bless_text(&a, &e, facts, got, ngot, &why);
	}
	if (text)
		bad = file_write(e.path, text, strlen(text));
	else
		warn("not blessed: %s: %s", r->cs->id, why ? why : buf_str(&errors.text));
	if (!bad)
		printf("blessed %s: read the change before you commit it\n", e.path);
	errors_free(&errors);
	arena_free(&a);
	return bad;
}
