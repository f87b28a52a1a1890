#include "fixcheck.h"

#include <elf.h>
#include <fcntl.h>
#include <gelf.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "util.h"

struct elf_file {
	int fd;
	Elf *elf;
};

/* a section's header and content; scn is NULL if there is no such section */
struct section {
	Elf_Scn *scn;
	GElf_Shdr head;
	Elf_Data *data;
	size_t n; /* entries */
};

struct elf_file *
elf_file_open(const char *path, const char **why)
{
	struct elf_file *f = xcalloc(1, sizeof(*f));

	elf_version(EV_CURRENT);
	f->fd = open(path, O_RDONLY | O_CLOEXEC);
	if (f->fd >= 0)
		f->elf = elf_begin(f->fd, ELF_C_READ, NULL);
	if (f->elf && elf_kind(f->elf) == ELF_K_ELF)
		return f;
	*why = f->fd < 0 ? "no file that can be read" : "a file of another kind";
	elf_file_close(f);
	return NULL;
}

void
elf_file_close(struct elf_file *f)
{
	if (f->elf)
		elf_end(f->elf);
	if (f->fd >= 0)
		close(f->fd);
	free(f);
}

/* the first section of that type after the one in s (start from {0}) */
static bool
next_section(const struct elf_file *f, struct section *s, unsigned type)
{
	while ((s->scn = elf_nextscn(f->elf, s->scn))) {
		if (!gelf_getshdr(s->scn, &s->head) || s->head.sh_type != type)
			continue;
		s->data = elf_getdata(s->scn, NULL);
		s->n = s->head.sh_entsize ? s->head.sh_size / s->head.sh_entsize : 0;
		if (s->data)
			return true;
	}
	return false;
}

static const char *
string_in(const struct elf_file *f, const struct section *s, size_t at)
{
	const char *text = elf_strptr(f->elf, s->head.sh_link, at);

	return text ? text : "";
}

static int
symbol_kind(const GElf_Sym *sym)
{
	if (sym->st_shndx == SHN_UNDEF && GELF_ST_BIND(sym->st_info) == STB_WEAK)
		return SYMBOL_UNDEFINED_WEAK;
	if (sym->st_shndx == SHN_UNDEF)
		return SYMBOL_UNDEFINED;
	return GELF_ST_TYPE(sym->st_info) == STT_GNU_IFUNC ? SYMBOL_IFUNC : SYMBOL_DEFINED;
}

/* of all symbols of a table that have that name the one that is most */
static int
symbol_in(const struct elf_file *f, unsigned table, const char *name)
{
	struct section s = {0};
	int best = SYMBOL_NONE;
	GElf_Sym sym;

	while (next_section(f, &s, table))
		for (size_t i = 1; i < s.n; i++)
			if (gelf_getsym(s.data, (int)i, &sym) && symbol_kind(&sym) > best &&
			    !strcmp(string_in(f, &s, sym.st_name), name))
				best = symbol_kind(&sym);
	return best;
}

int
elf_symbol(const struct elf_file *f, const char *name)
{
	return symbol_in(f, SHT_DYNSYM, name);
}

/* the type by which a machine's linker fills a GOT entry with a symbol's address */
static unsigned
got_type(const struct elf_file *f)
{
	static const struct {
		unsigned machine, type;
	} t[] = {
		{EM_X86_64, R_X86_64_GLOB_DAT}, {EM_386, R_386_GLOB_DAT},
		{EM_AARCH64, R_AARCH64_GLOB_DAT}, {EM_ARM, R_ARM_GLOB_DAT},
		{EM_PPC64, R_PPC64_GLOB_DAT}, {EM_S390, R_390_GLOB_DAT},
		{EM_RISCV, R_RISCV_64},
	};
	GElf_Ehdr head;

	if (gelf_getehdr(f->elf, &head))
		for (size_t i = 0; i < LENGTH(t); i++)
			if (t[i].machine == head.e_machine)
				return t[i].type;
	return 0;
}

static bool
reloc_at(const struct section *s, size_t i, GElf_Xword *info)
{
	GElf_Rela rela;
	GElf_Rel rel;

	if (s->head.sh_type == SHT_RELA && gelf_getrela(s->data, (int)i, &rela))
		*info = rela.r_info;
	else if (s->head.sh_type == SHT_REL && gelf_getrel(s->data, (int)i, &rel))
		*info = rel.r_info;
	else
		return false;
	return true;
}

static bool
reloc_in(const struct elf_file *f, const struct section *s, unsigned type, const char *name)
{
	struct section symbols = {0};
	GElf_Xword info;
	GElf_Sym sym;

	if (!next_section(f, &symbols, SHT_DYNSYM))
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (reloc_at(s, i, &info) && (!type || GELF_R_TYPE(info) == type) &&
		    gelf_getsym(symbols.data, (int)GELF_R_SYM(info), &sym) &&
		    !strcmp(string_in(f, &symbols, sym.st_name), name))
			return true;
	return false;
}

bool
elf_reloc(const struct elf_file *f, int kind, const char *name)
{
	static const unsigned types[] = {SHT_RELA, SHT_REL};
	unsigned long long plt = 0;

	elf_dynamic_value(f, DT_JMPREL, &plt);
	for (size_t i = 0; i < LENGTH(types); i++) {
		struct section s = {0};

		while (next_section(f, &s, types[i])) {
			bool is_plt = plt && s.head.sh_addr == plt;

			if (is_plt == (kind == RELOC_PLT) &&
			    reloc_in(f, &s, is_plt ? 0 : got_type(f), name))
				return true;
		}
	}
	return false;
}

/* the i-th dynamic entry of that tag, and its section */
static bool
dynamic_at(const struct elf_file *f, struct section *s, long tag, size_t i, GElf_Dyn *dyn)
{
	*s = (struct section){0};
	if (!next_section(f, s, SHT_DYNAMIC))
		return false;
	for (size_t at = 0; at < s->n && gelf_getdyn(s->data, (int)at, dyn); at++) {
		if (dyn->d_tag == DT_NULL)
			break;
		if (dyn->d_tag == tag && !i--)
			return true;
	}
	return false;
}

bool
elf_dynamic_value(const struct elf_file *f, long tag, unsigned long long *value)
{
	struct section s;
	GElf_Dyn dyn;

	if (!dynamic_at(f, &s, tag, 0, &dyn))
		return false;
	*value = dyn.d_un.d_val;
	return true;
}

const char *
elf_dynamic_string(const struct elf_file *f, long tag, size_t i)
{
	struct section s;
	GElf_Dyn dyn;

	return dynamic_at(f, &s, tag, i, &dyn) ? string_in(f, &s, dyn.d_un.d_val) : NULL;
}

/* the versions of one library's entry, which begin at the byte at */
static bool
version_of(const struct elf_file *f, const struct section *s, const GElf_Verneed *need, size_t at,
	   const char *version)
{
	GElf_Vernaux aux;

	for (unsigned i = 0; i < need->vn_cnt && gelf_getvernaux(s->data, (int)at, &aux); i++) {
		if (!strcmp(string_in(f, s, aux.vna_name), version))
			return true;
		at += aux.vna_next;
	}
	return false;
}

bool
elf_version_needed(const struct elf_file *f, const char *file, const char *version)
{
	struct section s = {0};
	GElf_Verneed need;
	size_t at = 0;

	if (!next_section(f, &s, SHT_GNU_verneed))
		return false;
	for (size_t i = 0; i < s.head.sh_info && gelf_getverneed(s.data, (int)at, &need); i++) {
		if (!strcmp(string_in(f, &s, need.vn_file), file) &&
		    version_of(f, &s, &need, at + need.vn_aux, version))
			return true;
		at += need.vn_next;
	}
	return false;
}

bool
elf_version_defined(const struct elf_file *f, const char *version)
{
	struct section s = {0};
	GElf_Verdaux aux;
	GElf_Verdef def;
	size_t at = 0;

	if (!next_section(f, &s, SHT_GNU_verdef))
		return false;
	for (size_t i = 0; i < s.head.sh_info && gelf_getverdef(s.data, (int)at, &def); i++) {
		/* the first is the file's own name */
		if (!(def.vd_flags & VER_FLG_BASE) &&
		    gelf_getverdaux(s.data, (int)(at + def.vd_aux), &aux) &&
		    !strcmp(string_in(f, &s, aux.vda_name), version))
			return true;
		at += def.vd_next;
	}
	return false;
}

static bool
segment(const struct elf_file *f, unsigned type, GElf_Phdr *head)
{
	size_t n = 0;

	elf_getphdrnum(f->elf, &n);
	for (size_t i = 0; i < n; i++)
		if (gelf_getphdr(f->elf, (int)i, head) && head->p_type == type)
			return true;
	return false;
}

unsigned long long
elf_tls_size(const struct elf_file *f)
{
	GElf_Phdr head;

	return segment(f, PT_TLS, &head) ? head.p_memsz : 0;
}

bool
elf_exec_stack(const struct elf_file *f)
{
	GElf_Phdr head;

	return !segment(f, PT_GNU_STACK, &head) || head.p_flags & PF_X;
}

size_t
elf_array_entries(const struct elf_file *f, bool destructors)
{
	const char *own = destructors ? "__do_global_dtors_aux" : "frame_dummy";
	size_t word = gelf_getclass(f->elf) == ELFCLASS32 ? 4 : 8;
	unsigned long long size = 0;
	size_t n;

	elf_dynamic_value(f, destructors ? DT_FINI_ARRAYSZ : DT_INIT_ARRAYSZ, &size);
	n = size / word;
	return n && symbol_in(f, SHT_SYMTAB, own) != SYMBOL_NONE ? n - 1 : n;
}
