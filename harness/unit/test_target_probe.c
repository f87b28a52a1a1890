/* Tests the probe: a module that proves what a loader says of itself. */
#include <CUnit/CUnit.h>
#include <elf.h>
#include <string.h>
#include <sys/stat.h>

#include "run/target_probe.h"
#include "base/text.h"
#include "base/util.h"
#include "cli_support.h"
#include "format/expr.h"
#include "rows.h"
#include "units.h"

static void
told(struct arena *a, struct facts *f)
{
	static const char *const facts[][2] = {
		{"py", "3.13.2"}, {"gil", "1"}, {"debug", "0"}, {"tracerefs", "0"},
		{"suffix", ".s"},
		{"arch", "x86_64"}, {"libc", "glibc-2.36"},
	};

	for (size_t i = 0; i < LENGTH(facts); i++)
		facts_add(a, f, facts[i][0], facts[i][1]);
}

#define MARK "conform-probe headers "

static void
test_headers(void)
{
	static const struct {
		int line;
		const char *text, *carrier;
		unsigned machine;
		const char *says; /* NULL: true, or unproven */
	} t[] = {
		{__LINE__, MARK "gil=1 debug=0 libc=glibc py=3.13 ", NULL, EM_X86_64, NULL},
		{__LINE__, "nothing", NULL, EM_X86_64, NULL},
		{__LINE__, MARK "gil=0 debug=0 libc=glibc py=3.13 ", NULL, EM_X86_64,
		 "its fact 'gil' is '1', but the headers that it names say 0"},
		{__LINE__, MARK "gil=1 debug=1 libc=glibc py=3.13 ", NULL, EM_X86_64,
		 "its fact 'debug' is '0', but the headers that it names say 1"},
		{__LINE__, MARK "gil=1 debug=0 tracerefs=1 libc=glibc py=3.13 ", NULL, EM_X86_64,
		 "its fact 'tracerefs' is '0', but the headers that it names say 1"},
		{__LINE__, MARK "gil=1 debug=0 libc=glibc py=3.14 ", NULL, EM_X86_64,
		 "its fact 'py' is '3.13.2', but the headers that it names say 3.14"},
		{__LINE__, MARK "gil=1 debug=0 libc=other py=3.13 ", NULL, EM_AARCH64, NULL},
		{__LINE__, MARK "gil=1 debug=0 libc=glibc py=3.13 ", "qemu", EM_X86_64, NULL},
		{__LINE__, MARK "gil=1 debug=0 libc=glibc py=3.13 ", "qemu", EM_AARCH64,
		 "its fact 'arch' is 'x86_64', but the probe that it imports is for aarch64"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		char head[64] = ELFMAG;
		const char *unproven = NULL;
		struct facts f = {NULL, 0};
		struct arena a = {0};
		struct buf b = {0};

		head[EI_CLASS] = ELFCLASS64;
		head[EI_DATA] = ELFDATA2LSB;
		head[18] = (char)t[i].machine;
		buf_add(&b, head, sizeof(head));
		buf_puts(&b, t[i].text);
		told(&a, &f);
		row_says(__FILE__, t[i].line,
			 probe_headers(&a, &f, t[i].carrier, &b, &unproven), t[i].says);
		row_check(__FILE__, t[i].line, !unproven == !!strstr(t[i].text, MARK), "a probe");
		buf_free(&b);
		arena_free(&a);
	}
}

static void
test_import(void)
{
	static const struct {
		int line;
		const char *text, *says; /* NULL: true, or unproven */
		bool proves;
	} t[] = {
		{__LINE__, "\n> import\n| " MARK "gil=1 running gil=1 py=3.13.2 (main\n= <m>\n",
		 NULL, true},
		{__LINE__, "\n| " MARK "gil=1 running gil=0 py=3.13.2 exp\n",
		 "its fact 'gil' is '1', but what runs has 0", true},
		{__LINE__, "\n| " MARK "gil=1 running gil=1 py=3.12.9+ (x\n",
		 "its fact 'py' is '3.13.2', but what runs is 3.12", true},
		{__LINE__, "\n> import\n! ModuleNotFoundError\n",
		 "its fact 'suffix' is '.s', but its import finds no module with that ending",
		 true},
		{__LINE__, "\n> import\n! ImportError\n", NULL, false},
		{__LINE__, "\n", NULL, false},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		const char *unproven = NULL;
		struct facts f = {NULL, 0};
		struct arena a = {0};

		told(&a, &f);
		row_says(__FILE__, t[i].line, probe_import(&a, &f, t[i].text, &unproven),
			 t[i].says);
		row_check(__FILE__, t[i].line, !unproven == t[i].proves, "a proof");
		arena_free(&a);
	}
}

/* what the probe tried in vain is taken away, and nothing else */
static void
test_caps(void)
{
	static const struct {
		int line;
		const char *text, *caps;
	} t[] = {
		{__LINE__, "running gil=1 deepbind=1 lazy=1 unload=1 py=3", "fork lazy deepbind"},
		{__LINE__, "running gil=1 deepbind=0 lazy=1 py=3", "fork lazy"},
		{__LINE__, "running gil=1 deepbind=0 lazy=0 unload=0 fork=1 py=3", "fork"},
		{__LINE__, "running gil=1 py=3", "fork lazy deepbind"},
		{__LINE__, "", "fork lazy deepbind"},
	};
	static const char *const told_caps[] = {"fork", "lazy", "deepbind"};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct facts f = {NULL, 0};
		const char *caps = "";

		told(&a, &f);
		for (size_t k = 0; k < LENGTH(told_caps); k++)
			facts_add(&a, &f, "cap", told_caps[k]);
		probe_caps(&a, t[i].text, &f);
		for (size_t k = 0; k < f.n; k++) {
			if (!strcmp(f.v[k].key, "cap"))
				caps = arena_printf(&a, "%s%s%s", caps, *caps ? " " : "",
						    f.v[k].value);
		}
		row_says(__FILE__, t[i].line, caps, t[i].caps);
		row_check(__FILE__, t[i].line, facts_get(&f, "gil") != NULL, "other facts stay");
		arena_free(&a);
	}
}

/* where the C library binds everything at once, what needs lazy binding is skipped; it is kept */
static void
test_not_lazy(void)
{
	struct cli c;
	const char *python;

	cli_open(&c);
	python = cli_python(&c);
	for (int i = 0; i < 2; i++) {
		struct cli_ran ran = cli_run_own(&c, "--loader %s --env LD_BIND_NOW=1 -j1 "
						     "symbols/lazy-and-now", python);

		UNIT_CHECK(strstr(ran.text, "(cap:lazy 1)"), "run %d said %s", i, ran.text);
	}
	cli_close(&c);
}

/* an interpreter whose adapter lies, in hello and in each worker */
static void
test_lies(void)
{
	static const struct {
		const char *edit, *says;
		int exit_code;
	} t[] = {
		{"s/x/x/", "\nOK: ", 0},
		{"s/'suffix': suffix/'suffix': '.never.so'/",
		 "its fact 'suffix' is '.never.so', but its import finds no module", 2},
		{"s/'gil': .*/'gil': '0',/", "its fact 'gil' is '0', but the headers", 2},
		{"s/'debug': .*/'debug': '1',/", "its fact 'debug' is '1', but the headers", 2},
		{"s/'py': .*/'py': '3.99',/", "its fact 'py' is '3.99', but the headers", 2},
		{"s/'py': /'carrier': 'qemu', &/",
		 "note:    the carrier is qemu: arch, libc and abi are proven by a probe alone", 0},
		{"s/'py': /'carrier': 'qemu', &/; s/'arch': .*/'arch': 'mips',/",
		 "its fact 'arch' is 'mips', but the probe that it imports is for ", 2},
	};
	struct cli c;
	const char *python;

	cli_open(&c);
	python = cli_python(&c);
	for (size_t i = 0; i < LENGTH(t); i++) {
		struct cli_ran ran;
		const char *loader = cli_script(
			&c, "loader",
			"for word; do shift\n"
			"case $word in */conform_adapter.py) word=%s/lying/${word##*/} ;; esac\n"
			"set -- \"$@\" \"$word\"\ndone\nexec %s \"$@\"",
			c.root, python);

		cli_write(&c, "lie.sed", "%s\n", t[i].edit);
		cli_shell(&c, c.root,
			  arena_printf(&c.mem, "rm -rf lying && cp -R %s/harness/adapter lying &&"
					       " sed -i -f lie.sed lying/conform_facts.py",
				       c.home));
		ran = cli_run_own(&c, "--loader %s adapter/echo -j1", loader);
		UNIT_CHECK(ran.exit_code == t[i].exit_code, "%s: exit %d", t[i].edit,
			   ran.exit_code);
		UNIT_CHECK(strstr(ran.text, t[i].says), "%s: said %s", t[i].edit, ran.text);
	}
	cli_close(&c);
}

/* a run in which nothing has changed starts the loader for hello and for the cases only */
static void
test_kept(void)
{
	struct cli c;
	/* in namespaces the loader could not write its log */
	static const char run[] = "--loader %s --isolation fork,weak adapter/echo -j1";
	struct buf log = {0};
	const char *loader;

	cli_open(&c);
	loader = cli_script(&c, "loader", "echo \"$*\" >>%s/log\nexec %s \"$@\"", c.root,
			    cli_python(&c));
	CU_ASSERT_EQUAL(cli_run_own(&c, run, loader).exit_code, 0);
	file_write(arena_printf(&c.mem, "%s/log", c.root), "", 0);
	CU_ASSERT_EQUAL(cli_run_own(&c, run, loader).exit_code, 0);
	file_read(arena_printf(&c.mem, "%s/log", c.root), &log);
	UNIT_CHECK(!strstr(buf_str(&log), "/probe/"), "the probe ran again: %s", buf_str(&log));
	buf_free(&log);
	cli_close(&c);
}

void
unit_target_probe(void)
{
	static const struct row_test tests[] = {
		{"the headers", test_headers},
		{"the import", test_import},
		{"the capabilities", test_caps},
		{"no lazy binding", test_not_lazy},
		{"an adapter that lies", test_lies},
		{"a proof is kept", test_kept},
	};

	rows_suite("target probe", tests, LENGTH(tests));
}
