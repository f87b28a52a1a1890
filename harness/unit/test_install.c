/*
 * Tests an installed copy: it runs by its name, as an ordinary user, from an unrelated folder,
 * changes nothing below its prefix, and is gone after it was removed.
 */
#include <CUnit/CUnit.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli_support.h"
#include "rows.h"
#include "units.h"

/* below DESTDIR */
#define PREFIX "/opt/a b/usr"

struct copy {
	struct cli c;
	const char *prefix; /* where it is */
	const char *before; /* all its files */
};

static const char *
files_of(struct copy *k)
{
	return cli_shell(&k->c, k->prefix, "find . -exec ls -ld --full-time {} + | sort").text;
}

/* run a script as an ordinary user whose PATH has the copy; the folder is neither's */
static struct cli_ran
use(struct copy *k, const char *script)
{
	struct cli *c = &k->c;
	const char *user = geteuid() ? "" : "chroot --userspec=65534:65534 --groups= / ";

	cli_write(c, "use.sh", "cd /var || exit 9\nexport PATH='%s/bin':/usr/bin:/bin\n%s\n",
		  k->prefix, script);
	return cli_shell(c, "/",
			 arena_printf(&c->mem, "%senv -i HOME='%s/home' sh '%s/use.sh' 2>&1", user,
				      c->root, c->root));
}

/* false if nobody can run it here */
static bool
install(struct copy *k)
{
	struct cli *c = &k->c;
	struct cli_ran ran;

	cli_open(c);
	k->prefix = arena_printf(&c->mem, "%s/dest" PREFIX, c->root);
	ran = cli_shell(c, "/", arena_printf(&c->mem, "sh '%s/harness/packaging/install.sh' '%s' "
					     "'%s/dest' '" PREFIX "'", c->home, c->build, c->root));
	UNIT_CHECK(!ran.exit_code && !*ran.text, "install: %s", ran.text);
	cli_shell(c, c->root, "mkdir home other && chmod 755 . && chmod -R a-w dest");
	cli_shell(c, c->root, geteuid() ? "true" : "chown 65534 home other");
	k->before = files_of(k);
	ran = use(k, "exec python3 -c 'import sysconfig, os\n"
		     "os.stat(sysconfig.get_paths()[\"include\"] + \"/Python.h\")'");
	if (ran.exit_code)
		fputs("\nskipped: no ordinary user can run python3 or has its headers\n", stderr);
	return !ran.exit_code;
}

static void
leave(struct copy *k)
{
	UNIT_CHECK(!strcmp(k->before, files_of(k)), "the installed files changed: %s", files_of(k));
	cli_shell(&k->c, k->c.root, "chmod -R u+w dest");
	cli_close(&k->c);
}

static const struct {
	int line;
	const char *script;
	int status;
	const char *says;
} rows[] = {
	{__LINE__, "conform --help", 0, "usage: conform [OPTION]"},
	{__LINE__, "conform --lint", 0, " cases: no mistakes found"},
	{__LINE__, "conform hook/plain-name adapter/echo", 0, "2 passed, 0 failed as known\n"},
	{__LINE__, "ls -a ~ ~/.cache", 0, "\n.cache\n"},
	{__LINE__, "ls ~/.cache/dynload-cts/fixtures", 0, "cpython-"},
	{__LINE__, "cd ~/../other && XDG_CACHE_HOME=$PWD conform hook/plain-name && ls", 0,
	 "\ndynload-cts\n"},
	{__LINE__, "cd ~/../other && XDG_CACHE_HOME=ignored conform hook/plain-name && ls", 0,
	 "\ndynload-cts\n"},
	{__LINE__, "cd ~/../other && conform --build mine hook/plain-name && ls mine", 0,
	 "\nfixtures\n"},
	{__LINE__, "conform=$(command -v conform); unset PATH\n"
		   "\"$conform\" --build ~/bare hook/plain-name", 0,
	 "1 passed, 0 failed as known\n"},
	{__LINE__, "HOME=; conform hook/plain-name", 2, "or --build DIR"},
	{__LINE__, "conform --new hook/my-rule", 2, "expected --root DIR, a suite of your own"},
	{__LINE__, "conform --host run-main hook/plain-name", 0, "1 passed, 0 failed as known\n"},
	{__LINE__, "echo 'def create_dynamic(spec, file=None): raise ImportError(\"no\")\n"
		   "exec_dynamic = create_dynamic' >~/never.py; cd ~\n"
		   "conform --plugin never.py hook/plain-name", 1,
	 "  rerun:   conform --plugin never.py hook/plain-name\n"},
	{__LINE__, "doc=$(dirname \"$(command -v conform)\")/../share/doc/dynload-cts\n"
		   "cp -r \"$doc/harness/examples/suite\" ~/own; chmod -R u+w ~/own\n"
		   "conform --root ~/own --plugin ~/own/loader.py", 0,
	 "\nOK: 5 planned, 5 executed; 5 passed\n"},
	{__LINE__, "mkdir ~/mine; cd ~/mine && mkdir cases expected fixtures-src\n"
		   "conform --root . --new area/my-rule && conform --root .", 0,
	 "\nOK: 1 planned, 1 executed; 1 passed"},
	{__LINE__, "cd ~/mine && ls build && rm -r build", 0, "run\n"},
};

static void
test_use(void)
{
	struct copy k;
	bool ready = install(&k);
	const char *built = cli_run_own(&k.c, "--version").text;

	for (size_t i = 0; ready && i < LENGTH(rows); i++) {
		struct cli_ran ran = use(&k, rows[i].script);

		UNIT_CHECK(ran.exit_code == rows[i].status && strstr(ran.text, rows[i].says),
			   "row %d: exit %d: %s", rows[i].line, ran.exit_code, ran.text);
	}
	row_text(__FILE__, __LINE__, use(&k, "conform --version").text, built);
	row_text(__FILE__, __LINE__, use(&k, "\"$(command -v conform)\" --version").text, built);
	leave(&k);
}

/* all goes to where other programs look for it, and is readable whatever the umask was */
static void
test_places(void)
{
	static const char *const places[] = {
		"bin/conform", "share/man/man1/conform.1", "share/man/man5/conform-case.5",
		"share/bash-completion/completions/conform", "share/zsh/site-functions/_conform",
		"share/dynload-cts/cases/hook/plain-name.case",
		"share/dynload-cts/fixtures-src/include/fx_module.h",
		"share/vim/vimfiles/syntax/conformcase.vim",
		"share/vim/vimfiles/ftdetect/conformcase.vim",
		"share/doc/dynload-cts/README.md", "share/doc/dynload-cts/LICENSE",
	};
	static const char script[] = "umask 077; for what in '%s' --remove; do\n"
				     "sh '%s/harness/packaging/install.sh' $what '%s/d' /p\n"
				     "find d -type f ! -perm -444 -o -type d ! -perm -555 "
				     "! -path d | sed 's/$/ is closed/'\n%s\ndone\n"
				     "find d -type f";
	static const char there[] = "[ \"$what\" = --remove ] || [ -s d/p/%s ] || echo no %s\n";
	struct cli c;
	struct cli_ran ran;
	const char *look = "";

	cli_open(&c);
	for (size_t i = 0; i < LENGTH(places); i++) {
		const char *one = arena_printf(&c.mem, there, places[i], places[i]);

		look = arena_printf(&c.mem, "%s%s", look, one);
	}
	ran = cli_shell(&c, c.root, arena_printf(&c.mem, script, c.build, c.home, c.root, look));
	row_text(__FILE__, __LINE__, ran.text, "");
	ran = cli_shell(&c, c.root,
			arena_printf(&c.mem, "sh '%s/harness/packaging/install.sh' '%s' '' p",
				     c.home, c.build));
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "PREFIX: expected an absolute path"),
		   "%s", ran.text);
	cli_close(&c);
}

void
unit_install(void)
{
	static const struct row_test tests[] = {
		{"an ordinary user runs it by its name", test_use},
		{"files, modes, and that they are removed", test_places},
	};

	rows_suite("install", tests, LENGTH(tests));
}
