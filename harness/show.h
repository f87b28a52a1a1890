/* --show: prints all that belongs to a case, for a reader who has to understand it. */
#ifndef SHOW_H
#define SHOW_H

#include <stddef.h>

struct target;
struct buf;
struct arena;
struct casefile;
struct known;
struct options;
struct suite;

/*
 * print the cases: text, fixtures and what is built from them, what is expected of the loader, the
 * mutants that name the case, and what it got last. Builds and runs nothing but the loader's
 * hello. Returns the exit code.
 */
int show_cases(struct arena *a, const struct options *o, const struct suite *suite,
	       const struct known *user, const struct casefile *const *cases, size_t n,
	       const volatile int *interrupted);

/* lines; a longer text is named and not shown */
enum { SHOW_LINES = 60 };

/* append text, indented */
void show_indented(struct buf *b, const char *text);

/* append the sources that c uses, and what is built from each for the target */
void show_sources_used(struct arena *a, struct buf *b, const struct target *t,
		       const struct casefile *c);

/* a broken loader of harness/reference/mutants */
struct show_mutant {
	const char *name;
	const char *says;   /* what a user would see */
	const char *caught; /* ids, a blank around each */
};

struct show_mutants {
	struct show_mutant *v;
	size_t n;
};

/* what stands in front of a patch; the name is not copied. Pure. */
struct show_mutant show_mutant_parse(struct arena *a, const char *name, const char *patch);
/* read all patches; where there are none there are no mutants */
void show_mutants_read(struct arena *a, struct show_mutants *m, const char *home);
/* append those that name the case */
void show_mutants_of(struct arena *a, struct buf *b, const struct show_mutants *m, const char *id);

#endif
