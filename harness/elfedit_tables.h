/*
 * The words of an edit (FORMAT.md section 6), each written once, with what they stand for in an
 * ELF file. Each table is ended by a NULL name.
 */
#ifndef ELFEDIT_TABLES_H
#define ELFEDIT_TABLES_H

#include "elfedit.h"

/* a member of a structure that has two layouts */
struct elf_member {
	const char *name;
	struct elf_place narrow, wide;
};

struct elf_name {
	const char *name;
	unsigned long long value;
};

extern const struct elf_member elf_header[];
extern const struct elf_member elf_segment[]; /* of a program header */
extern const struct elf_member elf_dynamic[]; /* of a dynamic entry */
extern const struct elf_name elf_segments[];  /* types of program headers */
extern const struct elf_name elf_constants[]; /* of <elf.h> */

#endif
