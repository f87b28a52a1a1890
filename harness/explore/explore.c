#include "explore/explore.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/newfiles.h"
#include "base/text.h"
#include "explore/findings.h"
#include "explore/pair.h"
#include "explore/random.h"
#include "explore/record.h"
#include "explore/reduce.h"
#include "explore/seen.h"
#include "explore/tell.h"
#include "format/expr.h"
#include "format/folders.h"
#include "format/settings.h"
#include "format/vocab.h"
#include "report/progress.h"
#include "run/place.h"

/* programs that run between two looks at the clock, and of how many each is the best */
enum { BATCH = 64, CANDIDATES = 4 };

struct explorer {
	struct arena *a;
	const struct options *o;
	const volatile int *interrupted;
	struct place place;
	struct side first, second;
	struct findings found;
	struct seen seen;
	size_t rounds;     /* that ran, reduction aside */
	size_t broken;     /* of which the first loader did not come to the end */
	size_t reductions; /* programs that ran to reduce others */
	bool failed;       /* to write a case */
	double started;
	struct progress progress;
};

/*
 * Make the program of a round, the best of some. Its own seed is enough to make it again: the
 * first round of a run has the run's.
 */
static void
make_program(const struct explorer *e, struct pair *round, size_t number)
{
	struct random r = {(uint64_t)e->o->seed + ((uint64_t)number << 32)};
	double best = -1;
	unsigned seed = e->o->seed;

	for (size_t i = 0; number && i < CANDIDATES; i++) {
		struct arena mem = {0};
		struct program p;
		unsigned one = (unsigned)(random_next(&r) & INT_MAX);
		double worth;

		program_make(&mem, &p, one);
		worth = seen_worth(&e->seen, &p);
		arena_free(&mem);
		if (worth > best) {
			best = worth;
			seed = one;
		}
	}
	program_make(&round->mem, &round->program, seed);
}

/* the question of the reducer: is the cause the same? */
struct question {
	struct explorer *e;
	const char *cause;
};

static int
same_cause(void *ctx, const struct program *candidates, size_t n, bool *shows)
{
	struct question *q = ctx;
	struct pair *rounds = xcalloc(n, sizeof(*rounds));
	int bad;

	for (size_t i = 0; i < n; i++)
		rounds[i].program = candidates[i];
	bad = pair_run(&q->e->first, &q->e->second, rounds, n);
	q->e->reductions += n;
	for (size_t i = 0; i < n; i++) {
		const char *why = bad ? NULL : pair_difference(&rounds[i]);

		shows[i] = why && !strcmp(why, q->cause);
		pair_free(&rounds[i]);
	}
	free(rounds);
	return bad;
}

/* write the first finding as the case AREA/NAME, the second one as AREA/NAME-2, and so on */
static void
record(struct explorer *e, struct pair *r, const char *cause)
{
	const char *slash = strchr(e->o->new_case, '/'), *name = slash + 1;
	const char *area = arena_strndup(&r->mem, e->o->new_case, (size_t)(slash - e->o->new_case));
	struct newfile files[RECORD_FILES];

	if (findings_new(&e->found) > 1)
		name = arena_printf(&r->mem, "%s-%zu", name, findings_new(&e->found));
	record_make(&r->mem, files, &r->program, area, name, r->first.result.got, cause);
	e->failed |= newfiles_write(e->o->root, files) != 0;
	for (const struct newfile *f = files; f->path && !e->failed; f++)
		printf("  wrote %s\n", f->path);
}

/* a new cause: reduce its program, and say what it is */
static void
report(struct explorer *e, const struct pair *found, struct finding *f)
{
	struct question q = {e, f->cause};
	struct pair r = {.program = found->program};

	f->seed = (unsigned)found->program.seed;
	f->commands = r.program.n;
	f->difference = "it was seen once, and not again\n";
	reduce(&r.mem, &r.program, same_cause, &q);
	if (!pair_run(&e->first, &e->second, &r, 1) && pair_difference(&r))
		f->difference = arena_strdup(e->a, r.second.result.diff ? r.second.result.diff :
					     r.second.result.reason);
	tell_program(e->a, f, &r.program);
	progress_end(&e->progress);
	tell_finding(f);
	if (e->o->new_case)
		record(e, &r, f->cause);
	putchar('\n');
	fflush(stdout);
	pair_free(&r);
}

static void
look(struct explorer *e, const struct pair *r)
{
	const char *cause = pair_difference(r);
	size_t i;

	seen_add(&e->seen, &r->program, r->first.result.got);
	e->broken += r->first.result.outcome == OUT_BROKEN ||
		     text_ends(r->first.result.got, "!! exit 0\n");
	if (!cause)
		return;
	i = findings_add(e->a, &e->found, cause);
	if (e->found.v[i].times == 1 && !e->found.v[i].known)
		report(e, r, &e->found.v[i]);
}

/* one batch; -1 if it was stopped */
static int
batch(struct explorer *e, struct pair *rounds, size_t n)
{
	int bad;

	for (size_t i = 0; i < n; i++)
		make_program(e, &rounds[i], e->rounds + i);
	bad = pair_run(&e->first, &e->second, rounds, n);
	for (size_t i = 0; i < n && !bad && !(e->o->stop_first && findings_new(&e->found)); i++)
		look(e, &rounds[i]);
	for (size_t i = 0; i < n; i++)
		pair_free(&rounds[i]);
	e->rounds += bad ? 0 : n;
	return bad;
}

static bool
has_time(const struct explorer *e)
{
	if (*e->interrupted || e->failed || (e->o->stop_first && findings_new(&e->found)))
		return false;
	if (e->o->rounds)
		return e->rounds < e->o->rounds;
	return !e->rounds || now_seconds() < e->started + e->o->seconds;
}

static void
show_progress(struct explorer *e)
{
	const struct options *o = e->o;
	double now = now_seconds();
	size_t done = o->rounds ? e->rounds : (size_t)(now - e->started);
	char also[80];

	snprintf(also, sizeof(also), "; %zu programs, %zu causes", e->rounds,
		 findings_new(&e->found));
	progress_step(&e->progress, now, done, o->rounds ? o->rounds : (size_t)o->seconds + 1,
		      also);
}

static int
run(struct explorer *e)
{
	struct pair *rounds = xcalloc(BATCH, sizeof(*rounds));
	int bad = 0;

	progress_begin(&e->progress, e->o->verbose < 0 ? NULL : stderr,
		       e->o->rounds ? "exploring, rounds" : "exploring, seconds", e->started);
	while (!bad && has_time(e)) {
		size_t n = BATCH;

		if (e->o->rounds && e->o->rounds - e->rounds < n)
			n = e->o->rounds - e->rounds;
		bad = batch(e, rounds, n);
		show_progress(e);
	}
	progress_end(&e->progress);
	free(rounds);
	return bad;
}

/* loaders that both do nothing are not the same */
static bool
says_nothing(const struct explorer *e)
{
	return 2 * e->broken > e->rounds;
}

static const char *
word(const struct explorer *e, bool stopped)
{
	if (findings_new(&e->found))
		return "DIFFERENT";
	if (stopped || *e->interrupted || e->failed)
		return "STOPPED";
	return says_nothing(e) ? "NOTHING" : "SAME";
}

/* the end: prints it, and writes what is asked for; 0, or -1 with a warning */
static int
summarize(const struct explorer *e, bool stopped)
{
	struct tell_run run = {
		.word = word(e, stopped),
		.rounds = e->rounds, .broken = e->broken, .reductions = e->reductions,
		.seconds = now_seconds() - e->started,
	};

	tell_end(e->o, &e->found, &run);
	if (says_nothing(e))
		warn("the first loader did not come to the end of %zu programs of %zu", e->broken,
		     e->rounds);
	return tell_json(tell_run_json(e->o, &run), e->o, &e->found);
}

/* the name of a side's version: "cpython-3.11" */
static const char *
version_of(struct arena *a, const struct side *s)
{
	const char *impl = facts_get(&s->target.facts, "impl");
	const char *py = facts_get(&s->target.facts, "py"), *minor = strchr(py, '.');
	size_t len = minor ? (size_t)(minor - py) + 1 + strcspn(minor + 1, ".ab") : strlen(py);

	return arena_printf(a, "%.*s-%.*s", (int)strcspn(impl, "-"), impl, (int)len, py);
}

/* --known, and what two versions do differently on purpose, if the suite has a list of it */
static int
know(struct explorer *e)
{
	char *list = arena_printf(e->a, "%s/" FOLDER_KNOWN "/%s-%s.causes", e->o->root,
				  version_of(e->a, &e->first), version_of(e->a, &e->second));
	char *const lists[] = {list, NULL};

	if (findings_know(e->a, &e->found, e->o->known))
		return -1;
	if (!e->o->loaders[1] || access(list, F_OK))
		return 0;
	printf("explore: known causes of %s\n", list);
	return findings_know(e->a, &e->found, lists);
}

static int
open_sides(struct explorer *e)
{
	const struct options *o = e->o;
	const char *second = o->loaders[1] ? o->loaders[1] : o->loaders[0];

	if (place_open(e->a, &e->place, o->build))
		return -1;
	return side_open(&e->first, o, o->loaders[0], o->before, &e->place, "a", true,
			 e->interrupted) ||
	       side_open(&e->second, o, second, o->plugin, &e->place, "b", true, e->interrupted);
}

static const char *
with(struct arena *a, const char *plugin)
{
	return plugin ? arena_printf(a, " with %s", plugin) : "";
}

int
explore(struct arena *a, const struct options *o, const volatile int *interrupted)
{
	struct explorer e = {.a = a, .o = o, .interrupted = interrupted};
	int bad, code;

	e.place.above = -1;
	bad = open_sides(&e) || know(&e);
	if (!bad) {
		printf("explore: %s%s against %s%s, level %s, seed %u\n\n", o->loaders[0],
		       with(a, o->before), o->loaders[1] ? o->loaders[1] : o->loaders[0],
		       with(a, o->plugin), vocab_level(o->level > 0), o->seed);
		fflush(stdout);
		e.started = now_seconds();
		bad = run(&e);
		bad |= summarize(&e, bad) || says_nothing(&e);
	}
	side_close(&e.first);
	side_close(&e.second);
	place_close(&e.place, false);
	code = bad || e.failed ? 2 : findings_new(&e.found) ? 1 : 0;
	findings_free(&e.found);
	return *interrupted ? 128 + *interrupted : code;
}
