#include "base/diff.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/util.h"

/* the search gives up after this many edits; the trace takes 4 * EDITS_MAX^2 bytes */
enum { EDITS_MAX = 1000 };

/* two lists of lines; gone and added mark the lines without a partner in the other list */
struct diff {
	char *const *want, *const *got;
	size_t nwant, ngot;
	bool *gone, *added;
};

/*
 * The lines between the common beginning and the common end of both lists. The algorithm is from
 * Myers, "An O(ND) Difference Algorithm and Its Variations" (1986). Row e of the trace holds the
 * greatest i that e edits reach, for each diagonal k = i - j in -e..e. Walking the rows backwards
 * gives the edits.
 */
struct middle {
	size_t from; /* index of its first line, the same in both lists */
	int n, m;    /* number of its lines in want and in got */
	int *trace;
	int rows; /* that fit into trace */
};

static int *
trace_row(const struct middle *mid, int e)
{
	/* the rows above take 1 + 3 + 5 + ... = e^2 places; k = 0 is the middle of this row */
	return mid->trace + (size_t)e * (size_t)e + e;
}

static void
trace_room(struct middle *mid, int e)
{
	size_t rows;

	if (e < mid->rows)
		return;
	mid->rows = mid->rows ? mid->rows * 2 : 16;
	rows = (size_t)mid->rows;
	mid->trace = xreallocarray(mid->trace, rows * rows, sizeof(*mid->trace));
}

/* does the path to diagonal k end with an insertion? */
static bool
by_adding(const int *before, int e, int k)
{
	return k == -e || (k != e && before[k - 1] < before[k + 1]);
}

static int
reach(const struct diff *d, const struct middle *mid, int e, int k)
{
	int i = 0;

	if (e) {
		const int *before = trace_row(mid, e - 1);

		i = by_adding(before, e, k) ? before[k + 1] : before[k - 1] + 1;
	}
	while (i < mid->n && i - k < mid->m &&
	       !strcmp(d->want[mid->from + (size_t)i], d->got[mid->from + (size_t)(i - k)]))
		i++;
	return i;
}

/* fill the trace; returns the number of edits, or -1 if more than EDITS_MAX are needed */
static int
middle_search(const struct diff *d, struct middle *mid)
{
	for (int e = 0; e <= EDITS_MAX; e++) {
		trace_room(mid, e);
		for (int k = -e; k <= e; k += 2) {
			int i = reach(d, mid, e, k);

			trace_row(mid, e)[k] = i;
			if (i >= mid->n && i - k >= mid->m)
				return e;
		}
	}
	return -1;
}

static void
middle_mark(struct diff *d, const struct middle *mid, int edits)
{
	int i = mid->n, j = mid->m;

	for (int e = edits; e > 0; e--) {
		const int *before = trace_row(mid, e - 1);
		int k = i - j;

		if (by_adding(before, e, k)) {
			i = before[k + 1];
			j = i - (k + 1);
			d->added[mid->from + (size_t)j] = true;
		} else {
			i = before[k - 1];
			j = i - (k - 1);
			d->gone[mid->from + (size_t)i] = true;
		}
	}
}

/* mark gone and added; returns the length of the common beginning */
static size_t
diff_mark(struct diff *d)
{
	size_t from = 0, n = d->nwant, m = d->ngot;
	struct middle mid = {0};
	int edits = -1;

	while (from < n && from < m && !strcmp(d->want[from], d->got[from]))
		from++;
	while (n > from && m > from && !strcmp(d->want[n - 1], d->got[m - 1]))
		n--, m--;
	mid.from = from;
	/* a diagonal is an int */
	if (n - from < INT_MAX / 2 && m - from < INT_MAX / 2) {
		mid.n = (int)(n - from);
		mid.m = (int)(m - from);
		edits = middle_search(d, &mid);
	}
	if (edits >= 0) {
		middle_mark(d, &mid, edits);
	} else {
		memset(d->gone + from, true, n - from);
		memset(d->added + from, true, m - from);
	}
	free(mid.trace);
	return from;
}

/* one line of the diff; i and j are its indexes in want and got, or where it would be inserted */
struct op {
	char mark;
	size_t i, j;
};

static size_t
diff_ops(const struct diff *d, struct op *ops)
{
	size_t i = 0, j = 0, n = 0;

	while (i < d->nwant || j < d->ngot) {
		struct op *op = &ops[n++];

		*op = (struct op){' ', i, j};
		if (i < d->nwant && d->gone[i]) {
			op->mark = '-';
			i++;
		} else if (j < d->ngot && d->added[j]) {
			op->mark = '+';
			j++;
		} else {
			i++;
			j++;
		}
	}
	return n;
}

struct output {
	struct buf *b;
	const struct diff *d;
	const struct op *ops;
	size_t nops;
	size_t lines; /* written, plus those left out after DIFF_MAX */
};

/* the last command of want at or above ops[at], or NULL */
static const char *
command_above(const struct output *out, size_t at)
{
	for (size_t i = at + 1; i-- > 0;) {
		const struct op *op = &out->ops[i];

		if (op->mark != '+' && !strncmp(out->d->want[op->i], "> ", 2))
			return out->d->want[op->i];
	}
	return NULL;
}

static void
put_header(struct output *out, size_t start, size_t end, size_t change)
{
	const char *command = command_above(out, change);
	size_t nwant = 0, ngot = 0;

	if (out->lines++ >= DIFF_MAX)
		return;
	for (size_t i = start; i < end; i++) {
		nwant += out->ops[i].mark != '+';
		ngot += out->ops[i].mark != '-';
	}
	/* as in diff -u, an empty side has the number of the line before it */
	buf_printf(out->b, "@@ -%zu,%zu +%zu,%zu @@", out->ops[start].i + (nwant > 0), nwant,
		   out->ops[start].j + (ngot > 0), ngot);
	if (command)
		buf_printf(out->b, " %s", command);
	buf_putc(out->b, '\n');
}

static void
put_line(struct output *out, const struct op *op)
{
	if (out->lines++ >= DIFF_MAX)
		return;
	buf_putc(out->b, op->mark);
	buf_puts(out->b, op->mark == '+' ? out->d->got[op->j] : out->d->want[op->i]);
	buf_putc(out->b, '\n');
}

/* write the hunk of the change at ops[change]; returns the index of the first op after it */
static size_t
put_hunk(struct output *out, size_t change, size_t before)
{
	size_t start = change - before > DIFF_CONTEXT ? change - DIFF_CONTEXT : before;
	size_t last = change, end;

	/* changes whose contexts touch share a hunk */
	for (size_t i = change; i < out->nops && i <= last + 1 + 2 * DIFF_CONTEXT; i++)
		if (out->ops[i].mark != ' ')
			last = i;
	end = last + 1 + DIFF_CONTEXT;
	if (end > out->nops)
		end = out->nops;
	put_header(out, start, end, change);
	for (size_t i = start; i < end; i++)
		put_line(out, &out->ops[i]);
	return end;
}

static void
put_hunks(struct output *out)
{
	size_t end = 0;

	for (size_t i = 0; i < out->nops;) {
		if (out->ops[i].mark == ' ')
			i++;
		else
			i = end = put_hunk(out, i, end);
	}
	if (out->lines > DIFF_MAX)
		buf_printf(out->b, "... and %zu more lines of difference\n", out->lines - DIFF_MAX);
}

size_t
diff_lines(struct buf *b, char *const *want, size_t nwant, char *const *got, size_t ngot)
{
	struct diff d = {want, got, nwant, ngot, NULL, NULL};
	struct output out = {.b = b, .d = &d};
	struct op *ops;
	size_t at;

	d.gone = xcalloc(nwant, sizeof(*d.gone));
	d.added = xcalloc(ngot, sizeof(*d.added));
	ops = xcalloc(nwant + ngot, sizeof(*ops));
	at = diff_mark(&d);
	out.ops = ops;
	out.nops = diff_ops(&d, ops);
	if (at < nwant || at < ngot)
		put_hunks(&out);
	else
		at = (size_t)-1;
	free(ops);
	free(d.gone);
	free(d.added);
	return at;
}
