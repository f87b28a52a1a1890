#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "process/sched.h"
#include "process/space.h"
#include "test_sched_run.h"

enum { LONG = 60 };

/* the folder in which servers are counted, which a server in namespaces can write, too */
static const char *
count_folder(struct arena *mem)
{
	return arena_printf(mem, "/tmp/fake_server.%ld", (long)getpid());
}

size_t
trial_servers(void)
{
	struct arena mem = {0};
	char *path = arena_printf(&mem, "%s/count", count_folder(&mem));
	struct stat st = {0};

	if (!stat(path, &st))
		unlink(path);
	arena_free(&mem);
	return (size_t)st.st_size;
}

int
trial_cleanup(void)
{
	struct arena mem = {0};

	dir_remove(count_folder(&mem));
	arena_free(&mem);
	return 0;
}

static char **
words(struct arena *mem, const char *a, const char *b, const char *c)
{
	char **v = arena_alloc(mem, 4 * sizeof(*v));

	v[0] = a ? arena_strdup(mem, a) : NULL;
	v[1] = b ? arena_strdup(mem, b) : NULL;
	v[2] = c ? arena_strdup(mem, c) : NULL;
	return v;
}

char *
trial_program(struct arena *mem, const char *name)
{
	char self[4096];
	ssize_t len = readlink("/proc/self/exe", self, sizeof(self) - 1);
	char *slash;

	self[len > 0 ? len : 0] = '\0';
	slash = strrchr(self, '/');
	if (slash)
		*slash = '\0';
	return arena_printf(mem, "%s/%s", self, name);
}

static enum sched_verdict
prepare(void *ctx, size_t i, struct job *job)
{
	struct trial *t = ctx;
	const struct script *s = &t->scripts[i];
	size_t len = s->fork ? strlen(s->text) + 1 : 0;
	char *input = arena_alloc(&t->mem, len + s->input_len + 1);

	if (i != t->prepared++)
		t->disordered = true;
	if (s->skip)
		return SCHED_SKIP;
	if (s->fork) {
		memcpy(input, s->text, len - 1);
		input[len - 1] = '\n';
	}
	job->fork = s->fork;
	job->most = t->most;
	job->timeout = s->timeout > 0 ? s->timeout : LONG;
	job->input = input;
	job->input_len = len + s->input_len;
	job->spawn.argv = s->program ? words(&t->mem, s->program, NULL, NULL)
				     : words(&t->mem, "sh", "-c", s->text);
	job->spawn.envp = words(&t->mem, s->env ? s->env : "PATH=/usr/bin:/bin", NULL, NULL);
	job->spawn.cwd = s->cwd ? s->cwd : "/";
	job->spawn.space = t->server.space;
	return SCHED_GO;
}

static struct buf
keep(struct arena *mem, const struct buf *b)
{
	return (struct buf){arena_strndup(mem, buf_str(b), b->len), b->len, b->len + 1};
}

static void
done(void *ctx, size_t i, const struct ran *ran)
{
	struct trial *t = ctx;
	struct came *came = &t->came[i];

	came->times++;
	came->ran = *ran;
	came->ran.out = keep(&t->mem, &ran->out);
	came->ran.log = keep(&t->mem, &ran->log);
	came->ran.error = ran->error ? arena_strdup(&t->mem, ran->error) : NULL;
	came->ran.left = ran->left ? arena_strdup(&t->mem, ran->left) : NULL;
	if (++t->done == t->stop_after)
		sched_stop(t->sched);
}

static const char *
ready(void *ctx, pid_t pid, const char *text)
{
	struct trial *t = ctx;

	(void)pid;
	t->said = arena_strdup(&t->mem, text);
	return t->refusal;
}

static const struct spawn *
server(void *ctx, unsigned worker)
{
	struct trial *t = ctx;

	(void)worker;
	return &t->server;
}

void
trial_begin(struct trial *t)
{
	static const struct sched_ops ops = {.prepare = prepare, .done = done,
					     .ready = ready, .server = server};
	struct sched_config config = {
		.workers = t->workers,
		.channels = count_folder(&t->mem),
		.server_start = t->server_start > 0 ? t->server_start : LONG,
		.out_max = TRIAL_LIMIT,
		.log_max = TRIAL_LIMIT,
		.log_flood = TRIAL_FLOOD,
		.interrupted = t->interrupted,
	};
	const char *folder = count_folder(&t->mem);
	char *program;

	trial_servers();
	dir_make(folder);
	program = trial_program(&t->mem, "fake_server");
	t->server.argv = words(&t->mem, program, t->mode ? t->mode : "good", NULL);
	if (t->wrapped)
		t->server.argv = words(&t->mem, "sh", "-c",
				       arena_printf(&t->mem, "%s %s; exit $?", t->server.argv[0],
						    t->server.argv[1]));
	t->server.envp = words(&t->mem, "PATH=/usr/bin:/bin",
			       arena_printf(&t->mem, "COUNT=%s/count", folder), NULL);
	t->space = (struct space){.place = folder, .seen = words(&t->mem, program, NULL, NULL)};
	t->server.space = t->apart ? &t->space : NULL;
	t->server.cwd = "/";
	t->server.server = true;
	t->came = arena_alloc(&t->mem, (t->n + 1) * sizeof(*t->came));
	t->sched = sched_new(&config, &ops, t, t->n);
}

size_t
trial_wait(struct trial *t)
{
	size_t good = 0;

	for (size_t i = 0; i < t->n; i++)
		good += !sched_wait(t->sched, i);
	return good;
}

void
trial_end(struct trial *t)
{
	sched_free(t->sched);
	t->sched = NULL;
}

size_t
trial_run(struct trial *t)
{
	size_t good;

	trial_begin(t);
	good = trial_wait(t);
	trial_end(t);
	return good;
}

void
trial_free(struct trial *t)
{
	arena_free(&t->mem);
}
