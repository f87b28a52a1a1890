#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/wait.h>

#include "process/sched.h"
#include "process/sched_private.h"

enum { START_FAILURES_MAX = 3, ERROR_MAX = 1024 };

/* after the job was killed, "ended" must come within so many seconds */
static const double GRACE = 2;

/* the job is over: report it, and forget it */
static void
finish(struct sched *s, struct worker *w)
{
	struct ran *ran = &w->ran;

	ran->seconds = now_seconds() - w->began;
	ran->log_cut = w->log_seen > s->config.log_max;
	/* the job may have ended before all its output was read */
	if (ran->how == RAN_EXITED && worker_flooded(s, w))
		ran->how = RAN_FLOOD;
	if (w->error.len)
		ran->error = buf_str(&w->error);
	w->state = WORKER_IDLE;
	s->over[w->index] = true;
	s->ops->done(s->ctx, w->index, ran);
	buf_free(&ran->out);
	buf_free(&ran->log);
	buf_free(&w->head);
	buf_free(&w->error);
	*ran = (struct ran){0};
}

/* kill a process that is no longer needed and everything below it; its last output is kept */
static void
discard(struct sched *s, struct worker *w)
{
	spawn_kill(w->now);
	worker_drain(s, w);
	spawn_close(w->now);
	buf_clear(&w->reply);
}

void
worker_lose(struct sched *s, struct worker *w, enum ran_how how, const char *fmt, ...)
{
	char text[ERROR_MAX];
	va_list ap;

	if (w->state != WORKER_ENDING) {
		va_start(ap, fmt);
		vsnprintf(text, sizeof(text), fmt, ap);
		va_end(ap);
		buf_puts(&w->error, text);
		w->ran.how = how;
	}
	discard(s, w);
	finish(s, w);
}

void
worker_start_failed(struct sched *s, struct worker *w, const char *fmt, ...)
{
	char text[ERROR_MAX];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	s->start_failures++;
	buf_clear(&s->start_why);
	buf_puts(&s->start_why, text);
	worker_lose(s, w, RAN_ERROR, "%s", text);
}

void
worker_start_server(struct sched *s, struct worker *w)
{
	discard(s, w);
	worker_forget(w);
	if (!s->config.server) {
		worker_lose(s, w, RAN_ERROR, "there is no server to fork the job");
	} else if (s->start_failures >= START_FAILURES_MAX) {
		worker_lose(s, w, RAN_ERROR, "no server could be started: %s",
			    buf_str(&s->start_why));
	} else if (spawn_start(&w->server, s->config.server)) {
		worker_start_failed(s, w, "cannot start a process");
	} else {
		w->fresh = true;
		w->state = WORKER_STARTING;
		w->deadline = now_seconds() + s->config.server_start;
	}
}

void
worker_send(struct sched *s, struct worker *w)
{
	/* output that the server wrote between two jobs belongs to no job */
	worker_drain(s, w);
	worker_forget(w);
	buf_clear(&w->head);
	buf_printf(&w->head, "run %zu\n", w->job.input_len);
	w->sent = 0;
	w->state = WORKER_SENT;
	w->began = now_seconds();
	w->deadline = w->began + s->config.server_start;
	worker_feed(w);
}

/* does it have a server that lives, is silent and has all its pipes? */
static bool
server_waits(struct worker *w)
{
	return w->server.pid && w->server.in >= 0 && w->server.out >= 0 && w->server.log >= 0 &&
	       !w->reply.len && !worker_read_reply(w);
}

static void
own_start(struct sched *s, struct worker *w)
{
	if (spawn_start(&w->own, &w->job.spawn)) {
		worker_lose(s, w, RAN_ERROR, "cannot start a process");
		return;
	}
	w->state = WORKER_RUNNING;
	w->deadline = w->began + w->job.timeout;
	if (w->job.hold > 0)
		w->held = w->began + w->job.hold;
	worker_feed(w);
}

void
worker_begin(struct sched *s, struct worker *w, size_t index)
{
	w->index = index;
	w->now = w->job.fork ? &w->server : &w->own;
	w->began = now_seconds();
	w->sent = 0;
	w->fresh = false;
	w->held = 0;
	worker_forget(w);
	if (!w->job.fork)
		own_start(s, w);
	else if (server_waits(w))
		worker_send(s, w);
	else
		worker_start_server(s, w);
}

/* the supervisor has finished its work; killing it only saves us waiting for its exit */
static void
own_reap(struct process *p)
{
	kill(p->pid, SIGKILL);
	while (waitpid(p->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	p->pid = p->child = 0;
	spawn_close(p);
}

static bool
was_wrapped(const struct worker *w, pid_t pid)
{
	for (size_t i = 0; i < w->nwrapped; i++) {
		if (w->wrapped[i] == pid)
			return true;
	}
	return false;
}

/*
 * Orphans become children of the process that we started. If that is a command around the server,
 * the server does not see them; so count them here.
 */
static int
strays(const struct worker *w)
{
	pid_t now[2 * WRAPPED_MAX];
	size_t n = w->nwrapped ? spawn_children(w->server.pid, now, LENGTH(now)) : 0;
	int found = 0;

	for (size_t i = 0; i < n; i++)
		found += !was_wrapped(w, now[i]);
	return found;
}

/* kill what a forked job left behind, perhaps with its server; returns the number of processes */
static int
leftovers(struct worker *w, int left)
{
	int found = strays(w);

	if (!left && !found)
		return 0;
	if (!w->nwrapped)
		return spawn_sweep(w->server.pid);
	spawn_kill(&w->server);
	return found ? found : left;
}

void
worker_ended(struct sched *s, struct worker *w, const struct reply *r)
{
	int left = w->job.fork ? leftovers(w, r->left) : r->left;

	w->ran.status = r->status;
	w->ran.cpu_seconds = r->cpu_seconds;
	w->ran.max_rss_kb = r->max_rss_kb;
	/* if we killed the job, its processes do not count as left behind */
	if (w->state == WORKER_RUNNING) {
		w->ran.how = RAN_EXITED;
		w->ran.leftovers = left;
	}
	worker_drain(s, w);
	if (!w->job.fork) {
		own_reap(&w->own);
		buf_clear(&w->reply);
	}
	finish(s, w);
}

void
worker_stop(struct worker *w, enum ran_how how)
{
	w->ran.how = how;
	w->state = WORKER_ENDING;
	/* all descendants of its supervisor or server belong to the job */
	spawn_sweep(w->now->pid);
	w->deadline = now_seconds() + GRACE;
}

void
worker_free(struct worker *w)
{
	spawn_kill(&w->own);
	spawn_close(&w->own);
	spawn_kill(&w->server);
	spawn_close(&w->server);
	buf_free(&w->reply);
	buf_free(&w->ran.out);
	buf_free(&w->ran.log);
	buf_free(&w->head);
	buf_free(&w->error);
}
