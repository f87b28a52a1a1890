/*
 * Private to session: what its steps share, and those before the first case runs.
 */
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
	bool detail;
	const struct casefile *const *given; /* the selection, before --failed */
	size_t ngiven;
	const struct casefile **list; /* first the protocol cases that were not selected */
	size_t hidden;                /* how many those are */
	size_t n;
	struct run *run;
	struct summary summary;
	struct session_reports reports;
	const struct result **results; /* of the selected cases */
	bool broken;                   /* the adapter, or anything BROKEN */
	bool stop;
	double started;
};

/* does the case ask nothing of the loader, only of the adapter: tag "protocol" */
bool session_is_protocol(const struct casefile *c);
/* ask the loader for its facts, and settle the level; 0, or -1 with a warning */
int session_hello(struct session_work *w, const struct target_config *config);
/*
 * keep those of the n cases that failed when they were last run so, and say which run that was;
 * 0, or -1 with a warning if there has been none
 */
int session_select_failed(struct session_work *w, const struct casefile **cases, size_t *n);
/* of which runs this is one */
struct failed_key session_key(struct arena *a, const struct suite *suite,
			      const struct target *target, bool detail);
/* the file that says WHAT of these runs, and the writing of it, which a run can do without */
const char *session_state_path(struct arena *a, const struct suite *suite, const char *what,
			       const struct failed_key *key);
void session_write_state(const struct session_work *w, const char *what,
			 const struct failed_key *key, const struct buf *b);
/* the time as a text */
const char *session_now(struct arena *a);
/* results by the place of their case in the suite; *n gets how many there are */
const struct result **session_by_case(const struct session_work *w, size_t *n);
/* note what was carried out, for --show */
void session_write_last(const struct session_work *w);
/* note what has failed, for the next --failed */
void session_write_failed(const struct session_work *w);
/* choose what runs: the protocol cases that were not selected, then the selected ones */
void session_make_list(struct session_work *w, const struct casefile *const *cases, size_t n);
/* the user's lists and the target's own, as they count today; 0, or -1 with a warning */
int session_load_known(struct session_work *w, const struct known *user);
/* fixtures, known lists, the user's first; 0, or -1 with a warning */
int session_prepare(struct session_work *w, const struct known *user);
/*
 * the command that runs one case again, but for its id, as it is typed into a shell in cwd: what
 * o says of loader, judgement and deadlines. Pure.
 */
const char *session_rerun(struct arena *a, const struct options *o, const char *loader, bool fork,
			  const char *cwd);
/* sentences on the run that all reports carry; NULL-terminated */
const char *const *session_notes(struct session_work *w);
/* --write-known, the list under which this run would be green; 0, or -1 with a warning */
int session_write_known(struct session_work *w);
/* make ready to run; 0, or -1 with the mistakes printed */
int session_make_run(struct session_work *w, const char *loader);
/* fill the summary, as far as it is known beforehand */
void session_describe(struct session_work *w, const char *loader);
/* was nothing executed where something should have been? then the summary says so */
bool session_check_empty(struct session_work *w);
/* say it, with the reasons counted */
void session_tell_empty(const struct result *const *all, size_t n);

#endif
