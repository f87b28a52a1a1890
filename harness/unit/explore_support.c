#include "explore_support.h"

#include <elf.h>
#include <string.h>

#include "base/util.h"

enum { LIBRARY = 112, RUNPATH = 64 };

/* append a name that begins so, with more letters up to its length; returns where it begins */
static size_t
add_name(struct buf *texts, const char *begin, size_t len)
{
	size_t at = texts->len;

	buf_puts(texts, begin);
	while (texts->len < at + len)
		buf_putc(texts, 'x');
	buf_add(texts, "", 1);
	return at;
}

void
explore_fake_image(struct buf *image, bool linked)
{
	static const char zeros[1100];
	static const char hooks[] = "\0PyInit_ape\0PyInit_bat\0PyInitU_fon_kma\0XPyInit_cow\0"
				    "PyModExport_bat\0PyModule_New\0initape\0";
	size_t texts_at = sizeof(Elf64_Ehdr) + sizeof(Elf64_Phdr) + 7 * sizeof(Elf64_Dyn);
	struct buf texts = {0};
	Elf64_Ehdr head = {.e_phoff = sizeof(head), .e_phnum = 1};
	Elf64_Phdr segment = {.p_type = PT_DYNAMIC, .p_offset = sizeof(head) + sizeof(segment),
			      .p_filesz = 7 * sizeof(Elf64_Dyn)};
	Elf64_Dyn entries[7] = {
		{linked ? DT_NEEDED : DT_AUXILIARY,
		 {add_name(&texts, "conform-needed-1-", LIBRARY)}},
		{DT_NEEDED, {add_name(&texts, "libc.so.6", 0)}},
		{DT_SONAME, {add_name(&texts, "conform-soname-", LIBRARY)}},
		{DT_AUXILIARY, {add_name(&texts, "conform-needed-2-", LIBRARY)}},
		{DT_RUNPATH, {add_name(&texts, "conform-runpath-", RUNPATH)}},
		{DT_STRTAB, {texts_at}}, {DT_NULL, {0}},
	};

	memcpy(head.e_ident, ELFMAG, SELFMAG);
	head.e_ident[EI_CLASS] = ELFCLASS64;
	head.e_ident[EI_DATA] = *(const char *)&(short){1} ? ELFDATA2LSB : ELFDATA2MSB;
	buf_add(image, (const char *)&head, sizeof(head));
	buf_add(image, (const char *)&segment, sizeof(segment));
	buf_add(image, (const char *)entries, sizeof(entries));
	buf_add(image, texts.p, texts.len);
	buf_puts(image, "conform plan:\n");
	buf_add(image, zeros, 1024 - strlen("conform plan:\n"));
	buf_add(image, hooks, sizeof(hooks));
	buf_free(&texts);
}

bool
explore_has_text(const struct buf *image, const char *text)
{
	size_t len = strlen(text) + 1;

	for (size_t i = 0; i + len <= image->len; i++)
		if (!memcmp(image->p + i, text, len))
			return true;
	return false;
}
