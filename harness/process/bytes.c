#include <errno.h>
#include <unistd.h>

#include "process/sched.h"
#include "process/worker.h"
#include "process/bytes.h"

/* DRAIN_READS limits how much we read from a process that escaped the kill */
enum { CHUNK = 64 * 1024, REPLY_CHUNK = 4096, DRAIN_READS = 32 };

static void
shut(int *fd)
{
	close(*fd);
	*fd = -1;
}

/* as read(2), but 0 means "nothing now", and -1 means end of file or an error */
static ssize_t
read_now(int fd, void *p, size_t room)
{
	ssize_t got;

	do
		got = read(fd, p, room);
	while (got < 0 && errno == EINTR);
	if (got < 0 && errno == EAGAIN)
		return 0;
	return got > 0 ? got : -1;
}

static size_t
total(const struct worker *w)
{
	return w->head.len + w->job.input_len;
}

bool
bytes_hungry(const struct worker *w)
{
	return w->state != WORKER_STARTING && w->now->in >= 0 && w->sent < total(w);
}

/* write the next piece of head and input */
static ssize_t
write_next(const struct worker *w)
{
	size_t at = w->sent;

	if (at < w->head.len)
		return write(w->now->in, w->head.p + at, w->head.len - at);
	at -= w->head.len;
	return write(w->now->in, w->job.input + at, w->job.input_len - at);
}

void
bytes_feed(struct worker *w)
{
	while (bytes_hungry(w)) {
		ssize_t put = write_next(w);

		if (put >= 0) {
			w->sent += (size_t)put;
			continue;
		}
		if (errno == EINTR)
			continue;
		/* a job need not read its input; a server that does not is noticed elsewhere */
		if (errno != EAGAIN)
			shut(&w->now->in);
		return;
	}
	if (!w->job.fork && w->now->in >= 0 && w->held <= 0)
		shut(&w->now->in);
}

void
bytes_release(struct worker *w)
{
	w->held = 0;
	bytes_feed(w);
}

/* read once; b keeps at most max bytes in all, *seen counts all; false if nothing came */
static bool
collect(int *fd, struct buf *b, size_t max, size_t *seen)
{
	char chunk[CHUNK];
	size_t room = max > b->len ? max - b->len : 0;
	ssize_t got;

	if (*fd < 0)
		return false;
	got = read_now(*fd, chunk, sizeof(chunk));
	if (got < 0)
		shut(fd);
	if (got <= 0)
		return false;
	*seen += (size_t)got;
	buf_add(b, chunk, (size_t)got < room ? (size_t)got : room);
	return true;
}

/* a server that starts has no job yet */
static int *
out_of(struct worker *w)
{
	return w->job.fork && w->state != WORKER_STARTING ? &w->channel.fd : &w->now->out;
}

int
bytes_out(struct worker *w)
{
	return *out_of(w);
}

static bool
collect_out(struct worker *w)
{
	return collect(out_of(w), &w->ran.out, w->crew->config.out_max, &w->out_seen);
}

static bool
collect_log(struct worker *w)
{
	return collect(&w->now->log, &w->ran.log, w->crew->config.log_max, &w->log_seen);
}

void
bytes_read_out(struct worker *w)
{
	collect_out(w);
}

void
bytes_read_log(struct worker *w)
{
	collect_log(w);
}

void
bytes_drain(struct worker *w)
{
	for (int i = 0; i < DRAIN_READS && collect_out(w); i++)
		continue;
	for (int i = 0; i < DRAIN_READS && collect_log(w); i++)
		continue;
}

bool
bytes_flooded(const struct worker *w)
{
	return w->out_seen > w->crew->config.out_max || w->log_seen > w->crew->config.log_flood;
}

int
bytes_read_reply(struct worker *w)
{
	char chunk[REPLY_CHUNK];
	ssize_t got = read_now(w->now->reply, chunk, sizeof(chunk));

	if (got > 0)
		buf_add(&w->reply, chunk, (size_t)got);
	return (int)got;
}

bool
bytes_astray(struct worker *w)
{
	char chunk[CHUNK];
	bool any = false;

	for (int i = 0; i < DRAIN_READS && w->server.out >= 0; i++) {
		ssize_t got = read_now(w->server.out, chunk, sizeof(chunk));

		if (got < 0)
			shut(&w->server.out);
		if (got <= 0)
			break;
		any = true;
	}
	return any;
}

void
bytes_forget(struct worker *w)
{
	buf_clear(&w->ran.out);
	buf_clear(&w->ran.log);
	w->out_seen = w->log_seen = 0;
}

void
bytes_say_flood(struct worker *w)
{
	const struct sched_config *c = &w->crew->config;
	bool out = w->out_seen > c->out_max;

	buf_clear(&w->error);
	buf_printf(&w->error, "wrote more than %zu KiB %s (--limit %s)",
		   (out ? c->out_max : c->log_flood) >> 10,
		   out ? "into its transcript" : "on standard output and error",
		   out ? "transcript" : "output");
}
