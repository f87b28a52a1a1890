#include "target.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casefile.h"
#include "spawn.h"
#include "target_hello.h"
#include "util.h"
#include "vocab.h"

static void
push_words(struct arena *a, char **v, size_t *n, const char *line)
{
	size_t count;
	char **words = text_fields(a, line, &count);

	memcpy(v + *n, words, count * sizeof(*v));
	*n += count;
}

static void
push_all(char **v, size_t *n, char *const *more)
{
	for (size_t i = 0; more && more[i]; i++)
		v[(*n)++] = more[i];
}

static size_t
count_all(char *const *v)
{
	size_t n = 0;

	while (v && v[n])
		n++;
	return n;
}

static void
push_adapter(struct arena *a, char **v, size_t *n, const struct target *t)
{
	v[(*n)++] = arena_strdup(a, t->script);
	v[(*n)++] = arena_strdup(a, "--fix");
	v[(*n)++] = arena_strdup(a, t->fix);
	if (t->config->plugin) {
		v[(*n)++] = arena_strdup(a, "--plugin");
		v[(*n)++] = arena_strdup(a, t->config->plugin);
	}
}

char **
target_server_argv(struct arena *a, const struct target *t)
{
	char **v = arena_alloc(a, (count_all(t->command) + 8) * sizeof(*v));
	size_t n = 0;

	push_all(v, &n, t->command);
	push_adapter(a, v, &n, t);
	v[n++] = arena_strdup(a, "--serve");
	return v;
}

char **
target_case_argv(struct arena *a, const struct target *t, const struct casefile *c)
{
	const char *wrapper = t->config->wrapper ? t->config->wrapper : "";
	size_t room = strlen(wrapper) + count_all(t->command) + count_all(c->args) + 8;
	char **v = arena_alloc(a, room * sizeof(*v));
	size_t n = 0;

	push_words(a, v, &n, wrapper);
	if (c->host) {
		/* the host is built beside the fixtures and takes the interpreter's place */
		v[n++] = arena_printf(a, "%s/%s", t->fix, c->host);
		push_all(v, &n, c->args);
	} else {
		push_all(v, &n, t->command);
		push_all(v, &n, c->args);
	}
	push_adapter(a, v, &n, t);
	return v;
}

void
target_expand(struct buf *out, const struct target *t, const char *tmp, const char *text)
{
	while (*text) {
		const char *value = NULL;

		if (text_starts(text, "$FIX"))
			value = t->fix;
		else if (text_starts(text, "$EXT"))
			value = t->suffix;
		else if (text_starts(text, "$TMP"))
			value = tmp;
		if (value) {
			buf_puts(out, value);
			text += 4;
		} else {
			buf_putc(out, *text++);
		}
	}
}

char **
target_env(struct arena *a, const char *tmp)
{
	const char *path = getenv("PATH");
	char **v = arena_alloc(a, 8 * sizeof(*v));
	size_t n = 0;

	v[n++] = arena_printf(a, "PATH=%s", path ? path : "/usr/bin:/bin");
	v[n++] = arena_printf(a, "HOME=%s", tmp);
	v[n++] = arena_printf(a, "TMPDIR=%s", tmp);
	v[n++] = arena_strdup(a, "TZ=UTC");
	v[n++] = arena_strdup(a, "LC_ALL=C.UTF-8");
	v[n++] = arena_printf(a, "CONFORM_FD=%d", SPAWN_OUT_FD);
	return v;
}

char **
target_case_env(struct arena *a, const struct target *t, const char *tmp, char *const *more)
{
	char **plain = target_env(a, tmp);
	char **v = arena_alloc(a, (count_all(plain) + count_all(more) + 1) * sizeof(*v));
	size_t n = 0;

	push_all(v, &n, plain);
	for (; more && *more; more++) {
		struct buf value = {0};

		target_expand(&value, t, tmp, *more);
		v[n++] = arena_strndup(a, buf_str(&value), value.len);
		buf_free(&value);
	}
	return v;
}

/* "cpython" of "cpython-3.11.2" */
static const char *
name_part(struct arena *a, const char *impl)
{
	const char *dash = strchr(impl, '-');

	return dash ? arena_strndup(a, impl, (size_t)(dash - impl)) : impl;
}

/* cases start in folders of their own: a relative path would not be found from there */
static char **
absolute_command(struct arena *a, char **command)
{
	char cwd[4096];

	if (command[0] && command[0][0] != '/' && strchr(command[0], '/') &&
	    getcwd(cwd, sizeof(cwd)))
		command[0] = arena_printf(a, "%s/%s", cwd, command[0]);
	return command;
}

static int
check_facts(const struct target *t)
{
	static const char *const needed[] = {"impl", "py", "libc", "arch", "abi", "suffix"};

	for (size_t i = 0; i < LENGTH(needed); i++) {
		if (!facts_get(&t->facts, needed[i])) {
			warn("loader '%s': its adapter does not tell the fact '%s'",
			     t->config->loader, needed[i]);
			return -1;
		}
	}
	return 0;
}

/* no case can ask for such a capability: most likely the adapter misspells one */
static void
tell_unknown_caps(struct arena *a, const struct target *t)
{
	for (size_t i = 0; i < t->facts.n; i++) {
		const char *why = NULL;
		struct buf b = {0};

		if (!strcmp(t->facts.v[i].key, "cap"))
			why = vocab_unknown(a, VOCAB_CAP, t->facts.v[i].value);
		if (why) {
			text_tap(&b, why);
			warn("loader '%s': its adapter tells an %s", t->config->loader, b.p);
		}
		buf_free(&b);
	}
}

int
target_hello(struct arena *a, struct target *t, const struct target_config *config)
{
	struct hello first = {0};

	memset(t, 0, sizeof(*t));
	t->config = config;
	t->script = arena_printf(a, "%s/harness/adapter/conform_adapter.py", config->home);
	t->command = absolute_command(a, text_fields(a, config->loader, NULL));
	if (!t->command[0]) {
		warn("--loader is empty: expected a command");
		return -1;
	}
	if (hello_ask(a, &first, t, t->command, environ)) {
		warn("loader '%s' is not usable: %s", config->loader, first.error);
		return -1;
	}
	t->adapter = first.adapter;
	t->facts = first.facts;
	if (check_facts(t))
		return -1;
	if (hello_settle(a, t, &first))
		return -1;
	tell_unknown_caps(a, t);
	t->name = config->name ? config->name : name_part(a, facts_get(&t->facts, "impl"));
	t->suffix = facts_get(&t->facts, "suffix");
	return 0;
}
