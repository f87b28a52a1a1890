/* Why a loader cannot have what a skipped case requires: sentences for people. Pure. */
#ifndef SKIP_WHY_H
#define SKIP_WHY_H

struct arena;
struct facts;

/* one sentence why a loader with these facts cannot have the requirement; NULL if there is none */
const char *skip_why(const char *requirement, const struct facts *facts);
/* the patterns of requirements that have a sentence for every loader; NULL-terminated */
const char *const *skip_patterns(struct arena *a);

#endif
