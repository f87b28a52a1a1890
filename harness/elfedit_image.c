/* The bytes of an ELF file as numbers. */
#include <elf.h>
#include <string.h>

#include "elfedit.h"
#include "util.h"

const char *
elf_image_open(struct elf_image *e, struct buf *bytes)
{
	const char *p = buf_str(bytes);
	size_t head;

	e->bytes = bytes;
	if (bytes->len < EI_NIDENT || memcmp(p, ELFMAG, SELFMAG))
		return "no ELF file";
	e->wide = p[EI_CLASS] == ELFCLASS64;
	e->big = p[EI_DATA] == ELFDATA2MSB;
	head = e->wide ? sizeof(Elf64_Ehdr) : sizeof(Elf32_Ehdr);
	return bytes->len < head ? "ends within its header" : NULL;
}

/* the i-th byte of a number in the order of their weight */
static size_t
byte_at(const struct elf_image *e, struct elf_place p, unsigned i)
{
	return p.at + (e->big ? p.size - 1 - i : i);
}

unsigned long long
elf_image_get(const struct elf_image *e, struct elf_place p)
{
	unsigned long long value = 0;

	if (!p.size)
		return e->bytes->len;
	for (unsigned i = p.size; i--;)
		value = value << 8 | (unsigned char)e->bytes->p[byte_at(e, p, i)];
	return value;
}

/* more bytes are zeros */
static void
resize(struct buf *bytes, unsigned long long size)
{
	while (bytes->len < size)
		buf_putc(bytes, 0);
	bytes->len = (size_t)size;
}

void
elf_image_set(struct elf_image *e, struct elf_place p, unsigned long long value)
{
	if (!p.size)
		resize(e->bytes, value);
	for (unsigned i = 0; i < p.size; i++, value >>= 8)
		e->bytes->p[byte_at(e, p, i)] = (char)(value & 0xff);
}
