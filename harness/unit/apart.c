/*
 * CUnit runs one test after another, in one process. Most tests here wait for programs, so several
 * at a time are faster. And a test that dies is one failure instead of the end of all.
 */
#include "apart.h"

#include <CUnit/Basic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "process/spawn.h"

/* a process that runs a test */
struct running {
	pid_t pid; /* 0: none */
	FILE *said;
	CU_pSuite suite;
	CU_pTest test;
};

/* all that is under way */
struct apart {
	struct running *slots;
	size_t n;
	struct buf failed; /* a line for each test that failed, to be said again at the end */
	struct apart_counts counts;
};

/* in the child: run the test, and say on standard output what failed */
static _Noreturn void
become_test(const struct running *r)
{
	unsigned failed;

	if (dup2(fileno(r->said), STDOUT_FILENO) < 0 || dup2(fileno(r->said), STDERR_FILENO) < 0)
		die("cannot keep what a test says:");
	fclose(r->said);
	spawn_init();
	CU_run_test(r->suite, r->test);
	failed = CU_get_number_of_failures() || !CU_get_number_of_tests_run();
	CU_basic_show_failures(CU_get_failure_list());
	CU_cleanup_registry();
	exit(failed ? EXIT_FAILURE : EXIT_SUCCESS);
}

static void
start(struct running *r, CU_pSuite suite, CU_pTest test)
{
	*r = (struct running){.suite = suite, .test = test, .said = tmpfile()};
	if (!r->said)
		die("cannot make a temporary file:");
	fflush(stdout);
	r->pid = fork();
	if (r->pid < 0)
		die("cannot fork:");
	if (!r->pid)
		become_test(r);
}

static void
show(const struct running *r, int status)
{
	char piece[4096], scratch[16];
	size_t len;

	printf("\n%s/%s:", r->suite->pName, r->test->pName);
	if (WIFSIGNALED(status))
		printf(" died by %s", text_signal(WTERMSIG(status), scratch));
	rewind(r->said);
	while ((len = fread(piece, 1, sizeof(piece), r->said)) > 0)
		fwrite(piece, 1, len, stdout);
	putchar('\n');
}

/* what a reader has to know of a test that passed */
static void
show_notes(const struct running *r)
{
	char line[1024];

	rewind(r->said);
	while (fgets(line, sizeof(line), r->said)) {
		if (text_starts(line, "skipped: ") || text_starts(line, "measured: "))
			printf("%s/%s: %s", r->suite->pName, r->test->pName, line);
	}
}

/* wait until one of them ends; false if none runs */
static bool
reap(struct apart *all)
{
	int status;
	pid_t pid = wait(&status);

	for (size_t i = 0; i < all->n && pid > 0; i++) {
		struct running *r = &all->slots[i];

		if (r->pid != pid)
			continue;
		all->counts.run++;
		if (status) {
			all->counts.failed++;
			buf_printf(&all->failed, "failed: %s/%s\n", r->suite->pName,
				   r->test->pName);
			show(r, status);
		} else {
			show_notes(r);
		}
		fclose(r->said);
		r->pid = 0;
	}
	return pid > 0;
}

static struct running *
free_slot(struct apart *all)
{
	for (;;) {
		for (size_t i = 0; i < all->n; i++) {
			if (!all->slots[i].pid)
				return &all->slots[i];
		}
		reap(all);
	}
}

struct apart_counts
apart_run(void)
{
	long cpus = sysconf(_SC_NPROCESSORS_ONLN);
	struct apart all = {.n = cpus > 0 ? (size_t)cpus : 1};
	CU_pSuite suite;
	CU_pTest test;

	all.slots = xcalloc(all.n, sizeof(*all.slots));
	/* by functions: CUnit's memory is uninitialized for MemorySanitizer */
	for (unsigned i = 1; (suite = CU_get_suite_at_pos(i)) != NULL; i++) {
		for (unsigned k = 1; (test = CU_get_test_at_pos(suite, k)) != NULL; k++)
			start(free_slot(&all), suite, test);
	}
	while (reap(&all))
		continue;
	free(all.slots);
	printf("%s%s", all.counts.failed ? "\n" : "", buf_str(&all.failed));
	buf_free(&all.failed);
	return all.counts;
}
