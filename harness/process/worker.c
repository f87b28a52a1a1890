#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/wait.h>

#include "process/sched.h"
#include "process/worker.h"
#include "process/bytes.h"
#include "process/procs.h"
#include "process/reply.h"

enum { START_FAILURES_MAX = 3, ERROR_MAX = 1024, REPLY_MAX = 8192 };

/* the least time between two looks at what a job uses, in seconds and in times of a look */
static const double LOOK = 0.1, LOOK_SHARE = 20;

/* nothing bounds the processes of a job: is the machine crowded? That costs nearly nothing */
static const double GLANCE = 0.01;

/* after the job was killed, "ended" must come within so many seconds */
static const double GRACE = 2;

void
worker_init(struct worker *w, struct crew *crew, unsigned number)
{
	static const struct process none = SPAWN_NONE;

	*w = (struct worker){.crew = crew, .number = number, .server = none, .own = none,
			     .bound = BOUND_NONE, .lineage = LINEAGE_NONE,
			     .channel = CHANNEL_NONE};
}

/* the job is over: report it, and forget it */
static void
finish(struct worker *w)
{
	struct ran *ran = &w->ran;

	ran->seconds = now_seconds() - w->began;
	ran->log_cut = w->log_seen > w->crew->config.log_max;
	/* the job may have ended before all its output was read */
	if (ran->how == RAN_EXITED && bytes_flooded(w)) {
		ran->how = RAN_FLOOD;
		bytes_say_flood(w);
	}
	if (w->error.len)
		ran->error = buf_str(&w->error);
	if (w->left.len)
		ran->left = buf_str(&w->left);
	w->state = WORKER_IDLE;
	w->crew->ops->done(w->crew->ctx, w->index, ran);
	buf_free(&ran->out);
	buf_free(&ran->log);
	buf_free(&w->head);
	buf_free(&w->error);
	buf_free(&w->left);
	*ran = (struct ran){0};
}

/* kill a process that is no longer needed and everything below it; its last output is kept */
static void
discard(struct worker *w)
{
	channel_remove(&w->channel);
	spawn_kill(w->now);
	bytes_drain(w);
	channel_close(&w->channel);
	spawn_close(w->now);
	buf_clear(&w->reply);
}

/* the job is over because its process or server has ended; a decision of stop() remains */
static PRINTF(3, 4) void
lose(struct worker *w, enum ran_how how, const char *fmt, ...)
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
	discard(w);
	finish(w);
}

/* the job is over because a server could not be started for it */
static PRINTF(2, 3) void
start_failed(struct worker *w, const char *fmt, ...)
{
	char text[ERROR_MAX];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	w->crew->start_failures++;
	buf_clear(&w->crew->start_why);
	buf_puts(&w->crew->start_why, text);
	lose(w, RAN_ERROR, "%s", text);
}

/* start a process within the bound of this worker */
static int
start(struct worker *w, struct process *p, const struct spawn *spawn)
{
	struct spawn bound = *spawn;

	if (w->job.most && !w->bound.most)
		bound_open(&w->bound, w->crew->groups, w->job.most->processes);
	bound.bound = &w->bound;
	return spawn_start(p, &bound);
}

/* start a new server for the job; an old one is replaced */
static void
start_server(struct worker *w)
{
	const struct crew *c = w->crew;
	const struct spawn *server = c->ops->server ? c->ops->server(c->ctx, w->number) : NULL;

	discard(w);
	bytes_forget(w);
	if (!server) {
		lose(w, RAN_ERROR, "there is no server to fork the job");
	} else if (w->crew->start_failures >= START_FAILURES_MAX) {
		lose(w, RAN_ERROR, "no server could be started: %s",
		     buf_str(&w->crew->start_why));
	} else if (start(w, &w->server, server)) {
		start_failed(w, "cannot start a process");
	} else {
		w->fresh = true;
		w->state = WORKER_STARTING;
		w->deadline = now_seconds() + w->crew->config.server_start;
	}
}

/* in the server's own /tmp, which no other worker sees, or where all find it; NULL: errno is set */
static const char *
make_channel(struct worker *w)
{
	const struct crew *c = w->crew;

	if (w->server.apart && !channel_open(&w->channel, w->server.view.kinds[VIEW_TMP]))
		return "/tmp";
	if (c->channels < 0 || channel_open(&w->channel, c->channels))
		return NULL;
	return c->config.channels;
}

/* ask the waiting server to run the job */
static void
send_job(struct worker *w)
{
	const char *folder;

	/* output that the server wrote between two jobs belongs to no job */
	bytes_drain(w);
	bytes_astray(w);
	bytes_forget(w);
	folder = make_channel(w);
	if (!folder) {
		lose(w, RAN_ERROR, "cannot make a pipe: %s", strerror(errno));
		return;
	}
	buf_clear(&w->head);
	buf_printf(&w->head, "run %zu %s/%s\n", w->job.input_len, folder, w->channel.name);
	w->sent = 0;
	w->state = WORKER_SENT;
	w->began = now_seconds();
	w->deadline = w->began + w->crew->config.server_start;
	bytes_feed(w);
}

/* does it have a server that lives, is silent and has all its pipes? */
static bool
server_waits(struct worker *w)
{
	return w->server.pid && w->server.in >= 0 && w->server.out >= 0 && w->server.log >= 0 &&
	       !w->reply.len && !bytes_read_reply(w);
}

static void
runs(struct worker *w)
{
	w->state = WORKER_RUNNING;
	w->due = w->job.most ? now_seconds() + LOOK : INFINITY;
	w->look = w->job.most && !bound_holds(&w->bound, w->now->apart) ? 0 : w->due;
	w->crowd = w->job.most ? usage_machine() + w->job.most->processes : 0;
}

static void
own_start(struct worker *w)
{
	if (start(w, &w->own, &w->job.spawn)) {
		lose(w, RAN_ERROR, "cannot start a process");
		return;
	}
	runs(w);
	w->deadline = w->began + w->job.timeout;
	if (w->job.hold > 0)
		w->held = w->began + w->job.hold;
	bytes_feed(w);
}

void
worker_begin(struct worker *w, size_t index)
{
	w->index = index;
	w->now = w->job.fork ? &w->server : &w->own;
	w->began = now_seconds();
	w->sent = 0;
	w->fresh = false;
	w->held = 0;
	bytes_forget(w);
	if (!w->job.fork)
		own_start(w);
	else if (server_waits(w))
		send_job(w);
	else
		start_server(w);
}

/* the supervisor has finished its work; killing it only saves us waiting for its exit */
static void
own_reap(struct process *p)
{
	kill(p->pid, SIGKILL);
	while (waitpid(p->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	p->pid = 0;
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
	size_t n = w->nwrapped ? procs_children(w->server.root, now, LENGTH(now)) : 0;
	int found = 0;

	for (size_t i = 0; i < n; i++)
		found += !was_wrapped(w, now[i]);
	return found;
}

/* the same for a server that is not apart; kills it if it is below a command */
static struct view_left
sweep(struct worker *w, int left)
{
	struct view_left found = {.processes = strays(w)};

	if (!left && !found.processes)
		return found;
	if (!w->nwrapped) {
		found.processes = procs_sweep(w->server.root);
		return found;
	}
	spawn_kill(&w->server);
	if (!found.processes)
		found.processes = left;
	return found;
}

/* look for what a forked job left behind, and end it; a server that is apart ends with it */
static struct view_left
leftovers(struct worker *w, int left)
{
	struct view_left found;

	if (!w->server.apart)
		return sweep(w, left);
	found = view_look(&w->server.view, !left);
	if (found.processes || found.kinds)
		spawn_kill(&w->server);
	return found;
}

/* a job can make the pipes that it shares with later ones smaller */
static long
pipe_sizes(const struct process *p)
{
	return fcntl(p->out, F_GETPIPE_SZ) + fcntl(p->log, F_GETPIPE_SZ);
}

/* what a forked job changed for those after it, or NULL; then the server ends */
static const char *
changed(struct worker *w)
{
	const char *what = w->server.pid ? lineage_changed(&w->lineage) : NULL;

	if (!what && w->server.out >= 0 && w->server.log >= 0 &&
	    pipe_sizes(&w->server) != w->pipe_sizes)
		what = "channels";

	if (what)
		spawn_kill(&w->server);
	return what;
}

/* the job has ended as r says */
static void
ended(struct worker *w, const struct reply *r)
{
	struct view_left left = {r->left, r->kinds};

	channel_remove(&w->channel);
	if (w->job.fork && bytes_astray(w)) {
		lose(w, RAN_LOST, "the server wrote to the descriptor that it began with, not to "
				  "the file that 'run' names");
		return;
	}
	if (w->job.fork) {
		left = leftovers(w, r->left);
		w->ran.changed = changed(w);
	}
	w->ran.status = r->status;
	w->ran.cpu_seconds = r->cpu_seconds;
	w->ran.max_rss_kb = r->max_rss_kb;
	/* if we killed the job, its processes do not count as left behind */
	if (w->state == WORKER_RUNNING) {
		w->ran.how = RAN_EXITED;
		w->ran.leftovers = left.processes;
		if (left.kinds)
			view_words(&w->left, left.kinds);
	}
	bytes_drain(w);
	channel_close(&w->channel);
	if (!w->job.fork) {
		own_reap(&w->own);
		buf_clear(&w->reply);
	}
	finish(w);
}

/* kill the job, for the reason how; "ended" is still to come */
static void
stop(struct worker *w, enum ran_how how)
{
	w->ran.how = how;
	w->state = WORKER_ENDING;
	if (w->now->apart) {
		lose(w, how, "killed");
		return;
	}
	/* all descendants of its supervisor or of the server belong to the job */
	procs_sweep(w->now->root);
	w->deadline = now_seconds() + GRACE;
}

/* may this message come now? */
static bool
in_order(const struct worker *w, const struct reply *r)
{
	bool fork = w->job.fork, begun = w->now->begun;

	switch (r->kind) {
	case REPLY_READY:
		return w->state == WORKER_STARTING;
	case REPLY_STARTED:
		return fork ? w->state == WORKER_SENT && !bytes_hungry(w) : !begun;
	case REPLY_ENDED:
		return begun && fork != r->told_kinds &&
		       (w->state == WORKER_RUNNING || w->state == WORKER_ENDING);
	case REPLY_FAILED:
		return fork ? w->state == WORKER_STARTING : !begun;
	case REPLY_NONSENSE:
		break;
	}
	return false;
}

static void
job_started(struct worker *w)
{
	if (!w->job.fork) {
		w->own.begun = true;
		return;
	}
	runs(w);
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
nonsense(struct worker *w, char *line)
{
	for (char *p = line; *p; p++)
		if (*p < ' ' || *p > '~')
			*p = '?';
	if (w->state == WORKER_STARTING)
		start_failed(w, "the server said '%.80s' instead of ready", line);
	else if (was_idle(w))
		start_server(w);
	else
		lose(w, RAN_LOST, "the %s said '%.80s' out of order",
		     w->job.fork ? "server" : "supervisor", line);
}

static void
server_ready(struct worker *w, const char *text)
{
	const struct crew *c = w->crew;
	const char *why = c->ops->ready ? c->ops->ready(c->ctx, w->server.pid, text) : NULL;

	if (why) {
		start_failed(w, "%s", why);
		return;
	}
	if (spawn_ready(&w->server)) {
		start_failed(w, "the server cannot be seen");
		return;
	}
	w->crew->start_failures = 0;
	w->nwrapped = procs_children(w->server.root, w->wrapped, WRAPPED_MAX);
	lineage_note(&w->lineage, w->server.pid);
	w->pipe_sizes = pipe_sizes(&w->server);
	send_job(w);
}

static void
obey(struct worker *w, char *line, size_t len)
{
	struct reply r = reply_parse(line, len);

	if (!in_order(w, &r)) {
		nonsense(w, line);
	} else if (r.kind == REPLY_READY) {
		server_ready(w, r.text);
	} else if (r.kind == REPLY_STARTED) {
		job_started(w);
	} else if (r.kind == REPLY_ENDED) {
		ended(w, &r);
	} else if (w->job.fork) {
		start_failed(w, "%s", r.text);
	} else {
		lose(w, RAN_ERROR, "%s", r.text);
	}
}

/* end of file on reply */
static void
gone(struct worker *w)
{
	if (w->state == WORKER_STARTING) {
		start_failed(w, "the server ended before it was ready");
	} else if (was_idle(w)) {
		start_server(w);
	} else if (w->state == WORKER_SENT) {
		lose(w, RAN_LOST, "the server ended before it started the job");
	} else {
		lose(w, RAN_LOST, "the job's %s died while the job ran",
		     w->job.fork ? "server" : "supervisor");
	}
}

void
worker_hear(struct worker *w)
{
	int got = bytes_read_reply(w);
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
		obey(w, line, len);
	}
	if (w->state == WORKER_IDLE)
		return;
	if (got < 0)
		gone(w);
	else if (w->reply.len > REPLY_MAX)
		lose(w, RAN_LOST, "a message is too long");
}

static void
flooded(struct worker *w)
{
	if (w->state == WORKER_RUNNING) {
		bytes_say_flood(w);
		stop(w, RAN_FLOOD);
	} else if (w->state == WORKER_STARTING) {
		start_failed(w, "the server wrote too much before it was ready");
	} else {
		lose(w, RAN_LOST, "the server wrote too much before it started the job");
	}
}

static void
late(struct worker *w)
{
	if (w->state == WORKER_RUNNING)
		stop(w, RAN_TIMEOUT);
	else if (w->state == WORKER_STARTING)
		start_failed(w, "the server was not ready within %g s",
			     w->crew->config.server_start);
	else if (was_idle(w))
		start_server(w);
	else
		lose(w, RAN_LOST, "the server did not start the job within %g s",
		     w->crew->config.server_start);
}

/* look at what the job uses; it costs the job no more than a small share of its time */
static void
look(struct worker *w)
{
	struct usage_of of = {.root = w->now->root, .folder = w->job.folder};
	struct usage usage;
	double begun = now_seconds(), pause;

	if (begun < w->due && usage_machine() <= w->crowd) {
		w->look = begun + GLANCE;
		return;
	}
	if (w->job.fork)
		of.without = &w->lineage;
	if (w->now->apart)
		of.root = of.init = w->now->pid;
	usage_look(&usage, &of);
	pause = LOOK_SHARE * (now_seconds() - begun);
	w->due = now_seconds() + (pause > LOOK ? pause : LOOK);
	w->look = bound_holds(&w->bound, w->now->apart) ? w->due : now_seconds() + GLANCE;
	buf_clear(&w->error);
	usage_judge(&w->error, &usage, w->job.most);
	if (w->error.len)
		stop(w, RAN_OVER);
}

void
worker_check(struct worker *w, double now)
{
	if (w->state == WORKER_RUNNING && w->look <= now)
		look(w);
	if (w->held > 0 && w->held <= now)
		bytes_release(w);
	if (w->state != WORKER_IDLE && w->state != WORKER_ENDING && bytes_flooded(w))
		flooded(w);
	if (w->state != WORKER_IDLE && w->deadline <= now)
		late(w);
}

void
worker_free(struct worker *w)
{
	channel_close(&w->channel);
	spawn_kill(&w->own);
	spawn_close(&w->own);
	spawn_kill(&w->server);
	spawn_close(&w->server);
	bound_close(&w->bound);
	buf_free(&w->reply);
	buf_free(&w->ran.out);
	buf_free(&w->ran.log);
	buf_free(&w->head);
	buf_free(&w->error);
	buf_free(&w->left);
	lineage_close(&w->lineage);
}
