#include "explore/bytecode.h"

#include "base/text.h"
#include "base/util.h"
#include "format/limits.h"
#include "process/sched.h"
#include "run/target.h"

enum { COMPILE_SECONDS = 1800 };

struct compiling {
	struct arena mem;
	const struct target *t;
	const char *folder;
	unsigned jobs;
};

static char **
command(struct compiling *c)
{
	/* neither the working folder nor site-packages has a part in it */
	const char *const words[] = {"-I", "-S", "-m", "compileall", "-qq", "-j",
				     arena_printf(&c->mem, "%u", c->jobs), c->folder};
	char *const *parts[] = {c->t->wrapper, c->t->command};
	char **argv = arena_alloc(&c->mem, (text_count(parts[0]) + text_count(parts[1]) +
					    LENGTH(words) + 1) * sizeof(*argv));
	size_t n = 0;

	for (size_t i = 0; i < LENGTH(parts); i++)
		for (char *const *word = parts[i]; word && *word; word++)
			argv[n++] = *word;
	for (size_t i = 0; i < LENGTH(words); i++)
		argv[n++] = arena_strdup(&c->mem, words[i]);
	return argv;
}

static enum sched_verdict
prepare(void *ctx, size_t i, struct job *job)
{
	struct compiling *c = ctx;

	(void)i;
	job->spawn.argv = command(c);
	job->spawn.envp = target_env(&c->mem, c->t->config, c->folder);
	job->spawn.cwd = ".";
	job->timeout = COMPILE_SECONDS * c->t->slow;
	return SCHED_GO;
}

/* packages have files that are no Python on purpose, so its exit status says nothing */
static void
done(void *ctx, size_t i, const struct ran *ran)
{
	(void)ctx;
	(void)i;
	(void)ran;
}

void
bytecode_make(const struct target *t, const char *folder, unsigned jobs)
{
	static const struct sched_ops ops = {.prepare = prepare, .done = done};
	struct sched_config config = {.workers = 1, .out_max = TOOL_KIB << 10,
				      .log_max = TOOL_KIB << 10, .log_flood = TOOL_FLOOD_KIB << 10,
				      .interrupted = t->config->interrupted};
	struct compiling c = {.t = t, .folder = folder, .jobs = jobs};
	struct sched *s = sched_new(&config, &ops, &c, 1);

	sched_wait(s, 0);
	sched_free(s);
	arena_free(&c.mem);
}
