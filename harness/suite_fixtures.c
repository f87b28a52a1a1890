/* the fixtures' sources as files of an author: what can be told of them without building any */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "fixture_line.h"
#include "suite.h"
#include "text.h"
#include "util.h"

struct walk {
	struct arena mem;
	struct errors *errors;
	const char *path; /* of the folder that is being listed */
};

static bool
is_source(const char *path)
{
	static const char *const suffixes[] = {".c",    ".cc", ".pyx", ".i",
					       ".cffi", ".rs", ".go",  NULL};

	for (size_t i = 0; suffixes[i]; i++) {
		if (text_ends(path, suffixes[i]))
			return true;
	}
	return false;
}

static void
check_source(struct walk *w, const char *path, const struct buf *bytes)
{
	struct arena mem = {0};
	struct fixture_line f;

	if (text_check(path, buf_str(bytes), bytes->len, w->errors) &&
	    !fixture_line_parse(&mem, &f, path, buf_str(bytes), w->errors))
		fixture_line_check(&mem, &f, path, w->errors);
	arena_free(&mem);
}

static void
check_file(struct walk *w, const char *path)
{
	struct buf bytes = {0};

	if (file_read(path, &bytes))
		errors_at(w->errors, path, 0, "cannot be read: %s", file_why(errno));
	else if (is_source(path))
		check_source(w, path, &bytes);
	buf_free(&bytes);
}

static void visit(void *ctx, const char *name);

static void
check_folder(struct walk *w, const char *path)
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
		check_folder(w, path);
	else if (!S_ISLNK(st.st_mode))
		check_file(w, path);
	else if (stat(path, &st) || !S_ISDIR(st.st_mode))
		errors_at(w->errors, path, 0, "a symbolic link is not built; expected a file");
}

int
suite_check_fixtures(const struct suite *s, struct errors *errors)
{
	struct walk w = {.errors = errors};
	const char *path = arena_printf(&w.mem, "%sfixtures-src", s->shown);
	size_t before = errors->n;
	struct stat st;

	/* a suite may have none, and its folder may be a link */
	if (!lstat(path, &st))
		check_folder(&w, path);
	arena_free(&w.mem);
	return errors->n == before ? 0 : -1;
}
