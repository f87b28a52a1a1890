/*
 * srccheck [--stats] [ROOT]: checks the sources below ROOT against the house rules that a
 * compiler does not check. Exit status: 0 no complaints, 1 complaints, 2 nothing could be checked.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tools/srccheck/srccheck.h"
#include "base/text.h"
#include "base/util.h"
#include "format/folders.h"

enum { LENGTHS_MAX = 100000 };

struct lengths {
	size_t *v;
	size_t n;
};

struct run {
	const char *root;
	bool stats;
	struct buf path; /* the file or folder being checked, below the root */
	struct lengths all;
	size_t files, lines, complaints;
};

static int
by_size(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return x < y ? -1 : x > y;
}

static void
lengths_add(struct lengths *l, const struct function *f, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
		l->v[l->n++] = f[i].lines;
	}
}

static void
print_row(size_t lines, struct lengths *l, const char *name)
{
	size_t n = l->n;

	printf("%7zu %9zu ", lines, n);
	if (n) {
		qsort(l->v, n, sizeof(*l->v), by_size);
		printf("%6zu %4zu %4zu  %s\n", l->v[n / 2], l->v[(n * 9 - 1) / 10], l->v[n - 1],
		       name);
	} else {
		printf("%6s %4s %4s  %s\n", "-", "-", "-", name);
	}
}

static void
count(struct run *r, const struct source *s, const struct function *f, size_t n)
{
	struct lengths own = {0};
	const char *rest = s->text;
	size_t lines = 0, len;

	while (next_line(&rest, &len))
		lines++;
	lengths_add(&own, f, n);
	lengths_add(&r->all, f, n);
	if (r->stats)
		print_row(lines, &own, s->path);
	r->lines += lines;
	free(own.v);
}

/* programs that are not part of the harness, and tests: they may include anything */
static bool
is_outside(const char *below)
{
	static const char *const folders[] = {"unit/", "reference/", "examples/", "hosts/",
					     "tools/fuzz/", "adapter/"};

	for (size_t i = 0; i < LENGTH(folders); i++) {
		if (!strncmp(below, folders[i], strlen(folders[i])))
			return true;
	}
	return false;
}

/* all rules for harness/, those on lines for fixtures: some of these break the others on purpose */
static void
check_c(struct run *r, struct source *s)
{
	struct function *f;
	size_t n;

	s->code = code_of(s->text);
	check_lines(s, true);
	if (text_ends(s->path, ".h"))
		check_guard(s);
	if (!strncmp(s->path, "harness/", 8)) {
		check_code(s);
		if (!is_outside(s->path + 8))
			check_includes(s);
		f = functions_of(s, &n);
		check_functions(s, f, n);
		count(r, s, f, n);
		free(f);
	}
	free(s->code);
}

static void
check_file(struct run *r)
{
	struct source s = {.path = buf_str(&r->path), .out = r->stats ? stderr : stdout};
	struct buf full = {0}, text = {0};
	bool c = text_ends(s.path, ".c") || text_ends(s.path, ".h");

	if (!c && !text_starts(s.path, FOLDER_CASES "/") &&
	    !text_starts(s.path, FOLDER_EXPECTED "/"))
		return;
	buf_printf(&full, "%s/%s", r->root, s.path);
	if (file_read(full.p, &text))
		die("cannot read %s: %s", full.p, file_why(errno));
	s.text = buf_str(&text);
	if (strlen(s.text) != text.len)
		complain(&s, 1, "a NUL byte");
	else if (c)
		check_c(r, &s);
	else
		check_lines(&s, false);
	r->files++;
	r->complaints += s.complaints;
	buf_free(&full);
	buf_free(&text);
}

static void walk(struct run *r);

static void
walk_entry(void *ctx, const char *name)
{
	struct run *r = ctx;
	size_t len = r->path.len;

	if (*name == '.')
		return;
	buf_printf(&r->path, "/%s", name);
	walk(r);
	r->path.len = len;
	r->path.p[len] = '\0';
}

/* check r->path and everything below it */
static void
walk(struct run *r)
{
	struct buf full = {0};
	struct stat st;

	buf_printf(&full, "%s/%s", r->root, buf_str(&r->path));
	if (!lstat(full.p, &st) && S_ISREG(st.st_mode))
		check_file(r);
	else if (S_ISDIR(st.st_mode) && dir_each(full.p, walk_entry, r))
		die("cannot list %s:", full.p);
	buf_free(&full);
}

int
main(int argc, char **argv)
{
	static const char *const folders[] = {"harness", FOLDER_FIXTURES, FOLDER_CASES,
					      FOLDER_EXPECTED};
	struct run r = {.root = "."};
	int i = 1;

	argv0 = "srccheck";
	if (i < argc && !strcmp(argv[i], "--stats"))
		r.stats = i++;
	if (i < argc && *argv[i] != '-')
		r.root = argv[i++];
	if (i < argc)
		die("usage: srccheck [--stats] [ROOT]");
	if (r.stats)
		puts("  lines functions median  p90  max  file");
	for (size_t k = 0; k < LENGTH(folders); k++) {
		buf_clear(&r.path);
		buf_puts(&r.path, folders[k]);
		walk(&r);
	}
	if (r.stats)
		print_row(r.lines, &r.all, "all");
	free(r.all.v);
	buf_free(&r.path);
	if (!r.files)
		die("no sources below %s", r.root);
	return r.complaints ? 1 : 0;
}
