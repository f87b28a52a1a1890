/*
 * Carries out the selected cases under one target: prepares each case's folder and request,
 * hands it to the scheduler, has the outcome judged, and keeps the results.
 */
#ifndef RUN_H
#define RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

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
	bool keep;            /* --keep: leave each case's folder */
	bool keep_text;       /* keep transcript and log of passing cases too */
	unsigned workers;
	double timeout_scale;
	FILE *progress;       /* how far the fixtures have come is said there, or NULL */
	const char *rerun;    /* command that runs one case again, without its id */
	const volatile int *interrupted;
};

struct run;

/*
 * check what can be checked before anything runs (expected files, fixtures that do not exist;
 * mistakes go to errors), and make ready. NULL if there were mistakes.
 */
struct run *run_new(const struct run_config *config, const struct suite *suite,
		    const struct target *target, const struct known *known,
		    const struct casefile *const *cases, size_t n, struct errors *errors);
/* are fixtures still being compiled, so that how far it has come is said there */
bool run_is_building(const struct run *r);
/* result of case i, running whatever is needed; NULL if interrupted */
const struct result *run_wait(struct run *r, size_t i);
/* result of case i if it is there already, NULL otherwise */
const struct result *run_result(const struct run *r, size_t i);
/* after the last case: look over the causes of all results, before they are reported */
void run_settle(struct run *r);
/* why the run has stopped by itself: the loader is not what it was at hello; or NULL */
const char *run_refused(const struct run *r);
/* begin no further cases */
void run_stop(struct run *r);
/* kill what runs, remove the cases' folders, free everything, results included */
void run_free(struct run *r);

#endif
