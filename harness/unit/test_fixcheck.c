#include <CUnit/CUnit.h>
#include <elf.h>
#include <string.h>

#include "fixtures/fixcheck.h"
#include "tree.h"
#include "units.h"

/* Each row has a fixture with the property. A plain fixture may have it, too; if not, the row has
 * the message about it. */
static const struct {
	const char *property;
	const char *keys; /* keys of the fixture comment */
	const char *text;
	const char
		*plain; /* fixcheck's message about the plain one; NULL if it has the property */
} rows[] = {
	{"exports:f", "", "int f;", "found no dynamic symbol of that name"},
	{"lacks:f", "", "static int f;\nint *g = &f;", NULL},
	{"lacks:plain", "", "int f;", "found it defined"},
	{"undef:f", "", "int f(void);\nint (*g)(void) = f;",
	 "found no dynamic symbol of that name"},
	{"undefweak:f", "", "__attribute__((weak)) int f(void);\nint (*g)(void) = f;", "found no"},
	{"ifunc:f", "",
	 "static int one(void) { return 1; }\n"
	 "__attribute__((used)) static int (*pick(void))(void) { return one; }\n"
	 "int f(void) __attribute__((ifunc(\"pick\")));",
	 "found no dynamic symbol of that name"},
	{"needed:libp.so", "needs=libp.so", "int f;", "found DT_NEEDED libc.so.6"},
	{"notneeded:libp.so", "", "int f;", NULL},
	{"notneeded:libc.so.6", "ldflags=-nostdlib", "int f;", "found DT_NEEDED libc.so.6"},
	{"soname:libf.so.1", "ldflags=-Wl,-soname,libf.so.1", "int f;", "found no DT_SONAME"},
	{"runpath:$ORIGIN/lib", "ldflags=-Wl,-rpath,/a:$ORIGIN/lib", "int f;",
	 "found no DT_RUNPATH"},
	{"runpath:/a:/b", "ldflags=-Wl,-rpath,/a:/b", "int f;", "found no DT_RUNPATH"},
	{"rpath:/a", "ldflags=-Wl,-rpath,/a ldflags=-Wl,--disable-new-dtags", "int f;",
	 "found no DT_RPATH"},
	{"bindnow", "ldflags=-Wl,-z,now", "int f;", "found no immediate binding"},
	{"lazy", "", "int f;", NULL},
	{"jumpslot:f", "", "int f(void);\nint g(void);\nint g(void) { return f() + 1; }",
	 "found no relocation of the PLT"},
	{"globdat:f", "", "extern int f;\nint g(void);\nint g(void) { return f; }",
	 "found no relocation of a GOT entry"},
	{"tls:ie", "cflags=-ftls-model=initial-exec",
	 "__thread int f;\nint g(void);\nint g(void) { return f; }",
	 "found no static thread-local storage"},
	{"tlssize:5000", "", "__thread char f[5000];", "found 0 bytes"},
	{"verneed:libp.so:P1", "needs=libp.so", "int p(void);\nint (*g)(void) = p;",
	 "found no such version needed"},
	{"verdef:F1", "ldflags=-Wl,--version-script=$SRC/f.map", "int f;",
	 "found no such version defined"},
	{"execstack", "ldflags=-Wl,-z,execstack", "int f;", "found no executable stack"},
	{"noexecstack", "", "int f;", NULL},
	{"textrel", "ldflags=-Wl,-z,notext", "__asm__(\".text\\n.quad outside\\n\");",
	 "found no DT_TEXTREL"},
	{"initarray", "",
	 "volatile int ran;\n__attribute__((constructor)) static void f(void) { ran = 1; }",
	 "found no constructor"},
	{"finiarray", "",
	 "volatile int ran;\n__attribute__((destructor)) static void f(void) { ran = 1; }",
	 "found no destructor"},
	{"nodelete", "ldflags=-Wl,-z,nodelete", "int f;", "found no DF_1_NODELETE"},
	{"nodlopen", "ldflags=-Wl,-z,nodlopen", "int f;", "found no DF_1_NOOPEN"},
	{"symbolic", "ldflags=-Wl,-Bsymbolic", "int f;", "found no DF_SYMBOLIC"},
};

static void
open_fixtures(struct tree *t)
{
	struct output o;

	tree_open(t);
	tree_write(t, "fixtures-src/a/plain.c", "int plain;\n");
	tree_write(t, "fixtures-src/a/f.map", "F1 { global: f; };\n");
	tree_write(t, "fixtures-src/a/p.map", "P1 { global: p; };\n");
	tree_write(t, "fixtures-src/a/p.c",
		   "/* fixture: out=libp.so "
		   "ldflags=-Wl,--version-script=$SRC/p.map */\nint p(void);\n"
		   "int p(void) { return 1; }\n");
	for (size_t i = 0; i < LENGTH(rows); i++)
		tree_write(t, arena_printf(&t->mem, "fixtures-src/a/f%zu.c", i),
			   arena_printf(&t->mem, "/* fixture: %s */\n%s\n", rows[i].keys,
					rows[i].text));
	o = tree_make(t);
	UNIT_CHECK(!o.status, "exit status %d: %s", o.status, o.text);
}

static struct output
check(struct tree *t, const char *file, const char *property)
{
	char *properties[] = {property ? arena_strdup(&t->mem, property) : NULL, NULL};
	struct buf said = {0};
	struct output o;

	o.status = fixcheck_file(arena_printf(&t->mem, "%s/out/abi/a/%s", t->dir, file), file,
				 properties, &said) ? 1 : 0;
	o.text = arena_strdup(&t->mem, buf_str(&said));
	buf_free(&said);
	return o;
}

static void
test_properties(void)
{
	struct tree t;

	open_fixtures(&t);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct output o = check(&t, arena_printf(&t.mem, "f%zu.x.so", i), rows[i].property);

		UNIT_CHECK(!o.status && !*o.text, "%s: status %d, %s", rows[i].property, o.status,
			   o.text);
		o = check(&t, "plain.x.so", rows[i].property);
		if (rows[i].plain) {
			UNIT_CHECK(o.status == 1 && strstr(o.text, rows[i].plain) &&
					   strstr(o.text, rows[i].property),
				   "plain %s: status %d, %s", rows[i].property, o.status, o.text);
		} else {
			UNIT_CHECK(!o.status, "plain %s: %s", rows[i].property, o.text);
		}
	}
	tree_close(&t);
}

static void
test_wrong(void)
{
	static const struct {
		const char *file, *property;
		int status;
		const char *says;
	} bad[] = {
		{"plain.x.so", "nonsense", 1, "unknown property 'nonsense'"},
		{"plain.x.so", "", 1, "unknown property"},
		{"plain.x.so", "exports", 1, "exports: an argument is missing"},
		{"plain.x.so", "exports:", 1, "an argument is missing"},
		{"plain.x.so", "lazy:1", 1, "lazy takes no argument"},
		{"plain.x.so", "tls:gd", 1, "tls:ie"},
		{"plain.x.so", "tlssize:1k", 1, "not a number"},
		{"plain.x.so", "verneed:libc.so.6", 1, "not LIBRARY:VERSION"},
		{"f.map", "lazy", 1, "found a file of another kind"},
		{"absent", "lazy", 1, "found no file that can be read"},
		{"plain.x.so", NULL, 0, ""},
	};
	struct tree t;

	open_fixtures(&t);
	for (size_t i = 0; i < LENGTH(bad); i++) {
		struct output o = check(&t, bad[i].file, bad[i].property);

		UNIT_CHECK(o.status == bad[i].status && strstr(o.text, bad[i].says),
			   "row %zu: status %d, %s", i, o.status, o.text);
	}
	tree_close(&t);
}

/* a WebAssembly file is accepted, but has no property that is proven */
static void
test_wasm(void)
{
	static const char bytes[] = "\0asm\1\0\0";
	struct output o;
	struct tree t;

	open_fixtures(&t);
	CU_ASSERT_EQUAL(file_write(arena_printf(&t.mem, "%s/out/abi/a/w.so", t.dir), bytes,
				   sizeof(bytes)), 0);
	o = check(&t, "w.so", NULL);
	UNIT_CHECK(!o.status && !*o.text, "status %d, %s", o.status, o.text);
	o = check(&t, "w.so", "lazy");
	UNIT_CHECK(o.status == 1 && strstr(o.text, "lazy is not proven: a WebAssembly file"),
		   "status %d, %s", o.status, o.text);
	tree_close(&t);
}

/* the first version that the file needs is followed by itself, as often as can be told */
static bool
make_endless(char *bytes, size_t len)
{
	Elf64_Ehdr head;
	Elf64_Shdr section;
	Elf64_Verneed need;
	Elf64_Vernaux aux;

	memcpy(&head, bytes, sizeof(head));
	for (size_t i = 0; head.e_ident[EI_CLASS] == ELFCLASS64 && i < head.e_shnum; i++) {
		char *at = bytes + head.e_shoff + i * sizeof(section);

		memcpy(&section, at, sizeof(section));
		if (section.sh_type != SHT_GNU_verneed || section.sh_offset > len - sizeof(need))
			continue;
		section.sh_info = 0xffffffff;
		memcpy(at, &section, sizeof(section));
		memcpy(&need, bytes + section.sh_offset, sizeof(need));
		memcpy(&aux, bytes + section.sh_offset + need.vn_aux, sizeof(aux));
		need.vn_cnt = 0xffff;
		need.vn_next = aux.vna_next = 0;
		memcpy(bytes + section.sh_offset, &need, sizeof(need));
		memcpy(bytes + section.sh_offset + need.vn_aux, &aux, sizeof(aux));
		return true;
	}
	return false;
}

static void
test_endless(void)
{
	const char *text;
	struct output o;
	struct tree t;
	size_t len;
	char *bytes;

	open_fixtures(&t);
	text = tree_read(&t, "out/abi/a/plain.x.so", &len);
	bytes = arena_strndup(&t.mem, text, len);
	if (make_endless(bytes, len)) {
		file_write(arena_printf(&t.mem, "%s/out/abi/a/endless.so", t.dir), bytes, len);
		o = check(&t, "endless.so", "verneed:libc.so.6:NONE");
		UNIT_CHECK(o.status == 1 && strstr(o.text, "found no such version needed"), "%s",
			   o.text);
	}
	tree_close(&t);
}

void
unit_fixcheck(void)
{
	CU_pSuite suite = CU_add_suite("fixcheck", NULL, NULL);

	CU_add_test(suite, "each property is found, and its absence", test_properties);
	CU_add_test(suite, "wrong properties and wrong files", test_wrong);
	CU_add_test(suite, "versions without an end", test_endless);
	CU_add_test(suite, "WebAssembly", test_wasm);
}
