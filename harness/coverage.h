/* Which cases show which rules of the sources, from the ids in the cases' `spec`. Pure. */
#ifndef COVERAGE_H
#define COVERAGE_H

#include <stddef.h>

#include "format/sources.h"

struct arena;
struct casefile;
struct suite;

struct coverage {
	const struct casefile ***cases; /* of each rule, by its number; NULL-terminated */
	size_t elsewhere;               /* cases that name no rule */
};

void coverage_make(struct arena *a, struct coverage *c, const struct suite *s);
/* COVER_OPEN: no case shows it, and its list gives no reason */
enum cover coverage_of(const struct coverage *c, const struct suite *s, size_t rule);
/* "covered", "not covered", ... */
const char *coverage_word(enum cover cover);

#endif
