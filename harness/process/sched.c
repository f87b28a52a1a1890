#include "process/sched.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "process/sched_private.h"

enum { FD_IN, FD_OUT, FD_LOG, FD_REPLY, FD_COUNT };

/* a longer wait is cut to this, so that a deadline may be infinite */
static const double LONGEST = 3600;

static const struct process NO_PROCESS = {.in = -1, .out = -1, .log = -1, .reply = -1};

struct sched *
sched_new(const struct sched_config *config, const struct sched_ops *ops, void *ctx, size_t njobs)
{
	struct sched *s = xcalloc(1, sizeof(*s));

	s->config = *config;
	if (!s->config.workers)
		s->config.workers = 1;
	s->ops = ops;
	s->ctx = ctx;
	s->njobs = njobs;
	s->over = xcalloc(njobs, sizeof(*s->over));
	s->begun = xcalloc(njobs, sizeof(*s->begun));
	s->workers = xcalloc(s->config.workers, sizeof(*s->workers));
	s->fds = xcalloc((size_t)s->config.workers * FD_COUNT, sizeof(*s->fds));
	for (unsigned i = 0; i < s->config.workers; i++)
		s->workers[i].server = s->workers[i].own = NO_PROCESS;
	return s;
}

static bool
interrupted(const struct sched *s)
{
	return s->config.interrupted && *s->config.interrupted;
}

/* an idle worker, if possible with (or without) a server as wanted; NULL if none is idle */
static struct worker *
idle(struct sched *s, bool with_server)
{
	struct worker *any = NULL;

	for (unsigned i = 0; i < s->config.workers; i++) {
		struct worker *w = &s->workers[i];

		if (w->state != WORKER_IDLE)
			continue;
		if ((w->server.pid != 0) == with_server)
			return w;
		if (!any)
			any = w;
	}
	return any;
}

static void
begin(struct sched *s, size_t i, const struct job *job)
{
	struct worker *w = idle(s, job->fork);

	w->job = *job;
	worker_begin(s, w, i);
}

/* begin or skip the first job that need not wait for another one; false if there is none */
static bool
begin_one(struct sched *s)
{
	for (size_t i = s->next; i < s->njobs; i++) {
		struct job job = {0};
		enum sched_verdict verdict = SCHED_LATER;

		if (!s->begun[i])
			verdict = s->ops->prepare(s->ctx, i, &job);
		if (verdict == SCHED_LATER)
			continue;
		s->begun[i] = true;
		while (s->next < s->njobs && s->begun[s->next])
			s->next++;
		if (verdict == SCHED_SKIP)
			s->over[i] = true;
		else
			begin(s, i, &job);
		return true;
	}
	return false;
}

/* give the next jobs to the idle workers */
static void
fill(struct sched *s)
{
	while (!s->stopped && !interrupted(s) && idle(s, false) && begin_one(s))
		continue;
}

/*
 * Most jobs end within this time, with less output than a pipe holds. Until then the scheduler
 * waits for the end alone: waking up for each line would double the cost of a short job.
 */
static const double PATIENCE = 0.03;

static bool
patient(const struct worker *w, double now)
{
	return w->state == WORKER_RUNNING && w->held <= 0 && now < w->began + PATIENCE;
}

static void
watch(struct pollfd *fds, const struct worker *w, double now)
{
	const struct process *p = w->now;
	bool busy = w->state != WORKER_IDLE, lines = busy && !patient(w, now);

	fds[FD_IN].fd = busy && worker_hungry(w) ? p->in : -1;
	fds[FD_IN].events = POLLOUT;
	fds[FD_OUT].fd = lines ? p->out : -1;
	fds[FD_LOG].fd = lines ? p->log : -1;
	fds[FD_REPLY].fd = busy ? p->reply : -1;
	fds[FD_OUT].events = fds[FD_LOG].events = fds[FD_REPLY].events = POLLIN;
}

/* set the descriptors to watch, and in *seconds for how long; false if no job runs */
static bool
watch_all(struct sched *s, double *seconds)
{
	double now = now_seconds();
	bool any = false;

	*seconds = s->config.tick ? s->ticked + s->config.tick_seconds - now : LONGEST;
	for (unsigned i = 0; i < s->config.workers; i++) {
		const struct worker *w = &s->workers[i];

		watch(&s->fds[(size_t)i * FD_COUNT], w, now);
		if (w->state == WORKER_IDLE)
			continue;
		any = true;
		if (w->deadline - now < *seconds)
			*seconds = w->deadline - now;
		if (w->held > 0 && w->held - now < *seconds)
			*seconds = w->held - now;
		if (patient(w, now) && w->began + PATIENCE - now < *seconds)
			*seconds = w->began + PATIENCE - now;
	}
	if (*seconds < 0)
		*seconds = 0;
	return any;
}

/*
 * Wait for the descriptors. Only ppoll lets signals in. Otherwise a signal between the check of
 * interrupted and the wait would not end the wait.
 */
static int
wait_for_events(struct sched *s, double seconds)
{
	struct timespec most;
	sigset_t all, before;
	int n = 0;

	most.tv_sec = (time_t)seconds;
	most.tv_nsec = (long)((seconds - (double)most.tv_sec) * 1e9);
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &before);
	if (!interrupted(s))
		n = ppoll(s->fds, (nfds_t)s->config.workers * FD_COUNT, &most, &before);
	if (n < 0 && errno != EINTR)
		die("cannot poll:");
	sigprocmask(SIG_SETMASK, &before, NULL);
	return n;
}

static void
heard(struct sched *s, struct worker *w)
{
	worker_read_out(s, w);
	if (w->held > 0 && s->ops->heard &&
	    s->ops->heard(s->ctx, w->index, w->now->pid, &w->ran.out))
		worker_release(w);
}

static void
serve(struct sched *s, struct worker *w, const struct pollfd *fds)
{
	if (fds[FD_IN].revents)
		worker_feed(w);
	if (fds[FD_OUT].revents)
		heard(s, w);
	if (fds[FD_LOG].revents)
		worker_read_log(s, w);
	if (fds[FD_REPLY].revents)
		worker_hear(s, w);
}

static void
tick(struct sched *s, double now)
{
	if (!s->config.tick || now < s->ticked + s->config.tick_seconds)
		return;
	s->ticked = now;
	s->config.tick(s->ctx);
}

/* wait for the next event and act on it; false if nothing runs */
static bool
step(struct sched *s)
{
	double seconds, now;
	bool some;

	if (!watch_all(s, &seconds))
		return false;
	some = wait_for_events(s, seconds) > 0;
	now = now_seconds();
	tick(s, now);
	for (unsigned i = 0; i < s->config.workers; i++) {
		struct worker *w = &s->workers[i];

		if (w->state == WORKER_IDLE)
			continue;
		if (some)
			serve(s, w, &s->fds[(size_t)i * FD_COUNT]);
		worker_check(s, w, now);
	}
	return true;
}

int
sched_wait(struct sched *s, size_t i)
{
	if (i >= s->njobs)
		die("there is no job %zu", i);
	while (!s->over[i]) {
		if (interrupted(s))
			return -1;
		fill(s);
		if (!step(s))
			break;
	}
	return s->over[i] ? 0 : -1;
}

void
sched_stop(struct sched *s)
{
	s->stopped = true;
}

void
sched_free(struct sched *s)
{
	for (unsigned i = 0; i < s->config.workers; i++)
		worker_free(&s->workers[i]);
	buf_free(&s->start_why);
	free(s->workers);
	free(s->fds);
	free(s->over);
	free(s->begun);
	free(s);
}
