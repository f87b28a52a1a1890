/*
 * The properties that fixcheck can prove, each written once: P(name, argument). Who only has to
 * know whether `check=PROPERTY` is one of them asks here. Pure.
 */
#ifndef FIXCHECK_WORDS_H
#define FIXCHECK_WORDS_H

struct arena;

/* what stands behind the colon of NAME:ARGUMENT */
enum fixcheck_argument {
	FIXCHECK_NONE,   /* and no colon */
	FIXCHECK_TEXT,
	FIXCHECK_NUMBER, /* of bytes */
	FIXCHECK_MODEL,  /* of thread-local storage: ie */
	FIXCHECK_PAIR    /* LIBRARY:VERSION */
};

#define FIXCHECK_PROPERTIES(P)                                                     \
	P(exports, FIXCHECK_TEXT)                                                  \
	P(lacks, FIXCHECK_TEXT)                                                    \
	P(undef, FIXCHECK_TEXT)                                                    \
	P(undefweak, FIXCHECK_TEXT)                                                \
	P(ifunc, FIXCHECK_TEXT)                                                    \
	P(needed, FIXCHECK_TEXT)                                                   \
	P(notneeded, FIXCHECK_TEXT)                                                \
	P(soname, FIXCHECK_TEXT)                                                   \
	P(runpath, FIXCHECK_TEXT)                                                  \
	P(rpath, FIXCHECK_TEXT)                                                    \
	P(bindnow, FIXCHECK_NONE)                                                  \
	P(lazy, FIXCHECK_NONE)                                                     \
	P(jumpslot, FIXCHECK_TEXT)                                                 \
	P(globdat, FIXCHECK_TEXT)                                                  \
	P(tls, FIXCHECK_MODEL)                                                     \
	P(tlssize, FIXCHECK_NUMBER)                                                \
	P(verneed, FIXCHECK_PAIR)                                                  \
	P(verdef, FIXCHECK_TEXT)                                                   \
	P(execstack, FIXCHECK_NONE)                                                \
	P(noexecstack, FIXCHECK_NONE)                                              \
	P(textrel, FIXCHECK_NONE)                                                  \
	P(initarray, FIXCHECK_NONE)                                                \
	P(finiarray, FIXCHECK_NONE)                                                \
	P(nodelete, FIXCHECK_NONE)                                                 \
	P(nodlopen, FIXCHECK_NONE)                                                 \
	P(symbolic, FIXCHECK_NONE)

#define FIXCHECK_NUMBER_OF(name, argument) PROPERTY_##name,
enum fixcheck_property { FIXCHECK_PROPERTIES(FIXCHECK_NUMBER_OF) PROPERTY_COUNT };

/*
 * the property that text, NAME or NAME:ARGUMENT, asks for, or PROPERTY_COUNT with *why, in the
 * arena; *arg gets the argument, NULL if there is none
 */
enum fixcheck_property fixcheck_find(struct arena *a, const char *text, const char **arg,
				     const char **why);

#endif
