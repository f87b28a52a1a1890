#include "explore/explore.h"

#include <stdlib.h>
#include <string.h>

#include "base/newfiles.h"
#include "base/text.h"
#include "explore/findings.h"
#include "explore/pair.h"
#include "explore/random.h"
#include "explore/record.h"
#include "explore/reduce.h"
#include "format/settings.h"
#include "format/vocab.h"
#include "run/place.h"

/* programs that run between two looks at the clock */
enum { BATCH = 64 };

struct explorer {
	struct arena *a;
	const struct options *o;
	const volatile int *interrupted;
	struct place place;
	struct side first, second;
	struct findings found;
	size_t rounds;     /* that ran, reduction aside */
	size_t broken;     /* of which the first loader did not come to the end */
	size_t reductions; /* programs that ran to reduce others */
	bool failed;       /* to write a case */
	double started;
};

/* the seed of a round, by which alone it can be made again */
static uint64_t
seed_of(const struct explorer *e, size_t number)
{
	struct random r = {(uint64_t)e->o->seed + ((uint64_t)number << 32)};

	return random_next(&r);
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
	return bad;
}

static void
print_indented(const char *text, const char *prefix)
{
	struct buf b = {0};

	text_indent(&b, text, prefix);
	fputs(buf_str(&b), stdout);
	buf_free(&b);
}

static void
print_program(const struct program *p)
{
	struct buf b = {0};

	for (size_t i = 0; i < p->nactors; i++) {
		plan_brief(&b, &p->actors[i].plan, &p->actors[i].names);
		printf("  $TMP/%s$EXT: %s\n", p->actors[i].file, buf_str(&b));
		buf_clear(&b);
	}
	program_text(&b, p);
	print_indented(buf_str(&b), "    ");
	buf_free(&b);
}

/* write the first finding as the case AREA/NAME, the second one as AREA/NAME-2, and so on */
static void
record(struct explorer *e, struct pair *r, const char *cause)
{
	const char *slash = strchr(e->o->new_case, '/'), *name = slash + 1;
	const char *area = arena_strndup(&r->mem, e->o->new_case, (size_t)(slash - e->o->new_case));
	struct newfile files[RECORD_FILES];

	if (e->found.n > 1)
		name = arena_printf(&r->mem, "%s-%zu", name, e->found.n);
	record_make(&r->mem, files, &r->program, area, name, r->first.result.got, cause);
	e->failed |= newfiles_write(e->o->root, files) != 0;
	for (const struct newfile *f = files; f->path && !e->failed; f++)
		printf("  wrote %s\n", f->path);
}

/* a new cause: reduce its program and print it */
static void
report(struct explorer *e, const struct pair *found, size_t number, const char *cause)
{
	struct question q = {e, cause};
	struct pair r = {.program = found->program};
	size_t before = r.program.n;

	reduce(&r.program, same_cause, &q);
	printf("%zu. %s\n", e->found.n, cause);
	printf("  round %zu, reduced from %zu commands to %zu\n", number, before, r.program.n);
	print_program(&r.program);
	if (!pair_run(&e->first, &e->second, &r, 1) && pair_difference(&r)) {
		printf("  difference (-first, +second)\n");
		print_indented(r.second.result.diff ? r.second.result.diff
						     : r.second.result.reason, "    ");
	}
	if (e->o->new_case)
		record(e, &r, cause);
	putchar('\n');
	fflush(stdout);
	pair_free(&r);
}

static void
look(struct explorer *e, const struct pair *r, size_t number)
{
	const char *cause = pair_difference(r);
	size_t i;

	e->broken += r->first.result.outcome == OUT_BROKEN ||
		     text_ends(r->first.result.got, "!! exit 0\n");
	if (!cause)
		return;
	i = findings_add(e->a, &e->found, cause);
	if (e->found.v[i].times == 1)
		report(e, r, number, e->found.v[i].cause);
}

/* one batch; -1 if it was stopped */
static int
batch(struct explorer *e, struct pair *rounds, size_t n)
{
	int bad;

	for (size_t i = 0; i < n; i++)
		program_make(&rounds[i].mem, &rounds[i].program, seed_of(e, e->rounds + i));
	bad = pair_run(&e->first, &e->second, rounds, n);
	for (size_t i = 0; i < n && !bad && !(e->o->stop_first && e->found.n); i++)
		look(e, &rounds[i], e->rounds + i);
	for (size_t i = 0; i < n; i++)
		pair_free(&rounds[i]);
	e->rounds += bad ? 0 : n;
	return bad;
}

static bool
has_time(const struct explorer *e)
{
	if (*e->interrupted || e->failed || (e->o->stop_first && e->found.n))
		return false;
	if (e->o->rounds)
		return e->rounds < e->o->rounds;
	return !e->rounds || now_seconds() < e->started + e->o->seconds;
}

static int
run(struct explorer *e)
{
	struct pair *rounds = xcalloc(BATCH, sizeof(*rounds));
	int bad = 0;

	while (!bad && has_time(e)) {
		size_t n = BATCH;

		if (e->o->rounds && e->o->rounds - e->rounds < n)
			n = e->o->rounds - e->rounds;
		bad = batch(e, rounds, n);
	}
	free(rounds);
	return bad;
}

/* loaders that both do nothing are not the same */
static bool
says_nothing(const struct explorer *e)
{
	return 2 * e->broken > e->rounds;
}

static void
summarize(const struct explorer *e)
{
	double seconds = now_seconds() - e->started;
	const char *word = e->found.n ? "DIFFERENT" : says_nothing(e) ? "NOTHING" : "SAME";

	for (size_t i = 0; i < e->found.n; i++)
		printf("%7zu rounds  %zu. %s\n", e->found.v[i].times, i + 1,
		       e->found.v[i].cause);
	printf("%s: %zu rounds in %.1f s, %zu of which the first loader did not end, and %zu to "
	       "reduce what was found; seed %u\n", word, e->rounds, seconds, e->broken,
	       e->reductions, e->o->seed);
	if (says_nothing(e))
		warn("the first loader did not come to the end of %zu programs of %zu", e->broken,
		     e->rounds);
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
	bad = open_sides(&e);
	if (!bad) {
		printf("explore: %s%s against %s%s, level %s, seed %u\n\n", o->loaders[0],
		       with(a, o->before), o->loaders[1] ? o->loaders[1] : o->loaders[0],
		       with(a, o->plugin), vocab_level(o->level > 0), o->seed);
		e.started = now_seconds();
		bad = run(&e);
		summarize(&e);
		bad = bad || says_nothing(&e);
	}
	side_close(&e.first);
	side_close(&e.second);
	place_close(&e.place, false);
	code = bad || e.failed ? 2 : e.found.n ? 1 : 0;
	findings_free(&e.found);
	return *interrupted ? 128 + *interrupted : code;
}
