/* The command lines of an adapter, as FORMAT.md section 3 describes them. */
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/casefile.h"
#include "run/target.h"
#include "run/target_answer.h"

/* a command line in the making; begin() makes room for all words */
struct words {
	struct arena *a;
	char **v;
	size_t n;
};

static void
add(struct words *w, const char *word)
{
	w->v[w->n++] = arena_strdup(w->a, word);
}

static void
add_all(struct words *w, char *const *words)
{
	for (size_t i = 0; words && words[i]; i++)
		w->v[w->n++] = words[i];
}

/* room for the loader's words, more others, and the adapter with its options */
static struct words
begin(struct arena *a, const struct target *t, size_t more)
{
	size_t room = text_count(t->wrapper) + text_count(t->command) + more + 8;

	return (struct words){a, arena_alloc(a, room * sizeof(char *)), 0};
}

static void
add_plugin(struct words *w, const struct target *t)
{
	if (!t->config->plugin)
		return;
	add(w, "--plugin");
	add(w, t->config->plugin);
}

static void
add_adapter(struct words *w, const struct target *t)
{
	add(w, t->script);
	add(w, "--fix");
	add(w, t->fix);
	add_plugin(w, t);
}

char **
target_hello_argv(struct arena *a, const struct target *t)
{
	struct words w = begin(a, t, 0);

	add_all(&w, t->command);
	add(&w, t->script);
	add(&w, "--hello");
	add_plugin(&w, t);
	return w.v;
}

char **
target_keep_argv(struct arena *a, const struct target *t)
{
	struct words w = begin(a, t, 0);

	add_all(&w, t->command);
	add_adapter(&w, t);
	add(&w, "--hello");
	return w.v;
}

char **
target_probe_argv(struct arena *a, const struct target *t, const char *fix)
{
	struct words w = begin(a, t, 0);

	add_all(&w, t->command);
	add(&w, t->script);
	add(&w, "--fix");
	add(&w, fix);
	return w.v;
}

char **
target_server_argv(struct arena *a, const struct target *t)
{
	struct words w = begin(a, t, 0);

	add_all(&w, t->command);
	add_adapter(&w, t);
	add(&w, "--serve");
	return w.v;
}

/* the loader's words; the case's options take the place of the adapter's own, which are the last */
static void
add_command(struct words *w, const struct target *t, const struct casefile *c)
{
	add_all(w, t->command);
	if (c->options) {
		w->n -= t->hello ? text_count(t->hello->options) : 0;
		w->v[w->n] = NULL;
		add_all(w, c->options);
	}
}

char **
target_case_argv(struct arena *a, const struct target *t, const struct casefile *c)
{
	struct words w = begin(a, t, text_count(c->args) + text_count(c->options));

	add_all(&w, t->wrapper);
	if (c->host) /* it is built with the fixtures and takes the interpreter's place */
		add(&w, arena_printf(a, "%s/%s", t->fix, c->host));
	else
		add_command(&w, t, c);
	add_all(&w, c->args);
	add_adapter(&w, t);
	return w.v;
}
