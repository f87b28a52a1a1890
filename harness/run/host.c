#include "run/host.h"

#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "format/expr.h"
#include "format/hostfile.h"
#include "format/settings.h"
#include "run/host_private.h"
#include "run/target.h"

static const char ending[] = ".host";

struct names {
	struct arena *a;
	const char **v;
	size_t n;
};

static void
add_name(void *ctx, const char *file)
{
	struct names *names = ctx;
	const char **v;

	if (!text_ends(file, ending))
		return;
	v = arena_alloc(names->a, (names->n + 2) * sizeof(*v));
	for (size_t i = 0; i < names->n; i++)
		v[i] = names->v[i];
	v[names->n++] = hostfile_name(names->a, file);
	names->v = v;
}

/* the absolute path of the recipe, or NULL with a warning */
static const char *
find_recipe(struct arena *a, const struct options *o)
{
	const char *folder = arena_printf(a, "%s/harness/hosts", o->home), *path;
	struct names names = {a, arena_alloc(a, sizeof(char *)), 0};
	char real[PATH_MAX];

	if (strchr(o->host, '/') || text_ends(o->host, ending)) {
		if (realpath(o->host, real))
			return arena_strdup(a, real);
		warn("--host: cannot read %s:", o->host);
		return NULL;
	}
	path = arena_printf(a, "%s/%s%s", folder, o->host, ending);
	if (!access(path, R_OK))
		return path;
	dir_each(folder, add_name, &names);
	warn("--host: %s; the path of a recipe of your own has a '/' or ends with %s",
	     text_unknown(a, "host", o->host, names.v), ending);
	return NULL;
}

static const char *
read_recipe(struct arena *a, struct hostfile *file, const char *path)
{
	struct errors errors = {0};
	struct buf b = {0};
	const char *text = NULL;

	if (file_read(path, &b)) {
		warn("--host: cannot read %s: %s", path, file_why(errno));
	} else if (hostfile_parse(a, file, path, buf_str(&b), b.len, &errors)) {
		fputs(buf_str(&errors.text), stderr);
	} else {
		text = arena_strdup(a, buf_str(&b));
	}
	errors_free(&errors);
	buf_free(&b);
	return text;
}

static const char *
expand(struct arena *a, const struct host_names *n, const char *text)
{
	const struct {
		const char *name, *value;
	} all[] = {{"$SCRIPT", n->script}, {"$HOST", n->host}, {"$RECIPE", n->recipe}};
	struct buf b = {0};
	const char *expanded;

	while (*text) {
		size_t i = 0;

		while (i < LENGTH(all) && !text_starts(text, all[i].name))
			i++;
		if (i < LENGTH(all)) {
			buf_puts(&b, all[i].value);
			text += strlen(all[i].name);
		} else {
			buf_putc(&b, *text++);
		}
	}
	expanded = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return expanded;
}

static char **
expand_all(struct arena *a, const struct host_names *n, char *const *words)
{
	char **v = arena_alloc(a, (text_count(words) + 1) * sizeof(*v));

	for (size_t i = 0; words[i]; i++)
		v[i] = arena_strdup(a, expand(a, n, words[i]));
	return v;
}

/* is each program in PATH, and each file there? what is made is not there yet */
static int
check_needs(struct arena *a, const struct hostfile *file, char *const *needs)
{
	for (; *needs; needs++) {
		if (strchr(*needs, '/') ? !access(*needs, F_OK) : target_find(a, *needs) != NULL)
			continue;
		warn("host %s is absent: it needs %s, which is not here", file->name, *needs);
		return -1;
	}
	return 0;
}

static void
join_env(struct arena *a, struct target_config *config, char *const *more)
{
	size_t n = text_count(more), given = text_count(config->env);
	char **v = arena_alloc(a, (n + given + 1) * sizeof(*v));

	memcpy(v, more, n * sizeof(*v));
	/* the user's own variables win */
	if (given)
		memcpy(v + n, config->env, given * sizeof(*v));
	config->env = v;
}

static bool
env_is_refused(struct arena *a, const struct hostfile *file)
{
	for (char *const *env = file->env; *env; env++) {
		const char *why = target_env_refuses(a, *env);

		if (why) {
			warn("%s: env: %s", file->path, why);
			return true;
		}
	}
	return false;
}

/* the folder of what is made, for each interpreter that it may be made for */
static const char *
place_of(struct arena *a, const struct target_config *config, const struct options *o,
	 const char *name)
{
	unsigned long long hash = hash_add(HASH_START, o->python, strlen(o->python));

	if (!o->python_is_set)
		return arena_printf(a, "%s/hosts/%s", config->build, name);
	return arena_printf(a, "%s/hosts/%s-%08llx", config->build, name, hash & 0xffffffff);
}

/* the command, for lines that run in another folder */
static const char *
python_of(struct arena *a, const struct options *o)
{
	char here[PATH_MAX];
	bool relative = *o->python != '/' && memchr(o->python, '/', strcspn(o->python, " "));

	if (!relative || !getcwd(here, sizeof(here)))
		return o->python;
	return arena_printf(a, "%s/%s", here, o->python);
}

int
host_open(struct arena *a, struct target_config *config, const struct options *o)
{
	struct hostfile *file = arena_alloc(a, sizeof(*file));
	struct host *host = arena_alloc(a, sizeof(*host));
	const char *path = find_recipe(a, o), *text = path ? read_recipe(a, file, path) : NULL;
	struct host_names names;

	if (!text || env_is_refused(a, file))
		return -1;
	names = (struct host_names){
		.script = arena_printf(a, "%s/harness/adapter/conform_host.py", config->home),
		.host = place_of(a, config, o, file->name),
		.recipe = arena_strndup(a, path, (size_t)(strrchr(path, '/') - path)),
		.python = python_of(a, o),
		.cc = config->cc ? config->cc : getenv("CC") ? getenv("CC") : "cc",
	};
	names.needs = expand_all(a, &names, file->needs);
	if (check_needs(a, file, names.needs) || host_make(a, file, &names, text))
		return -1;
	*host = (struct host){
		.file = file,
		.folder = names.host,
		.start = expand_all(a, &names, file->start),
		.include = expand_all(a, &names, file->include),
	};
	config->host = host;
	join_env(a, config, expand_all(a, &names, file->env));
	return 0;
}

void
host_facts(struct arena *a, const struct host *host, struct facts *facts)
{
	struct facts kept = {0};

	for (size_t i = 0; i < facts->n; i++) {
		if (!*host->include || strcmp(facts->v[i].key, "include"))
			facts_add(a, &kept, facts->v[i].key, facts->v[i].value);
	}
	for (char *const *folder = host->include; *folder; folder++)
		facts_add(a, &kept, "include", *folder);
	facts_add(a, &kept, "host", host->file->name);
	*facts = kept;
}
