/*
 * The result of one case under one target: plain data. The run makes it, the reporters show it.
 */
#ifndef RESULT_H
#define RESULT_H

#include <stdbool.h>

struct casefile;
struct known_line;

/* README describes the outcomes; reports show them in this order */
enum outcome {
	OUT_PASS,
	OUT_DETAIL,
	OUT_SKIP,
	OUT_XFAIL,
	OUT_FAIL,
	OUT_CRASH,
	OUT_TIMEOUT,
	OUT_XPASS,
	OUT_FLAKY,
	OUT_BROKEN,
	OUT_COUNT
};

/* one attempt at a case that was tried more than once */
struct attempt {
	enum outcome outcome;
	const char *reason; /* as of a result; or NULL */
	const char *got;    /* the cleaned transcript, or NULL */
	const char *log;    /* or NULL */
	double seconds;
};

/* everything that a report may show of a case under a target; strings are in the arena, or NULL */
struct result {
	const struct casefile *cs;
	enum outcome outcome;
	enum outcome happened; /* the outcome before the known lists were applied */
	const struct known_line *known; /* the line of a known list that applies, or NULL */
	bool executed;        /* a process was started for it */
	bool unexpected;      /* fails the run */
	int line; /* in the case file: the command that went wrong; 0 if none */
	const char *lacks;    /* the capability without which it is skipped, or NULL */
	const char *reason;   /* one line: why skipped, broken, crashed, tolerated; NULL for PASS */
	const char *cause;    /* what must be mended (cause.h); NULL if nothing is unexpected */
	const char *own_cause; /* the cause, if another one of the run took its place; else NULL */
	const char *diff;     /* unified diff, or NULL; of FLAKY: of its first and last attempt */
	const char *log;      /* the case's standard output and error, or NULL */
	const char *got;      /* the cleaned transcript, lines joined by \n */
	const char *rerun;    /* the command that runs this case again */
	unsigned attempts;    /* how often a process was started for it */
	const struct attempt *tries; /* all attempts if they are more than one; else NULL */
	double deadline;      /* the seconds that it had; 0 if no process was started */
	double seconds;       /* these three: of the first attempt */
	double cpu_seconds;
	long max_rss_kb;
};

/* "PASS", "DETAIL", ... and "pass", "detail", ... */
const char *outcome_name(enum outcome o);
const char *outcome_word(enum outcome o);

#endif
