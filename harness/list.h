/* --list: the chosen cases by area, and what a loader would skip of them. */
#ifndef LIST_H
#define LIST_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct casefile;
struct known;
struct options;
struct suite;

/*
 * append the cases in their order, a line each that begins with the id; by area with a heading
 * for each, if they are sorted so; skips (may be NULL) has the reason of each case that is
 * skipped. Headings and the total begin with '#'. Pure.
 */
void list_text(struct buf *b, const struct casefile *const *cases, size_t n,
	       const char *const *skips, bool by_area);

/*
 * print them; if a loader or a plug-in was named it is asked, and the reason of each skip
 * printed, as far as it is known before anything is built. Returns the exit code.
 */
int list_cases(struct arena *a, const struct options *o, const struct suite *suite,
	       const struct known *user, const struct casefile *const *cases, size_t n,
	       const volatile int *interrupted);

#endif
