#include "run/workers.h"

#include <limits.h>

#include "base/util.h"
#include "format/limits.h"
#include "run/target.h"

/* what a case may use; a tool such as valgrind needs memory of its own */
static void
set_most(struct workers *w)
{
	const struct limits *l = &w->target->config->limits;

	w->most = (struct usage){
		.memory = (unsigned long long)l->memory << 20,
		.disk = (unsigned long long)l->disk << 20,
		.processes = l->processes,
		.cpu = l->cpu * w->scale,
	};
	if (w->target->config->wrapper)
		w->most.memory = ULLONG_MAX;
}

void
workers_begin(struct workers *w, struct arena *mem, const struct target *target, const char *path,
	      const char *prefix, double scale)
{
	const struct target_config *config = target->config;

	*w = (struct workers){.mem = mem, .target = target, .path = path, .prefix = prefix,
			      .scale = scale};
	w->server.argv = target_server_argv(mem, target);
	w->server.envp = target_server_env(mem, config, path);
	/* the same as hello's, so that relative paths in the command mean the same */
	w->server.cwd = ".";
	w->server.server = true;
	/* a wrapper such as valgrind reserves more address space than any limit allows */
	if (!config->wrapper)
		w->server.limits.address_space = target->address_space;
	w->server.limits.file_size = (unsigned long long)config->limits.file << 30;
	set_most(w);
}

struct sched_config
workers_sched(struct workers *w, unsigned n)
{
	const struct limits *l = &w->target->config->limits;

	w->servers = arena_alloc(w->mem, (n + 1) * sizeof(*w->servers));
	return (struct sched_config){
		.workers = n,
		.channels = w->path,
		.server_start = SERVER_SECONDS * w->scale,
		.out_max = (size_t)l->transcript << 10,
		.log_max = LOG_KIB << 10,
		.log_flood = (size_t)l->output << 10,
	};
}

const char *
workers_folder(struct arena *a, const struct workers *w, unsigned worker)
{
	return w->target->apart && !w->shared ? arena_printf(a, ".%s%u", w->prefix, worker) : NULL;
}

const struct spawn *
workers_server(struct workers *w, unsigned worker)
{
	struct spawn *s = &w->servers[worker];
	const char *folder = workers_folder(w->mem, w, worker);

	if (s->argv)
		return s;
	*s = w->server;
	if (folder)
		folder = arena_printf(w->mem, "%s/%s", w->path, folder);
	/* where nearly each case is: it has to set nothing then */
	if (folder && w->cases)
		s->envp = target_server_env(w->mem, w->target->config,
					    arena_printf(w->mem, "%s/%s", folder, w->cases));
	s->space = target_space(w->mem, w->target, folder ? folder : w->path);
	return s;
}
