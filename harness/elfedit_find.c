/* Where the fields of an ELF file stand: in its header, program headers and dynamic section. */
#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "elfedit.h"
#include "elfedit_tables.h"
#include "util.h"

enum { LAST = -1 };

/* the place of the member name in a structure that begins at base */
static const char *
find_member(const struct elf_image *e, const struct elf_member *m, const char *name, size_t base,
	    struct elf_place *p)
{
	for (size_t i = 0; m[i].name; i++) {
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
read_member(const struct elf_image *e, const struct elf_member *m, const char *name, size_t base)
{
	struct elf_place p;

	return find_member(e, m, name, base, &p) ? 0 : elf_image_get(e, p);
}

#define HEADER(e, name) read_member(e, elf_header, name, 0)
#define SEGMENT(e, name, at) read_member(e, elf_segment, name, at)
#define DYNAMIC(e, name, at) read_member(e, elf_dynamic, name, at)

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
	return at ? find_member(e, elf_segment, rest, at, p)
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
	return at ? find_member(e, elf_dynamic, name[len] ? name + len + 1 : "value",
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
	for (size_t i = 0; field[len] && elf_segments[i].name; i++) {
		if (strlen(elf_segments[i].name) == len &&
		    !strncmp(elf_segments[i].name, field, len))
			return find_in_segment(e, elf_segments[i].value, field + len + 1, p);
	}
	return find_member(e, elf_header, field, 0, p);
}
