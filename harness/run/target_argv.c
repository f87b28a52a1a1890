/* The command lines of an adapter, as FORMAT.md section 3 describes them. */
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/casefile.h"
#include "format/hostfile.h"
#include "run/host.h"
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

/* room for the loader's words, and for more others */
static struct words
begin(struct arena *a, const struct target *t, size_t more)
{
	size_t room = text_count(t->wrapper) + text_count(t->command) + text_count(t->options) +
		      more + 16;

	return (struct words){a, arena_alloc(a, room * sizeof(char *)), 0};
}

/*
 * A host starts the adapter in its own way, and may have its own use for standard input and output,
 * and for the words of its command line. A shell, which the host then replaces, puts these things
 * where conform_host.py finds them.
 */
static const char around_host[] =
	"CONFORM_SCRIPT=$1 CONFORM_ENDS=$2 CONFORM_OUTPUT=$3 CONFORM_ARGS=$4 CONFORM_INPUT=8; "
	"export CONFORM_SCRIPT CONFORM_ENDS CONFORM_ARGS CONFORM_INPUT CONFORM_OUTPUT; "
	"unset PWD OLDPWD SHLVL; [ -z \"$3\" ] || exec 9>&1; shift 4; "
	"exec 8<&0 </dev/null >&2; exec \"$@\"";

/* the host's command line: for the case c, or for all cases (NULL); adapter: the adapter's words */
static char **
host_argv(struct arena *a, const struct target *t, const struct casefile *c, char *const *adapter)
{
	char *const *options = c && c->options ? c->options : t->options;
	char *const *args = c ? c->args : NULL;
	const struct hostfile *host = t->config->host->file;
	struct words w = begin(a, t, text_count(args) + text_count(options));
	struct buf b = {0};

	for (size_t i = 1; adapter[i]; i++)
		buf_printf(&b, "%s%s", i > 1 ? "\n" : "", adapter[i]);
	add(&w, "/bin/sh");
	add(&w, "-c");
	add(&w, around_host);
	add(&w, "conform");
	add(&w, adapter[0]);
	add(&w, hostfile_lacks(host, "finalizes") ? "exit" : "finalize");
	add(&w, hostfile_lacks(host, "stdout") ? "" : "9");
	add(&w, buf_str(&b));
	buf_free(&b);
	add_all(&w, t->wrapper);
	for (char *const *word = t->command; *word; word++) {
		if (strcmp(*word, "$OPTIONS")) {
			add(&w, *word);
			continue;
		}
		add_all(&w, options);
		add_all(&w, args);
	}
	return w.v;
}

/* the command line of the loader, or of its host, with the adapter's words */
static char **
whole(struct arena *a, const struct target *t, char *const *adapter)
{
	struct words w;

	if (t->config->host)
		return host_argv(a, t, NULL, adapter);
	w = begin(a, t, text_count(adapter));
	add_all(&w, t->command);
	add_all(&w, adapter);
	return w.v;
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

	add(&w, t->script);
	add(&w, "--hello");
	add_plugin(&w, t);
	return whole(a, t, w.v);
}

char **
target_keep_argv(struct arena *a, const struct target *t)
{
	struct words w = begin(a, t, 0);

	add_adapter(&w, t);
	add(&w, "--hello");
	return whole(a, t, w.v);
}

char **
target_probe_argv(struct arena *a, const struct target *t, const char *fix)
{
	struct words w = begin(a, t, 0);

	add(&w, t->script);
	add(&w, "--fix");
	add(&w, fix);
	return whole(a, t, w.v);
}

char **
target_server_argv(struct arena *a, const struct target *t)
{
	struct words w = begin(a, t, 0);

	add_adapter(&w, t);
	add(&w, "--serve");
	return whole(a, t, w.v);
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
	struct words adapter = begin(a, t, 0);

	add_adapter(&adapter, t);
	if (t->config->host)
		return host_argv(a, t, c, adapter.v);
	add_all(&w, t->wrapper);
	if (c->host) /* it is built with the fixtures and takes the interpreter's place */
		add(&w, arena_printf(a, "%s/%s", t->fix, c->host));
	else
		add_command(&w, t, c);
	add_all(&w, c->args);
	add_all(&w, adapter.v);
	return w.v;
}
