/*
 * Judges one case: compares what happened with what must happen, then consults the known list.
 * Pure: everything comes in as arguments.
 */
#ifndef VERDICT_H
#define VERDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "format/result.h"

struct arena;
struct casefile;
struct expected;
struct facts;
struct known_line;
struct ran;
struct text_roots;

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

/* apply the known list: XFAIL, XPASS, unexpected. verdict_judge() calls it; public for tests. */
void verdict_apply_known(struct arena *a, struct result *r, const struct known_line *known,
			 bool detail);
/* the line's reason and place: "REASON (FILE:LINE)" */
const char *verdict_known_reason(struct arena *a, const struct known_line *known);

#endif
