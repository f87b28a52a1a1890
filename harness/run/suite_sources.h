/* The lists of rules, and the rules that cases name: part of suite_load(), or the lists alone. */
#ifndef SUITE_SOURCES_H
#define SUITE_SOURCES_H

struct arena;
struct errors;
struct sources;
struct suite;

/*
 * read s->sources, and make text for reports of the ids in the cases' `spec`; 0, or -1 with the
 * mistakes in errors
 */
int suite_sources(struct arena *a, struct suite *s, struct errors *errors);
/* read the lists of the suite at root, without its cases; their mistakes go to errors */
const struct sources *suite_rules(struct arena *a, const char *root, struct errors *errors);

#endif
