#include "lint.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "format/casefile.h"
#include "format/expected.h"
#include "format/expr.h"
#include "format/known.h"
#include "format/sources.h"
#include "run/suite.h"
#include "base/text.h"
#include "base/util.h"
#include "format/vocab.h"
#include "format/folders.h"

struct linting {
	const struct suite *s;
	struct errors *errors;
	struct arena mem;
	bool has_mutants;     /* the suite has a folder of mutants */
	const char *open;     /* the mutants that no case catches yet, a line each */
	const char *folder;   /* the one being listed */
	const char *relative; /* its name below expected/ */
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
				  "not the case's next command; expected '> %s'",
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
	if (strstr(c->place, "REPLACE"))
		errors_at(l->errors, c->path, 2, "spec is still the one of --new");
	if (c->no_mutant && strstr(c->no_mutant, "REPLACE"))
		errors_at(l->errors, c->path, c->mutant_line,
			  "mutant is still the one of --new");
}

/* "PEP 489, Motivation" names no sentence, though a list has the sentences of that source */
static void
check_place(struct linting *l, const struct casefile *c)
{
	const struct sources *lists = l->s->sources;
	const char *pep = text_starts(c->place, "PEP ") ? c->place + strlen("PEP ") : NULL;
	const char *name;

	if (!pep)
		return;
	name = arena_printf(&l->mem, "pep-%.*s", (int)strspn(pep, "0123456789"), pep);
	for (size_t i = 0; i < lists->nsources; i++) {
		if (!strcmp(lists->sources[i].name, name))
			errors_at(l->errors, c->path, c->spec_line,
				  "spec '%s'; expected a rule of " FOLDER_SOURCES "/%s.spec",
				  c->place, name);
	}
}

/* a patch of the reference loader, or a plug-in that breaks what stands around a loader */
static bool
is_mutant(struct linting *l, const char *name)
{
	const char *root = l->s->root;

	return !access(arena_printf(&l->mem, "%s/" FOLDER_MUTANTS "/%s.patch", root, name), F_OK) ||
	       !access(arena_printf(&l->mem, "%s/" FOLDER_AROUND "/%s.py", root, name), F_OK);
}

/* a suite without mutants of its own, as users may have one, needs no key */
static void
check_mutants(struct linting *l, const struct casefile *c)
{
	if (!c->mutant_line && l->has_mutants)
		errors_at(l->errors, c->path, 1,
			  "missing key 'mutant'; expected NAME... or none -- REASON");
	for (char **name = c->mutants; *name; name++) {
		if (!is_mutant(l, *name))
			errors_at(l->errors, c->path, c->mutant_line,
				  "mutant '%s'; there is no " FOLDER_MUTANTS
				  "/%s.patch and no " FOLDER_AROUND "/%s.py",
				  *name, *name, *name);
	}
}

static void
check_case(struct linting *l, const struct casefile *c)
{
	struct arena mem = {0};
	struct expected e;

	check_text(l, c);
	check_place(l, c);
	check_mutants(l, c);
	lint_threads(c, l->errors);
	if (!suite_expected(&mem, l->s, c, &e, l->errors)) {
		expected_lint(&e, l->errors);
		lint_branches(c, &e, l->errors);
		check_echoes(l, c, &e);
	}
	arena_free(&mem);
}

static bool
is_named(const struct suite *s, const char *mutant, size_t len)
{
	for (size_t i = 0; i < s->n; i++) {
		for (char **name = s->cases[i].mutants; *name; name++) {
			if (strlen(*name) == len && !strncmp(*name, mutant, len))
				return true;
		}
	}
	return false;
}

static void
visit_mutant(void *ctx, const char *name)
{
	static const char ending[] = ".patch";
	struct linting *l = ctx;
	const char *path = arena_printf(&l->mem, "%s" FOLDER_MUTANTS "/%s", l->s->shown, name);

	if (!text_ends(name, ending))
		errors_at(l->errors, path, 0, "expected a name that ends in %s", ending);
	else if (!is_named(l->s, name, strlen(name) - strlen(ending)))
		errors_at(l->errors, path, 0, "no case names this mutant");
}

/* those that no case catches yet are listed in the folder's file OPEN */
static void
visit_around(void *ctx, const char *name)
{
	static const char ending[] = ".py";
	struct linting *l = ctx;
	const char *path = arena_printf(&l->mem, "%s" FOLDER_AROUND "/%s", l->s->shown, name);
	size_t len = strlen(name) - strlen(ending);
	const char *line;

	if (!text_ends(name, ending))
		return;
	line = arena_printf(&l->mem, "\n%.*s\n", (int)len, name);
	if (is_named(l->s, name, len) == !strstr(l->open, line))
		return;
	errors_at(l->errors, path, 0, "%s", strstr(l->open, line)
							? "a case names this mutant, and OPEN too"
							: "no case names this mutant");
}

/* the text of the file OPEN, after a line feed */
static const char *
read_open(struct linting *l)
{
	struct buf text = {0};
	const char *open = "";

	if (!file_read(arena_printf(&l->mem, "%s/" FOLDER_AROUND "/OPEN", l->s->root), &text))
		open = arena_printf(&l->mem, "\n%s", buf_str(&text));
	buf_free(&text);
	return open;
}

static void
visit_expected(void *ctx, const char *name)
{
	struct linting *l = ctx;
	const char *path = arena_printf(&l->mem, "%s/%s", l->folder, name);
	size_t len = strlen(name);

	if (!text_ends(name, ".out"))
		errors_at(l->errors, path, 0, "expected a name that ends in .out");
	else if (!suite_case(l->s, arena_printf(&l->mem, "%s/%.*s", l->relative,
						(int)(len - strlen(".out")), name)))
		errors_at(l->errors, path, 0, "no case has this expected file");
}

static void
visit_known(void *ctx, const char *name)
{
	struct linting *l = ctx;
	const char *path = arena_printf(&l->mem, "%s" FOLDER_KNOWN "/%s", l->s->shown, name);
	struct known k;

	if (text_ends(name, ".causes")) {
		lint_causes(l->s, arena_printf(&l->mem, "%s/%s", l->folder, name), l->errors);
		return;
	}
	if (!text_ends(name, ".known")) {
		errors_at(l->errors, path, 0, "expected a name that ends in .known or .causes");
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

	l->folder = arena_printf(&l->mem, "%s/" FOLDER_EXPECTED "/%s", l->s->root, name);
	l->relative = name;
	if (!strcmp(name, NAME_SOURCES))
		return;
	if (dir_each(l->folder, strcmp(name, NAME_KNOWN) ? visit_expected : visit_known, l))
		errors_at(l->errors, l->folder, 0, "cannot be listed: %s", strerror(errno));
}

int
lint_suite(const struct suite *s, struct errors *errors)
{
	struct linting l = {.s = s, .errors = errors};
	size_t before = errors->n;
	const char *path = arena_printf(&l.mem, "%s/" FOLDER_EXPECTED, s->root);

	l.has_mutants = !dir_each(arena_printf(&l.mem, "%s/" FOLDER_MUTANTS, s->root),
				  visit_mutant, &l);
	l.open = read_open(&l);
	dir_each(arena_printf(&l.mem, "%s/" FOLDER_AROUND, s->root), visit_around, &l);
	for (size_t i = 0; i < s->n; i++)
		check_case(&l, &s->cases[i]);
	lint_sources(s, errors);
	if (dir_each(path, visit_area, &l))
		errors_at(errors, path, 0, "cannot be listed: %s", strerror(errno));
	arena_free(&l.mem);
	return errors->n == before ? 0 : -1;
}

/* "every" or "no" if e holds for all or none of the known targets; NULL if for some of them */
static const char *
no_choice(const struct expr *e, const struct expr *requires)
{
	struct lint_reach r = lint_reach(&(struct lint_guard){.expr = e, .requires = requires});

	if (r.yes && r.no)
		return NULL;
	return r.yes ? "every" : "no";
}

/* above: the branches of the chain that come before item */
static void
check_branch(const struct expected *e, const struct expected_item *item,
	     const struct lint_guard *above, struct errors *errors)
{
	const char *which = item->expr ? no_choice(item->expr, above->requires) : NULL;
	struct lint_guard g = *above;

	g.expr = item->expr;
	if (which)
		errors_at(errors, e->path, item->line,
			  "guard '%s' can never differ: it holds for %s known target that runs "
			  "the case", item->expr_text, which);
	else if (!lint_reach(&g).yes)
		errors_at(errors, e->path, item->line,
			  "no known target that runs the case reaches '%s': the branches above "
			  "take them all", item->text);
}

void
lint_branches(const struct casefile *c, const struct expected *e, struct errors *errors)
{
	const struct expr **above = xcalloc(e->n + 1, sizeof(*above));
	struct lint_guard g = {.requires = c->requires, .before = above};
	const char *which = c->requires ? no_choice(c->requires, NULL) : NULL;

	if (which)
		errors_at(errors, c->path, 1,
			  "requires '%s' can never differ: it holds for %s known target",
			  c->requires_text, which);
	for (size_t i = 0; !which && i < e->n; i++) {
		const struct expected_item *item = &e->items[i];

		if (item->kind == EXPECTED_IF)
			g.n = 0;
		if (item->expr || item->kind == EXPECTED_ELSE)
			check_branch(e, item, &g, errors);
		if (item->expr)
			above[g.n++] = item->expr;
	}
	free(above);
}

/* is there a case to which the line can apply? */
static bool
can_count(const struct suite *s, const struct known_line *line)
{
	size_t i = suite_match(s, line->glob, 0);

	for (; i < s->n; i = suite_match(s, line->glob, i + 1)) {
		struct lint_guard g = {.expr = line->expr, .requires = s->cases[i].requires};

		if (lint_reach(&g).yes)
			return true;
	}
	return false;
}

void
lint_known(const struct suite *s, const struct known *k, struct errors *errors)
{
	for (size_t i = 0; i < k->n; i++) {
		const struct known_line *line = &k->lines[i];
		const char *which = line->expr ? no_choice(line->expr, NULL) : NULL;

		if (which)
			errors_at(errors, line->path, line->line,
				  "if '%s' can never differ: it holds for %s known target",
				  line->when, which);
		else if (line->expr && !can_count(s, line))
			errors_at(errors, line->path, line->line,
				  "if '%s' holds for no known target that runs '%s'",
				  line->when, line->glob);
	}
}

/*
 * An expression is tried on every combination of sample values of the facts that it names. The
 * samples are fixed values, the values that the expression compares with, and those one step below
 * and above. Few expressions name more than two facts, so there are few combinations.
 */
enum { AXES_MAX = 8, VALUES_MAX = 48 };

struct axis {
	const char *key;              /* a fact, or "cap" */
	const char *cap;              /* the capability if key is "cap", else NULL */
	const char *values[VALUES_MAX]; /* "" for a capability that is absent */
	size_t n;
};

struct space {
	struct arena mem;
	struct axis axes[AXES_MAX];
	size_t n;
};

static void
add_value(struct axis *axis, const char *value)
{
	for (size_t i = 0; i < axis->n; i++) {
		if (!strcmp(axis->values[i], value))
			return;
	}
	if (axis->n < VALUES_MAX)
		axis->values[axis->n++] = value;
}

static void
add_samples(struct axis *axis)
{
	static const struct {
		const char *key;
		const char *values[5];
	} samples[] = {
		{"libc", {"glibc-2.17", "glibc-2.36", "glibc-2.43", "musl-1.2"}},
		{"os", {"linux", "windows"}},
		{"arch", {"x86_64", "aarch64"}},
		{"format", {"elf", "pe"}},
		{"gil", {"0", "1"}},
		{"debug", {"0", "1"}},
		{"tracerefs", {"0", "1"}},
		{"shared", {"0", "1"}},
		{"sanitizer", {"none"}},
		{"impl", {"cpython-3.11", "pypy-7.3", "another-1"}},
		{"abi", {"another"}},
		{"carrier", {"none"}},
		{"host", {"another"}},
		{"cap", {"", "yes"}},
	};

	for (const char *const *py = vocab_pythons(); !strcmp(axis->key, "py") && *py; py++)
		add_value(axis, *py);
	for (size_t i = 0; i < LENGTH(samples); i++) {
		if (strcmp(samples[i].key, axis->key))
			continue;
		for (size_t k = 0; samples[i].values[k]; k++)
			add_value(axis, samples[i].values[k]);
	}
}

static struct axis *
axis_for(struct space *s, const struct expr_leaf *leaf)
{
	bool is_cap = leaf->op == EXPR_CAP;

	for (size_t i = 0; i < s->n; i++) {
		if (!strcmp(s->axes[i].key, leaf->key) &&
		    (!is_cap || !strcmp(s->axes[i].cap, leaf->value)))
			return &s->axes[i];
	}
	if (s->n == AXES_MAX)
		return NULL;
	s->axes[s->n] = (struct axis){.key = leaf->key, .cap = is_cap ? leaf->value : NULL};
	add_samples(&s->axes[s->n]);
	return &s->axes[s->n++];
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* value with step added to its last number; NULL if it has no number or the sum is below 0 */
static const char *
neighbour(struct arena *a, const char *value, long step)
{
	size_t end = strlen(value), start = end;
	long last = 0;

	while (start > 0 && is_digit(value[start - 1]))
		start--;
	if (start == end || end - start > 6)
		return NULL;
	for (size_t i = start; i < end; i++)
		last = last * 10 + (value[i] - '0');
	if (last + step < 0)
		return NULL;
	return arena_printf(a, "%.*s%ld", (int)start, value, last + step);
}

/* does the fact have values below and above? gil and debug are 0 or 1, machines have no order */
static bool
is_version(const char *key)
{
	return !strcmp(key, "py") || !strcmp(key, "libc") || !strcmp(key, "impl");
}

/* more releases than any series of Python has had */
static const char LAST_RELEASE[] = "40";

/* is this a release, past or future, of a series that the suite knows? */
static bool
is_python(const char *version)
{
	for (const char *const *py = vocab_pythons(); *py; py++) {
		const char *rest = version + strlen(*py);
		int order;

		if (!text_starts(version, *py) || (*rest && *rest != '.'))
			continue;
		return !*rest || (rest[1] && expr_compare(rest + 1, LAST_RELEASE, &order) &&
				  order <= 0);
	}
	return false;
}

static void
add_leaf(void *ctx, const struct expr_leaf *leaf)
{
	struct space *s = ctx;
	struct axis *axis = axis_for(s, leaf);

	if (!axis || leaf->op == EXPR_CAP)
		return;
	for (long step = -1; step <= 1; step++) {
		const char *value = leaf->value;

		if (step)
			value = is_version(leaf->key) ? neighbour(&s->mem, value, step) : NULL;
		if (value && (strcmp(leaf->key, "py") || is_python(value)))
			add_value(axis, value);
	}
}

/* facts for one combination: at[] has the index of the value on each axis */
static void
make_facts(struct arena *a, const struct space *s, const size_t *at, struct facts *f)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct axis *axis = &s->axes[i];
		const char *value = axis->values[at[i]];

		if (axis->cap && *value)
			facts_add(a, f, "cap", axis->cap);
		else if (!axis->cap)
			facts_add(a, f, axis->key, value);
	}
}

/* go on to the next combination, like an odometer; false after the last one */
static bool
next_combination(const struct space *s, size_t *at)
{
	for (size_t i = 0; i < s->n; i++) {
		if (++at[i] < s->axes[i].n)
			return true;
		at[i] = 0;
	}
	return false;
}

static bool
any_holds(const struct expr *const *list, size_t n, const struct facts *f)
{
	for (size_t i = 0; i < n; i++) {
		if (expr_eval(list[i], f))
			return true;
	}
	return false;
}

/* evaluate g for one combination, unless `requires` or a branch above it prevents that */
static void
try_one(const struct space *s, const size_t *at, const struct lint_guard *g,
	struct lint_reach *r)
{
	struct arena scratch = {0};
	struct facts f = {0};

	make_facts(&scratch, s, at, &f);
	if ((!g->requires || expr_eval(g->requires, &f)) && !any_holds(g->before, g->n, &f)) {
		bool holds = !g->expr || expr_eval(g->expr, &f);

		r->yes |= holds;
		r->no |= !holds;
	}
	arena_free(&scratch);
}

struct lint_reach
lint_reach(const struct lint_guard *g)
{
	struct space s = {0};
	size_t at[AXES_MAX] = {0};
	struct lint_reach r = {false, false};

	if (g->expr)
		expr_each(g->expr, add_leaf, &s);
	if (g->requires)
		expr_each(g->requires, add_leaf, &s);
	for (size_t i = 0; i < g->n; i++)
		expr_each(g->before[i], add_leaf, &s);
	do
		try_one(&s, at, g, &r);
	while (!(r.yes && r.no) && next_combination(&s, at));
	arena_free(&s.mem);
	return r;
}
