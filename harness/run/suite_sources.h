/* Part of suite_load(): the lists of rules, and the rules that cases name. */
#ifndef SUITE_SOURCES_H
#define SUITE_SOURCES_H

struct arena;
struct errors;
struct suite;

/*
 * read s->sources, and make text for reports of the ids in the cases' `spec`; 0, or -1 with the
 * mistakes in errors
 */
int suite_sources(struct arena *a, struct suite *s, struct errors *errors);

#endif
