#include "lint.h"

#include <errno.h>
#include <string.h>

#include "casefile.h"
#include "expected.h"
#include "known.h"
#include "suite.h"
#include "text.h"
#include "util.h"

struct linting {
	const struct suite *s;
	struct errors *errors;
	struct arena mem;
	const char *folder;   /* being listed */
	const char *relative; /* the same below expected/ */
};

/* every echo must be a command of the case, in its order; a death may end them early */
static void
check_echoes(struct linting *l, const struct casefile *c, const struct expected *e)
{
	size_t next = 0;
	bool death = false;

	for (size_t i = 0; i < e->n; i++) {
		const struct expected_item *item = &e->items[i];
		const char *got = item->text + 2;

		death |= item->kind == EXPECTED_LINE && text_starts(item->text, "!! ");
		if (item->kind != EXPECTED_LINE || !text_starts(item->text, "> "))
			continue;
		/* the same command may stand in two branches of a guard */
		if (next < c->ncommands && !strcmp(got, casefile_echo(&c->commands[next])))
			next++;
		else if (!next || strcmp(got, casefile_echo(&c->commands[next - 1])))
			errors_at(l->errors, e->path, item->line,
				  "no command of the case here; expected '> %s'",
				  next < c->ncommands ? casefile_echo(&c->commands[next])
						      : "(the end)");
	}
	if (next < c->ncommands && !death)
		errors_at(l->errors, c->path, c->commands[next].line,
			  "command has no '> %s' in %s", casefile_echo(&c->commands[next]),
			  e->path);
}

static void
check_text(struct linting *l, const struct casefile *c)
{
	if (strstr(c->summary, "REPLACE"))
		errors_at(l->errors, c->path, 1, "summary is still the one of --new");
	if (strstr(c->spec, "REPLACE"))
		errors_at(l->errors, c->path, 2, "spec is still the one of --new");
}

static void
check_case(struct linting *l, const struct casefile *c)
{
	struct arena mem = {0};
	struct expected e;

	check_text(l, c);
	if (!suite_expected(&mem, l->s, c, &e, l->errors)) {
		expected_lint(&e, l->errors);
		lint_branches(c, &e, l->errors);
		check_echoes(l, c, &e);
	}
	arena_free(&mem);
}

static bool
has_case(const struct suite *s, const char *id)
{
	for (size_t i = 0; i < s->n; i++) {
		if (!strcmp(s->cases[i].id, id))
			return true;
	}
	return false;
}

static void
visit_expected(void *ctx, const char *name)
{
	struct linting *l = ctx;
	const char *path = arena_printf(&l->mem, "%s/%s", l->folder, name);
	size_t len = strlen(name);

	if (!text_ends(name, ".out"))
		errors_at(l->errors, path, 0, "expected a name that ends in .out");
	else if (!has_case(l->s, arena_printf(&l->mem, "%s/%.*s", l->relative,
					      (int)(len - strlen(".out")), name)))
		errors_at(l->errors, path, 0, "no case has this expected file");
}

static void
visit_known(void *ctx, const char *name)
{
	struct linting *l = ctx;
	const char *path = arena_printf(&l->mem, "%sexpected/known/%s", l->s->shown, name);
	struct known k;

	if (!text_ends(name, ".known")) {
		errors_at(l->errors, path, 0, "expected a name that ends in .known");
		return;
	}
	if (!suite_known_file(&l->mem, path, false, &k, l->errors) &&
	    !suite_check_known(l->s, &k, l->errors))
		lint_known(l->s, &k, l->errors);
}

static void
visit_area(void *ctx, const char *name)
{
	struct linting *l = ctx;

	l->folder = arena_printf(&l->mem, "%s/expected/%s", l->s->root, name);
	l->relative = name;
	if (dir_each(l->folder, strcmp(name, "known") ? visit_expected : visit_known, l))
		errors_at(l->errors, l->folder, 0, "cannot be listed: %s", strerror(errno));
}

int
lint_suite(const struct suite *s, struct errors *errors)
{
	struct linting l = {.s = s, .errors = errors};
	size_t before = errors->n;
	const char *path = arena_printf(&l.mem, "%s/expected", s->root);

	for (size_t i = 0; i < s->n; i++)
		check_case(&l, &s->cases[i]);
	if (dir_each(path, visit_area, &l))
		errors_at(errors, path, 0, "cannot be listed: %s", strerror(errno));
	arena_free(&l.mem);
	return errors->n == before ? 0 : -1;
}
