/* What was found, grouped by cause. */
#ifndef FINDINGS_H
#define FINDINGS_H

#include <stddef.h>

struct arena;

struct finding {
	const char *cause;
	size_t times;
};

struct findings {
	struct finding *v; /* in the order in which they were found */
	size_t n, room;
};

/* count a cause; the number of it, from 0; new ones are copied into the arena */
size_t findings_add(struct arena *a, struct findings *f, const char *cause);
void findings_free(struct findings *f);

#endif
