/* Tests jobs that wait for other jobs of the same sched. */
#include <string.h>

#include "process/sched.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

enum { JOBS = 5, NOTHING = -1 };

struct waiting {
	const int *needs; /* for each job: the job that must end first, or NOTHING */
	bool skips;       /* the jobs need no process */
	bool over[JOBS];
	char order[JOBS + 1];
	size_t n;
};

static void
note(struct waiting *w, size_t i)
{
	w->over[i] = true;
	w->order[w->n++] = (char)('0' + i);
}

static enum sched_verdict
prepare(void *ctx, size_t i, struct job *job)
{
	static char *argv[] = {(char *)"true", NULL};
	static char *envp[] = {(char *)"PATH=/usr/bin:/bin", NULL};
	struct waiting *w = ctx;

	if (w->needs[i] != NOTHING && !w->over[w->needs[i]])
		return SCHED_LATER;
	if (w->skips) {
		note(w, i);
		return SCHED_SKIP;
	}
	job->spawn = (struct spawn){.argv = argv, .envp = envp, .cwd = "/"};
	job->timeout = 60;
	return SCHED_GO;
}

static void
done(void *ctx, size_t i, const struct ran *ran)
{
	(void)ran;
	note(ctx, i);
}

static void
test_later(void)
{
	static const struct {
		int needs[JOBS];
		unsigned workers;
		bool skips;
		const char *order; /* NULL: any order in which each job comes after its need */
	} rows[] = {
		{{NOTHING, NOTHING, NOTHING, NOTHING, NOTHING}, 1, false, "01234"},
		{{1, 2, 3, 4, NOTHING}, 1, false, "43210"},
		{{1, 2, 3, 4, NOTHING}, 4, true, "43210"},
		{{1, NOTHING, 1, NOTHING, 3}, 1, false, "10234"},
		{{4, 4, 4, 4, NOTHING}, 3, false, NULL},
	};
	static const struct sched_ops ops = {.prepare = prepare, .done = done};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct waiting w = {.needs = rows[i].needs, .skips = rows[i].skips};
		struct sched_config config = {.workers = rows[i].workers, .out_max = 1024,
					      .log_max = 1024, .log_flood = 1024};
		struct sched *s = sched_new(&config, &ops, &w, JOBS);

		for (size_t k = 0; k < JOBS; k++)
			UNIT_CHECK(!sched_wait(s, k), "row %zu: job %zu is not over", i, k);
		sched_free(s);
		UNIT_CHECK(w.n == JOBS, "row %zu: %zu jobs", i, w.n);
		if (rows[i].order)
			row_text(__FILE__, __LINE__, w.order, rows[i].order);
		else
			UNIT_CHECK(w.order[0] == '4', "row %zu: %s", i, w.order);
	}
}

/* the sched does not wait for a job whose need never ends */
static void
test_never(void)
{
	static const int needs[JOBS] = {0, 1, 2, 3, NOTHING};
	static const struct sched_ops ops = {.prepare = prepare, .done = done};
	struct waiting w = {.needs = needs};
	struct sched_config config = {.workers = 2, .out_max = 1024, .log_max = 1024,
				      .log_flood = 1024};
	struct sched *s = sched_new(&config, &ops, &w, JOBS);

	UNIT_CHECK(sched_wait(s, 0), "job 0 is over");
	UNIT_CHECK(!sched_wait(s, 4), "job 4 is not over");
	sched_free(s);
	row_text(__FILE__, __LINE__, w.order, "4");
}

void
unit_sched_later(void)
{
	static const struct row_test tests[] = {
		{"a job waits for another one", test_later},
		{"a job that can never begin", test_never},
	};

	rows_suite("sched-later", tests, LENGTH(tests));
}
