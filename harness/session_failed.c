/* What failed when it was last run: --failed, and what a run leaves for it. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "casefile.h"
#include "failed.h"
#include "options.h"
#include "session_private.h"
#include "suite.h"
#include "text.h"
#include "util.h"
#include "verdict.h"

/* the loader's command; ./python of one folder is not that of another */
static const char *
anchored(struct arena *a, const char *loader)
{
	char cwd[PATH_MAX];
	size_t len = strcspn(loader, " ");
	const char *slash = memchr(loader, '/', len);

	if (!slash || slash == loader || !getcwd(cwd, sizeof(cwd)))
		return loader;
	return arena_printf(a, "%s/%s", cwd, loader);
}

static struct failed_key
key_of(const struct session_work *w)
{
	return (struct failed_key){
		.root = w->suite->root,
		.loader = anchored(w->a, w->target.config->loader),
		.plugin = w->target.config->plugin,
		.target = w->target.name,
		.level = w->detail ? "detail" : "required",
	};
}

static const char *
folder(const struct session_work *w)
{
	return arena_printf(w->a, "%s/build/state", w->suite->root);
}

/* false if no such run has left anything */
static bool
read_failed(const struct session_work *w, const struct failed_key *key, struct failed *f)
{
	const char *path = arena_printf(w->a, "%s/%s", folder(w), failed_name(w->a, key));
	struct buf b = {0};
	bool good = !file_read(path, &b) && failed_parse(w->a, f, key, buf_str(&b), b.len);

	buf_free(&b);
	return good;
}

static const char *
now(struct arena *a)
{
	time_t seconds = time(NULL);
	char text[32];

	strftime(text, sizeof(text), "%Y-%m-%d %H:%M:%S", localtime(&seconds));
	return arena_strdup(a, text);
}

/* results by the place of their case in the suite; *n gets how many there are */
static const struct result **
by_case(const struct session_work *w, size_t *n)
{
	const struct result **v = arena_alloc(w->a, (w->suite->n + 1) * sizeof(*v));

	*n = 0;
	for (size_t i = 0; i + w->hidden < w->n; i++) {
		if (!w->results[i])
			continue;
		v[w->list[w->hidden + i] - w->suite->cases] = w->results[i];
		(*n)++;
	}
	return v;
}

/* what has failed now, and what failed before and has not been run since */
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
	struct failed_key key = key_of(w);
	struct failed old = {0}, f = {.when = now(w->a), .executed = w->summary.executed};
	struct buf b = {0};
	size_t n;
	const struct result **results = by_case(w, &n);

	if (!n)
		return;
	read_failed(w, &key, &old);
	merge(w, &f, &old, results);
	failed_format(&b, &key, &f);
	if (!dir_make(folder(w)))
		file_write(arena_printf(w->a, "%s/%s", folder(w), failed_name(w->a, &key)), b.p,
			   b.len);
	buf_free(&b);
}

static const char *
describe(struct arena *a, const struct failed_key *key)
{
	return arena_printf(a, "loader %s%s%s, target %s, level %s", key->loader,
			    key->plugin ? " with " : "", key->plugin ? key->plugin : "",
			    key->target, key->level);
}

/* say of which run --failed speaks */
static void
announce(const struct session_work *w, const struct failed_key *key, const struct failed *f)
{
	size_t before = 0;

	for (size_t i = 0; i < f->n; i++)
		before += strcmp(f->cases[i].when, f->when) != 0;
	fprintf(stderr,
		"--failed: %zu case%s failed; the last run was on %s, of %zu cases, with %s\n",
		f->n, f->n == 1 ? "" : "s", f->when, f->executed, describe(w->a, key));
	if (before)
		fprintf(stderr, "--failed: of these, %zu failed before and were not run since\n",
			before);
}

int
session_select_failed(struct session_work *w, const struct casefile **cases, size_t *n)
{
	struct failed_key key = key_of(w);
	struct failed f;
	size_t chosen = 0;

	if (!read_failed(w, &key, &f)) {
		warn("--failed: there has been no run of these yet: %s, suite %s",
		     describe(w->a, &key), key.root);
		return -1;
	}
	for (size_t i = 0; i < *n; i++) {
		if (failed_when(&f, cases[i]->id))
			cases[chosen++] = cases[i];
	}
	*n = chosen;
	announce(w, &key, &f);
	return 0;
}
