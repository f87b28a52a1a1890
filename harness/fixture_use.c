#include "fixture_use.h"

#include <string.h>

#include "casefile.h"
#include "text.h"
#include "util.h"

static const char *
last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

bool
fixture_is_source(const char *path)
{
	const char *name = last_part(path);

	return *name != '.' && !text_ends(name, "~") && !text_ends(name, ".h") &&
	       !text_starts(path, "include/") && strchr(path, '/');
}

bool
fixture_is_compiled(const char *path)
{
	static const char *const endings[] = {".c", ".cc", ".pyx", ".i", ".cffi", ".rs", ".go"};

	for (size_t i = 0; i < LENGTH(endings); i++) {
		if (text_ends(path, endings[i]))
			return true;
	}
	return false;
}

/* a product in the source's own folder */
static char *
beside(struct arena *a, const char *path, const char *name, const char *ending)
{
	int len = (int)(last_part(path) - path);

	return arena_printf(a, "%.*s%s%s", len, path, name, ending);
}

static void
name_products(struct arena *a, struct fixture_source *s)
{
	const struct fixture_values *outs = &s->line.keys[FIXTURE_OUT];
	const struct fixture_values *names = &s->line.keys[FIXTURE_NAMES];
	const char *name = last_part(s->path);
	size_t n = 0;

	s->products = arena_alloc(a, (outs->n + names->n + 2) * sizeof(*s->products));
	for (size_t i = 0; i < outs->n; i++)
		s->products[n++] = beside(a, s->path, outs->v[i].text, "");
	for (size_t i = 0; i < names->n; i++)
		s->products[n++] = beside(a, s->path, names->v[i].text, "$EXT");
	if (!n)
		s->products[n] = beside(a, s->path,
					arena_strndup(a, name, (size_t)(strrchr(name, '.') - name)),
					"$EXT");
}

int
fixture_source_parse(struct arena *a, struct fixture_source *s, const char *path,
		     const char *bytes, struct errors *errors)
{
	const struct fixture_values *needs;
	int bad;

	*s = (struct fixture_source){.path = path};
	if (!fixture_is_compiled(path)) {
		s->products = arena_alloc(a, 2 * sizeof(*s->products));
		s->products[0] = arena_strdup(a, path);
		s->needs = arena_alloc(a, sizeof(*s->needs));
		return 0;
	}
	bad = fixture_line_parse(a, &s->line, arena_printf(a, "fixtures-src/%s", path), bytes,
				 errors);
	name_products(a, s);
	needs = &s->line.keys[FIXTURE_NEEDS];
	s->needs = arena_alloc(a, (needs->n + 1) * sizeof(*s->needs));
	for (size_t i = 0; i < needs->n; i++)
		s->needs[i] = beside(a, path, needs->v[i].text, "");
	return bad;
}

struct using {
	struct arena *a;
	const struct casefile *c;
	const struct fixture_source *v;
	size_t n;
	bool *used;
	const char **roots; /* folders where modules are looked for */
	size_t nroots;
};

static bool
makes(const struct fixture_source *s, const char *product)
{
	for (size_t i = 0; s->products[i]; i++) {
		if (!strcmp(s->products[i], product))
			return true;
	}
	return false;
}

/* a file below $FIX, or else a folder */
static void
use_path(struct using *u, const char *path)
{
	bool found = false;

	for (size_t i = 0; i < u->n; i++) {
		if (makes(&u->v[i], path))
			u->used[i] = found = true;
	}
	if (!found) {
		const char **roots = arena_alloc(u->a, (u->nroots + 1) * sizeof(*roots));

		if (u->nroots)
			memcpy(roots, u->roots, u->nroots * sizeof(*roots));
		roots[u->nroots++] = path;
		u->roots = roots;
	}
}

/* each $FIX/PATH that stands anywhere in a text: a word, JSON, a list with ':' */
static void
use_text(struct using *u, const char *text)
{
	while ((text = strstr(text, "$FIX/"))) {
		size_t len;

		text += strlen("$FIX/");
		len = strcspn(text, "\"'`:;, \t()[]{}");
		use_path(u, arena_strndup(u->a, text, len));
		text += len;
	}
}

/* is the product what a module path, "pkg/mod", is found as: a file of any ending, a package */
static bool
is_module(const char *product, const char *module)
{
	if (!text_starts(product, module))
		return false;
	product += strlen(module);
	return *product == '.' || *product == '$' || text_starts(product, "/__init__.") ||
	       text_starts(product, "/__init__$");
}

static void
use_module_path(struct using *u, const char *path)
{
	for (size_t i = 0; i < u->n; i++) {
		for (size_t k = 0; u->v[i].products[k]; k++)
			u->used[i] |= is_module(u->v[i].products[k], path);
	}
}

/* a module and the packages above it, in every folder where modules are looked for */
static void
use_module(struct using *u, const char *name)
{
	bool quoted = *name == '"' && text_ends(name + 1, "\"");
	char *path = arena_strndup(u->a, name + quoted, strlen(name) - 2 * quoted);

	for (char *p = path; *p; p++) {
		if (*p == '.')
			*p = '/';
	}
	for (;;) {
		char *slash;

		for (size_t i = 0; i < u->nroots; i++)
			use_module_path(u, arena_printf(u->a, "%s/%s", u->roots[i], path));
		slash = strrchr(path, '/');
		if (!slash)
			return;
		*slash = '\0';
	}
}

static void
use_commands(struct using *u)
{
	for (size_t i = 0; i < u->c->ncommands; i++)
		use_text(u, u->c->commands[i].text);
	/* the folders are known now */
	for (size_t i = 0; i < u->c->ncommands; i++) {
		const struct command *command = &u->c->commands[i];

		for (size_t k = 1; k < command->nwords; k++) {
			const char *verb = command->words[k - 1];
			/* what is called may import what it is given the name of */
			bool given = k > 1 && !strcmp(command->words[0], "call");

			if (given || !strcmp(verb, "import") || !strcmp(verb, "find"))
				use_module(u, command->words[k]);
		}
	}
}

/* use what the source is linked against; false if all of it was used already */
static bool
use_needed(struct using *u, const struct fixture_source *s)
{
	bool more = false;

	for (size_t k = 0; s->needs[k]; k++) {
		for (size_t i = 0; i < u->n; i++) {
			if (u->used[i] || !makes(&u->v[i], s->needs[k]))
				continue;
			u->used[i] = more = true;
		}
	}
	return more;
}

/* what a source that is used is linked against, and so on */
static void
use_needs(struct using *u)
{
	bool more = true;

	while (more) {
		more = false;
		for (size_t i = 0; i < u->n; i++)
			more |= u->used[i] && use_needed(u, &u->v[i]);
	}
}

void
fixture_use(struct arena *a, const struct casefile *c, const struct fixture_source *v, size_t n,
	    bool *used)
{
	struct using u = {.a = a, .c = c, .v = v, .n = n, .used = used};

	memset(used, 0, n * sizeof(*used));
	use_path(&u, c->area);
	for (char *const *env = c->env; *env; env++)
		use_text(&u, *env);
	for (char *const *arg = c->args; *arg; arg++)
		use_text(&u, *arg);
	if (c->host)
		use_path(&u, c->host);
	use_commands(&u);
	use_needs(&u);
}
