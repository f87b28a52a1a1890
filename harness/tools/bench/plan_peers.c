/* The floors, and what else people test loaders with. */
#include <stdlib.h>
#include <unistd.h>

#include "tools/bench/bench_run.h"
#include "tools/bench/made.h"
#include "tools/bench/plan.h"

enum { HELD = 16 };

static const char *
number(struct bench *b, size_t n)
{
	return arena_printf(&b->mem, "%zu", n);
}

struct cost
plan_each(struct cost many, struct cost one, size_t n)
{
	return (struct cost){(many.cpu - one.cpu) / (double)(n - 1),
			     (many.wall - one.wall) / (double)(n - 1)};
}

static struct cost
mean(struct cost sum, size_t n)
{
	return (struct cost){sum.cpu / (double)n, sum.wall / (double)n};
}

/* of n runs of a command, one by one */
static struct cost
mean_run(const char *const *argv, size_t n)
{
	struct cost sum = {0, 0};

	for (size_t i = 0; i < n; i++) {
		struct cost one = bench_run(argv).cost;

		sum.cpu += one.cpu;
		sum.wall += one.wall;
	}
	return mean(sum, n);
}

const char *
plan_bare(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *const argv[] = {b->executable, "-I", "-S", "-c", "pass", NULL};

	*cost = mean_run(argv, p->n);
	return NULL;
}

const char *
plan_bare_memory(struct bench *b, const struct plan *p, struct cost *cost)
{
	(void)p;
	cost->cpu = (double)bench_run((const char *[]){b->executable, "-I", "-S", "-c", "pass",
						       NULL}).peak;
	return NULL;
}

const char *
plan_dlopen(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *argv[] = {arena_printf(&b->mem, "%s/floor-dlopen", b->floors), b->fixture,
			      "PyInit_one", number(b, p->n), NULL};
	struct cost many = bench_run(argv).cost;

	argv[3] = "1";
	*cost = plan_each(many, bench_run(argv).cost, p->n);
	return NULL;
}

const char *
plan_embed(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *argv[] = {arena_printf(&b->mem, "%s/floor-embed", b->floors), b->executable,
			      p->with, b->folder, "one", b->fixture, number(b, p->n), NULL};
	struct cost many;

	if (access(argv[0], X_OK))
		return "no program that embeds this interpreter could be built";
	many = bench_run(argv).cost;
	argv[6] = "1";
	*cost = plan_each(many, bench_run(argv).cost, p->n);
	return NULL;
}

/* nobody's harness: a script that starts the interpreter for each import */
const char *
plan_interpreter(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *code = arena_printf(&b->mem, "import sys; sys.path.insert(0, '%s'); import one",
					b->folder);
	const char *argv[] = {b->executable, "-I", "-S", "-c", code, NULL};

	*cost = mean_run(argv, p->n);
	return NULL;
}

#define PACKAGE "test.test_importlib.extension"

/* all its tests in one process; what it costs to start unittest is part of it */
const char *
plan_importlib(struct bench *b, const struct plan *p, struct cost *cost)
{
	static const char count[] = "import unittest; print(unittest.defaultTestLoader."
				    "loadTestsFromName('" PACKAGE "').countTestCases())";
	char *n;

	(void)p;
	if (bench_status((const char *[]){b->executable, "-c", "import " PACKAGE, NULL}))
		return "the interpreter has no " PACKAGE;
	if (!b->tests) {
		n = bench_first_line((const char *[]){b->executable, "-c", count, NULL});
		b->tests = strtoul(n, NULL, 10);
		free(n);
	}
	if (!b->tests || bench_status((const char *[]){b->executable, "-m", "unittest", "-q",
						       PACKAGE, NULL}))
		return PACKAGE " fails here";
	*cost = mean(bench_run((const char *[]){"sh", "-c", "exec \"$@\" 2>/dev/null", "sh",
						b->executable, "-m", "unittest", "-q", PACKAGE,
						NULL}).cost, b->tests);
	return NULL;
}

const char *
plan_forked(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *argv[HELD] = {b->executable, "-m", "pytest", "-q", "--forked", "-p",
				  "no:cacheprovider", NULL};
	struct cost many;

	if (bench_status((const char *[]){b->executable, "-c", "import pytest, pytest_forked",
					  NULL}))
		return "the interpreter has no pytest_forked";
	argv[7] = made_pytest(&b->mem, b->folder, p->n);
	many = bench_run(argv).cost;
	argv[7] = made_pytest(&b->mem, b->folder, 1);
	*cost = plan_each(many, bench_run(argv).cost, p->n);
	return NULL;
}
