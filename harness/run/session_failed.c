/* --failed: reads which cases failed in their last run, and writes this down after a run. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "format/casefile.h"
#include "run/failed.h"
#include "format/settings.h"
#include "run/session_private.h"
#include "run/suite.h"
#include "base/text.h"
#include "base/util.h"
#include "run/verdict.h"

/* 1; 0 if there is no file, so no such run; -1 with a warning if a run cannot have written it */
static int
read_failed(const struct session_work *w, const struct failed_key *key, struct failed *f)
{
	const char *path = session_state_path(w->a, &w->target, "failed", key);
	struct buf b = {0};
	struct stat st;
	size_t line;

	if (lstat(path, &st) && errno == ENOENT)
		return 0;
	if (file_read(path, &b)) {
		warn("%s: cannot be read: %s", path, file_why(errno));
		return -1;
	}
	line = failed_parse(w->a, f, key, buf_str(&b), b.len);
	buf_free(&b);
	if (!line)
		return 1;
	*f = (struct failed){0};
	warn("%s:%zu: not a line that a run writes for --failed", path, line);
	return -1;
}

/* the cases that failed now, and those that failed before and have not been run since */
static void
merge(const struct session_work *w, struct failed *f, const struct failed *old,
      const struct result *const *results)
{
	f->cases = arena_alloc(w->a, (w->suite->n + 1) * sizeof(*f->cases));
	for (size_t i = 0; i < w->suite->n; i++) {
		const char *id = w->suite->cases[i].id, *when = NULL;

		if (results[i])
			when = results[i]->unexpected ? f->when : NULL;
		else
			when = failed_when(old, id);
		if (when)
			f->cases[f->n++] = (struct failed_case){id, when};
	}
}

void
session_write_failed(const struct session_work *w)
{
	struct failed_key key = session_key(w->a, w->suite, &w->target, w->detail);
	struct failed old = {0}, f = {.when = session_now(w->a), .executed = w->summary.executed};
	struct buf b = {0};
	size_t n;
	const struct result **results = session_by_case(w, &n);

	if (!n)
		return;
	read_failed(w, &key, &old);
	merge(w, &f, &old, results);
	failed_format(&b, &key, &f);
	session_write_state(w, "failed", &key, &b);
	buf_free(&b);
}

/* say which run --failed refers to */
static void
announce(const struct session_work *w, const struct failed_key *key, const struct failed *f)
{
	size_t before = 0;

	for (size_t i = 0; i < f->n; i++)
		before += strcmp(f->cases[i].when, f->when) != 0;
	fprintf(stderr,
		"--failed: %zu case%s failed; the last run was on %s, of %zu cases, with %s\n",
		f->n, f->n == 1 ? "" : "s", f->when, f->executed, failed_describe(w->a, key));
	if (before)
		fprintf(stderr, "--failed: %zu of them failed in an earlier run and were not run "
				"again\n", before);
}

int
session_select_failed(struct session_work *w, const struct casefile **cases, size_t *n)
{
	struct failed_key key = session_key(w->a, w->suite, &w->target, w->detail);
	struct failed f;
	size_t chosen = 0;
	int found = read_failed(w, &key, &f);

	if (!found)
		warn("--failed: there was no such run yet: %s, suite %s",
		     failed_describe(w->a, &key), key.root);
	if (found <= 0)
		return -1;
	for (size_t i = 0; i < *n; i++) {
		if (failed_when(&f, cases[i]->id))
			cases[chosen++] = cases[i];
	}
	*n = chosen;
	announce(w, &key, &f);
	return 0;
}
