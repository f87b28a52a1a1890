/*
 * What a file with the suffix of the stable ABI promises, by the tag of the wheel that installed
 * it, and the symbols that it needs beyond that.
 */
#ifndef ABI3_H
#define ABI3_H

#include <stddef.h>

struct arena;
struct stable_abi;

struct abi3_symbol {
	const char *name;
	int added; /* minor version; 0: the stable ABI does not have it */
};

struct abi3_use {
	int declared; /* minor version, 7 for cp37-abi3; 0: nobody says it */
	struct abi3_symbol *beyond; /* in the arena */
	size_t n;
};

/*
 * look at a file that is loaded by its absolute path. The tag is in the file WHEEL of the folder
 * *.dist-info whose RECORD lists the file, in a folder above it. A weak symbol is not needed. Only
 * names that begin with Py or _Py are of the Python API.
 */
void abi3_look(struct arena *a, struct abi3_use *use, const char *file,
	       const struct stable_abi *abi);
/* the version that the text of a WHEEL declares: the least of its tags; 0 if there is none */
int abi3_declared(struct arena *a, const char *wheel);

#endif
