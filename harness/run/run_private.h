/* Private to run: the state of a run, and the steps of a case that more than one file needs. */
#ifndef RUN_PRIVATE_H
#define RUN_PRIVATE_H

#include "base/folder.h"
#include "base/util.h"
#include "format/expected.h"
#include "process/sched.h"
#include "run/place.h"
#include "run/run.h"
#include "run/run_builds.h"
#include "run/run_guard.h"
#include "run/run_plan.h"
#include "run/token.h"
#include "run/workers.h"

/* what a case needs while it runs */
struct slot {
	struct arena mem;
	struct expected expected;
	const char *below; /* its folder, below the run's */
	const char *worker; /* the folder of its worker, below the run's; or NULL */
	bool reused;        /* its folder is that of all cases of the worker */
	const char *tmp;   /* its folder */
	char token[TOKEN_BYTES];
};

struct run {
	struct arena mem; /* as long as the run: results, paths */
	struct run_config config;
	const struct suite *suite;
	const struct target *target;
	const struct known *known;
	const struct casefile *const *cases;
	size_t n;
	struct result *results;
	struct run_plan plan;
	struct run_builds builds;
	struct run_guard guard;
	struct slot **slots;   /* of the cases that are running */
	struct place place;    /* contains the cases' folders */
	struct workers workers;
	struct folder_traits *kept; /* by worker: of the folder that its cases use, one by one */
	struct sched *sched;
	unsigned long long secret; /* the end tokens are made from it */
	const char *refused;   /* why the loader is not the one that answered hello, or NULL */
	size_t alone;          /* the case that is run again, with nothing beside it */
	unsigned attempt;      /* 0, or of that case: counted from 1, the first one is 0 */
};

/* the steps of case i, as of sched_ops: its job is to be filled in, and it is over */
enum sched_verdict run_prepare_case(struct run *r, size_t i, struct job *job);
void run_case_done(struct run *r, size_t i, const struct ran *ran);
const char *run_worker_ready(void *ctx, pid_t pid, const char *text);
const struct spawn *run_worker_server(void *ctx, unsigned worker);
/* forget what case i needed while it ran, and remove its folder */
void run_slot_free(struct run *r, size_t i);

#endif
