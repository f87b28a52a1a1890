#include <stdlib.h>
#include <string.h>

#include "run/excuse_private.h"
#include "base/text.h"
#include "base/util.h"

enum { REASON_BYTES = 100 };

static size_t
area_length(const char *id)
{
	return strcspn(id, "/") + 1;
}

static bool
same_cause(const struct excuse_case *x, const struct excuse_case *y,
	   const struct excuse_words *words)
{
	return words->reason || !strcmp(x->cause, y->cause);
}

static bool
same_area(const struct excuse_case *x, const struct excuse_case *y)
{
	return !strncmp(x->id, y->id, area_length(x->id));
}

/* "AREA/WORD-*": the common beginning of the members' ids, in whole words */
static const char *
common_glob(struct excuse *e, const size_t *members, size_t n)
{
	const char *first = e->in->cases[members[0]].id;
	size_t len = strlen(first);

	for (size_t i = 1; i < n; i++) {
		const char *id = e->in->cases[members[i]].id;
		size_t same = 0;

		while (same < len && id[same] == first[same])
			same++;
		len = same;
	}
	while (len > area_length(first) && !strchr("-_", first[len - 1]))
		len--;
	return arena_printf(e->a, "%.*s*", (int)len, first);
}

/* does the glob match the members and no other case that is for this target? */
static bool
names_exactly(const struct excuse *e, const char *glob, const size_t *members, size_t n)
{
	size_t next = 0;

	for (size_t i = 0; i < e->in->n; i++) {
		if (next < n && members[next] == i)
			next++;
		else if (e->in->cases[i].fate != EXCUSE_ABSENT &&
			 text_glob(glob, e->in->cases[i].id))
			return false;
	}
	return true;
}

/* a cause as a reason: one line, no control bytes, not too long */
static const char *
as_reason(struct arena *a, const char *cause)
{
	struct buf b = {0};
	size_t len = strcspn(cause, "\n"), keep;
	const char *text;

	text_clean(&b, cause, len);
	keep = b.len > REASON_BYTES ? text_utf8(buf_str(&b), REASON_BYTES) : b.len;
	while (keep && strchr(" \t", buf_str(&b)[keep - 1]))
		keep--;
	text = keep < b.len ? arena_printf(a, "%.*s ...", (int)keep, b.p)
			    : arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return text[strspn(text, " \t")] ? text : "no cause given";
}

static void
add_line(struct excuse *e, const struct excuse_words *words, enum known_kind kind, const char *glob,
	 const char *cause)
{
	struct buf *b = &e->block;

	buf_printf(b, "%-7s %s", known_word(kind), glob);
	if (*words->when)
		buf_printf(b, "  if %s", words->when);
	if (words->until)
		buf_printf(b, "  until=%s", words->until);
	buf_printf(b, "  -- %s\n", words->reason ? words->reason : as_reason(e->a, cause));
	e->made.lines = xreallocarray(e->made.lines, e->made.n + 1, sizeof(*e->made.lines));
	e->made.lines[e->made.n++] =
		(struct known_line){.glob = glob, .when = words->when, .until = words->until};
}

static enum known_kind
worst(const struct excuse *e, const size_t *members, size_t n)
{
	enum known_kind kind = KNOWN_DETAIL;

	for (size_t i = 0; i < n; i++) {
		if (e->in->cases[members[i]].kind > kind)
			kind = e->in->cases[members[i]].kind;
	}
	return kind;
}

/* write lines for the members; returns the number of lines */
static size_t
add_group(struct excuse *e, const struct excuse_words *words, const size_t *members, size_t n)
{
	const char *cause = e->in->cases[members[0]].cause;
	const char *glob = n > 1 ? common_glob(e, members, n) : NULL;

	if (glob && names_exactly(e, glob, members, n)) {
		add_line(e, words, words->kind ? *words->kind : worst(e, members, n), glob, cause);
		return 1;
	}
	for (size_t i = 0; i < n; i++)
		add_line(e, words, words->kind ? *words->kind : e->in->cases[members[i]].kind,
			 e->in->cases[members[i]].id, cause);
	return n;
}

/* write lines for the chosen cases, from the first one on, that have its area and its cause */
static size_t
add_area(struct excuse *e, const struct excuse_words *words, size_t first, size_t *members)
{
	const struct excuse_case *cases = e->in->cases;
	size_t n = 0;

	for (size_t i = first; i < e->in->n; i++) {
		if (e->chosen[i] && same_area(&cases[first], &cases[i]) &&
		    same_cause(&cases[first], &cases[i], words)) {
			e->chosen[i] = false;
			e->owned[i] = true;
			members[n++] = i;
		}
	}
	return add_group(e, words, members, n);
}

size_t
excuse_lines(struct excuse *e, const struct excuse_words *words)
{
	size_t *members = xcalloc(e->in->n + 1, sizeof(*members)), lines = 0;

	for (size_t i = 0; i < e->in->n; i++) {
		bool begins = e->chosen[i];

		/* the lines of one cause are together, also those of other areas */
		for (size_t k = i; begins && k < e->in->n; k++) {
			if (e->chosen[k] && same_cause(&e->in->cases[i], &e->in->cases[k], words))
				lines += add_area(e, words, k, members);
		}
	}
	free(members);
	return lines;
}
