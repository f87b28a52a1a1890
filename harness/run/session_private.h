/* Private to session: the state that its steps share, and the steps that are in other files. */
#ifndef SESSION_PRIVATE_H
#define SESSION_PRIVATE_H

#include "run/failed.h"
#include "format/known.h"
#include "run/session_report.h"
#include "run/target.h"

struct run;
struct suite;

/* everything the steps of one session share */
struct session_work {
	struct arena *a;
	const struct options *o;
	const struct suite *suite;
	const volatile int *interrupted;
	struct target target;
	struct known known;
	const char *suite_list; /* the suite's known list for the target; NULL: it has no lines */
	size_t listed;          /* its lines */
	bool detail;
	const struct casefile *const *given; /* the selection, before --failed */
	size_t ngiven;
	const struct shard *shard;
	const struct casefile **list; /* to run: first the protocol cases that were not selected */
	size_t hidden;                /* the number of those protocol cases */
	size_t n;
	struct run *run;
	struct summary summary;
	struct session_reports reports;
	const struct result **results; /* of the selected cases */
	size_t *again;                 /* of these: those that --retries runs again */
	size_t nagain;
	bool broken;                   /* the adapter is broken, or a case is BROKEN */
	bool stop;
	double started;
};

/* does the case test the adapter alone (tag "protocol")? */
bool session_is_protocol(const struct casefile *c);
/* ask the loader for its facts, and choose the level; 0, or -1 with a warning */
int session_hello(struct session_work *w, struct target_config *config);
/*
 * keep those of the n cases that failed in their last run, and say which run that was; 0, or -1
 * with a warning if there was no such run
 */
int session_select_failed(struct session_work *w, const struct casefile **cases, size_t *n);
/* the key of the runs that this session belongs to */
struct failed_key session_key(struct arena *a, const struct suite *suite,
			      const struct target *target, bool detail);
/* the path of the file for these runs whose name begins with what */
const char *session_state_path(struct arena *a, const struct target *target, const char *what,
			       const struct failed_key *key);
/* write that file; a failure only gives a warning */
void session_write_state(const struct session_work *w, const char *what,
			 const struct failed_key *key, const struct buf *b);
/* the time in UTC as reports have it, 2026-01-31T12:00:00Z */
const char *session_date(struct arena *a);
/* describe this machine; cc has the words of the fixtures' compiler, or is NULL */
void session_machine(struct arena *a, struct machine *m, char *const *cc);
/* the time of day as text */
const char *session_now(struct arena *a);
/* the results, indexed by their case's place in the suite; *n gets the number of results */
const struct result **session_by_case(const struct session_work *w, size_t *n);
/* write the outcomes down for --show */
void session_write_last(const struct session_work *w);
/* write the failures down for the next --failed */
void session_write_failed(const struct session_work *w);
/* make the list of cases to run: the protocol cases that were not selected, then the selection */
void session_make_list(struct session_work *w, const struct casefile *const *cases, size_t n);
/* load the user's and the target's known lists, and mark expired lines; 0, or -1 with a warning */
int session_load_known(struct session_work *w, const struct known *user);
/* open the fixtures and load the known lists; 0, or -1 with a warning */
int session_prepare(struct session_work *w, const struct known *user);
/*
 * the command that runs one case again, without the case's id, as a line for a shell in cwd. It has
 * the options of o that concern loader, judgement and deadlines. Pure.
 */
const char *session_rerun(struct arena *a, const struct options *o, const char *loader, bool fork,
			  const char *cwd);
/* sentences about the run that all reports contain; NULL-terminated */
const char *const *session_notes(struct session_work *w);
/* report a result of the i-th selected case */
void session_take(struct session_work *w, size_t i, const struct result *r);
/* has the run stopped because the loader is another program now? if so, warn once */
bool session_is_refused(struct session_work *w);
/* must the result, the first one of its case, wait until the case was run again? */
bool session_wants_again(const struct session_work *w, const struct result *r);
/*
 * --retries: run the cases that wait for it again, each alone, and report them. Returns the number
 * of tests that failed for CUnit, -1 if it could not be set up.
 */
int session_run_again(struct session_work *w);
/* add a note about the run, which all reports contain; it lives in w->a */
void session_note(struct session_work *w, const char *note);
/* warn, in the reports too, if files of the suite are not as they were when the run began */
void session_check_files(struct session_work *w);
/* the same for what was built: then the run is broken */
void session_check_damage(struct session_work *w);
/* --write-known: write the list with which this run would be green; 0, or -1 with a warning */
int session_write_known(struct session_work *w);
/* create the run; 0, or -1 with the mistakes printed */
int session_make_run(struct session_work *w, const char *loader);
/* fill in what the summary says before the first case runs */
void session_describe(struct session_work *w, const char *loader);
/* true, and noted in the summary, if no case was executed though at least one should have been */
bool session_check_empty(struct session_work *w);
/* print that nothing was executed, with the reasons counted */
void session_tell_empty(const struct result *const *all, size_t n);

#endif
