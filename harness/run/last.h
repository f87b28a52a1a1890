/*
 * What each case got when it was last carried out, for each loader, plug-in, target and level
 * apart: the file that a run writes and --show reads. What went as expected needs no transcript;
 * of the others it and their log are kept, within limits. Pure; where the file stands is for
 * the caller.
 */
#ifndef LAST_H
#define LAST_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct failed_key;

struct last_case {
	const char *id;      /* NULL: nothing is known of it */
	const char *outcome; /* "PASS", ... */
	const char *when;    /* e.g. "2026-01-31 12:00:00" */
	const char *reason;  /* the following may be NULL: there was none */
	const char *got;     /* transcript, lines joined by \n */
	const char *log;
};

struct last {
	struct last_case *cases;
	size_t n;
};

void last_format(struct buf *b, const struct failed_key *key, const struct last *last);
/* read what last_format made; false if it is of other runs, or is none */
bool last_parse(struct arena *a, struct last *last, const struct failed_key *key,
		const char *bytes, size_t len);
/* the case of that id, or NULL */
const struct last_case *last_find(const struct last *last, const char *id);

#endif
