/*
 * The closed sets of words that cases, guards, known lists, fixture lines and the command line
 * share. Each word is written once, with a line that explains it. Any other word is an error,
 * since a typo must not switch a case off. A test compares FORMAT.md with these tables. Words that
 * only one format uses (verbs, edits, ...) are with that format.
 */
#ifndef VOCAB_H
#define VOCAB_H

#include <stdbool.h>

struct arena;

enum vocab {
	VOCAB_CAP,  /* capabilities: what a loader or its host offers */
	VOCAB_IMPL, /* implementations of Python */
	VOCAB_LIBC,
	VOCAB_OS,
	VOCAB_FORMAT, /* formats of shared libraries */
	VOCAB_ARCH, /* machines, as uname calls them */
	VOCAB_TAG,  /* tags of cases */
	VOCAB_FACT, /* facts that an adapter tells at hello */
	VOCAB_CARRIER,  /* what executes programs of other machines and systems */
	VOCAB_SANITIZER /* what a program may be built with to find its mistakes */
};

struct vocab_word {
	const char *name;
	const char *says;
};

/* the words of v; a NULL name ends them */
const struct vocab_word *vocab_words(enum vocab v);
/* NULL if word is a word of v; otherwise a message, in the arena, with the nearest word */
const char *vocab_unknown(struct arena *a, enum vocab v, const char *word);
bool vocab_has(enum vocab v, const char *word);

/* the name of a level: "detail" or "required" */
const char *vocab_level(bool detail);

/* the versions of Python that the suite knows ("3.6", ...), the oldest first; NULL-terminated */
const char *const *vocab_pythons(void);

#endif
