#include "run/bless.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "format/casefile.h"
#include "format/expected.h"
#include "format/known.h"
#include "run/suite.h"
#include "run/suite_files.h"
#include "base/text.h"
#include "base/util.h"
#include "run/verdict.h"

/* a rewrite that needs more comparisons than this is not a small change */
enum { TABLE_MAX = 4 << 20 };

struct blessing {
	struct arena *a;
	const struct expected *e;
	const char *why;  /* why nothing can be done, or NULL */
	char **want;
	size_t nwant;
	int *lines;       /* line numbers of want in the file */
	char *const *got;
	size_t ngot;
	unsigned *table;  /* at (i, k): longest common subsequence of want[i..] and got[k..] */
	bool *drop;       /* by want: the line is removed */
	struct buf *add;  /* by want, and one more for the end: lines inserted before it */
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

/* the first guard line between two lines of the file, which puts them in two branches; or NULL */
static const struct expected_item *
guard_between(const struct blessing *b, int after, int before)
{
	for (size_t i = 0; i < b->e->n && b->e->items[i].line < before; i++) {
		const struct expected_item *item = &b->e->items[i];

		if (item->line > after && *item->text == '@')
			return item;
	}
	return NULL;
}

/* the line number of want[i] in the file; INT_MAX after the last one */
static int
line_of(const struct blessing *b, size_t i)
{
	return i < b->nwant ? b->lines[i] : INT_MAX;
}

static void
unclear(struct blessing *b, const struct expected_item *guard, const struct buf *text)
{
	const char *first = buf_str(text);

	if (text->len)
		b->why = arena_printf(b->a, "%s:%d: '%s' is there: it is not clear to which "
				      "branch '%.*s' belongs", b->e->path, guard->line,
				      guard->text, (int)strcspn(first, "\n"), first);
	else
		b->why = arena_printf(b->a, "%s:%d: '%s' is between the lines to be removed",
				      b->e->path, guard->line, guard->text);
}

/* replace want[from..to) by text; sets why if it is unclear where text belongs */
static void
replace(struct blessing *b, size_t from, size_t to, const struct buf *text)
{
	const struct expected_item *guard = NULL;

	for (size_t i = from; i < to; i++)
		b->drop[i] = true;
	if (from < to)
		guard = guard_between(b, line_of(b, from), line_of(b, to - 1));
	else
		guard = guard_between(b, from ? line_of(b, from - 1) : 0, line_of(b, from));
	if (guard)
		unclear(b, guard, text);
	else
		buf_add(&b->add[from], buf_str(text), text->len);
}

static void
find_changes(struct blessing *b)
{
	size_t i = 0, k = 0;

	while (!b->why && (i < b->nwant || k < b->ngot)) {
		size_t from = i;
		struct buf text = {0};

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
		replace(b, from, i, &text);
		buf_free(&text);
	}
}

static bool
is_wanted(const struct blessing *b, const char *line)
{
	for (size_t i = 0; i < b->nwant; i++) {
		if (!strcmp(b->want[i], line))
			return true;
	}
	return false;
}

/* a death that got has and want lacks is never blessed: the case's process, or one it forked */
static void
find_deaths(struct blessing *b)
{
	for (size_t k = 0; k < b->ngot && !b->why; k++) {
		const char *line = b->got[k];

		if ((text_starts(line, "!! ") || text_starts(line, "= signal ")) &&
		    !is_wanted(b, line))
			b->why = arena_printf(b->a, "it got '%s': a death is expected only where "
					      "an author writes it down", line);
	}
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
	struct blessing b = {.a = a, .e = e, .got = got, .ngot = ngot};
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
	find_deaths(&b);
	find_changes(&b);
	*why = b.why;
	if (!b.why) {
		write_items(&b, &out);
		text = arena_strndup(a, buf_str(&out), out.len);
	}
	for (size_t i = 0; i <= b.nwant; i++)
		buf_free(&b.add[i]);
	buf_free(&out);
	free(b.table);
	return text;
}

/* why the result cannot become the expectation, whatever the file says; NULL if it can */
static const char *
refusal(struct arena *a, const struct result *r, const struct known_line *known)
{
	if (r->outcome == OUT_SKIP)
		return arena_printf(a, "it was not run: %s", r->reason ? r->reason : "skipped");
	if (known)
		return arena_printf(a, "%s:%d lists it as known (%s): if the result is right, "
				    "remove that line first", known->path, known->line,
				    known->reason);
	switch (r->outcome) {
	case OUT_FAIL:
	case OUT_DETAIL:
		return NULL;
	case OUT_CRASH:
	case OUT_TIMEOUT:
		return arena_printf(a, "%s: a death is expected only where an author writes it "
				    "down", r->reason ? r->reason : outcome_name(r->outcome));
	case OUT_FLAKY:
		return "it did not do the same twice";
	default:
		return arena_printf(a, "it was not carried out: %.*s",
				    r->reason ? (int)strcspn(r->reason, "\n") : 0,
				    r->reason ? r->reason : "");
	}
}

/* the new text of the result's expected file; NULL with *why */
static const char *
new_text(struct arena *a, const struct bless_by *by, const struct result *r, struct expected *e,
	 const char **why)
{
	struct errors errors = {0};
	const char *text = NULL;
	char **got;
	size_t n;

	*why = refusal(a, r, known_find(by->known, r->cs->id, by->facts));
	if (!*why && suite_expected(a, by->suite, r->cs, e, &errors))
		*why = arena_strdup(a, buf_str(&errors.text));
	if (!*why) {
		got = text_lines(a, r->got, strlen(r->got), &n);
		text = bless_text(a, e, by->facts, got, n, why);
	}
	errors_free(&errors);
	return text;
}

enum blessed
bless_result(const struct bless_by *by, const struct result *r)
{
	struct arena a = {0};
	struct expected e;
	const char *why, *text;
	enum blessed what = BLESS_LEFT;

	if (r->outcome == OUT_PASS)
		return BLESS_RIGHT;
	text = new_text(&a, by, r, &e, &why);
	if (!text)
		warn("not blessed: %s: %s", r->cs->id, why);
	else if (!file_write(e.path, text, strlen(text)))
		what = BLESS_DONE;
	/* the next loader or round is judged by the new file */
	if (what == BLESS_DONE)
		suite_files_put(by->suite->files, e.path + strlen(by->suite->shown), text,
				strlen(text));
	if (what == BLESS_DONE)
		printf("blessed %s: read the change before you commit it\n", e.path);
	else if (r->outcome == OUT_SKIP)
		what = BLESS_SKIPPED;
	arena_free(&a);
	return what;
}
