/*
 * Fuzz targets, one for each reader of bytes. A target reads any bytes and looks whether what came
 * out keeps the reader's promises; the sanitizers see the rest. The bytes are the fuzzer's: a
 * target keeps nothing of them.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/util.h"

struct facts;

/* a promise of a reader; if it is broken, the program says which one and aborts */
#define FUZZ_HOLDS(promise, ...)                                                                \
	do {                                                                                    \
		if (!(promise))                                                                 \
			fuzz_broken(__FILE__, __LINE__, __VA_ARGS__);                           \
	} while (0)

_Noreturn void fuzz_broken(const char *file, int line, const char *fmt, ...) PRINTF(3, 4);

enum { FUZZ_FACTS = 3 };

/* the facts of target number i of FUZZ_FACTS, in the arena */
const struct facts *fuzz_facts(struct arena *a, size_t i);
/*
 * status of a parser that read lines lines of path: -1 if and only if it told a mistake, and each
 * mistake is one line with the path and a line that exists. Frees e; true if there was no mistake.
 */
bool fuzz_parsed(int status, struct errors *e, const char *path, size_t lines);
/* the lines of these bytes, a last one without a newline included */
size_t fuzz_lines(const char *bytes, size_t len);

/* The targets. A NUL follows the bytes of each; only those with a length can have NULs inside. */
void fuzz_case(const char *bytes, size_t len);
void fuzz_expected(const char *bytes, size_t len);
void fuzz_known(const char *bytes, size_t len);
void fuzz_transcript(const char *bytes, size_t len);
void fuzz_reply(const char *bytes, size_t len);
void fuzz_hello(const char *bytes, size_t len);
void fuzz_expr(const char *bytes, size_t len);
void fuzz_fixture(const char *bytes, size_t len);
void fuzz_record(const char *bytes, size_t len);
void fuzz_fixcheck(const char *bytes, size_t len);
void fuzz_elfedit(const char *bytes, size_t len);

#endif
