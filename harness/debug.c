#include "debug.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casefile.h"
#include "options.h"
#include "suite.h"
#include "target.h"
#include "util.h"

static int
write_request(struct arena *a, const struct casefile *c, const char *dir)
{
	struct buf b = {0};
	int bad;

	buf_printf(&b, "# case %s\n# tmp %s/tmp\n", c->id, dir);
	for (size_t i = 0; i < c->ncommands; i++)
		buf_printf(&b, "%s\n", c->commands[i].text);
	bad = dir_make(arena_printf(a, "%s/tmp", dir)) ||
	      file_write(arena_printf(a, "%s/request", dir), b.p, b.len);
	buf_free(&b);
	return bad;
}

static char **
gdb_argv(struct arena *a, char *const *loader, const char *dir)
{
	size_t n = 0, k = 0;
	char **v;

	while (loader[n])
		n++;
	v = arena_alloc(a, (n + 8) * sizeof(*v));
	v[k++] = arena_strdup(a, "gdb");
	v[k++] = arena_strdup(a, "-q");
	v[k++] = arena_strdup(a, "-ex");
	/* the transcript goes to the terminal, on the descriptor that CONFORM_FD names */
	v[k++] = arena_printf(a, "run < %s/request 3>&1", dir);
	v[k++] = arena_strdup(a, "--args");
	memcpy(v + k, loader, n * sizeof(*v));
	return v;
}

int
debug_case(struct arena *a, const struct options *o, const struct suite *suite,
	   const struct casefile *const *cases, size_t n, const volatile int *interrupted)
{
	struct target target;
	struct target_config config = {
		.home = o->home,
		.root = o->root,
		.loader = o->loaders[0],
		.plugin = o->plugin,
		.name = o->target,
		.hello_timeout = 10 * o->timeout_scale,
		.jobs = o->jobs,
		.interrupted = interrupted,
	};
	const char *dir = arena_printf(a, "%s/build/gdb", suite->root);
	char **argv, **env;

	if (n != 1) {
		warn("--gdb: expected one case, %zu are selected", n);
		return EXIT_USAGE;
	}
	if (target_hello(a, &target, &config) || target_fixtures(a, &target) ||
	    dir_make(dir) || write_request(a, cases[0], dir))
		return EXIT_USAGE;
	argv = gdb_argv(a, target_case_argv(a, &target, cases[0]), dir);
	env = target_case_env(a, &target, arena_printf(a, "%s/tmp", dir), cases[0]->env);
	environ = env;
	execvp(argv[0], argv);
	warn("cannot run gdb:");
	return EXIT_USAGE;
}
