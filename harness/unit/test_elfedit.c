#include <CUnit/CUnit.h>
#include <elf.h>
#include <stdint.h>
#include <string.h>

#include "fixtures/elfedit.h"
#include "rows.h"
#include "tree.h"
#include "units.h"

/* Two files made by hand: one of 64 bits and little endian, one of 32 bits and big endian. Each has
 * a header, three program headers and a dynamic section of three entries. */
enum { WIDE, NARROW, KINDS };

struct writer {
	unsigned char bytes[512];
	int kind;
};

static void
put(struct writer *w, size_t at, unsigned size, unsigned long long value)
{
	for (unsigned i = 0; i < size; i++, value >>= 8)
		w->bytes[w->kind == WIDE ? at + i : at + size - 1 - i] = (unsigned char)value;
}

/* offset, size and value of a member in the layout of w */
#define PUT(w, base, part, member, value)                                             \
	do {                                                                          \
		if ((w)->kind == WIDE)                                                \
			put(w, (base) + offsetof(Elf64_##part, member),               \
			    sizeof(((Elf64_##part *)0)->member), value);              \
		else                                                                  \
			put(w, (base) + offsetof(Elf32_##part, member),               \
			    sizeof(((Elf32_##part *)0)->member), value);              \
	} while (0)

static const struct {
	unsigned type, offset, filesz;
} headers[] = {{PT_LOAD, 0, 64}, {PT_LOAD, 400, 32}, {PT_DYNAMIC, 400, 48}};

static const unsigned tags[] = {DT_SONAME, DT_GNU_HASH, DT_NULL};

/* write the file, with these values in the fields that the tests use */
static void
make_file(struct tree *t, int kind)
{
	struct writer w = {{0}, kind};
	size_t header = kind == WIDE ? sizeof(Elf64_Ehdr) : sizeof(Elf32_Ehdr);
	size_t entry = kind == WIDE ? sizeof(Elf64_Phdr) : sizeof(Elf32_Phdr);
	size_t tag = kind == WIDE ? sizeof(Elf64_Dyn) : sizeof(Elf32_Dyn);
	FILE *f;

	memcpy(w.bytes, ELFMAG, SELFMAG);
	w.bytes[EI_CLASS] = kind == WIDE ? ELFCLASS64 : ELFCLASS32;
	w.bytes[EI_DATA] = kind == WIDE ? ELFDATA2LSB : ELFDATA2MSB;
	w.bytes[EI_VERSION] = EV_CURRENT;
	PUT(&w, 0, Ehdr, e_type, ET_DYN);
	PUT(&w, 0, Ehdr, e_machine, 0x1234);
	PUT(&w, 0, Ehdr, e_phoff, header);
	PUT(&w, 0, Ehdr, e_phentsize, entry);
	PUT(&w, 0, Ehdr, e_phnum, LENGTH(headers));
	for (size_t i = 0; i < LENGTH(headers); i++) {
		PUT(&w, header + i * entry, Phdr, p_type, headers[i].type);
		PUT(&w, header + i * entry, Phdr, p_offset, headers[i].offset);
		PUT(&w, header + i * entry, Phdr, p_filesz, headers[i].filesz);
	}
	for (size_t i = 0; i < LENGTH(tags); i++) {
		PUT(&w, 400 + i * tag, Dyn, d_tag, tags[i]);
		PUT(&w, 400 + i * tag, Dyn, d_un.d_val, 0x70 + i);
	}
	f = fopen(arena_printf(&t->mem, "%s/x.so", t->dir), "wb");
	if (!f || fwrite(w.bytes, sizeof(w.bytes), 1, f) != 1 || fclose(f))
		die("cannot write a file:");
}

static struct output
edit(struct tree *t, const char *first, const char *second)
{
	char *edits[] = {arena_strdup(&t->mem, first),
			 second ? arena_strdup(&t->mem, second) : NULL, NULL};
	const char *why =
		elfedit_file(&t->mem, arena_printf(&t->mem, "%s/x.so", t->dir), edits);

	return (struct output){why ? 2 : 0, why ? why : ""};
}

/* Each edit changes exactly these bytes, given for both layouts: offset, length, and the new
 * number. */
static const struct {
	const char *edit;
	struct {
		size_t at, size;
	} where[KINDS];
	unsigned long long value[KINDS];
} rows[] = {
	{"magic=0", {{0, 1}, {0, 1}}, {0, 0}},
	{"class=other", {{4, 1}, {4, 1}}, {1, 2}},
	{"data=other", {{5, 1}, {5, 1}}, {2, 1}},
	{"identversion=2", {{6, 1}, {6, 1}}, {2, 2}},
	{"osabi=0x41", {{7, 1}, {7, 1}}, {0x41, 0x41}},
	{"abiversion=9", {{8, 1}, {8, 1}}, {9, 9}},
	{"type=ET_REL", {{16, 2}, {16, 2}}, {ET_REL, ET_REL}},
	{"machine=0xfeed", {{18, 2}, {18, 2}}, {0xfeed, 0xfeed}},
	{"machine=machine+1", {{18, 2}, {18, 2}}, {0x1235, 0x1235}},
	{"machine=machine-0x34", {{18, 2}, {18, 2}}, {0x1200, 0x1200}},
	{"version=7", {{20, 4}, {20, 4}}, {7, 7}},
	{"phoff=size+64", {{32, 8}, {28, 4}}, {576, 576}},
	{"phentsize=phentsize+8", {{54, 2}, {42, 2}}, {64, 40}},
	{"phnum=0", {{56, 2}, {44, 2}}, {0, 0}},
	{"load.type=PT_NULL", {{64, 4}, {52, 4}}, {PT_NULL, PT_NULL}},
	{"load.1.filesz=0x1122334455", {{152, 8}, {100, 4}}, {0x1122334455, 0x22334455}},
	{"load.last.filesz=9", {{152, 8}, {100, 4}}, {9, 9}},
	{"dynamic.last.offset=load.0.filesz", {{184, 8}, {120, 4}}, {64, 64}},
	{"DT_SONAME=5", {{408, 8}, {404, 4}}, {5, 5}},
	{"DT_SONAME.tag=DT_RPATH", {{400, 8}, {400, 4}}, {DT_RPATH, DT_RPATH}},
	{"DT_GNU_HASH.value=DT_SONAME", {{424, 8}, {412, 4}}, {DT_SONAME, DT_SONAME}},
};

static void
check_change(struct tree *t, size_t row, int kind)
{
	size_t at = rows[row].where[kind].at, size = rows[row].where[kind].size, len = 0;
	const char *before, *after;
	unsigned long long value = 0;
	struct output o;
	bool others = false;

	make_file(t, kind);
	before = tree_read(t, "x.so", NULL);
	o = edit(t, rows[row].edit, NULL);
	after = tree_read(t, "x.so", &len);
	UNIT_CHECK(!o.status && !*o.text && len == 512, "%s: %d, %s", rows[row].edit, o.status,
		   o.text);
	for (size_t i = 0; i < len; i++) {
		size_t weight = kind == WIDE ? i - at : at + size - 1 - i;

		if (i >= at && i < at + size)
			value |= (unsigned long long)(unsigned char)after[i] << 8 * weight;
		else
			others |= before[i] != after[i];
	}
	UNIT_CHECK(value == rows[row].value[kind] && !others, "%s, kind %d: %llx%s",
		   rows[row].edit, kind, value, others ? ", and something else" : "");
}

static void
test_fields(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		for (int kind = 0; kind < KINDS; kind++) {
			struct tree t;

			tree_open(&t);
			check_change(&t, i, kind);
			tree_close(&t);
		}
	}
}

static void
test_size(void)
{
	static const struct {
		const char *first, *second;
		size_t len;
	} sizes[] = {
		{"size=100", NULL, 100},
		{"size=600", NULL, 600},
		{"size=dynamic.offset", "size=size-1", 399},
		/* the layout is still that of the original file */
		{"class=other", "size=load.1.offset", 400},
	};

	for (size_t i = 0; i < LENGTH(sizes); i++) {
		struct tree t;
		struct output o;
		size_t len = 0;
		const char *bytes;

		tree_open(&t);
		make_file(&t, WIDE);
		o = edit(&t, sizes[i].first, sizes[i].second);
		bytes = tree_read(&t, "x.so", &len);
		UNIT_CHECK(!o.status && len == sizes[i].len && !memcmp(bytes, ELFMAG, SELFMAG),
			   "%s: %d, %s, %zu bytes", sizes[i].first, o.status, o.text, len);
		UNIT_CHECK(len < 600 || !bytes[599], "filled with something");
		tree_close(&t);
	}
}

static void
test_mistakes(void)
{
	static const struct {
		const char *edit, *says;
	} bad[] = {
		{"class", "'class' is not FIELD=VALUE"},
		{"class=2", "'class=2' changes nothing"},
		{"nonsense=1", "there is no such field"},
		{"load.nonsense=1", "there is no such field"},
		{"load.1x.type=1", "there is no such field"},
		{"load.2.type=1", "there is no such segment"},
		{"tls.type=1", "there is no such segment"},
		{"tls.last.type=1", "there is no such segment"},
		{"DT_NONSENSE=1", "there is no such tag"},
		{"DT_NEEDED=1", "there is no such dynamic entry"},
		{"DT_SONAME.nonsense=1", "there is no such field"},
		{"type=NONSENSE", "'NONSENSE' is neither a number nor"},
		{"type=12x", "'12x' is neither a number nor"},
		{"type=99999999999999999999", "is neither a number nor"},
		{"type=1+x", "not a number after '+'"},
		{"type=", "'' is neither"},
		{"size=16777217", "makes a file of more than 16 MiB"},
	};

	for (size_t i = 0; i < LENGTH(bad); i++) {
		const char *before, *after;
		struct tree t;
		struct output o;

		tree_open(&t);
		make_file(&t, WIDE);
		before = tree_read(&t, "x.so", NULL);
		o = edit(&t, "osabi=1", bad[i].edit);
		after = tree_read(&t, "x.so", NULL);
		UNIT_CHECK(o.status == 2 && strstr(o.text, bad[i].says), "%s: %d, %s", bad[i].edit,
			   o.status, o.text);
		UNIT_CHECK(!memcmp(before, after, 512), "%s: changed the file", bad[i].edit);
		tree_close(&t);
	}
}

static void
test_other_files(void)
{
	static const struct {
		const char *text, *says;
	} files[] = {
		{NULL, "x.so: No such file"},
		{"", "no ELF file"},
		{"just some text, and long enough for a header of either kind: 64 bytes",
		 "no ELF file"},
		{"\177ELF\2\1\1 and then nothing", "ends within its header"},
	};

	for (size_t i = 0; i < LENGTH(files); i++) {
		struct tree t;
		struct output o;

		tree_open(&t);
		if (files[i].text)
			tree_write(&t, "x.so", files[i].text);
		o = edit(&t, "class=other", NULL);
		UNIT_CHECK(o.status == 2 && strstr(o.text, files[i].says), "file %zu: %d, %s", i,
			   o.status, o.text);
		tree_close(&t);
	}
}

/* program headers outside the file must not be read */
static void
test_wrong_files(void)
{
	static const char *const first[] = {"phoff=0xfffffffffffffff0", "phoff=500",
					    "phnum=0xffff", "dynamic.offset=0x7fffffffffffffff",
					    "dynamic.filesz=0xffffffffffffffff"};

	for (size_t i = 0; i < LENGTH(first); i++) {
		struct tree t;
		struct output o;

		tree_open(&t);
		make_file(&t, WIDE);
		o = edit(&t, first[i], "DT_NEEDED=1");
		UNIT_CHECK(o.status == 2 && strstr(o.text, "there is no such dynamic entry"),
			   "%s: %d, %s", first[i], o.status, o.text);
		tree_close(&t);
	}
}

/* the key edit= of a fixture: edits apply in order, before the checks; errors as for other keys */
static void
test_key(void)
{
	struct tree t;
	struct output o;
	size_t len = 0;
	const char *bytes;

	tree_open(&t);
	tree_write(&t, "fixtures-src/a/cut.c",
		   "/* fixture: edit=osabi=9 edit=size=64 */\nint x;\n");
	tree_write(&t, "fixtures-src/a/path.c",
		   "/* fixture: ldflags=-Wl,-soname,$ORIGIN/x edit=DT_SONAME.tag=DT_RPATH\n"
		   " * check=rpath:$ORIGIN/x */\nint x;\n");
	o = tree_make(&t);
	bytes = tree_read(&t, "out/abi/a/cut.x.so", &len);
	UNIT_CHECK(!o.status && len == 64 && bytes[7] == 9, "%d, %s", o.status, o.text);
	tree_write(&t, "fixtures-src/a/cut.c", "/* fixture: edit=osabi=0 */\nint x;\n");
	o = tree_make(&t);
	UNIT_CHECK(o.status && strstr(o.text, "'osabi=0' changes nothing"), "%s", o.text);
	UNIT_CHECK(!tree_has(&t, "out/abi/a/cut.x.so"), "built all the same");
	tree_write(&t, "fixtures-src/a/cut.c",
		   "/* fixture: edit=size=64 check=exports:x */\nint x;\n");
	o = tree_make(&t);
	UNIT_CHECK(o.status && !tree_has(&t, "out/abi/a/cut.x.so"), "not proven");
	tree_close(&t);
}

void
unit_elfedit(void)
{
	static const struct row_test tests[] = {
		{"each edit changes one field of either layout", test_fields},
		{"the file becomes shorter or longer", test_size},
		{"a mistake leaves the file as it was", test_mistakes},
		{"only ELF files are edited", test_other_files},
		{"wrong files are not read beyond their end", test_wrong_files},
		{"the key of a fixture", test_key},
	};

	rows_suite("elfedit", tests, LENGTH(tests));
}
