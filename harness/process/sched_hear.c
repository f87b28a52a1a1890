#include <string.h>

#include "process/sched.h"
#include "process/sched_private.h"

enum { REPLY_MAX = 8192 };

/* may this message come now? */
static bool
in_order(const struct worker *w, const struct reply *r)
{
	bool fork = w->job.fork, begun = w->now->child != 0;

	switch (r->kind) {
	case REPLY_READY:
		return w->state == WORKER_STARTING;
	case REPLY_STARTED:
		return fork ? w->state == WORKER_SENT && !worker_hungry(w) : !begun;
	case REPLY_ENDED:
		return begun && (w->state == WORKER_RUNNING || w->state == WORKER_ENDING);
	case REPLY_FAILED:
		return fork ? w->state == WORKER_STARTING : !begun;
	case REPLY_NONSENSE:
		break;
	}
	return false;
}

static void
job_started(struct worker *w, pid_t pid)
{
	if (!w->job.fork) {
		w->own.child = pid;
		return;
	}
	w->state = WORKER_RUNNING;
	w->deadline = now_seconds() + w->job.timeout;
}

/*
 * The server already ran an earlier job and has not begun this one. If it fails now, it may have
 * failed while it was idle. That is not this job's fault, so a new server gets the job.
 */
static bool
was_idle(const struct worker *w)
{
	return w->state == WORKER_SENT && !w->fresh;
}

static void
nonsense(struct sched *s, struct worker *w, char *line)
{
	for (char *p = line; *p; p++)
		if (*p < ' ' || *p > '~')
			*p = '?';
	if (w->state == WORKER_STARTING)
		worker_start_failed(s, w, "the server said '%.80s' instead of ready", line);
	else if (was_idle(w))
		worker_start_server(s, w);
	else
		worker_lose(s, w, RAN_LOST, "the %s said '%.80s' out of order",
			    w->job.fork ? "server" : "supervisor", line);
}

static void
server_ready(struct sched *s, struct worker *w, const char *text)
{
	const char *why = s->ops->ready ? s->ops->ready(s->ctx, w->server.pid, text) : NULL;

	if (why) {
		worker_start_failed(s, w, "%s", why);
		return;
	}
	s->start_failures = 0;
	w->nwrapped = spawn_children(w->server.pid, w->wrapped, WRAPPED_MAX);
	worker_send(s, w);
}

static void
obey(struct sched *s, struct worker *w, char *line, size_t len)
{
	struct reply r = reply_parse(line, len);

	if (!in_order(w, &r)) {
		nonsense(s, w, line);
	} else if (r.kind == REPLY_READY) {
		server_ready(s, w, r.text);
	} else if (r.kind == REPLY_STARTED) {
		job_started(w, r.pid);
	} else if (r.kind == REPLY_ENDED) {
		worker_ended(s, w, &r);
	} else if (w->job.fork) {
		worker_start_failed(s, w, "%s", r.text);
	} else {
		worker_lose(s, w, RAN_ERROR, "%s", r.text);
	}
}

/* end of file on reply */
static void
gone(struct sched *s, struct worker *w)
{
	if (w->state == WORKER_STARTING) {
		worker_start_failed(s, w, "the server ended before it was ready");
	} else if (was_idle(w)) {
		worker_start_server(s, w);
	} else if (w->state == WORKER_SENT) {
		worker_lose(s, w, RAN_LOST, "the server ended before it started the job");
	} else {
		worker_lose(s, w, RAN_LOST, "the job's %s died while the job ran",
			    w->job.fork ? "server" : "supervisor");
	}
}

void
worker_hear(struct sched *s, struct worker *w)
{
	int got = worker_read_reply(w);
	char line[REPLY_MAX + 1];
	char *newline;

	while (w->state != WORKER_IDLE && w->reply.len &&
	       (newline = memchr(w->reply.p, '\n', w->reply.len))) {
		size_t len = (size_t)(newline - w->reply.p), kept = len;

		if (kept > REPLY_MAX)
			kept = REPLY_MAX;
		memcpy(line, w->reply.p, kept);
		line[kept] = '\0';
		w->reply.len -= len + 1;
		memmove(w->reply.p, newline + 1, w->reply.len + 1);
		obey(s, w, line, len);
	}
	if (w->state == WORKER_IDLE)
		return;
	if (got < 0)
		gone(s, w);
	else if (w->reply.len > REPLY_MAX)
		worker_lose(s, w, RAN_LOST, "a message is too long");
}

static void
flooded(struct sched *s, struct worker *w)
{
	if (w->state == WORKER_RUNNING)
		worker_stop(w, RAN_FLOOD);
	else if (w->state == WORKER_STARTING)
		worker_start_failed(s, w, "the server wrote too much before it was ready");
	else
		worker_lose(s, w, RAN_LOST, "the server wrote too much before it started the job");
}

static void
late(struct sched *s, struct worker *w)
{
	if (w->state == WORKER_RUNNING)
		worker_stop(w, RAN_TIMEOUT);
	else if (w->state == WORKER_STARTING)
		worker_start_failed(s, w, "the server was not ready within %g s",
				    s->config.server_start);
	else
		worker_lose(s, w, RAN_LOST, "the server did not start the job within %g s",
			    s->config.server_start);
}

void
worker_check(struct sched *s, struct worker *w, double now)
{
	if (w->held > 0 && w->held <= now)
		worker_release(w);
	if (w->state != WORKER_IDLE && w->state != WORKER_ENDING && worker_flooded(s, w))
		flooded(s, w);
	if (w->state != WORKER_IDLE && w->deadline <= now)
		late(s, w);
}
