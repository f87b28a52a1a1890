/* The readers of ELF files. The first line of the input holds words, the rest is the file. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tools/fuzz/fuzz.h"
#include "base/text.h"
#include "fixtures/elfedit.h"
#include "fixtures/fixcheck.h"

/* path of a file with the rest of the input; *words gets the words of its first line */
static const char *
split(struct arena *a, const char *bytes, size_t len, char ***words)
{
	const char *folder = getenv("TMPDIR"), *path;
	size_t line = strcspn(bytes, "\n");
	size_t head = line < len ? line + 1 : len;

	*words = text_fields(a, arena_strndup(a, bytes, line), NULL);
	path = arena_printf(a, "%s/fuzz-%ld.elf", folder ? folder : "/tmp", (long)getpid());
	if (file_write(path, bytes + head, len - head))
		abort();
	return path;
}

static bool
has(struct arena *a, const char *path, const char *property)
{
	char *properties[] = {arena_strdup(a, property), NULL};
	struct buf said = {0};
	bool bad = fixcheck_file(path, "x.so", properties, &said);

	FUZZ_HOLDS(bad == (said.len != 0), "%s: %s", property, buf_str(&said));
	buf_free(&said);
	return !bad;
}

static bool
is_elf(const char *path)
{
	const char *why;
	struct elf_file *f = elf_file_open(path, &why);

	if (f)
		elf_file_close(f);
	return f;
}

void
fuzz_fixcheck(const char *bytes, size_t len)
{
	static const char *const opposites[][2] = {
		{"exports:f", "lacks:f"},
		{"needed:libp.so", "notneeded:libp.so"},
		{"bindnow", "lazy"},
		{"execstack", "noexecstack"},
	};
	struct arena a = {0};
	char **words;
	const char *path = split(&a, bytes, len, &words);

	for (; *words; words++)
		has(&a, path, *words);
	for (size_t i = 0; is_elf(path) && i < LENGTH(opposites); i++)
		FUZZ_HOLDS(has(&a, path, opposites[i][0]) != has(&a, path, opposites[i][1]), "%s",
			   opposites[i][0]);
	unlink(path);
	arena_free(&a);
}

void
fuzz_elfedit(const char *bytes, size_t len)
{
	struct buf before = {0}, after = {0};
	struct arena a = {0};
	char **words;
	const char *path = split(&a, bytes, len, &words), *why;

	if (file_read(path, &before))
		abort();
	why = elfedit_file(&a, path, words);
	FUZZ_HOLDS(!file_read(path, &after), "the file is gone");
	FUZZ_HOLDS(!why || (*why && before.len == after.len &&
			    !memcmp(before.p, after.p, before.len)), "changed, though %s", why);
	for (; *words && !why; words++)
		FUZZ_HOLDS(!elf_edit_check(&a, *words), "%s", elf_edit_check(&a, *words));
	for (; *words; words++)
		elf_edit_check(&a, *words);
	unlink(path);
	buf_free(&before);
	buf_free(&after);
	arena_free(&a);
}
