/*
 * The table of CPython's stable ABI, harness/explore/stable_abi.txt: which symbol is in it, and
 * since which version. Versions are minor numbers: 7 is 3.7. Pure but for reading the file.
 */
#ifndef STABLE_ABI_H
#define STABLE_ABI_H

#include <stddef.h>

struct arena;

struct stable_symbol {
	const char *name;
	int added;
};

struct stable_abi {
	struct stable_symbol *v; /* sorted by name */
	size_t n;
	int newest; /* version of which it has symbols */
};

/* read the table from the file at path; 0, or -1 with a warning that names the line */
int stable_abi_read(struct arena *a, struct stable_abi *abi, const char *path);
/* the version that added the symbol; 0 if the stable ABI does not have it */
int stable_abi_added(const struct stable_abi *abi, const char *name);
/* the number that follows the prefix: 7 in "3.7" after "3.", in "cp37" after "cp3"; else 0 */
int stable_abi_minor(const char *text, const char *prefix);

#endif
