/* What was found, grouped by cause, and what somebody knows already. */
#ifndef FINDINGS_H
#define FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct finding {
	const char *cause; /* of one that is known perhaps a glob */
	bool known;
	size_t times;   /* 0: known, and not found yet */
	size_t number;  /* from 1, of one that is not known */
	/* how it was found; all of it is set where it is reported */
	unsigned seed;
	size_t commands;        /* of the program, before it was reduced */
	const char *modules;    /* of the reduced one, a line each: file and plan */
	const char *program;    /* its commands, a line each */
	const char *difference; /* of the transcripts, or why one could not be judged */
};

struct findings {
	struct finding *v; /* those that are known, then the others in the order of their numbers */
	size_t n, room;
	size_t nknown;
};

/*
 * read lists of causes that are known, one a line as explore prints it, or a glob for some; lines
 * that begin with '#' say why. paths: NULL-terminated, or NULL. Call before findings_add. 0, or -1
 * with a warning
 */
int findings_know(struct arena *a, struct findings *f, char *const *paths);
/* count a cause; the number of its entry, from 0; new ones are copied into the arena */
size_t findings_add(struct arena *a, struct findings *f, const char *cause);
/* how many causes were found that nobody knew */
size_t findings_new(const struct findings *f);
void findings_free(struct findings *f);

#endif
