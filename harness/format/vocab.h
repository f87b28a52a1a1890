/*
 * The closed sets of words that cases, guards, known lists, fixture lines and the command line
 * share, each word written once with a line that explains it. A word that is not here is an
 * error wherever it is written: a typo must not switch a case off. FORMAT.md is tested against
 * these tables. The words of one format alone (verbs, edits, ...) are with that format.
 */
#ifndef VOCAB_H
#define VOCAB_H

#include <stdbool.h>

struct arena;

enum vocab {
	VOCAB_CAP,  /* capabilities: what a loader or its host offers */
	VOCAB_IMPL, /* implementations of Python */
	VOCAB_LIBC,
	VOCAB_ARCH, /* machines, as uname calls them */
	VOCAB_TAG,  /* of cases */
	VOCAB_FACT  /* what an adapter tells at hello */
};

struct vocab_word {
	const char *name;
	const char *says;
};

/* the words, ended by a NULL name */
const struct vocab_word *vocab_words(enum vocab v);
/* NULL if word is one of v, otherwise the complaint, with the nearest word */
const char *vocab_unknown(struct arena *a, enum vocab v, const char *word);
bool vocab_has(enum vocab v, const char *word);

/* how strictly a case is judged: "required", or "detail" */
const char *vocab_level(bool detail);

/* the series of Python that the suite knows, the oldest first; NULL-terminated */
const char *const *vocab_pythons(void);

#endif
