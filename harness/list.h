/*
 * --list: prints the chosen cases by area and, if a loader is named, which ones it would skip and
 * why. It builds nothing and runs no case.
 */
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
 * append the cases in their order, one line each, which begins with the id. by_area: the cases are
 * sorted by area, and each area gets a heading. skips (may be NULL) has the reason for each skipped
 * case and NULL for the others. Headings and the total begin with '#'. Pure.
 */
void list_text(struct buf *b, const struct casefile *const *cases, size_t n,
	       const char *const *skips, bool by_area);

/*
 * print the cases. If a loader or plug-in was named, it is asked for its facts, and the reason for
 * each skip is printed, as far as it is known without building. Returns the exit code.
 */
int list_cases(struct arena *a, const struct options *o, const struct suite *suite,
	       const struct known *user, const struct casefile *const *cases, size_t n,
	       const volatile int *interrupted);

#endif
