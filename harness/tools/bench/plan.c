#include "tools/bench/plan.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tools/bench/bench_run.h"
#include "tools/bench/made.h"

enum { WORDS = 24 };

/* run conform on a made suite, with options that end with NULL; its fixtures are built before */
static struct spent
run_made(struct bench *b, const struct plan *p, const char *const *options)
{
	const char *root = made_suite(&b->mem, (enum made_kind)p->kind, p->n);
	const char *argv[WORDS] = {b->conform, "-q", "--root", root, "--loader", b->loader, "a/c0"};
	size_t n = 6;

	if (access(arena_printf(&b->mem, "%s/build", root), F_OK))
		bench_run(argv);
	argv[n] = NULL;

	for (; *options; options++)
		argv[n++] = *options;
	return bench_run(argv);
}

/* a case, without what a run costs */
static const char *
case_of_many(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *jobs = p->with ? p->with : "-j1";
	struct cost many = run_made(b, p, (const char *[]){jobs, NULL}).cost;

	*cost = plan_each(many, run_made(b, p, (const char *[]){jobs, "a/c0", NULL}).cost, p->n);
	return NULL;
}

static const char *
case_exec(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *const one[] = {"-j1", "--isolation", "exec", "a/c0", NULL};
	const char *const all[] = {"-j1", "--isolation", "exec", NULL};
	struct cost many = run_made(b, p, all).cost;

	*cost = plan_each(many, run_made(b, p, one).cost, p->n);
	return NULL;
}

/* a resident adapter until it is ready; without input it ends then */
static const char *
worker(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *const argv[] = {b->executable, "-I", "-S", b->adapter, "--fix", b->folder,
				    "--serve", NULL};
	struct cost sum = {0, 0};

	setenv("CONFORM_REPLY", "1", 1);
	for (size_t i = 0; i < p->n; i++) {
		struct cost one = bench_run(argv).cost;

		sum.cpu += one.cpu / (double)p->n;
		sum.wall += one.wall / (double)p->n;
	}
	unsetenv("CONFORM_REPLY");
	*cost = sum;
	return NULL;
}

static const char *
unchanged(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *const argv[] = {b->conform, "-v", "-j1", "--loader", b->loader, NULL};

	(void)p;
	*cost = bench_run_until_line(argv).cost;
	return NULL;
}

static const char *
one_of_all(struct bench *b, const struct plan *p, struct cost *cost)
{
	(void)p;
	*cost = bench_run((const char *[]){b->conform, "-q", "--loader", b->loader,
					   "hook/not-from-global-scope", NULL}).cost;
	return NULL;
}

/* how many cases the suite has under this loader, hidden ones not */
static double
count_cases(struct bench *b)
{
	char *n = bench_first_line((const char *[]){"sh", "-c", "\"$1\" --list | grep -vc ^#", "sh",
						    b->conform, NULL});
	double count = strtod(n, NULL);

	free(n);
	return count > 0 ? count : 1;
}

static const char *
whole_suite(struct bench *b, const struct plan *p, struct cost *cost)
{
	double n = count_cases(b);
	const char *const argv[] = {b->conform, "-q", p->with, "--loader", b->loader, NULL};
	struct cost all = bench_run(argv).cost;

	*cost = (struct cost){all.cpu / n, all.wall / n};
	return NULL;
}

/* split at blanks into argv, which stays ended by NULL */
static void
split(struct arena *a, const char **argv, const char *words)
{
	size_t n = 0;

	while (*words && n + 1 < WORDS / 2) {
		size_t len = strcspn(words, " ");

		argv[n++] = arena_strndup(a, words, len);
		words += len + strspn(words + len, " ");
	}
}

/* everything that a run of the whole made suite costs, by case; also of --lint and --list */
static const char *
all_made(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *options[WORDS / 2] = {NULL};
	struct cost all;

	split(&b->mem, options, p->with);
	all = run_made(b, p, options).cost;
	*cost = (struct cost){all.cpu / (double)p->n, all.wall / (double)p->n};
	return NULL;
}

static const char *
known_list(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *options[] = {"-j1", "--known", made_known(&b->mem, p->n), "a/c0", NULL};
	struct cost with = run_made(b, p, options).cost;
	struct cost without = run_made(b, p, (const char *[]){"-j1", "a/c0", NULL}).cost;

	*cost = (struct cost){(with.cpu - without.cpu) / (double)p->n,
			      (with.wall - without.wall) / (double)p->n};
	return NULL;
}

static const char *
matrix(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *const three[] = {"-j1", "--loader", b->loader, "--loader", b->loader, NULL};
	struct cost all = run_made(b, p, three).cost;

	*cost = (struct cost){all.cpu / (double)p->n / 3, all.wall / (double)p->n / 3};
	return NULL;
}

static const char *
memory(struct bench *b, const struct plan *p, struct cost *cost)
{
	cost->cpu = (double)run_made(b, p, (const char *[]){"-j1", NULL}).peak;
	return NULL;
}

/* how much more the largest process needs for each 10,000 cases more, from n / 10 to n */
static const char *
growth(struct bench *b, const struct plan *p, struct cost *cost)
{
	struct plan less = *p;
	double more = (double)run_made(b, p, (const char *[]){"-j1", NULL}).peak;

	less.n = p->n / 10;
	more -= (double)run_made(b, &less, (const char *[]){"-j1", NULL}).peak;
	cost->cpu = more / (double)(p->n - less.n) * 10000;
	return NULL;
}

#define OURS .program = true
#define REPORTS " -o json:build/bench/r.json -o junit:build/bench/r.xml -o tap:build/bench/r.tap" \
	" -o html:build/bench/r.html -o md:build/bench/r.md"

const struct plan plans[] = {
	{"bare", "a start of the interpreter, -I -S -c pass", NULL, plan_bare, .n = 15},
	{"dlopen", "C: fork, dlopen, dlsym, wait", "bare", plan_dlopen, .n = 200},
	{"embed.create", "embedded: fork, create, exec, wait", "bare", plan_embed, 200,
	 .with = "create"},
	{"embed.import", "embedded: fork, import, wait", "bare", plan_embed, 200,
	 .with = "import"},
	{"peer.interpreter", "an import in an interpreter of its own", "embed.import",
	 plan_interpreter, .n = 15},
	{"peer.importlib", "a test of CPython's test_importlib.extension, with its start",
	 "embed.import", plan_importlib, 1, .every = 2},
	{"peer.forked", "a test that imports, under pytest --forked", "embed.import", plan_forked,
	 50, .every = 2},
	{"case.create", "a case that creates and execs", "embed.create", case_of_many, 200,
	 MADE_CREATE, OURS},
	{"case.create.j2", "the same, -j2", "case.create", case_of_many, 200, MADE_CREATE, "-j2",
	 OURS},
	{"case.import", "a case that imports", "embed.import", case_of_many, 200, MADE_IMPORT,
	 OURS},
	{"case.eight", "a case of eight commands", "embed.import", case_of_many, 200, MADE_EIGHT,
	 OURS},
	{"case.failing", "a case whose load fails", "dlopen", case_of_many, 200, MADE_FAILING,
	 OURS},
	{"case.exec", "a case that creates and execs, --isolation exec", "bare", case_exec, 40,
	 MADE_CREATE, OURS},
	{"worker", "a resident adapter until it is ready", "bare", worker, 5, OURS},
	{"unchanged", "nothing changed, until the first case is over", "bare", unchanged, 1, OURS},
	{"unchanged.one", "nothing changed, one case and its report", "bare", one_of_all, 1, OURS},
	{"suite", "all cases, -j1, by case", "bare", whole_suite, 1, .with = "-j1", .every = 4,
	 OURS},
	{"suite.j2", "all cases, -j2, by case", "suite", whole_suite, 1, .with = "-j2", .every = 4,
	 OURS},
	{"run.1000", "1,000 made cases, by case", "embed.import", all_made, 1000, MADE_IMPORT,
	 "-j2", .every = 4, OURS},
	{"run.10000", "10,000 made cases, by case", "run.1000", all_made, 10000, MADE_IMPORT, "-j2",
	 .every = 8, .costly = true, OURS},
	{"run.50000", "50,000 made cases, by case", "run.1000", all_made, 50000, MADE_IMPORT, "-j2",
	 .every = 8, .costly = true, OURS},
	{"shard", "one shard of 20 of 10,000 made cases, by all cases", "run.1000", all_made, 10000,
	 MADE_IMPORT, "-j2 --shard 1/20", .every = 4, OURS},
	{"matrix", "300 made cases under three loaders, by case and loader", "case.import", matrix,
	 300, MADE_IMPORT, .every = 4, OURS},
	{"lint.1000", "--lint of 1,000 made cases, by case", "bare", all_made, 1000, MADE_IMPORT,
	 "--lint", .every = 2, OURS},
	{"lint.10000", "of 10,000", "lint.1000", all_made, 10000, MADE_IMPORT, "--lint", .every = 2,
	 OURS},
	{"lint.50000", "of 50,000", "lint.1000", all_made, 50000, MADE_IMPORT, "--lint",
	 .every = 4, .costly = true, OURS},
	{"list.1000", "--list of 1,000 made cases, by case", "bare", all_made, 1000, MADE_IMPORT,
	 "--list", .every = 2, OURS},
	{"list.10000", "of 10,000", "list.1000", all_made, 10000, MADE_IMPORT, "--list", .every = 2,
	 OURS},
	{"list.50000", "of 50,000", "list.1000", all_made, 50000, MADE_IMPORT, "--list",
	 .every = 4, .costly = true, OURS},
	{"known.1000", "a known list of 1,000 lines, by line", "bare", known_list, 1000,
	 MADE_IMPORT, .every = 2, OURS},
	{"known.10000", "of 10,000", "known.1000", known_list, 10000, MADE_IMPORT, .every = 2,
	 OURS},
	{"reports.1000", "1,000 made cases and all reports, by case", "run.1000", all_made, 1000,
	 MADE_IMPORT, "-j2" REPORTS, .every = 4, OURS},
	{"reports.10000", "of 10,000", "reports.1000", all_made, 10000, MADE_IMPORT, "-j2" REPORTS,
	 .every = 8, .costly = true, OURS},
	{"fixtures.touched", "one fixture changed, its case", "bare", plan_fixtures, 1,
	 .with = "touched", .every = 2, OURS},
	{"fixtures.cold", "all fixtures, on a fresh checkout", "bare", plan_fixtures, 1,
	 .with = "cold", .every = 8, .costly = true, OURS},
	{"fixtures.header", "all fixtures, fx.h changed", "bare", plan_fixtures, 1,
	 .with = "header", .every = 8, .costly = true, OURS},
	{"memory.bare", "largest process of a bare start", NULL, plan_bare_memory, 1,
	 .memory = true},
	{"memory.1000", "largest process of 1,000 made cases", "memory.bare", memory, 1000,
	 MADE_IMPORT, .every = 4, .memory = true, OURS},
	{"memory.growth", "its growth for 10,000 made cases more", "memory.bare", growth, 10000,
	 MADE_IMPORT, .every = 8, .memory = true, .costly = true, OURS},
};

const size_t nplans = LENGTH(plans);
