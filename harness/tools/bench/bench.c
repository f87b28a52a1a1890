/*
 * Measures what a case costs, in fork mode and in exec mode at -j1, as a multiple of one start of
 * the bare interpreter (-I -S -c pass). The cases are those of area hook that load only a few
 * modules and do not finalize the interpreter. All are measured by turns, so that the ratio means
 * something on a noisy machine. A run of one case alone shows the fixed costs (hello, fixtures, the
 * program itself); they are subtracted.
 *
 *     bench PATH-OF-CONFORM LOADER [LIMIT]     exit 1 if fork mode exceeds LIMIT
 */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/util.h"

extern char **environ;

enum { ROUNDS = 9, STARTS = 20, WORDS = 24 };

/* without the cases that load a file many times to see what it leaves behind */
static const char *const areas[] = {"hook/h*", "hook/l*", "hook/m*", "hook/n*", "hook/p*",
				    "hook/s*"};

/* run argv, discard its output, return the wall seconds; ends the program if argv fails */
static double
timed(const char *const *argv)
{
	posix_spawn_file_actions_t actions;
	double start = now_seconds();
	int status = -1;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
	errno = posix_spawnp(&pid, argv[0], &actions, NULL, (char *const *)argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (errno)
		die("cannot run %s:", argv[0]);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	/* status 1 means that cases failed, which costs the same */
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
		die("%s failed; run it by hand to see why", argv[0]);
	return now_seconds() - start;
}

static double
time_bare(const char *executable)
{
	const char *const argv[] = {executable, "-I", "-S", "-c", "pass", NULL};
	double sum = 0;

	for (int i = 0; i < STARTS; i++)
		sum += timed(argv);
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
	return timed(argv);
}

/* the first line of a command's output; the caller frees it */
static char *
first_line(const char *const *argv)
{
	posix_spawn_file_actions_t actions;
	char line[4096] = "";
	int fds[2], status;
	ssize_t got;
	pid_t pid;

	if (pipe(fds))
		die("pipe:");
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, fds[1], 1);
	errno = posix_spawnp(&pid, argv[0], &actions, NULL, (char *const *)argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	close(fds[1]);
	if (errno)
		die("cannot run %s:", argv[0]);
	got = read(fds[0], line, sizeof(line) - 1);
	close(fds[0]);
	waitpid(pid, &status, 0);
	line[got > 0 ? (size_t)got : 0] = '\0';
	line[strcspn(line, "\n")] = '\0';
	return xstrdup(line);
}

/* the number of cases in --list, less the one that shows the fixed costs */
static size_t
count_cases(const char *conform)
{
	const char *argv[WORDS] = {"sh", "-c", "\"$@\" --list | grep -vc ^#", "sh", conform};

	for (size_t i = 0; i < LENGTH(areas); i++)
		argv[5 + i] = areas[i];
	return strtoul(first_line(argv), NULL, 10) - 1;
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static double
median(double *v)
{
	qsort(v, ROUNDS, sizeof(*v), by_value);
	return v[ROUNDS / 2];
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
	conform = argv[1];
	loader = argv[2];
	limit = argc > 3 ? strtod(argv[3], NULL) : 0;
	executable = first_line((const char *const[]){loader, "-I", "-S", "-c",
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
	ratio = median(fork_ratio);
	printf("%s, %zu cases, -j1, median of %d rounds\n", executable, cases, ROUNDS);
	printf("bare interpreter        %6.2f ms\n", median(bare) * 1e3);
	printf("a case, fork mode       %6.2f times that\n", ratio);
	printf("a case, exec mode       %6.2f times that\n", median(exec_ratio));
	free(executable);
	return limit > 0 && ratio > limit;
}
