/* The files below build/state, which runs write for later runs: their paths and keys. */
#include <limits.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "run/failed.h"
#include "run/session_private.h"
#include "run/suite.h"
#include "base/util.h"
#include "format/vocab.h"

/* the loader's command with an absolute path: ./python is another program in another folder */
static const char *
anchored(struct arena *a, const char *loader)
{
	char cwd[PATH_MAX];
	size_t len = strcspn(loader, " ");
	const char *slash = memchr(loader, '/', len);

	if (!slash || slash == loader || !getcwd(cwd, sizeof(cwd)))
		return loader;
	return arena_printf(a, "%s/%s", cwd, loader);
}

/* the command and the variables of --env: with other variables it counts as another loader */
static const char *
with_env(struct arena *a, const struct target_config *config)
{
	const char *loader = anchored(a, config->loader);

	for (char *const *env = config->env; env && *env; env++)
		loader = arena_printf(a, "%s with %s", loader, *env);
	return loader;
}

struct failed_key
session_key(struct arena *a, const struct suite *suite, const struct target *target, bool detail)
{
	return (struct failed_key){
		.root = suite->root,
		.loader = with_env(a, target->config),
		.plugin = target->config->plugin,
		.target = target->name,
		.level = vocab_level(detail),
	};
}

const char *
session_state_path(struct arena *a, const struct target *target, const char *what,
		   const struct failed_key *key)
{
	return arena_printf(a, "%s/state/%s", target->config->build, failed_name(a, what, key));
}

void
session_write_state(const struct session_work *w, const char *what, const struct failed_key *key,
		    const struct buf *b)
{
	const char *path = session_state_path(w->a, &w->target, what, key);

	/* an older file would be taken for this run's */
	if (dir_make(arena_printf(w->a, "%s/state", w->target.config->build)) ||
	    file_write(path, b->p, b->len))
		unlink(path);
}

const char *
session_now(struct arena *a)
{
	time_t seconds = time(NULL);
	char text[32];

	strftime(text, sizeof(text), "%Y-%m-%d %H:%M:%S", localtime(&seconds));
	return arena_strdup(a, text);
}

const struct result **
session_by_case(const struct session_work *w, size_t *n)
{
	const struct result **v = arena_alloc(w->a, (w->suite->n + 1) * sizeof(*v));

	*n = 0;
	for (size_t i = 0; i + w->hidden < w->n; i++) {
		if (!w->results[i])
			continue;
		v[w->list[w->hidden + i] - w->suite->cases] = w->results[i];
		(*n)++;
	}
	return v;
}
