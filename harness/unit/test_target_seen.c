/* Tests what the harness sees of a loader's process itself, and how that is held against facts. */
#include <elf.h>
#include <string.h>
#include <unistd.h>

#include "run/target_seen.h"
#include "base/text.h"
#include "base/util.h"
#include "cli_support.h"
#include "format/expr.h"
#include "rows.h"
#include "units.h"

/* the header of an ELF file with these properties */
static void
elf_head(struct buf *b, bool wide, bool big, unsigned machine)
{
	char head[64] = {0};

	memcpy(head, ELFMAG, SELFMAG);
	head[EI_CLASS] = wide ? ELFCLASS64 : ELFCLASS32;
	head[EI_DATA] = big ? ELFDATA2MSB : ELFDATA2LSB;
	head[18] = (char)(big ? machine >> 8 : machine & 0xff);
	head[19] = (char)(big ? machine & 0xff : machine >> 8);
	buf_add(b, head, sizeof(head));
}

static void
test_machine(void)
{
	static const struct {
		int line;
		bool wide, big;
		unsigned machine;
		const char *names;
	} t[] = {
		{__LINE__, true, false, EM_X86_64, "x86_64 amd64"},
		{__LINE__, false, false, EM_386, "i686 i586 i486 i386"},
		{__LINE__, true, false, EM_AARCH64, "aarch64 arm64"},
		{__LINE__, true, false, 243, "riscv64"},
		{__LINE__, true, true, EM_S390, "s390x"},
		{__LINE__, true, false, EM_PPC64, "ppc64le"},
		{__LINE__, true, true, EM_PPC64, "ppc64"},
		{__LINE__, true, false, EM_MIPS, "mips64"},
		{__LINE__, true, true, EM_MIPS, "mips64"},
		/* x32 has no name of its own, and is not x86_64 */
		{__LINE__, false, false, EM_X86_64, NULL},
		{__LINE__, true, false, 9999, NULL},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct buf head = {0};

		elf_head(&head, t[i].wide, t[i].big, t[i].machine);
		row_text(__FILE__, t[i].line, seen_machine(&head), t[i].names);
		head.len = 10;
		row_text(__FILE__, t[i].line, seen_machine(&head), NULL);
		buf_free(&head);
	}
}

#define MAP "7f7e4e000000-7f7e4e028000 r--p 00000000 08:01 1234        "

static void
test_mapped(void)
{
	static const struct {
		int line;
		const char *maps, *name, *path;
	} t[] = {
		{__LINE__, "", NULL, NULL},
		{__LINE__, MAP "/usr/bin/python3.11\n" MAP "[heap]\n", NULL, NULL},
		{__LINE__, MAP "/p\n" MAP "/usr/lib/x86_64-linux-gnu/libc.so.6\n", "glibc",
		 "/usr/lib/x86_64-linux-gnu/libc.so.6"},
		{__LINE__, MAP "/lib/libc-2.31.so (deleted)\n", "glibc", "/lib/libc-2.31.so"},
		{__LINE__, MAP "/lib/ld-musl-x86_64.so.1\n", "musl", "/lib/ld-musl-x86_64.so.1"},
		{__LINE__, MAP "/a b/libuClibc-1.0.40.so", "uclibc", "/a b/libuClibc-1.0.40.so"},
		{__LINE__, MAP "/usr/lib/libcairo.so.2\n", NULL, NULL},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		const char *path = NULL;

		row_text(__FILE__, t[i].line, seen_mapped(&a, t[i].maps, &path), t[i].name);
		row_text(__FILE__, t[i].line, path, t[i].path);
		arena_free(&a);
	}
}

static void
test_glibc(void)
{
#define BYTES(s) s, sizeof(s) - 1
	static const struct {
		int line;
		const char *bytes;
		size_t len;
		const char *version;
	} t[] = {
		{__LINE__, BYTES(""), NULL},
		{__LINE__, BYTES("GNU C Library "), NULL},
		{__LINE__, BYTES("x\0GNU C Library (Debian GLIBC 2.36-9+deb12u13) stable release "
				 "version 2.36.\nCopyright\0"), "2.36"},
		{__LINE__, BYTES("GNU C Library x\0GNU C Library (GNU libc) development release "
				 "version 2.36.9000.\n"), "2.36.9000"},
		{__LINE__, BYTES("GNU C Library (x) version \0 version 2.3"), NULL},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct buf b = {0};

		buf_add(&b, t[i].bytes, t[i].len);
		row_text(__FILE__, t[i].line, seen_glibc(&a, &b), t[i].version);
		buf_free(&b);
		arena_free(&a);
	}
}

static void
test_differs(void)
{
	static const struct {
		int line;
		const char *machine, *libc;    /* seen */
		const char *arch, *told, *carrier;
		const char *says;              /* NULL: nothing differs */
	} t[] = {
		{__LINE__, "x86_64 amd64", "glibc-2.36", "x86_64", "glibc-2.36", NULL, NULL},
		{__LINE__, "i686 i386", "glibc-2.36", "i386", "glibc", NULL, NULL},
		{__LINE__, NULL, NULL, "mars", "none-3", NULL, NULL},
		{__LINE__, "x86_64 amd64", NULL, "aarch64", "glibc", NULL,
		 "its fact 'arch' is 'aarch64', but its program /p is for x86_64"},
		{__LINE__, "x86_64 amd64", NULL, "x86", "glibc", NULL, "its fact 'arch' is 'x86'"},
		{__LINE__, NULL, "glibc-2.36", "x86_64", "musl-1.2", NULL,
		 "its fact 'libc' is 'musl-1.2', but its program /p has glibc-2.36"},
		{__LINE__, NULL, "glibc-2.36", "x86_64", "glibc-2.17", NULL,
		 "its fact 'libc' is 'glibc-2.17', but its program /p has glibc-2.36"},
		{__LINE__, NULL, "glibc-2.36", "x86_64", "glibc-2.3", NULL, "is 'glibc-2.3', but"},
		{__LINE__, NULL, "musl", "x86_64", "musl-1.2.3", NULL, NULL},
		{__LINE__, NULL, "musl", "x86_64", "glibc-2.3", NULL,
		 "is 'glibc-2.3', but its program /p has musl"},
		{__LINE__, "x86_64 amd64", "glibc-2.36", "wasm32", "emscripten", "node", NULL},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct seen seen = {"/p", NULL, t[i].machine, t[i].libc};
		struct facts facts = {NULL, 0};
		struct arena a = {0};

		facts_add(&a, &facts, "arch", t[i].arch);
		facts_add(&a, &facts, "libc", t[i].told);
		if (t[i].carrier)
			facts_add(&a, &facts, "carrier", t[i].carrier);
		row_says(__FILE__, t[i].line, seen_differs(&a, &seen, &facts), t[i].says);
		arena_free(&a);
	}
}

static void
test_carrier(void)
{
	struct facts facts = {NULL, 0};
	struct arena a = {0};

	row_text(__FILE__, __LINE__, seen_carrier(&facts, NULL), NULL);
	row_text(__FILE__, __LINE__, seen_carrier(&facts, "/usr/bin/python3"), NULL);
	row_text(__FILE__, __LINE__, seen_carrier(&facts, "/usr/bin/qemu-arm-static"), "qemu");
	row_text(__FILE__, __LINE__, seen_carrier(&facts, "/usr/lib/jvm/x/bin/java"), "java");
	row_text(__FILE__, __LINE__, seen_carrier(&facts, "/usr/bin/node"), "node");
	row_text(__FILE__, __LINE__, seen_carrier(&facts, "/usr/lib/wine/wine64"), "wine");
	row_text(__FILE__, __LINE__, seen_carrier(&facts, "/usr/bin/javac"), NULL);
	facts_add(&a, &facts, "carrier", "java");
	row_text(__FILE__, __LINE__, seen_carrier(&facts, "/usr/bin/java"), "java");
	arena_free(&a);
}

/* this process, and one that is not there */
static void
test_look(void)
{
	struct arena a = {0};
	struct seen s;

	seen_look(&a, &s, getpid(), (long)getpid());
	row_check(__FILE__, __LINE__, s.program && text_ends(s.program, "/unit"), "the program");
	row_check(__FILE__, __LINE__, s.machine && s.libc, "machine and C library");
	row_text(__FILE__, __LINE__, s.unseen, NULL);
	seen_look(&a, &s, getpid(), 0);
	row_contains(__FILE__, __LINE__, s.unseen, "does not report its process id");
	seen_look(&a, &s, getpid(), 1);
	row_contains(__FILE__, __LINE__, s.unseen, "no process with that number");
	row_check(__FILE__, __LINE__, !s.program && !s.machine && !s.libc, "nothing");
	arena_free(&a);
}

/* a fact that the harness sees to be false ends the run before a case runs */
static void
test_lies(void)
{
	static const struct {
		const char *edit, *says;
		int exit_code;
	} t[] = {
		{"s/x/x/", "\nOK: ", 0},
		{"s/\"arch\": \"[^\"]*\"/\"arch\": \"mips\"/", "its fact 'arch' is 'mips'", 2},
		{"s/glibc/musl/", "its fact 'libc' is 'musl', but its program ", 2},
		{"s/glibc/glibc-2.2/", "its fact 'libc' is 'glibc-2.2', but its program ", 2},
		{"s/\"pid\": [0-9]*/\"pid\": 1/; s/glibc/musl/",
		 "\nprogram: not seen: no process with that number runs below the command", 0},
		{"s/\"arch\": \"[^\"]*\"/\"carrier\": \"qemu\", &/; s/glibc/musl/", "\nOK: ", 0},
		{"s/\"arch\":/\"carrier\": \"horse\", &/", "an unknown carrier 'horse'", 2},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct cli_ran ran;
		struct cli c;

		cli_open(&c);
		cli_import(&c, "a/good", "good");
		cli_write(&c, "lie.sed", "%s\n", t[i].edit);
		ran = cli_run(&c, "--isolation exec --loader %s",
			      cli_script(&c, "loader", "fake=%s/unit/fake_loader\n"
					 "[ \"$2\" = --hello ] || exec $fake \"$@\"\n"
					 "$fake \"$@\" | sed -u -f %s/lie.sed", c.build, c.root));
		UNIT_CHECK(ran.exit_code == t[i].exit_code, "%s: exit %d", t[i].edit,
			   ran.exit_code);
		UNIT_CHECK(strstr(ran.text, t[i].says), "%s: said %s", t[i].edit, ran.text);
		cli_close(&c);
	}
}

/* it answers when its input has ended, which is after half of the time that it has */
static void
test_slow(void)
{
	struct cli_ran ran;
	struct cli c;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	ran = cli_run(&c, "--isolation exec --timeout-scale 0.5 --loader %s",
		      cli_script(&c, "loader", "[ \"$2\" != --hello ] || sleep 2.7\n"
				 "exec %s/unit/fake_loader \"$@\"", c.build));
	UNIT_CHECK(ran.exit_code == 0, "exit %d", ran.exit_code);
	UNIT_CHECK(strstr(ran.text, "/unit/fake_loader\n"), "said %s", ran.text);
	UNIT_CHECK(!strstr(ran.text, "not seen"), "said %s", ran.text);
	cli_close(&c);
}

void
unit_target_seen(void)
{
	static const struct row_test tests[] = {
		{"the machine of a program", test_machine},
		{"the C library that is mapped", test_mapped},
		{"the version of glibc", test_glibc},
		{"facts and what is seen", test_differs},
		{"carriers", test_carrier},
		{"a process", test_look},
		{"a loader that lies", test_lies},
		{"a slow loader", test_slow},
	};

	rows_suite("target seen", tests, LENGTH(tests));
}
