/*
 * One session: everything that is done for one --loader, from hello to the last report. It connects
 * the run, CUnit and the reporters.
 */
#ifndef SESSION_H
#define SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "format/known.h"
#include "run/last.h"
#include "run/target.h"

struct arena;
struct casefile;
struct options;
struct result;
struct shard;
struct suite;

struct session {
	const struct known *known;            /* set by the caller: the user's own lists */
	const struct shard *shard;            /* set by the caller: what the cases are of */
	struct report_gather *gather;         /* set by the caller: of all loaders, or NULL */
	const char *label;                    /* of its column in the matrix: the loader */
	const struct result *const *results;  /* by case; NULL for cases that were not reached */
	bool idle;                            /* --failed: no chosen case failed in its last run */
	int exit_code;                        /* 0, 1 or 2; 130 or 143 when interrupted */
};

/* run the selected cases under loader; fills the zeroed s; the results are in a */
void session_run(struct arena *a, struct session *s, const struct options *o,
		 const struct suite *suite, const struct casefile *const *cases, size_t n,
		 const char *loader, const volatile int *interrupted);

/*
 * keep those of the n cases that failed in their last run under the first loader, and say which run
 * that was. 0, or -1 with a warning.
 */
int session_choose_failed(struct arena *a, const struct options *o, const struct suite *suite,
			  const struct casefile **cases, size_t *n,
			  const volatile int *interrupted);

/* what is known about a loader before anything is built or run */
struct session_asked {
	struct target target;
	struct known known; /* the user's lists and the target's own */
	bool detail;        /* the level of a run */
};

/* ask the first loader for its facts; user holds the user's own lists. 0, or -1 with a warning. */
int session_ask(struct arena *a, struct session_asked *asked, const struct options *o,
		const struct suite *suite, const struct known *user,
		const volatile int *interrupted);

/*
 * read the last outcomes of cases under this loader; an empty list if there are none. *runs gets a
 * description of these runs.
 */
void session_read_last(struct arena *a, struct last *last, const char **runs,
		       const struct suite *suite, const struct session_asked *asked);

#endif
