#include "elfedit_tables.h"

#include <elf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "util.h"

#define AT(type, member) {offsetof(type, member), sizeof(((type *)0)->member)}
#define MEMBER(name, part, member) \
	{ \
		name, AT(Elf32_##part, member), AT(Elf64_##part, member) \
	}
#define IDENT(name, index) {name, {index, 1}, {index, 1}}
#define END {NULL, {0, 0}, {0, 0}}

const struct elf_member elf_header[] = {
	IDENT("magic", EI_MAG0),
	IDENT("class", EI_CLASS),
	IDENT("data", EI_DATA),
	IDENT("identversion", EI_VERSION),
	IDENT("osabi", EI_OSABI),
	IDENT("abiversion", EI_ABIVERSION),
	MEMBER("type", Ehdr, e_type),
	MEMBER("machine", Ehdr, e_machine),
	MEMBER("version", Ehdr, e_version),
	MEMBER("phoff", Ehdr, e_phoff),
	MEMBER("ehsize", Ehdr, e_ehsize),
	MEMBER("phentsize", Ehdr, e_phentsize),
	MEMBER("phnum", Ehdr, e_phnum),
	END,
};

const struct elf_member elf_segment[] = {
	MEMBER("type", Phdr, p_type),     MEMBER("flags", Phdr, p_flags),
	MEMBER("offset", Phdr, p_offset), MEMBER("vaddr", Phdr, p_vaddr),
	MEMBER("filesz", Phdr, p_filesz), MEMBER("memsz", Phdr, p_memsz),
	MEMBER("align", Phdr, p_align),   END,
};

const struct elf_member elf_dynamic[] = {
	MEMBER("tag", Dyn, d_tag),
	MEMBER("value", Dyn, d_un.d_val),
	END,
};

const struct elf_name elf_segments[] = {
	{"load", PT_LOAD},       {"dynamic", PT_DYNAMIC},  {"tls", PT_TLS},
	{"stack", PT_GNU_STACK}, {"relro", PT_GNU_RELRO}, {NULL, 0},
};

#define CONSTANT(name) {#name, name}

const struct elf_name elf_constants[] = {
	CONSTANT(ET_REL),        CONSTANT(ET_EXEC),      CONSTANT(ET_CORE),
	CONSTANT(PT_NULL),       CONSTANT(PT_LOAD),      CONSTANT(DT_NULL),
	CONSTANT(DT_NEEDED),     CONSTANT(DT_HASH),      CONSTANT(DT_GNU_HASH),
	CONSTANT(DT_STRTAB),     CONSTANT(DT_SYMTAB),    CONSTANT(DT_SONAME),
	CONSTANT(DT_RPATH),      CONSTANT(DT_RUNPATH),   CONSTANT(DT_DEBUG),
	CONSTANT(DT_FLAGS),      CONSTANT(DT_FLAGS_1),   CONSTANT(DF_1_PIE),
	CONSTANT(DF_1_NOOPEN),   CONSTANT(DT_VERNEED),   CONSTANT(DT_VERNEEDNUM),
	CONSTANT(DT_INIT_ARRAY), CONSTANT(DT_FINI_ARRAY), {NULL, 0},
};

bool
elf_constant(const char *name, unsigned long long *value)
{
	for (const struct elf_name *c = elf_constants; c->name; c++) {
		if (!strcmp(c->name, name)) {
			*value = c->value;
			return true;
		}
	}
	return false;
}

bool
elf_number(const char *text, unsigned long long *value)
{
	char *end;

	errno = 0;
	*value = strtoull(text, &end, 0);
	return *text >= '0' && *text <= '9' && !*end && !errno;
}
