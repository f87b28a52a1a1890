/* The environment of the loader's processes, which inherits nothing: see FORMAT.md section 3. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "process/spawn.h"
#include "run/target.h"
#include "base/text.h"
#include "base/util.h"

static const char ours[] = "CONFORM_";

/* the variables of every process, beside ours: name and value, which may use the folder tmp */
#define FIXED(F)               \
	F("PATH", target_path()) \
	F("HOME", tmp)         \
	F("TMPDIR", tmp)       \
	F("TZ", "UTC")         \
	F("LC_ALL", "C.UTF-8")

const char *
target_path(void)
{
	const char *path = getenv("PATH");

	return path ? path : "/usr/bin:/bin";
}

/* put NAME=VALUE into the environment; it replaces an older value of NAME */
static void
put(char **env, char *setting)
{
	size_t name = strcspn(setting, "=") + 1;

	while (*env && strncmp(*env, setting, name))
		env++;
	*env = setting;
}

static char **
make_env(struct arena *a, const struct target_config *config, const char *tmp, size_t more)
{
	char **v = arena_alloc(a, (more + text_count(config->env) + 8) * sizeof(*v));

#define PUT(name, value) put(v, arena_printf(a, name "=%s", value));
	FIXED(PUT)
	put(v, arena_printf(a, "%sFD=%d", ours, SPAWN_OUT_FD));
	for (char *const *e = config->env; e && *e; e++)
		put(v, arena_strdup(a, *e));
	return v;
}

char **
target_env(struct arena *a, const struct target_config *config, const char *tmp)
{
	return make_env(a, config, tmp, 0);
}

char **
target_server_env(struct arena *a, const struct target_config *config, const char *tmp)
{
	char **v = make_env(a, config, tmp, 1);

	put(v, arena_printf(a, "%sREPLY=%d", ours, SPAWN_REPLY_FD));
	return v;
}

char **
target_case_env(struct arena *a, const struct target *t, const char *tmp, char *const *more)
{
	char **v = make_env(a, t->config, tmp, text_count(more));

	for (; more && *more; more++) {
		struct buf value = {0};

		target_expand(&value, t, tmp, *more);
		put(v, arena_strndup(a, buf_str(&value), value.len));
		buf_free(&value);
	}
	return v;
}

static bool
is_name(const char *s, size_t len)
{
	if (!len || isdigit((unsigned char)*s))
		return false;
	for (size_t i = 0; i < len; i++) {
		if (!isalnum((unsigned char)s[i]) && s[i] != '_')
			return false;
	}
	return true;
}

const char *
target_env_refuses(struct arena *a, const char *setting)
{
#define NAME(name, value) name,
	static const char *const fixed[] = {FIXED(NAME)};
	size_t len = strcspn(setting, "=");
	const char *name = arena_strndup(a, setting, len);

	if (!is_name(setting, len))
		return arena_printf(a, "expected NAME or NAME=VALUE, got '%s'", setting);
	if (!strncmp(setting, ours, strlen(ours)))
		return arena_printf(a, "%s is for the suite's own use", name);
	for (size_t i = 0; i < LENGTH(fixed); i++) {
		if (!strcmp(name, fixed[i]))
			return arena_printf(a, "%s is set by the suite for every loader", name);
	}
	return NULL;
}
