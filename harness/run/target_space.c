/* The namespaces of the loader's processes: can they be made, and what must be seen in them? */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "process/space.h"
#include "run/target.h"

struct paths {
	struct arena *a;
	char **v;
	size_t n;
};

/* each path in the text, "/a", "--x=/a" or "/a:/b" */
static void
add(struct paths *p, const char *text)
{
	const char *path = text ? strchr(text, '/') : NULL;

	while (path) {
		size_t len = strcspn(path, ":");

		p->v = xreallocarray(p->v, p->n + 2, sizeof(*p->v));
		p->v[p->n++] = arena_strndup(p->a, path, len);
		p->v[p->n] = NULL;
		path = strchr(path + len, '/');
	}
}

static void
add_all(struct paths *p, char *const *texts)
{
	for (; texts && *texts; texts++)
		add(p, *texts);
}

/* the program that a word names, and what a script begins with */
static void
add_program(struct paths *p, char *const *command)
{
	const char *program = command && *command ? target_find(p->a, *command) : NULL;

	add(p, program);
	add(p, program ? target_shebang(p->a, program) : NULL);
}

/* mounted with hidepid, /proc does not show a process that has become another user's */
static bool
hides_processes(void)
{
	return access("/proc/1/stat", R_OK) != 0;
}

void
target_isolate(struct arena *a, struct target *t)
{
	static const char hidden[] = "; /proc hides processes of other users";
	char why[256];

	t->apart = !t->config->weak && space_try(why, sizeof(why));
	if (t->apart)
		t->isolated_by = "namespaces";
	else
		t->isolated_by = arena_printf(a, "weak (%s%s)",
					      t->config->weak ? "--isolation" : why,
					      hides_processes() ? hidden : "");
}

const struct space *
target_space(struct arena *a, const struct target *t, const char *place)
{
	struct paths p = {.a = a};
	unsigned long long disk = t->config->limits.disk;
	struct space *s;

	if (!t->apart)
		return NULL;
	add_all(&p, t->command);
	add_all(&p, t->wrapper);
	add_program(&p, t->command);
	add_program(&p, t->wrapper);
	add_all(&p, t->config->env);
	add(&p, t->config->home);
	add(&p, t->config->root);
	add(&p, t->config->build);
	add(&p, t->config->plugin);
	add_all(&p, t->config->folders);
	add(&p, t->program);
	add(&p, t->fix);
	s = arena_alloc(a, sizeof(*s));
	s->place = place;
	/* a little more than a case may fill, so that it can exceed its limit */
	s->size = (disk + 1 + disk / 16) << 20;
	s->seen = arena_alloc(a, (p.n + 1) * sizeof(*s->seen));
	memcpy((void *)s->seen, p.v, p.n * sizeof(*p.v));
	free(p.v);
	return s;
}
