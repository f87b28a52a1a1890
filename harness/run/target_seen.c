#include "run/target_seen.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "fixtures/elfedit.h"
#include "fixtures/pe.h"
#include "format/expr.h"
#include "process/procs.h"

enum { EITHER = -1, LITTLE, BIG };

/* older headers of the C library lack these */
enum { MACHINE_RISCV = 243, MACHINE_LOONGARCH = 258 };

static const struct {
	unsigned long long number;
	int wide, order;
	const char *names; /* as uname calls it; each of them is the truth */
} machines[] = {
	{EM_X86_64, true, LITTLE, "x86_64 amd64"},
	{EM_386, false, LITTLE, "i686 i586 i486 i386"},
	{EM_AARCH64, true, LITTLE, "aarch64 arm64"},
	{EM_AARCH64, true, BIG, "aarch64_be"},
	{EM_ARM, false, EITHER, "armv7l armv6l armv8l armv5tel armv5tejl armv7b arm"},
	{MACHINE_RISCV, true, LITTLE, "riscv64"},
	{MACHINE_RISCV, false, LITTLE, "riscv32"},
	{EM_PPC64, true, LITTLE, "ppc64le"},
	{EM_PPC64, true, BIG, "ppc64"},
	{EM_PPC, false, EITHER, "ppc"},
	{EM_S390, true, BIG, "s390x"},
	{MACHINE_LOONGARCH, true, LITTLE, "loongarch64"},
	{EM_MIPS, true, EITHER, "mips64"},
	{EM_MIPS, false, EITHER, "mips"},
	{EM_SPARCV9, true, BIG, "sparc64"},
};

/* the machine of a PE file, or NULL */
static const char *
pe_machine_name(const struct buf *head)
{
	enum { AMD64 = 0x8664, I386 = 0x14c, ARM64 = 0xaa64 };
	struct pe_image pe;

	if (pe_open(&pe, head->p, head->len))
		return NULL;
	switch (pe_machine(&pe)) {
	case AMD64:
		return "x86_64 amd64";
	case I386:
		return "i686 i586 i486 i386";
	case ARM64:
		return "aarch64 arm64";
	default:
		return NULL;
	}
}

const char *
seen_machine(struct buf *head)
{
	struct elf_image image;
	struct elf_place place;
	unsigned long long number;
	int order;

	if (head->len && pe_is(head->p, head->len))
		return pe_machine_name(head);
	if (elf_image_open(&image, head) || elf_image_find(&image, "machine", &place))
		return NULL;
	number = elf_image_get(&image, place);
	order = image.big ? BIG : LITTLE;
	for (size_t i = 0; i < LENGTH(machines); i++) {
		if (machines[i].number == number && machines[i].wide == image.wide &&
		    (machines[i].order == EITHER || machines[i].order == order))
			return machines[i].names;
	}
	return NULL;
}

/* the C library whose file has this name, or NULL */
static const char *
library_name(const char *file)
{
	static const struct {
		const char *glob, *name;
	} libraries[] = {
		{"*/ld-musl-*.so*", "musl"},   {"*/libc.musl-*.so*", "musl"},
		{"*-musl/libc.so", "musl"},
		{"*/libc.so.6*", "glibc"},     {"*/libc-2.*.so", "glibc"},
		{"*/libuClibc*.so*", "uclibc"}, {"*/bionic/libc.so", "bionic"},
		{"/system/lib*/libc.so", "bionic"},
	};

	for (size_t i = 0; i < LENGTH(libraries); i++) {
		if (text_glob(libraries[i].glob, file))
			return libraries[i].name;
	}
	return NULL;
}

/* the path at the end of a line of /proc/PID/maps; NULL if there is none */
static const char *
mapped_path(struct arena *a, const char *line, size_t len)
{
	static const char gone[] = " (deleted)";
	char *text = arena_strndup(a, line, len), *path = strchr(text, '/');

	if (path && text_ends(path, gone))
		path[strlen(path) - strlen(gone)] = '\0';
	return path;
}

const char *
seen_mapped(struct arena *a, const char *maps, const char **path)
{
	for (size_t len; *maps; maps += len + (maps[len] == '\n')) {
		const char *file, *name;

		len = strcspn(maps, "\n");
		file = mapped_path(a, maps, len);
		name = file ? library_name(file) : NULL;
		if (name) {
			*path = file;
			return name;
		}
	}
	return NULL;
}

const char *
seen_glibc(struct arena *a, const struct buf *bytes)
{
	static const char banner[] = "GNU C Library ", word[] = " version ";
	const char *p = buf_str(bytes), *end = p + bytes->len, *at;
	size_t left, len;

	for (; p < end && (p = memchr(p, *banner, (size_t)(end - p))); p++) {
		left = (size_t)(end - p);
		if (left < sizeof(banner) || memcmp(p, banner, sizeof(banner) - 1))
			continue;
		/* the banner is one line, and text ends with NUL */
		at = arena_strndup(a, p, strnlen(p, left < 256 ? left : 256));
		at = strstr(at, word);
		len = at ? strspn(at + strlen(word), "0123456789.") : 0;
		while (len && at[strlen(word) + len - 1] == '.')
			len--;
		if (len)
			return arena_strndup(a, at + strlen(word), len);
	}
	return NULL;
}

/* read at most max bytes of the file; false if it cannot be read */
static bool
read_some(struct buf *b, const char *path, size_t max)
{
	char block[4096];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = 0;

	if (fd < 0)
		return false;
	while (b->len < max && (got = read(fd, block, sizeof(block))) > 0)
		buf_add(b, block, (size_t)got);
	close(fd);
	return got >= 0;
}

static void
not_seen(struct arena *a, struct seen *s, const char *what, const char *why)
{
	s->unseen = arena_printf(a, "%s%s%s: %s", s->unseen ? s->unseen : "",
				 s->unseen ? "; " : "", what, why);
}

static void
look_at_machine(struct arena *a, struct seen *s, pid_t pid)
{
	struct buf head = {0};

	/* by the link of /proc: in another root, the path would be another file */
	if (!read_some(&head, arena_printf(a, "/proc/%ld/exe", (long)pid), 1))
		not_seen(a, s, "its machine", strerror(errno));
	else if (!(s->machine = seen_machine(&head)))
		not_seen(a, s, "its machine", "the program is not of a machine known here");
	buf_free(&head);
}

static void
look_at_libc(struct arena *a, struct seen *s, pid_t pid)
{
	struct buf maps = {0}, library = {0};
	const char *path, *version = NULL;

	if (!read_some(&maps, arena_printf(a, "/proc/%ld/maps", (long)pid), SIZE_MAX)) {
		not_seen(a, s, "its C library", strerror(errno));
	} else if (!(s->libc = seen_mapped(a, buf_str(&maps), &path))) {
		not_seen(a, s, "its C library", "none is mapped as a file of its own");
	} else if (!strcmp(s->libc, "glibc")) {
		if (!file_read(arena_printf(a, "/proc/%ld/root%s", (long)pid, path), &library))
			version = seen_glibc(a, &library);
		if (version)
			s->libc = arena_printf(a, "glibc-%s", version);
	}
	buf_free(&maps);
	buf_free(&library);
}

void
seen_look(struct arena *a, struct seen *s, pid_t root, long number)
{
	char path[PATH_MAX];
	pid_t pid;

	*s = (struct seen){.unseen = "it does not report its process id"};
	if (!number)
		return;
	s->unseen = procs_program(root, number, path, sizeof(path));
	pid = s->unseen ? 0 : procs_find(root, number);
	if (!pid)
		return;
	s->program = arena_strdup(a, path);
	look_at_machine(a, s, pid);
	look_at_libc(a, s, pid);
}

const char *
seen_carrier(const struct facts *facts, const char *program)
{
	static const struct {
		const char *glob, *carrier;
	} programs[] = {
		{"*/qemu-*", "qemu"}, {"*/java", "java"}, {"*/node", "node"},
		{"*/wine", "wine"}, {"*/wine64", "wine"}, {"*/wine-preloader", "wine"},
		{"*/wine64-preloader", "wine"},
	};

	if (facts_get(facts, "carrier"))
		return facts_get(facts, "carrier");
	for (size_t i = 0; program && i < LENGTH(programs); i++) {
		if (text_glob(programs[i].glob, program))
			return programs[i].carrier;
	}
	return NULL;
}

static bool
is_one_of(struct arena *a, const char *word, const char *names)
{
	for (char **name = text_fields(a, names, NULL); *name; name++) {
		if (!strcmp(word, *name))
			return true;
	}
	return false;
}

static const char *
machine_differs(struct arena *a, const struct seen *s, const char *told, const char *what)
{
	if (!s->machine || is_one_of(a, told, s->machine))
		return NULL;
	return arena_printf(a, "its fact 'arch' is '%s', but %s is for %.*s", told, what,
			    (int)strcspn(s->machine, " "), s->machine);
}

/* NAME alone is less than the harness sees, and true */
static const char *
libc_differs(struct arena *a, const struct seen *s, const char *told, const char *what)
{
	int order;

	if (!s->libc || (expr_compare(s->libc, told, &order) && !order))
		return NULL;
	/* the version of the library was not seen */
	if (!strchr(s->libc, '-') && expr_compare(told, s->libc, &order) && !order)
		return NULL;
	return arena_printf(a, "its fact 'libc' is '%s', but %s %s", told, what, s->libc);
}

const char *
seen_compare(struct arena *a, const struct seen *s, const struct facts *facts, const char *what)
{
	const char *why = machine_differs(a, s, facts_get(facts, "arch"), what);

	return why ? why : libc_differs(a, s, facts_get(facts, "libc"),
					arena_printf(a, "%s has", what));
}

const char *
seen_differs(struct arena *a, const struct seen *s, const struct facts *facts)
{
	if (seen_carrier(facts, s->program))
		return NULL;
	return seen_compare(a, s, facts, arena_printf(a, "its program %s", s->program));
}
