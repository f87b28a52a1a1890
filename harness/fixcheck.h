/*
 * What a shared library says of itself to the dynamic linker, found through its section headers.
 * Knows ELF; nothing of what is expected of a fixture.
 */
#ifndef FIXCHECK_H
#define FIXCHECK_H

#include <stdbool.h>
#include <stddef.h>

enum { SYMBOL_NONE, SYMBOL_UNDEFINED, SYMBOL_UNDEFINED_WEAK, SYMBOL_DEFINED, SYMBOL_IFUNC };
enum { RELOC_PLT, RELOC_GOT };

struct buf;
struct elf_file;

/* open path; NULL with *why (a string that needs no freeing) if it is no ELF file */
struct elf_file *elf_file_open(const char *path, const char **why);
void elf_file_close(struct elf_file *f);

/* SYMBOL_...: how the dynamic symbol name stands in f */
int elf_symbol(const struct elf_file *f, const char *name);
/* is there a relocation by name among those of the PLT, or one that fills its GOT entry */
bool elf_reloc(const struct elf_file *f, int kind, const char *name);
/* value of the dynamic entry tag; false if there is none */
bool elf_dynamic_value(const struct elf_file *f, long tag, unsigned long long *value);
/* text of the i-th dynamic entry tag, NULL if there are not so many */
const char *elf_dynamic_string(const struct elf_file *f, long tag, size_t i);
/* is version needed of the library file */
bool elf_version_needed(const struct elf_file *f, const char *file, const char *version);
/* is version defined here */
bool elf_version_defined(const struct elf_file *f, const char *version);
/* bytes of thread-local storage */
unsigned long long elf_tls_size(const struct elf_file *f);
/* must the stack be executable: by its header, or because it has none */
bool elf_exec_stack(const struct elf_file *f);
/* entries of an array of constructors or destructors, without the one that the compiler's own
 * start files put there */
size_t elf_array_entries(const struct elf_file *f, bool destructors);

/*
 * has the file at path, called shown in messages, all these properties (NULL-terminated; FORMAT.md,
 * section 6)? 0, or -1 with a line for each that it has not in said
 */
int fixcheck_file(const char *path, const char *shown, char *const *texts, struct buf *said);

#endif
