#include "run/suite.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "format/expected.h"
#include "format/known.h"
#include "format/folders.h"
#include "base/text.h"
#include "base/util.h"

struct loading {
	struct arena *a;
	struct suite *s;
	struct errors *errors;
	const char *area;
	size_t cap;
	bool bad;
};

static void
load_case(struct loading *l, const char *path, const char *id)
{
	struct suite *s = l->s;
	struct buf bytes = {0};

	if (file_read(path, &bytes)) {
		errors_at(l->errors, path, 0, "cannot be read: %s", file_why(errno));
		l->bad = true;
		return;
	}
	if (s->n == l->cap) {
		l->cap = l->cap ? l->cap * 2 : 256;
		s->cases = xreallocarray(s->cases, l->cap, sizeof(*s->cases));
	}
	memset(&s->cases[s->n], 0, sizeof(*s->cases));
	if (casefile_parse(l->a, &s->cases[s->n], id, path, buf_str(&bytes), bytes.len,
			   l->errors))
		l->bad = true;
	s->n++;
	buf_free(&bytes);
}

static void
visit_case(void *ctx, const char *name)
{
	struct loading *l = ctx;
	const char *path = arena_printf(l->a, FOLDER_CASES "/%s/%s", l->area, name);

	if (!text_ends(name, ".case")) {
		errors_at(l->errors, path, 0, "not a case: expected a name that ends in .case");
		l->bad = true;
		return;
	}
	load_case(l, arena_printf(l->a, "%s%s", l->s->shown, path),
		  arena_printf(l->a, "%s/%.*s", l->area,
			       (int)(strlen(name) - strlen(".case")), name));
}

static void
visit_area(void *ctx, const char *name)
{
	struct loading *l = ctx;
	const char *path = arena_printf(l->a, "%s" FOLDER_CASES "/%s", l->s->shown, name);
	struct stat st;

	if (stat(path, &st) || !S_ISDIR(st.st_mode)) {
		errors_at(l->errors, path, 0, "expected a folder named after an area");
		l->bad = true;
		return;
	}
	l->area = name;
	if (dir_each(path, visit_case, l)) {
		errors_at(l->errors, path, 0, "cannot be listed: %s", strerror(errno));
		l->bad = true;
	}
}

/* the adapter's cases come first: without a correct adapter no other result means anything */
static int
case_order(const void *a, const void *b)
{
	const struct casefile *x = a, *y = b;
	bool x_adapter = !strcmp(x->area, "adapter"), y_adapter = !strcmp(y->area, "adapter");

	if (x_adapter != y_adapter)
		return x_adapter ? -1 : 1;
	return strcmp(x->id, y->id);
}

/* paths are relative if the current folder is root: editors and CI services find them then */
static const char *
shown_root(struct arena *a, const char *root)
{
	char cwd[4096];

	if (getcwd(cwd, sizeof(cwd)) && !strcmp(cwd, root))
		return "";
	return arena_printf(a, "%s/", root);
}

int
suite_load(struct arena *a, struct suite *s, const char *root, struct errors *errors)
{
	struct loading l = {a, s, errors, NULL, 0, false};
	const char *path = arena_printf(a, "%s/" FOLDER_CASES, root);
	struct casefile *heap;

	s->root = root;
	s->shown = shown_root(a, root);
	s->hash = NULL;
	s->cases = NULL;
	s->n = 0;
	if (dir_each(path, visit_area, &l)) {
		errors_at(errors, path, 0, "cannot be listed: %s", strerror(errno));
		l.bad = true;
	}
	heap = s->cases;
	s->cases = arena_alloc(a, s->n * sizeof(*s->cases));
	if (s->n && !l.bad) {
		memcpy(s->cases, heap, s->n * sizeof(*s->cases));
		qsort(s->cases, s->n, sizeof(*s->cases), case_order);
	}
	free(heap);
	return l.bad ? -1 : 0;
}

const char *
suite_expected_path(struct arena *a, const struct suite *s, const struct casefile *c)
{
	return arena_printf(a, "%s" FOLDER_EXPECTED "/%s.out", s->shown, c->id);
}

int
suite_expected(struct arena *a, const struct suite *s, const struct casefile *c,
	       struct expected *e, struct errors *errors)
{
	const char *path = suite_expected_path(a, s, c);
	struct buf bytes = {0};
	int bad;

	if (file_read(path, &bytes)) {
		errors_at(errors, c->path, 1, "no expected file: expected %s to be readable (%s)",
			  path, file_why(errno));
		return -1;
	}
	bad = expected_parse(a, e, path, buf_str(&bytes), bytes.len, errors);
	buf_free(&bytes);
	return bad;
}

int
suite_known_file(struct arena *a, const char *path, bool own, struct known *k,
		 struct errors *errors)
{
	struct buf bytes = {0};
	int bad = -1;

	*k = (struct known){0};
	if (file_read(path, &bytes))
		errors_at(errors, path, 0, "cannot be read: %s", file_why(errno));
	else
		bad = (own ? known_parse_own : known_parse)(a, k, path, buf_str(&bytes),
							    bytes.len, errors);
	buf_free(&bytes);
	return bad;
}

int
suite_known(struct arena *a, const struct suite *s, const char *target, struct known *k,
	    struct errors *errors)
{
	const char *path = arena_printf(a, "%s" FOLDER_KNOWN "/%s.known", s->shown, target);
	struct stat st;

	*k = (struct known){0};
	/* a broken link is a mistake, not an absent list */
	if (lstat(path, &st) && errno == ENOENT)
		return 0;
	return suite_known_file(a, path, false, k, errors);
}

static bool
matches_any(const struct suite *s, const char *glob)
{
	for (size_t i = 0; i < s->n; i++) {
		if (text_glob(glob, s->cases[i].id))
			return true;
	}
	return false;
}

int
suite_check_known(const struct suite *s, const struct known *k, struct errors *errors)
{
	int bad = 0;

	for (size_t i = 0; i < k->n; i++) {
		const struct known_line *l = &k->lines[i];

		if (matches_any(s, l->glob))
			continue;
		errors_at(errors, l->path, l->line, "'%s' matches no case", l->glob);
		bad = -1;
	}
	return bad;
}
