/*
 * Measures what a case costs, in fork mode and in exec mode at -j1, as a multiple of one start of
 * the bare interpreter (-I -S -c pass). The cases are those of area hook that load only a few
 * modules and do not finalize the interpreter. All are measured by turns, so that the ratio means
 * something on a noisy machine. A run of one case alone shows the fixed costs (hello, fixtures, the
 * program itself); they are subtracted. Then measures what the fixtures cost (bench_fixtures.h).
 *
 *     bench PATH-OF-CONFORM LOADER [LIMIT]     exit 1 if fork mode exceeds LIMIT
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/util.h"
#include "tools/bench/bench_fixtures.h"
#include "tools/bench/bench_run.h"

enum { ROUNDS = 9, STARTS = 20, WORDS = 24 };

/* without the cases that load a file many times to see what it leaves behind */
static const char *const areas[] = {"hook/h*", "hook/l*", "hook/m*", "hook/n*", "hook/p*",
				    "hook/s*"};

static double
time_bare(const char *executable)
{
	const char *const argv[] = {executable, "-I", "-S", "-c", "pass", NULL};
	double sum = 0;

	for (int i = 0; i < STARTS; i++)
		sum += bench_run(argv).wall;
	return sum / STARTS;
}

static double
time_suite(const char *conform, const char *loader, const char *isolation, bool one)
{
	const char *argv[WORDS] = {conform, "-q", "-j1", "--loader", loader, "--isolation",
				   isolation};
	size_t n = 7;

	for (size_t i = 0; i < LENGTH(areas); i++)
		argv[n++] = areas[i];
	if (one) {
		/* so many shards that the first has one case */
		argv[n++] = "--shard";
		argv[n++] = "1/100000";
	}
	return bench_run(argv).wall;
}

/* the number of cases in --list, less the one that shows the fixed costs */
static size_t
count_cases(const char *conform)
{
	const char *argv[WORDS] = {"sh", "-c", "\"$@\" --list | grep -vc ^#", "sh", conform};

	for (size_t i = 0; i < LENGTH(areas); i++)
		argv[5 + i] = areas[i];
	return strtoul(bench_first_line(argv), NULL, 10) - 1;
}

int
main(int argc, char **argv)
{
	double bare[ROUNDS], fork_ratio[ROUNDS], exec_ratio[ROUNDS], limit, ratio;
	const char *conform, *loader;
	char *executable;
	size_t cases;

	argv0 = "bench";
	if (argc < 3)
		die("usage: bench CONFORM LOADER [LIMIT]");
	bench_begin();
	conform = argv[1];
	loader = argv[2];
	limit = argc > 3 ? strtod(argv[3], NULL) : 0;
	executable = bench_first_line((const char *const[]){loader, "-I", "-S", "-c",
						      "import sys; print(sys.executable)", NULL});
	cases = count_cases(conform);
	time_suite(conform, loader, "fork", false); /* builds fixtures, warms caches */
	for (int i = 0; i < ROUNDS; i++) {
		bare[i] = time_bare(executable);
		fork_ratio[i] = (time_suite(conform, loader, "fork", false) -
				 time_suite(conform, loader, "fork", true)) /
				(double)cases / bare[i];
		exec_ratio[i] = (time_suite(conform, loader, "exec", false) -
				 time_suite(conform, loader, "exec", true)) /
				(double)cases / bare[i];
	}
	ratio = bench_median(fork_ratio, ROUNDS);
	printf("%s, %zu cases, -j1, median of %d rounds\n", executable, cases, ROUNDS);
	printf("bare interpreter        %6.2f ms\n", bench_median(bare, ROUNDS) * 1e3);
	printf("a case, fork mode       %6.2f times that\n", ratio);
	printf("a case, exec mode       %6.2f times that\n", bench_median(exec_ratio, ROUNDS));
	bench_fixtures(conform, loader, executable);
	free(executable);
	return limit > 0 && ratio > limit;
}
