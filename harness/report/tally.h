/* Cases counted by cause. Pure. */
#ifndef TALLY_H
#define TALLY_H

#include <stddef.h>

struct arena;
struct doc_result;

struct tally_row {
	const char *cause;
	const char **ids; /* in the order in which they were added */
	size_t n;
};

/* start from {0} */
struct tally {
	struct tally_row *v;
	size_t n;
};

/* count a case; cause and id are kept as they are */
void tally_add(struct arena *a, struct tally *t, const char *cause, const char *id);
/* the most frequent cause first, then by text */
void tally_sort(struct tally *t);

/* what is to be mended: the cause, or the reason, or the outcome's name */
const char *doc_cause(const struct doc_result *r);

#endif
