/* The last outcome of each case: reads it for --show, and writes it after a run. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "format/casefile.h"
#include "run/last.h"
#include "run/session.h"
#include "run/session_private.h"
#include "run/suite.h"
#include "base/util.h"
#include "run/verdict.h"

static void
read_last(struct arena *a, struct last *last, const struct target *target,
	  const struct failed_key *key)
{
	const char *path = session_state_path(a, target, "last", key);
	struct buf b = {0};
	struct stat st;

	*last = (struct last){0};
	if (lstat(path, &st) && errno == ENOENT)
		return;
	if (file_read(path, &b))
		warn("%s: cannot be read: %s", path, file_why(errno));
	else if (!last_parse(a, last, key, buf_str(&b), b.len))
		warn("%s:1: not a line that a run writes for --show", path);
	buf_free(&b);
}

static struct last_case
case_of(const struct result *r, const char *when)
{
	struct last_case c = {.id = r->cs->id, .outcome = outcome_name(r->outcome), .when = when};

	if (r->outcome != OUT_PASS) {
		c.reason = r->reason;
		c.got = r->got;
		c.log = r->log;
	}
	return c;
}

/* search from *next on first: both lists are in the suite's order, unless that has changed */
static const struct last_case *
find_old(const struct last *old, size_t *next, const char *id)
{
	const struct last_case *found = *next < old->n ? &old->cases[*next] : NULL;

	if (!found || strcmp(found->id, id))
		found = last_find(old, id);
	if (found)
		*next = (size_t)(found - old->cases) + 1;
	return found;
}

void
session_write_last(const struct session_work *w)
{
	struct failed_key key = session_key(w->a, w->suite, &w->target, w->detail);
	const char *when = session_now(w->a);
	struct last old, last = {0};
	struct buf b = {0};
	size_t n, next = 0;
	const struct result **results = session_by_case(w, &n);

	if (!n)
		return;
	read_last(w->a, &old, &w->target, &key);
	last.cases = arena_alloc(w->a, (w->suite->n + 1) * sizeof(*last.cases));
	for (size_t i = 0; i < w->suite->n; i++) {
		const char *id = w->suite->cases[i].id;
		const struct last_case *before = find_old(&old, &next, id);

		if (results[i] && results[i]->executed)
			last.cases[last.n++] = case_of(results[i], when);
		else if (before)
			last.cases[last.n++] = *before;
	}
	last_format(&b, &key, &last);
	session_write_state(w, "last", &key, &b);
	buf_free(&b);
}

void
session_read_last(struct arena *a, struct last *last, const char **runs, const struct suite *suite,
		  const struct session_asked *asked)
{
	struct failed_key key = session_key(a, suite, &asked->target, asked->detail);

	read_last(a, last, &asked->target, &key);
	*runs = failed_describe(a, &key);
}
