/* the fixtures' sources as files of an author: what can be told of them without building any */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "fixture_line.h"
#include "fixture_use.h"
#include "suite.h"
#include "text.h"
#include "util.h"

struct walk {
	struct arena mem;
	struct errors *errors;
	void (*fn)(void *ctx, const char *path, const char *below);
	void *ctx;
	const char *path; /* of the folder that is being listed */
	size_t root;      /* length of that of fixtures-src, and a '/' */
};

static void visit(void *ctx, const char *name);

static void
visit_folder(struct walk *w, const char *path)
{
	const char *outer = w->path;

	w->path = path;
	if (dir_each(path, visit, w))
		errors_at(w->errors, path, 0, "cannot be listed: %s", strerror(errno));
	w->path = outer;
}

/* the build takes regular files alone, and of them none that is hidden or an editor's */
static void
visit(void *ctx, const char *name)
{
	struct walk *w = ctx;
	const char *path;
	struct stat st;

	if (*name == '.' || text_ends(name, "~"))
		return;
	path = arena_printf(&w->mem, "%s/%s", w->path, name);
	if (!lstat(path, &st) && S_ISDIR(st.st_mode))
		visit_folder(w, path);
	else if (!S_ISLNK(st.st_mode))
		w->fn(w->ctx, path, path + w->root);
	else if (stat(path, &st) || !S_ISDIR(st.st_mode))
		errors_at(w->errors, path, 0, "a symbolic link is not built; expected a file");
}

int
suite_each_source(const struct suite *s, struct errors *errors,
		  void (*fn)(void *ctx, const char *path, const char *below), void *ctx)
{
	struct walk w = {.errors = errors, .fn = fn, .ctx = ctx};
	const char *path = arena_printf(&w.mem, "%sfixtures-src", s->shown);
	size_t before = errors->n;
	struct stat st;

	w.root = strlen(path) + 1;
	/* a suite may have none, and its folder may be a link */
	if (!lstat(path, &st))
		visit_folder(&w, path);
	arena_free(&w.mem);
	return errors->n == before ? 0 : -1;
}

static void
check_source(struct errors *errors, const char *path, const struct buf *bytes)
{
	struct arena mem = {0};
	struct fixture_line f;

	if (text_check(path, buf_str(bytes), bytes->len, errors) &&
	    !fixture_line_parse(&mem, &f, path, buf_str(bytes), errors))
		fixture_line_check(&mem, &f, path, errors);
	arena_free(&mem);
}

static void
check_file(void *ctx, const char *path, const char *below)
{
	struct errors *errors = ctx;
	struct buf bytes = {0};

	if (file_read(path, &bytes))
		errors_at(errors, path, 0, "cannot be read: %s", file_why(errno));
	else if (fixture_is_compiled(below) || text_ends(below, ".h"))
		check_source(errors, path, &bytes);
	buf_free(&bytes);
}

int
suite_check_fixtures(const struct suite *s, struct errors *errors)
{
	return suite_each_source(s, errors, check_file, errors);
}

struct reading {
	struct arena *a;
	struct suite_sources *s;
	size_t room;
};

static void
add_source(struct reading *r, const char *path, const char *bytes)
{
	struct errors errors = {0};
	struct suite_sources *s = r->s;

	if (s->n == r->room) {
		struct fixture_source *v;

		r->room = r->room ? 2 * r->room : 256;
		v = arena_alloc(r->a, r->room * sizeof(*v));
		if (s->n)
			memcpy(v, s->v, s->n * sizeof(*v));
		s->v = v;
	}
	if (!fixture_source_parse(r->a, &s->v[s->n], path, bytes, &errors))
		s->n++;
	fputs(buf_str(&errors.text), stderr);
	errors_free(&errors);
}

static void
read_source(void *ctx, const char *path, const char *below)
{
	struct reading *r = ctx;
	struct buf bytes = {0};

	if (!fixture_is_source(below))
		return;
	if (file_read(path, &bytes))
		warn("cannot read %s:", path);
	else
		add_source(r, arena_strdup(r->a, below), buf_str(&bytes));
	buf_free(&bytes);
}

void
suite_sources(struct arena *a, struct suite_sources *s, const struct suite *suite)
{
	struct reading r = {.a = a, .s = s};
	struct errors errors = {0};

	*s = (struct suite_sources){0};
	if (suite_each_source(suite, &errors, read_source, &r))
		fputs(buf_str(&errors.text), stderr);
	errors_free(&errors);
}
