/*
 * Carries out the selected cases under one target: prepares each case's folder and request, gives
 * the job to the scheduler, calls the verdict, and keeps the results. It knows no reports.
 */
#ifndef RUN_H
#define RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "format/limits.h"

struct arena;
struct casefile;
struct errors;
struct known;
struct result;
struct suite;
struct target;

struct run_config {
	bool detail;          /* --level detail */
	bool fork;            /* --isolation fork */
	bool keep;            /* --keep: do not remove the cases' folders */
	bool keep_text;       /* keep transcript and log of passing cases too */
	unsigned workers;
	double timeout_scale;
	struct limits limits;
	FILE *progress;       /* where to show the progress of the fixtures, or NULL */
	const char *rerun;    /* command that runs one case again, without the case's id */
	const volatile int *interrupted;
};

struct run;

/*
 * check what can be checked before anything runs (expected files, fixtures that do not exist), and
 * prepare the run. NULL if there are mistakes, which go to errors.
 */
struct run *run_new(const struct run_config *config, const struct suite *suite,
		    const struct target *target, const struct known *known,
		    const struct casefile *const *cases, size_t n, struct errors *errors);
/* are fixtures still being compiled, so that config->progress shows the progress of the run? */
bool run_is_building(const struct run *r);
/* run cases until case i has a result; NULL if interrupted */
const struct result *run_wait(struct run *r, size_t i);
/* the result of case i, or NULL if it has none yet */
const struct result *run_result(const struct run *r, size_t i);
/*
 * run case i again, up to `times` times, each time alone: every other process of the run has ended,
 * and it gets a worker of its own. Its result becomes FLAKY if the outcome changes, and else stays
 * as it was, with its attempts. Returns the result. After this no case is run for the first time.
 */
const struct result *run_again(struct run *r, size_t i, unsigned times);
/* after the last case, before the reports: adjust the causes in view of all results */
void run_settle(struct run *r);
/* why the run has stopped: the loader is not the program that answered hello; else NULL */
const char *run_refused(const struct run *r);
/* after the last case: sentences about what cases changed though it was built; NULL-terminated */
const char *const *run_damage(struct run *r);
/* begin no further cases */
void run_stop(struct run *r);
/* kill running processes, remove the cases' folders, free everything, results included */
void run_free(struct run *r);

#endif
