#include "run/suite.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "format/expected.h"
#include "format/known.h"
#include "format/folders.h"
#include "format/sources.h"
#include "run/suite_files.h"
#include "run/suite_sources.h"
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

/* the mistake if a file of the suite cannot be read, or NULL; the walk passes over hidden files */
static const char *
unreadable(const struct suite_file *f)
{
	if (!f)
		return "no such file, or an editor's (its name begins with '.' or ends with '~')";
	return f->error ? file_why(f->error) : NULL;
}

static void
load_case(struct loading *l, const char *path, const char *id)
{
	struct suite *s = l->s;
	const char *shown = arena_printf(l->a, "%s%s", s->shown, path);
	const struct suite_file *f = suite_files_find(s->files, path);

	if (unreadable(f)) {
		errors_at(l->errors, shown, 0, "cannot be read: %s", unreadable(f));
		l->bad = true;
		return;
	}
	if (s->n == l->cap) {
		l->cap = l->cap ? l->cap * 2 : 256;
		s->cases = xreallocarray(s->cases, l->cap, sizeof(*s->cases));
	}
	memset(&s->cases[s->n], 0, sizeof(*s->cases));
	if (casefile_parse(l->a, &s->cases[s->n], id, shown, f->bytes, f->len, l->errors))
		l->bad = true;
	s->n++;
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
	load_case(l, path, arena_printf(l->a, "%s/%.*s", l->area,
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
	bool x_adapter = text_starts(x->id, "adapter/"), y_adapter = text_starts(y->id, "adapter/");

	if (x_adapter != y_adapter)
		return x_adapter ? -1 : 1;
	return strcmp(x->id, y->id);
}

const struct casefile *
suite_case(const struct suite *s, const char *id)
{
	struct casefile key = {.id = id};

	return s->n ? bsearch(&key, s->cases, s->n, sizeof(*s->cases), case_order) : NULL;
}

size_t
suite_match(const struct suite *s, const char *glob, size_t i)
{
	if (!strpbrk(glob, "*?[\\")) {
		const struct casefile *c = suite_case(s, glob);

		return c && (size_t)(c - s->cases) >= i ? (size_t)(c - s->cases) : s->n;
	}
	while (i < s->n && !text_glob(glob, s->cases[i].id))
		i++;
	return i;
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
	s->part = false;
	s->shown = shown_root(a, root);
	s->files = xcalloc(1, sizeof(*s->files));
	suite_files_read(s->files, root);
	s->hash = s->files->hash;
	s->cases = NULL;
	s->n = 0;
	if (dir_each(path, visit_area, &l)) {
		errors_at(errors, path, 0, "cannot be listed: %s", strerror(errno));
		l.bad = true;
	}
	s->sources = arena_alloc(a, sizeof(*s->sources));
	if (suite_sources(a, s, errors))
		l.bad = true;
	heap = s->cases;
	s->cases = arena_alloc(a, s->n * sizeof(*s->cases));
	if (s->n && !l.bad) {
		memcpy(s->cases, heap, s->n * sizeof(*s->cases));
		qsort(s->cases, s->n, sizeof(*s->cases), case_order);
	}
	free(heap);
	suite_files_parsed(s->files);
	return l.bad ? -1 : 0;
}

void
suite_free(struct suite *s)
{
	suite_files_free(s->files);
	free(s->files);
	s->files = NULL;
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
	const struct suite_file *f = suite_files_find(s->files, path + strlen(s->shown));

	if (unreadable(f)) {
		errors_at(errors, c->path, 1, "no expected file: expected %s to be readable (%s)",
			  path, f ? file_why(f->error) : strerror(ENOENT));
		return -1;
	}
	return expected_parse(a, e, path, f->bytes, f->len, errors);
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
	const struct suite_file *f = suite_files_find(s->files, path + strlen(s->shown));

	*k = (struct known){0};
	if (!f)
		return 0;
	/* a broken link is a mistake, not an absent list */
	if (!f->error)
		return known_parse(a, k, path, f->bytes, f->len, errors);
	errors_at(errors, path, 0, "cannot be read: %s", file_why(f->error));
	return -1;
}

int
suite_check_known(const struct suite *s, const struct known *k, struct errors *errors)
{
	int bad = 0;

	for (size_t i = 0; !s->part && i < k->n; i++) {
		const struct known_line *l = &k->lines[i];

		if (suite_match(s, l->glob, 0) < s->n)
			continue;
		errors_at(errors, l->path, l->line, "'%s' matches no case", l->glob);
		bad = -1;
	}
	return bad;
}
