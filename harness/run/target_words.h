/*
 * Shortens what the build says about a fixture that it could not build: a block that begins with
 * "fixtures-src/AREA/NAME.c: cannot build for TARGET:". Pure.
 */
#ifndef TARGET_WORDS_H
#define TARGET_WORDS_H

struct arena;

/* a product's block as one line: its first line, and the first line that has an error */
const char *words_brief(struct arena *a, const char *block);

#endif
