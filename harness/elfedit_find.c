/* Where the fields of an ELF file stand: in its header, program headers and dynamic section. */
#include <elf.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "elfedit.h"
#include "util.h"

enum { LAST = -1 };

/* a member of a structure that has two layouts */
struct member {
	const char *name;
	struct elf_place narrow, wide;
};

#define AT(type, member) {offsetof(type, member), sizeof(((type *)0)->member)}
#define MEMBER(name, part, member) \
	{ \
		name, AT(Elf32_##part, member), AT(Elf64_##part, member) \
	}
#define IDENT(name, index) {name, {index, 1}, {index, 1}}

static const struct member header[] = {
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
};

static const struct member segment[] = {
	MEMBER("type", Phdr, p_type),     MEMBER("flags", Phdr, p_flags),
	MEMBER("offset", Phdr, p_offset), MEMBER("vaddr", Phdr, p_vaddr),
	MEMBER("filesz", Phdr, p_filesz), MEMBER("memsz", Phdr, p_memsz),
	MEMBER("align", Phdr, p_align),
};

static const struct member dynamic[] = {
	MEMBER("tag", Dyn, d_tag),
	MEMBER("value", Dyn, d_un.d_val),
};

static const struct {
	const char *name;
	unsigned long long type;
} segments[] = {
	{"load", PT_LOAD},         {"dynamic", PT_DYNAMIC}, {"tls", PT_TLS},
	{"stack", PT_GNU_STACK},   {"relro", PT_GNU_RELRO},
};

/* the place of the member name in a structure that begins at base */
static const char *
find_member(const struct elf_image *e, const struct member *m, size_t n, const char *name,
	    size_t base, struct elf_place *p)
{
	for (size_t i = 0; i < n; i++) {
		if (strcmp(m[i].name, name))
			continue;
		*p = e->wide ? m[i].wide : m[i].narrow;
		if (base >= e->bytes->len || p->at + p->size > e->bytes->len - base)
			return "it is beyond the file's end";
		p->at += base;
		return NULL;
	}
	return "there is no such field";
}

/* a member that is there in any file of which so much was believed already */
static unsigned long long
read_member(const struct elf_image *e, const struct member *m, size_t n, const char *name,
	    size_t base)
{
	struct elf_place p;

	return find_member(e, m, n, name, base, &p) ? 0 : elf_image_get(e, p);
}

#define HEADER(e, name) read_member(e, header, LENGTH(header), name, 0)
#define SEGMENT(e, name, at) read_member(e, segment, LENGTH(segment), name, at)
#define DYNAMIC(e, name, at) read_member(e, dynamic, LENGTH(dynamic), name, at)

/* the index-th program header of that type; 0: there are not so many */
static size_t
find_segment(const struct elf_image *e, unsigned long long type, long index)
{
	size_t size = e->wide ? sizeof(Elf64_Phdr) : sizeof(Elf32_Phdr), found = 0;
	unsigned long long at = HEADER(e, "phoff"), n = HEADER(e, "phnum");

	for (; n && at < e->bytes->len; n--, at += size) {
		if (SEGMENT(e, "type", at) != type)
			continue;
		found = at;
		if (!index--)
			return found;
	}
	return index < LAST ? found : 0;
}

/* TYPE.MEMBER or TYPE.INDEX.MEMBER, the index being a number or `last' */
static const char *
find_in_segment(const struct elf_image *e, unsigned long long type, const char *rest,
		struct elf_place *p)
{
	long index = 0;
	char *end;
	size_t at;

	if (!strncmp(rest, "last.", 5)) {
		index = LAST;
		rest += 5;
	} else if (*rest >= '0' && *rest <= '9') {
		index = strtol(rest, &end, 10);
		if (*end != '.')
			return "there is no such field";
		rest = end + 1;
	}
	at = find_segment(e, type, index);
	return at ? find_member(e, segment, LENGTH(segment), rest, at, p)
		  : "there is no such segment";
}

/* the first dynamic entry of that tag; 0: none */
static size_t
find_entry(const struct elf_image *e, unsigned long long tag)
{
	size_t size = e->wide ? sizeof(Elf64_Dyn) : sizeof(Elf32_Dyn);
	size_t head = find_segment(e, PT_DYNAMIC, 0);
	unsigned long long at, left;

	if (!head)
		return 0;
	at = SEGMENT(e, "offset", head);
	left = SEGMENT(e, "filesz", head) / size;
	for (; left && at < e->bytes->len; left--, at += size) {
		if (DYNAMIC(e, "tag", at) == tag)
			return at;
	}
	return 0;
}

/* NAME is the entry's value, NAME.tag its kind */
static const char *
find_in_dynamic(const struct elf_image *e, const char *name, struct elf_place *p)
{
	size_t len = strcspn(name, "."), at;
	struct buf tag_name = {0};
	unsigned long long tag;
	bool known;

	buf_add(&tag_name, name, len);
	known = elf_constant(buf_str(&tag_name), &tag);
	buf_free(&tag_name);
	if (!known)
		return "there is no such tag";
	at = find_entry(e, tag);
	return at ? find_member(e, dynamic, LENGTH(dynamic), name[len] ? name + len + 1 : "value",
				at, p)
		  : "there is no such dynamic entry";
}

const char *
elf_image_find(const struct elf_image *e, const char *field, struct elf_place *p)
{
	size_t len = strcspn(field, ".");

	if (!strcmp(field, "size")) {
		*p = (struct elf_place){0};
		return NULL;
	}
	if (!strncmp(field, "DT_", 3))
		return find_in_dynamic(e, field, p);
	for (size_t i = 0; field[len] && i < LENGTH(segments); i++) {
		if (strlen(segments[i].name) == len && !strncmp(segments[i].name, field, len))
			return find_in_segment(e, segments[i].type, field + len + 1, p);
	}
	return find_member(e, header, LENGTH(header), field, 0, p);
}
