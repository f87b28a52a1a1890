#include "explore/side.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "explore/program.h"
#include "fixtures/catalog.h"
#include "fixtures/chameleon.h"
#include "fixtures/fixtures.h"
#include "format/expected.h"
#include "format/settings.h"
#include "process/sched.h"
#include "run/place.h"
#include "run/run_builds.h"
#include "run/token.h"
#include "run/verdict.h"

/* what a program needs while it runs */
struct running {
	struct arena mem;
	const char *below; /* its folder, below the run's */
	const char *tmp;   /* its folder */
	char token[TOKEN_BYTES];
};

/* build the products; NULL, or the name of one that cannot be had, and why */
static const char *
build(struct side *s, unsigned jobs, const char **why)
{
	const struct catalog *c = fixtures_catalog(s->target.fixtures);
	size_t products[CHAMELEONS];
	const char *name = NULL;

	*why = "the suite does not have it"; /* a failed build has said it already */
	for (size_t i = 0; i < CHAMELEONS; i++) {
		name = arena_printf(&s->mem, "%s%s", chameleon_products[i], s->target.suffix);
		if (!catalog_find(c, name, &products[i]))
			return name;
	}
	if (builds_all(s->target.fixtures, products, CHAMELEONS, jobs, NULL, s->config.interrupted))
		return name;
	for (size_t i = 0; i < CHAMELEONS; i++) {
		name = c->products[products[i]].path;
		if (fixtures_state(s->target.fixtures, products[i], why) != FIXTURE_BUILT)
			return name;
		if (file_read(arena_printf(&s->mem, "%s/%s", fixtures_folder(s->target.fixtures),
					   name), &s->images[i]))
			return name;
	}
	return NULL;
}

static int
build_chameleons(struct side *s, unsigned jobs)
{
	const char *why, *name = build(s, jobs, &why);

	if (name && !(s->config.interrupted && *s->config.interrupted))
		warn("explore needs the fixture %s: %.*s", name, (int)strcspn(why, "\n"), why);
	return name ? -1 : 0;
}

/* write the file of one actor: a chameleon with its plan; NULL, or why not */
static const char *
write_actor(const struct side *s, struct running *r, const struct program *p, size_t actor)
{
	const char *path = arena_printf(&r->mem, "%s/%s%s", r->tmp, p->actors[actor].file,
					s->target.suffix);
	struct buf image = {0}, plan = {0};
	const struct buf *base;
	const char *why;
	int fd;

	program_plan(&plan, p, actor);
	base = &s->images[chameleon_kind(&r->mem, buf_str(&plan))];
	buf_add(&image, base->p, base->len);
	why = chameleon_write(&r->mem, &image, buf_str(&plan), s->target.suffix);
	fd = why ? -1 : open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0777);
	if (!why && (fd < 0 || fd_write(fd, image.p, image.len)))
		why = arena_printf(&r->mem, "cannot write %s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	buf_free(&image);
	buf_free(&plan);
	return why;
}

static const char *
write_files(const struct side *s, struct running *r, const struct program *p)
{
	const char *why = NULL;

	if (place_make(&r->mem, s->place, r->below) ||
	    (p->nactors && (mkdir(arena_printf(&r->mem, "%s/zoo", r->tmp), 0777) ||
			    mkdir(arena_printf(&r->mem, "%s/ark", r->tmp), 0777))))
		return arena_printf(&r->mem, "cannot make its folder %s: %s", r->tmp,
				    strerror(errno));
	for (size_t i = 0; i < p->nactors && !why; i++)
		why = write_actor(s, r, p, i);
	return why;
}

static void
give_up(struct trial *t, const char *why)
{
	t->result = (struct result){.cs = t->cs, .outcome = OUT_BROKEN, .happened = OUT_BROKEN,
				    .unexpected = true, .got = ""};
	t->result.reason = t->result.cause = arena_strdup(t->mem, why);
}

static enum sched_verdict
prepare(void *ctx, size_t i, struct job *job)
{
	struct side *s = ctx;
	struct trial *t = &s->trials[i - s->first];
	struct running *r = &s->running[i - s->first];
	const char *folder = workers_folder(&r->mem, &s->workers, job->worker);
	struct buf request = {0};
	const char *why;

	token_make(r->token, s->secret, i);
	r->below = arena_printf(&r->mem, "%s/%zu", folder ? folder : s->workers.prefix, i);
	r->tmp = arena_printf(&r->mem, "%s/%s", s->place->path, r->below);
	why = write_files(s, r, t->program);
	if (why) {
		give_up(t, why);
		return SCHED_SKIP;
	}
	casefile_request(&request, t->cs, r->tmp, r->token);
	job->input = arena_strndup(&r->mem, request.p, request.len);
	job->input_len = request.len;
	buf_free(&request);
	job->timeout = s->config.limits.time * s->workers.scale;
	job->fork = true;
	job->most = &s->workers.most;
	job->folder = r->tmp;
	return SCHED_GO;
}

static void
judge(struct trial *t, struct verdict_input *in, const char *want)
{
	struct errors errors = {0};
	struct expected expected = {0};
	struct result result = {0};

	in->expected = &expected;
	if (*want &&
	    expected_parse(t->mem, &expected, "a transcript", want, strlen(want), &errors)) {
		give_up(t, buf_str(&errors.text));
	} else {
		verdict_judge(t->mem, &result, in);
		t->result = result;
	}
	errors_free(&errors);
}

const char *
side_suffix(const char *transcript, const char *own, const char *other)
{
	return other && strstr(transcript, other) ? other : own;
}

static void
done(void *ctx, size_t i, const struct ran *ran)
{
	struct side *s = ctx;
	struct trial *t = &s->trials[i - s->first];
	struct running *r = &s->running[i - s->first];
	struct text_roots roots = {s->target.fix, r->tmp,
				   side_suffix(buf_str(&ran->out), s->target.suffix,
					       s->other_suffix)};
	struct verdict_input in = {.cs = t->cs, .facts = &s->target.facts, .ran = ran,
				   .roots = &roots, .token = r->token,
				   .detail = s->detail};

	judge(t, &in, t->want);
	/* what has nothing to be compared with is compared with itself: it may be broken still */
	if (!*t->want)
		judge(t, &in, t->result.got);
	place_clear(s->place, r->below);
}

static const char *
ready(void *ctx, pid_t pid, const char *text)
{
	struct side *s = ctx;
	const char *why = target_worker(&s->mem, &s->target, pid, text);

	if (!why)
		return NULL;
	s->refused = why;
	sched_stop(s->sched);
	return why;
}

static const struct spawn *
server(void *ctx, unsigned worker)
{
	struct side *s = ctx;

	return workers_server(&s->workers, worker);
}

static void
open_workers(struct side *s, const struct options *o, const char *prefix)
{
	static const struct sched_ops ops = {.prepare = prepare, .done = done, .ready = ready,
					     .server = server};
	struct sched_config config;
	double scale = s->target.slow > o->timeout_scale ? s->target.slow : o->timeout_scale;

	workers_begin(&s->workers, &s->mem, &s->target, s->place->path, prefix, scale);
	config = workers_sched(&s->workers, o->jobs);
	config.interrupted = s->config.interrupted;
	s->secret = token_secret();
	s->sched = sched_new(&config, &ops, s, 0);
}

int
side_open(struct side *s, const struct options *o, const char *loader, const char *plugin,
	  struct place *place, const char *prefix, bool actors, const volatile int *interrupted)
{
	*s = (struct side){.place = place, .detail = o->level > 0};
	s->config = (struct target_config){
		.home = o->home, .root = o->root, .build = o->build, .shared = o->shared,
		.shown = "", .cc = o->cc, .loader = loader, .plugin = plugin, .env = o->env,
		.folders = o->folders,
		.weak = o->weak, .limits = o->limits, .interrupted = interrupted,
		.hello_timeout = HELLO_SECONDS * o->timeout_scale,
	};
	if (target_hello(&s->mem, &s->target, &s->config) ||
	    target_prove(&s->mem, &s->target) || target_fixtures(&s->mem, &s->target))
		return -1;
	if (!facts_has_cap(&s->target.facts, "fork")) {
		warn("'%s' cannot fork for each program (the capability fork)", loader);
		return -1;
	}
	if (actors && build_chameleons(s, o->jobs))
		return -1;
	fixtures_release(s->target.fixtures);
	open_workers(s, o, prefix);
	return 0;
}

int
side_run(struct side *s, struct trial *trials, size_t n)
{
	int bad = 0;

	s->trials = trials;
	s->first = s->njobs;
	s->running = xcalloc(n, sizeof(*s->running));
	s->njobs += n;
	sched_add(s->sched, n);
	for (size_t i = 0; i < n && !bad; i++)
		bad = sched_wait(s->sched, s->first + i);
	if (bad && s->refused)
		warn("%s", s->refused);
	for (size_t i = 0; i < n; i++)
		arena_free(&s->running[i].mem);
	free(s->running);
	return bad;
}

void
side_close(struct side *s)
{
	if (s->sched)
		sched_free(s->sched);
	target_close(&s->target);
	for (size_t i = 0; i < CHAMELEONS; i++)
		buf_free(&s->images[i]);
	arena_free(&s->mem);
}
