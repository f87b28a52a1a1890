/*
 * The judgement of one case: what happened against what must happen, then against the known
 * list. Pure: everything comes in as arguments.
 */
#ifndef VERDICT_H
#define VERDICT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct casefile;
struct expected;
struct facts;
struct known_line;
struct ran;
struct text_roots;

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

struct verdict_input {
	const struct casefile *cs;
	const struct expected *expected;
	const struct facts *facts;
	const struct known_line *known; /* NULL if none */
	const struct ran *ran;
	const struct text_roots *roots;
	const char *token;
	bool detail; /* --level detail */
};

/* judge; fills outcome, unexpected, line, reason, cause, diff, log, got and the measures of r */
void verdict_judge(struct arena *a, struct result *r, const struct verdict_input *in);

/* XFAIL or XPASS where the known list says so; sets unexpected. For tests and the above. */
void verdict_apply_known(struct arena *a, struct result *r, const struct known_line *known,
			 bool detail);
/* the line's reason and where it stands: "REASON (FILE:LINE)" */
const char *verdict_known_reason(struct arena *a, const struct known_line *known);

#endif
