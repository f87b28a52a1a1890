/*
 * An ELF file of either class and byte order as bytes, and the places of its fields. Knows the
 * format; changes only what it is told to, so that a file may be wrong in one thing alone.
 */
#ifndef ELFEDIT_H
#define ELFEDIT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;

/* class and byte order are those the file came with, whatever is made of them later */
struct elf_image {
	struct buf *bytes;
	bool wide; /* 64 bits */
	bool big;  /* the most significant byte first */
};

/* where a number stands */
struct elf_place {
	size_t at;
	unsigned size; /* in bytes; 0: it is the file's own size */
};

/* look at bytes, which stay the caller's; NULL, or why they are no ELF file */
const char *elf_image_open(struct elf_image *e, struct buf *bytes);
/* the place of field as FORMAT.md, section 6, names it; NULL, or why it has none */
const char *elf_image_find(const struct elf_image *e, const char *field, struct elf_place *p);
unsigned long long elf_image_get(const struct elf_image *e, struct elf_place p);
/* the bits that fit are written */
void elf_image_set(struct elf_image *e, struct elf_place p, unsigned long long value);
/* the number that <elf.h> has for name, among those that are of use; false: none */
bool elf_constant(const char *name, unsigned long long *value);
/* the whole of text as a number in the way of C; false: it is none, or too great */
bool elf_number(const char *text, unsigned long long *value);
/*
 * NULL if the words of FIELD=VALUE are words of an edit, whatever a file has of them; otherwise
 * the complaint, in the arena
 */
const char *elf_edit_check(struct arena *a, const char *edit);
/*
 * apply FIELD=VALUE edits (NULL-terminated; FORMAT.md, section 6) to the file; NULL, or why not, in
 * the arena, and the file is as it was
 */
const char *elfedit_file(struct arena *a, const char *path, char *const *edits);

#endif
