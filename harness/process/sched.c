#include "process/sched.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "process/worker.h"
#include "process/bytes.h"

enum { FD_IN, FD_OUT, FD_LOG, FD_REPLY, FD_COUNT };

/* a longer wait is cut to this, so that a deadline may be infinite */
static const double LONGEST = 3600;

struct sched {
	struct crew crew;
	size_t njobs;
	size_t next;   /* the first job that has not begun */
	bool *begun;   /* by job */
	bool stopped;  /* begin no further jobs */
	bool *over;    /* by job */
	double ticked; /* when tick was called last */
	struct worker *workers;
	struct pollfd *fds; /* FD_COUNT a worker */
};

struct sched *
sched_new(const struct sched_config *config, const struct sched_ops *ops, void *ctx, size_t njobs)
{
	struct sched *s = xcalloc(1, sizeof(*s));

	s->crew.config = *config;
	if (!s->crew.config.workers)
		s->crew.config.workers = 1;
	s->crew.ops = ops;
	s->crew.ctx = ctx;
	s->njobs = njobs;
	s->over = xcalloc(njobs, sizeof(*s->over));
	s->begun = xcalloc(njobs, sizeof(*s->begun));
	s->crew.channels = -1;
	bound_prepare(s->crew.groups, sizeof(s->crew.groups));
	if (config->channels)
		s->crew.channels = open(config->channels, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	s->workers = xcalloc(s->crew.config.workers, sizeof(*s->workers));
	s->fds = xcalloc((size_t)s->crew.config.workers * FD_COUNT, sizeof(*s->fds));
	for (unsigned i = 0; i < s->crew.config.workers; i++)
		worker_init(&s->workers[i], &s->crew, i);
	return s;
}

static bool *
longer(bool *flags, size_t n, size_t more)
{
	flags = xreallocarray(flags, n + more, sizeof(*flags));
	memset(flags + n, 0, more * sizeof(*flags));
	return flags;
}

void
sched_add(struct sched *s, size_t n)
{
	s->over = longer(s->over, s->njobs, n);
	s->begun = longer(s->begun, s->njobs, n);
	s->njobs += n;
}

static bool
interrupted(const struct sched *s)
{
	return s->crew.config.interrupted && *s->crew.config.interrupted;
}

/* an idle worker, if possible with (or without) a server as wanted; NULL if none is idle */
static struct worker *
idle(struct sched *s, bool with_server)
{
	struct worker *any = NULL;

	for (unsigned i = 0; i < s->crew.config.workers; i++) {
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
	worker_begin(w, i);
	s->over[i] = w->state == WORKER_IDLE;
}

/* begin or skip the first job that need not wait for another one; false if there is none */
static bool
begin_one(struct sched *s)
{
	for (size_t i = s->next; i < s->njobs; i++) {
		struct job job = {.worker = idle(s, true)->number};
		enum sched_verdict verdict = SCHED_LATER;

		if (!s->begun[i])
			verdict = s->crew.ops->prepare(s->crew.ctx, i, &job);
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
watch(struct pollfd *fds, struct worker *w, double now)
{
	const struct process *p = w->now;
	bool busy = w->state != WORKER_IDLE, lines = busy && !patient(w, now);

	fds[FD_IN].fd = busy && bytes_hungry(w) ? p->in : -1;
	fds[FD_IN].events = POLLOUT;
	fds[FD_OUT].fd = lines ? bytes_out(w) : -1;
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

	*seconds = s->crew.config.tick ? s->ticked + s->crew.config.tick_seconds - now : LONGEST;
	for (unsigned i = 0; i < s->crew.config.workers; i++) {
		struct worker *w = &s->workers[i];

		watch(&s->fds[(size_t)i * FD_COUNT], w, now);
		if (w->state == WORKER_IDLE)
			continue;
		any = true;
		if (w->deadline - now < *seconds)
			*seconds = w->deadline - now;
		if (w->state == WORKER_RUNNING && w->look - now < *seconds)
			*seconds = w->look - now;
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
		n = ppoll(s->fds, (nfds_t)s->crew.config.workers * FD_COUNT, &most, &before);
	if (n < 0 && errno != EINTR)
		die("cannot poll:");
	sigprocmask(SIG_SETMASK, &before, NULL);
	return n;
}

static void
heard(struct sched *s, struct worker *w)
{
	bytes_read_out(w);
	if (w->held > 0 && s->crew.ops->heard &&
	    s->crew.ops->heard(s->crew.ctx, w->index, w->now->pid, &w->ran.out))
		bytes_release(w);
}

static void
serve(struct sched *s, struct worker *w, const struct pollfd *fds)
{
	if (fds[FD_IN].revents)
		bytes_feed(w);
	if (fds[FD_OUT].revents)
		heard(s, w);
	if (fds[FD_LOG].revents)
		bytes_read_log(w);
	if (fds[FD_REPLY].revents)
		worker_hear(w);
}

static void
tick(struct sched *s, double now)
{
	if (!s->crew.config.tick || now < s->ticked + s->crew.config.tick_seconds)
		return;
	s->ticked = now;
	s->crew.config.tick(s->crew.ctx);
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
	for (unsigned i = 0; i < s->crew.config.workers; i++) {
		struct worker *w = &s->workers[i];

		if (w->state == WORKER_IDLE)
			continue;
		if (some)
			serve(s, w, &s->fds[(size_t)i * FD_COUNT]);
		worker_check(w, now);
		s->over[w->index] = w->state == WORKER_IDLE;
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
	for (unsigned i = 0; i < s->crew.config.workers; i++)
		worker_free(&s->workers[i]);
	buf_free(&s->crew.start_why);
	if (s->crew.channels >= 0)
		close(s->crew.channels);
	free(s->workers);
	free(s->fds);
	free(s->over);
	free(s->begun);
	free(s);
}
