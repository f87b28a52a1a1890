/* Known lists of a session: loads those that count, and writes the list of --write-known. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "format/casefile.h"
#include "run/excuse.h"
#include "format/settings.h"
#include "run/session_private.h"
#include "run/suite.h"
#include "run/surroundings.h"
#include "base/text.h"
#include "base/util.h"
#include "run/verdict.h"

int
session_load_known(struct session_work *w, const struct known *user)
{
	struct errors errors = {0};
	struct known own;
	int bad = suite_known(w->a, w->suite, w->target.name, &own, &errors);

	if (!bad)
		bad = suite_check_known(w->suite, &own, &errors);
	/* a plug-in may be right where the interpreter's own loader is known to be wrong */
	if (w->o->plugin && !w->o->target)
		known_let_pass(&own);
	w->suite_list = own.n ? own.lines[0].path : NULL;
	w->listed = own.n;
	known_append(w->a, &w->known, user);
	known_append(w->a, &w->known, &own);
	known_expire(&w->known, w->o->today);
	fputs(buf_str(&errors.text), stderr);
	errors_free(&errors);
	return bad;
}

/* has the line expired, and would it otherwise excuse one of the cases? */
static bool
is_missed(const struct session_work *w, const struct known_line *l)
{
	for (size_t i = w->hidden; l->expired && i < w->n; i++) {
		if (known_names(l, w->list[i]->id, &w->target.facts))
			return true;
	}
	return false;
}

const char *const *
session_notes(struct session_work *w)
{
	const char **notes = arena_alloc(w->a, (w->known.n + 4) * sizeof(*notes));
	size_t n = 0;

	if (w->target.note)
		notes[n++] = w->target.note;
	if (w->target.proof)
		notes[n++] = w->target.proof;
	notes[n] = surroundings_note(w->a);
	n += notes[n] != NULL;
	for (size_t i = 0; i < w->known.n; i++) {
		const struct known_line *l = &w->known.lines[i];

		if (!is_missed(w, l))
			continue;
		notes[n++] = arena_printf(w->a, "%s:%d: past its until=%s, no longer counts",
					  l->path, l->line, l->until);
	}
	return notes;
}

static enum known_kind
kind_of(enum outcome o)
{
	switch (o) {
	case OUT_DETAIL:
		return KNOWN_DETAIL;
	case OUT_TIMEOUT:
		return KNOWN_TIMEOUT;
	case OUT_CRASH:
		return KNOWN_CRASH;
	default:
		return KNOWN_FAIL;
	}
}

static void
take_result(struct excuse_case *c, const struct result *r)
{
	switch (r->happened) {
	case OUT_PASS:
		c->fate = EXCUSE_PASSED;
		break;
	case OUT_SKIP:
		c->fate = r->known ? EXCUSE_UNKNOWN : EXCUSE_ABSENT;
		break;
	case OUT_FLAKY:
	case OUT_BROKEN:
		break;
	default:
		c->fate = EXCUSE_FAILED;
		c->kind = kind_of(r->happened);
		if (r->unexpected)
			c->cause = r->cause ? r->cause : outcome_name(r->outcome);
	}
}

/* what the run has shown about each case; *hopeless gets the number of BROKEN and FLAKY ones */
static struct excuse_case *
fates(const struct session_work *w, size_t *hopeless)
{
	struct excuse_case *v = arena_alloc(w->a, (w->suite->n + 1) * sizeof(*v));

	*hopeless = 0;
	for (size_t i = 0; i < w->suite->n; i++)
		v[i].id = w->suite->cases[i].id;
	for (size_t i = 0; i + w->hidden < w->n; i++) {
		const struct result *r = w->results[i];

		if (!r)
			continue;
		take_result(&v[r->cs - w->suite->cases], r);
		*hopeless += r->happened == OUT_BROKEN || r->happened == OUT_FLAKY;
	}
	return v;
}

static const char *
heading(struct session_work *w)
{
	struct buf b = {0};
	const char *text;

	buf_puts(&b, "# Known departures under ");
	text_clean(&b, w->summary.loader, strlen(w->summary.loader));
	buf_printf(&b, ", level %s: by --write-known, %s\n", w->summary.level, w->o->today);
	buf_puts(&b, "# KIND  CASE-GLOB  [if EXPR]  [until=YYYY-MM-DD]  -- REASON\n\n");
	text = arena_strndup(w->a, b.p, b.len);
	buf_free(&b);
	return text;
}

/* 0, or -1 with the mistakes printed */
static int
parse_list(struct session_work *w, const char *path, const struct buf *bytes, struct known *k)
{
	struct errors errors = {0};
	int bad = known_parse_own(w->a, k, path, buf_str(bytes), bytes->len, &errors);

	known_expire(k, w->o->today);
	fputs(buf_str(&errors.text), stderr);
	errors_free(&errors);
	return bad;
}

/* read the old list again: it may have been edited while the cases ran; 0, or -1 */
static int
read_old(struct session_work *w, const char *path, struct buf *bytes, struct known *old)
{
	if (file_read(path, bytes) && errno != ENOENT) {
		warn("--write-known: %s: cannot be read: %s", path, file_why(errno));
		return -1;
	}
	return parse_list(w, w->o->write_known, bytes, old);
}

/* the file that a link leads to, so that the link stays a link */
static const char *
real_path(struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	const char *copy = arena_strdup(a, real ? real : path);

	free(real);
	return copy;
}

static bool
is_same_file(const char *x, const char *y)
{
	struct stat a, b;

	return !strcmp(x, y) || (!stat(x, &a) && !stat(y, &b) && a.st_dev == b.st_dev &&
				 a.st_ino == b.st_ino);
}

/* is it one of the user's lists that come before the one that is written? */
static bool
goes_first(const struct options *o, const char *path)
{
	for (size_t i = 0; o->known && o->known[i]; i++) {
		if (is_same_file(o->known[i], o->write_known))
			return false;
		if (!strcmp(o->known[i], path))
			return true;
	}
	return false;
}

/* the first list that names a case decides: warn of a line that no later list can correct */
static void
warn_of_others(const struct session_work *w, const struct excuse_case *cases)
{
	for (size_t i = 0; i < w->suite->n; i++) {
		const struct known_line *l = NULL;

		if (cases[i].cause)
			l = known_find(&w->known, cases[i].id, &w->target.facts);
		if (l && goes_first(w->o, l->path))
			warn("--write-known: %s:%d is found first, and does not excuse %s",
			     l->path, l->line, cases[i].id);
	}
}

static void
announce(const struct session_work *w, const struct excuse_counts *c, size_t hopeless)
{
	fprintf(stderr, "--write-known: %s: lines kept %zu, changed %zu, dropped %zu, new %zu\n",
		w->o->write_known, c->kept, c->changed, c->dropped, c->added);
	if (w->summary.stopped || *w->interrupted)
		fputs("--write-known: the run was stopped, so no line was dropped\n", stderr);
	if (hopeless)
		fprintf(stderr, "--write-known: %zu BROKEN or FLAKY, which no list can excuse\n",
			hopeless);
}

/* write the new list to out; 0, or -1 */
static int
compose(struct session_work *w, const struct excuse_case *cases, const struct buf *bytes,
	const struct known *old, struct buf *out, struct excuse_counts *counts)
{
	struct known made;
	struct excuse_input in = {
		.bytes = buf_str(bytes), .len = bytes->len, .old = old,
		.facts = &w->target.facts, .cases = cases, .n = w->suite->n,
		.partial = w->summary.stopped || *w->interrupted, .heading = heading(w),
	};

	excuse_write(w->a, out, &in, counts);
	/* a list that this program could not read must not replace one that it can read */
	return parse_list(w, w->o->write_known, out, &made);
}

int
session_write_known(struct session_work *w)
{
	const char *path = real_path(w->a, w->o->write_known);
	struct buf bytes = {0}, out = {0};
	struct excuse_counts counts;
	struct known old;
	size_t hopeless;
	const struct excuse_case *cases = fates(w, &hopeless);
	int bad = read_old(w, path, &bytes, &old) ||
		  compose(w, cases, &bytes, &old, &out, &counts) ||
		  file_write(path, buf_str(&out), out.len);

	if (!bad) {
		announce(w, &counts, hopeless);
		warn_of_others(w, cases);
	}
	buf_free(&bytes);
	buf_free(&out);
	return bad ? -1 : 0;
}
