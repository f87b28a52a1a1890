/*
 * The file that a run writes and --show reads: the last outcome of each case. There is one file for
 * each combination of loader, plug-in, target and level. A case that did not pass keeps its
 * transcript and log, within limits. Pure: the caller knows where the file is.
 */
#ifndef LAST_H
#define LAST_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct failed_key;

struct last_case {
	const char *id;      /* NULL: nothing is known about the case */
	const char *outcome; /* "PASS", ... */
	const char *when;    /* e.g. "2026-01-31 12:00:00" */
	const char *reason;  /* this and the next two are NULL if there was none */
	const char *got;     /* transcript, lines joined by \n */
	const char *log;
};

struct last {
	struct last_case *cases;
	size_t n;
};

void last_format(struct buf *b, const struct failed_key *key, const struct last *last);
/* read what last_format wrote; false if the file is about other runs or has another form */
bool last_parse(struct arena *a, struct last *last, const struct failed_key *key,
		const char *bytes, size_t len);
/* the case with this id, or NULL */
const struct last_case *last_find(const struct last *last, const char *id);

#endif
