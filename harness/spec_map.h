/*
 * spec-map: prints which cases show which rules of the sources, and why no case shows the others.
 * No loader is started.
 */
#ifndef SPEC_MAP_H
#define SPEC_MAP_H

struct arena;
struct options;
struct suite;

/*
 * the map of the sources or rules that the patterns choose, in each format of -o. Returns 0, 1 if a
 * rule has neither a case nor a reason, or 2 if a pattern chooses nothing or a file could not be
 * written.
 */
int spec_map(struct arena *a, const struct options *o, const struct suite *s);

#endif
