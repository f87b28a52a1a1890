/*
 * What the build of the fixtures says of those that it could not build: for each product a block
 * that begins with "fixtures-src/AREA/NAME.c: cannot build for TARGET:". Pure.
 */
#ifndef TARGET_WORDS_H
#define TARGET_WORDS_H

struct arena;

/* a product's block as one sentence: its first line, and what tells best what is wrong */
const char *words_brief(struct arena *a, const char *block);

#endif
