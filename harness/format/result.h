/*
 * What became of one case under one target: plain data that the run makes and the reporters show.
 */
#ifndef RESULT_H
#define RESULT_H

#include <stdbool.h>

struct casefile;
struct known_line;

/* DESIGN section 5; the order is that of the reports */
enum outcome {
	OUT_PASS,
	OUT_DETAIL,
	OUT_SKIP,
	OUT_XFAIL,
	OUT_FAIL,
	OUT_CRASH,
	OUT_TIMEOUT,
	OUT_XPASS,
	OUT_BROKEN,
	OUT_COUNT
};

/* everything a report may know of one case under one target; strings are the arena's or NULL */
struct result {
	const struct casefile *cs;
	enum outcome outcome;
	enum outcome happened; /* the same before the known lists were asked */
	const struct known_line *known; /* what excuses it, or lists it though it passes; or NULL */
	bool executed;        /* a process was started for it */
	bool unexpected;      /* fails the run */
	int line; /* of the command at which it went wrong, in the case file; 0 if none */
	const char *reason;   /* one line: why skipped, broken, crashed, tolerated; NULL for PASS */
	const char *cause;    /* what is to be mended (cause.h); NULL where nothing is unexpected */
	const char *diff;     /* unified diff, or NULL */
	const char *log;      /* what went to standard output and error, or NULL */
	const char *got;      /* the cleaned transcript, lines joined by \n */
	const char *rerun;    /* the command that runs this case again */
	double seconds;
	double cpu_seconds;
	long max_rss_kb;
};

/* "PASS", "DETAIL", ... and "pass", "detail", ... */
const char *outcome_name(enum outcome o);
const char *outcome_word(enum outcome o);

#endif
