/*
 * Whatever surrounds a run: environment, limits, umask, signals, descriptors, folders. Each row
 * changes one thing. Then either the result is that of the plain run, or the exit code is 2 and a
 * sentence names the cause.
 */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "cli_support.h"
#include "rows.h"
#include "units.h"

/* RUN in `does` is the command under test; says NULL: the result is the plain run's */
struct around {
	int line;
	const char *does;
	const char *says;
};

/* what is done to a run of the fake loader, which needs no fixtures */
static const struct around outside[] = {
	{__LINE__, "LD_LIBRARY_PATH=/nonexistent RUN", NULL},
	{__LINE__, "LD_BIND_NOW=1 RUN", NULL},
	{__LINE__, "LD_PRELOAD=/nonexistent.so RUN", NULL},
	{__LINE__, "LD_AUDIT=/nonexistent.so RUN", NULL},
	{__LINE__, "MALLOC_PERTURB_=165 RUN", NULL},
	{__LINE__, "TMPDIR=/nonexistent RUN", NULL},
	{__LINE__, "TMPDIR=relative RUN", NULL},
	{__LINE__, "TMPDIR='/a b' RUN", NULL},
	{__LINE__, "TMPDIR=/etc/passwd RUN", NULL},
	{__LINE__, "TMPDIR= RUN", NULL},
	{__LINE__, "HOME=/nonexistent RUN", NULL},
	{__LINE__, "env -u HOME -u TMPDIR -u LANG RUN", NULL},
	{__LINE__, "env -i RUN", NULL},
	{__LINE__, "PATH= RUN", NULL},
	{__LINE__, "LC_ALL=tr_TR.UTF-8 RUN", NULL},
	{__LINE__, "LC_ALL=C RUN", NULL},
	{__LINE__, "LC_ALL=xx_YY.UTF-8 RUN", NULL},
	{__LINE__, "LANGUAGE=de LANG=de_DE.UTF-8 RUN", NULL},
	{__LINE__, "TZ=:/nonexistent RUN", NULL},
	{__LINE__, "POSIXLY_CORRECT=1 RUN", NULL},
	{__LINE__, "GETOPT_COMPATIBLE=1 RUN", NULL},
	{__LINE__, "X=$(head -c 100000 /dev/zero | tr '\\0' x); i=0; set --; "
		   "while [ $i -lt 10 ]; do set -- \"$@\" V$i=$X; i=$((i+1)); done; env \"$@\" RUN",
	 NULL},
	{__LINE__, "umask 0777; RUN", NULL},
	{__LINE__, "umask 0; RUN", NULL},
	{__LINE__, "ulimit -f 0; RUN", "the limit of the size of a file (ulimit -f) is 0 KiB"},
	{__LINE__, "ulimit -f 100; RUN", "the limit of the size of a file (ulimit -f) is"},
	{__LINE__, "ulimit -n 16; RUN", "the limit of open files (ulimit -n) is 16"},
	{__LINE__, "ulimit -n 90; RUN -j 7", "(ulimit -n) is 90; -j 7 needs"},
	{__LINE__, "ulimit -n 90; RUN", NULL},
	{__LINE__, "ulimit -s 64; RUN", "the limit of the stack (ulimit -s) is 64 KiB"},
	{__LINE__, "ulimit -s unlimited; RUN", NULL},
	{__LINE__, "ulimit -c unlimited; RUN", NULL},
	{__LINE__, "ulimit -t 1; RUN", "the limit of CPU time (ulimit -t) is 1"},
	{__LINE__, "ulimit -l 0; RUN", NULL},
#ifndef __SANITIZE_ADDRESS__ /* its runtime wants to be the first library, and much memory */
	{__LINE__, "LD_PRELOAD=libm.so.6 RUN", NULL},
	{__LINE__, "ulimit -v 30000; RUN", "the limit of memory (ulimit -v) is 30000 KiB"},
	{__LINE__, "ulimit -d 1000; RUN", "the limit of data (ulimit -d) is 1000 KiB"},
	{__LINE__, "ulimit -v 500000; RUN", NULL},
#endif
	{__LINE__, "RUN <&-", NULL},
	{__LINE__, "RUN 2>&-", NULL},
	{__LINE__, "RUN --isolation exec <&- 2>&-", NULL},
	{__LINE__, "RUN -o console -o json:/dev/null 2>&-", NULL},
	{__LINE__, "RUN </dev/null", NULL},
	{__LINE__, "RUN </", NULL},
	{__LINE__, "true | RUN", NULL},
	{__LINE__, "if env --block-signal true; then env --block-signal RUN; else RUN; fi", NULL},
	{__LINE__, "[ -x /usr/bin/script ] || exec RUN\nscript -qec 'RUN >out 2>&1; echo $? >code' "
		   "/dev/null; cat out; exit $(cat code)", NULL},
	{__LINE__, "trap '' CHLD PIPE HUP INT TERM QUIT USR1 USR2; RUN", NULL},
	{__LINE__, "nice -n 19 RUN", NULL},
	{__LINE__, "setsid -w RUN", NULL},
	{__LINE__, "mkdir gone; cd gone; rmdir ../gone; RUN", "cannot tell the current folder"},
	{__LINE__, "RUN --build build/note.txt/x", "cannot write into"},
	{__LINE__, "mkdir -p 'odd $name'; RUN --build 'odd $name'", NULL},
	{__LINE__, "mkdir elsewhere; mv build old; ln -s elsewhere build; RUN; code=$?; "
		   "[ -d elsewhere/state ] || code=9; rm build; mv old build; exit $code", NULL},
};

/* the suite of one case that passes and one that fails */
static void
around_open(struct cli *c)
{
	cli_open(c);
	cli_import(c, "a/good", "good");
	cli_case(c, "a/bad", "", "import bad\n", "> import bad\n! ImportError\n");
	cli_write(c, "build/note.txt", "\n");
	/* an ordinary user runs it, too */
	chmod(c->root, 0755);
}

/* the last line, which has the counts of all outcomes */
static const char *
sum_of(struct cli *c, const char *text)
{
	size_t n;
	char **lines = text_lines(&c->mem, text, strlen(text), &n);

	return n ? lines[n - 1] : "";
}

static const char *
with_run(struct cli *c, const char *text, const char *run)
{
	struct buf b = {0};
	const char *at, *filled;

	for (; (at = strstr(text, "RUN")); text = at + 3) {
		buf_add(&b, text, (size_t)(at - text));
		buf_puts(&b, run);
	}
	buf_puts(&b, text);
	filled = arena_strdup(&c->mem, buf_str(&b));
	buf_free(&b);
	return filled;
}

static void
check_row(struct cli *c, const struct around *row, const char *run, const struct cli_ran *plain)
{
	struct cli_ran ran = cli_shell(c, c->root, with_run(c, row->does, run));
	const char *what = arena_printf(&c->mem, "%s: exit %d: %s", row->does, ran.exit_code,
					ran.text);

	if (row->says) {
		row_check(__FILE__, row->line, ran.exit_code == 2, what);
		row_contains(__FILE__, row->line, ran.text, row->says);
	} else {
		row_check(__FILE__, row->line, ran.exit_code == plain->exit_code, what);
		row_text(__FILE__, row->line, sum_of(c, ran.text), sum_of(c, plain->text));
	}
}

static void
check_rows(struct cli *c, const struct around *rows, size_t n, const char *run, int exit_code)
{
	struct cli_ran plain = cli_shell(c, c->root, run);

	UNIT_CHECK(plain.exit_code == exit_code, "plain run: exit %d: %s", plain.exit_code,
		   plain.text);
	for (size_t i = 0; i < n; i++)
		check_row(c, &rows[i], run, &plain);
}

static const char *
fake_command(struct cli *c)
{
	return arena_printf(&c->mem, "%s/conform --root %s %s -j1", c->build, c->root, cli_fake(c));
}

static void
test_outside(void)
{
	struct cli c;

	around_open(&c);
	check_rows(&c, outside, LENGTH(outside), fake_command(&c), 1);
	cli_close(&c);
}

/* what a run of another kind would remove: files outside that a link leads to */
static void
put_outside(struct cli *c)
{
	static const char *const files[] = {"outside/precious", "outside/evil-area/precious",
					    "outside/good/precious", "outside/run/precious",
					    "outside/run/a/good/precious"};

	for (size_t i = 0; i < LENGTH(files); i++)
		cli_write(c, files[i], "\n");
}

static size_t
count_outside(struct cli *c)
{
	struct cli_ran ran = cli_shell(c, c->root, "find outside -name precious | wc -l");

	return strtoul(ran.text, NULL, 10);
}

/* a loader puts a link in the place of a folder of the run; the next case is not harmed */
static void
test_swapped(void)
{
	static const char *const modes[] = {"fork -j1", "exec -j1", "fork -j3"};
	struct cli c;
	struct cli_ran ran;
	json_t *report;
	size_t before;

	for (size_t i = 0; i < LENGTH(modes); i++) {
		cli_open(&c);
		put_outside(&c);
		before = count_outside(&c);
		cli_import(&c, "a/evil-area", "evil_swap_area");
		cli_import(&c, "a/good", "good");
		cli_import(&c, "b/evil-run", "evil_swap_run");
		cli_import(&c, "b/good", "good");
		ran = cli_run(&c, "%s --isolation %s -o console -o json:%s/report.json",
			      cli_fake(&c), modes[i], c.root);
		report = cli_report(&c);
		UNIT_CHECK(count_outside(&c) == before, "%s: %zu files of %zu are left", modes[i],
			   count_outside(&c), before);
		UNIT_CHECK(strstr(modes[i], "-j3") ||
				   (!strcmp(cli_outcome(report, "a/good"), "PASS") &&
				    !strcmp(cli_outcome(report, "b/good"), "PASS")),
			   "%s: said %s", modes[i], ran.text);
		UNIT_CHECK(!*cli_shell(&c, c.root, "ls build/run").text, "%s: left %s", modes[i],
			   cli_shell(&c, c.root, "ls -R build/run").text);
		json_decref(report);
		cli_close(&c);
	}
}

/* a run that was killed leaves its folder, which the next one removes; --keep keeps it */
static void
test_left(void)
{
	static const char left[] = "ls build/run | grep -v '[.]' | wc -l";
	struct cli c;

	around_open(&c);
	cli_import(&c, "a/hangs", "evil_hang");
	cli_shell(&c, c.root,
		  arena_printf(&c.mem, "%s & pid=$!; "
				       "while ! ls build/run/*/a/hangs build/run/*/.0/case | "
				       "grep -E 'hangs|case'; do :; done; "
				       "kill -9 $pid; wait $pid", fake_command(&c)));
	UNIT_CHECK(!strcmp(cli_shell(&c, c.root, left).text, "1\n"), "the killed run: %s",
		   cli_shell(&c, c.root, "ls -R build/run").text);
	cli_run(&c, "%s a/good --keep", cli_fake(&c));
	UNIT_CHECK(!strcmp(cli_shell(&c, c.root, left).text, "1\n"), "the kept run: %s",
		   cli_shell(&c, c.root, "ls -R build/run").text);
	cli_run(&c, "%s a/good", cli_fake(&c));
	UNIT_CHECK(!strcmp(cli_shell(&c, c.root, "ls build/run/*/a").text, "good\n"), "kept: %s",
		   cli_shell(&c, c.root, "ls -R build/run").text);
	cli_close(&c);
}

/* what a killed run left is mounted on: the next run names it and leaves it alone */
static void
test_mounted(void)
{
	struct cli c;
	struct cli_ran ran;

	around_open(&c);
	cli_write(&c, "build/run/4000000/a/x", "\n");
	cli_write(&c, "build/run/4000000/mnt/x", "\n");
	cli_write(&c, "build/run/4000000.live", "\n");
	cli_write(&c, "build/o/precious", "\n");
	ran = cli_shell(&c, c.root,
			arena_printf(&c.mem,
				     "unshare -rm sh -c 'mount --bind build/o "
				     "build/run/4000000/mnt || exit; echo mounted; %s a/good'",
				     fake_command(&c)));
	if (strstr(ran.text, "mounted\n"))
		UNIT_CHECK(strstr(ran.text, "/run/4000000/mnt: something is mounted on it"),
			   "said %s", ran.text);
	UNIT_CHECK(!access(arena_printf(&c.mem, "%s/build/o/precious", c.root), F_OK),
		   "removed what is mounted: %s", ran.text);
	cli_run(&c, "%s a/good", cli_fake(&c));
	UNIT_CHECK(access(arena_printf(&c.mem, "%s/build/run/4000000", c.root), F_OK),
		   "not removed after %s", ran.text);
	cli_close(&c);
}

/* row.does is the size of a tmpfs, and what is done there before the run */
static void
check_full(struct cli *c, const struct around *rows, size_t n, const struct cli_ran *plain)
{
	for (size_t i = 0; i < n; i++) {
		struct around row = rows[i];

		row.does = arena_printf(&c->mem, "unshare -rm sh -c 'mount -t tmpfs none build -o "
				       "%s\nRUN'", row.does);
		check_row(c, &row, fake_command(c), plain);
	}
}

/* a disk that is full: a case that fails is not judged, and the sentence says why */
static void
test_full(void)
{
	static const struct around rows[] = {
		{__LINE__, "size=2m", NULL},
		{__LINE__, "size=2m; dd if=/dev/zero of=build/fill bs=4k", "/build/run is full: "},
		{__LINE__, "size=40k", "/build/run is full: "},
		{__LINE__, "size=2m,nr_inodes=14", "/build/run is full: it has room for"},
		{__LINE__, "size=2m,nr_inodes=3", "No space left on device"},
	};
	struct cli c;
	struct cli_ran plain;

	around_open(&c);
	cli_import(&c, "a/needs-disk", "needs_disk");
	plain = cli_shell(&c, c.root, fake_command(&c));
	CU_ASSERT_EQUAL(plain.exit_code, 1);
	if (cli_shell(&c, c.root, "unshare -rm mount -t tmpfs none build").exit_code)
		printf("mounts are not allowed here: no test of a full disk\n");
	else
		check_full(&c, rows, LENGTH(rows), &plain);
	cli_close(&c);
}

/* the environment of a run with a real interpreter and a compiler */
static const struct around inside[] = {
	{__LINE__, "PYTHONHOME=/nonexistent RUN", NULL},
	{__LINE__, "PYTHONPATH=poison RUN", NULL},
	{__LINE__, "PYTHONSTARTUP=/nonexistent RUN", NULL},
	{__LINE__, "PYTHONHASHSEED=junk RUN", NULL},
	{__LINE__, "PYTHONDONTWRITEBYTECODE=1 PYTHONOPTIMIZE=2 PYTHONDEBUG=1 RUN", NULL},
	{__LINE__, "PYTHONVERBOSE=2 RUN", NULL},
	{__LINE__, "PYTHONWARNINGS=error RUN", NULL},
	{__LINE__, "PYTHONMALLOC=junk RUN", NULL},
	{__LINE__, "PYTHONINSPECT=1 RUN", NULL},
	{__LINE__, "PYTHONPLATLIBDIR=nowhere RUN", NULL},
	{__LINE__, "PYTHONPYCACHEPREFIX=/nonexistent PYTHONCASEOK=1 RUN", NULL},
	{__LINE__, "PYTHONIOENCODING=utf-16 PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 RUN", NULL},
	{__LINE__, "PYTHONUSERBASE=poison PYTHONEXECUTABLE=/bin/true RUN", NULL},
	{__LINE__, "PYTHONTRACEMALLOC=5 PYTHONPROFILEIMPORTTIME=1 PYTHONDEVMODE=1 RUN", NULL},
	{__LINE__, "PYTHON_GIL=junk PYTHON_FROZEN_MODULES=off PYTHONSAFEPATH=1 RUN", NULL},
	{__LINE__, "rm -rf build; CFLAGS=--none CPPFLAGS=--none LDFLAGS=--none RUN", NULL},
	{__LINE__, "rm -rf build; CPATH=poison C_INCLUDE_PATH=poison RUN", NULL},
	{__LINE__, "rm -rf build; LIBRARY_PATH=poison COMPILER_PATH=poison RUN", NULL},
	{__LINE__, "rm -rf build; DEPENDENCIES_OUTPUT=poison/dep SUNPRO_DEPENDENCIES=x RUN", NULL},
	{__LINE__, "rm -rf build; umask 0777; RUN", NULL},
	{__LINE__, "rm -rf build; TMPDIR=/nonexistent RUN", NULL},
	{__LINE__, "rm -rf build; CC=true RUN", "'true' exited with 0 and wrote nothing"},
	{__LINE__, "rm -rf build; CC=false RUN", "'false' exited with 1, without a message"},
	{__LINE__, "rm -rf build; CC=/nonexistent/cc RUN", "no command '/nonexistent/cc'"},
	{__LINE__, "mkdir moved; mv cases expected fixtures-src build moved; cd moved; "
		   "RUN --root .; code=$?; mv * ..; cd ..; rmdir moved; exit $code", NULL},
};

static void
test_inside(void)
{
	const char *const poison = "raise SystemExit('poison')\n";
	struct cli c;

	around_open(&c);
	dir_make(arena_printf(&c.mem, "%s/fixtures-src", c.root));
	if (symlink(arena_printf(&c.mem, "%s/fixtures-src/include", c.home),
		    arena_printf(&c.mem, "%s/fixtures-src/include", c.root)))
		die("cannot link into %s:", c.root);
	CU_ASSERT_EQUAL(cli_run(&c, "--new area/my-rule").exit_code, 0);
	cli_write(&c, "poison/sitecustomize.py", "%s", poison);
	cli_write(&c, "poison/os.py", "%s", poison);
	cli_write(&c, "poison/Python.h", "#error poison\n");
	check_rows(&c, inside, LENGTH(inside),
		   arena_printf(&c.mem, "%s/conform --root %s --loader %s -j1 area", c.build,
				c.root, cli_python(&c)), 0);
	cli_close(&c);
}

/* what stands around run_tests.sh: its make must build, and build the program that runs */
static const struct around making[] = {
	{__LINE__, "RUN", NULL},
	{__LINE__, "MAKEFLAGS=n RUN", NULL},
	{__LINE__, "MAKEFLAGS=q RUN", NULL},
	{__LINE__, "MAKEFLAGS=t RUN", NULL},
	{__LINE__, "MAKEFLAGS='ik --eval=$(error)' RUN", NULL},
	{__LINE__, "GNUMAKEFLAGS=-n RUN", NULL},
	{__LINE__, "GNUMAKEFLAGS=-q RUN", NULL},
	{__LINE__, "GNUMAKEFLAGS=-t RUN", NULL},
	{__LINE__, "MFLAGS=-n MAKEFILES=/nonexistent MAKELEVEL=7 RUN", NULL},
	{__LINE__, "B=elsewhere FOR=nothing LOADER=none ARGS=-x V=1 RUN", NULL},
	{__LINE__, "PYTHONHOME=/nonexistent CONFORM_NO_INSTALL=1 RUN", NULL},
	{__LINE__, "umask 0777; rm -rf co/build; RUN", NULL},
	{__LINE__, "POSIXLY_CORRECT=1 LC_ALL=tr_TR.UTF-8 CDPATH=/ ENV=/nonexistent RUN", NULL},
	{__LINE__, "RUN --build=other", NULL},
	{__LINE__, "RUN --build \"$PWD/another\"", NULL},
	{__LINE__, "CC=true RUN", "did not make "},
	{__LINE__, "RUN --build 'a b'", "make cannot build in "},
	{__LINE__, "RUN --build co/Makefile/x", "cannot write into "},
};

/* a checkout with two short programs in the place of ours */
static void
test_making(void)
{
	static const char text[] = "#include <stdio.h>\nint\nmain(void)\n{\nputs(\"%s\");\n}\n";
	const struct cli_ran plain = {0, "new", 0, 0};
	struct cli c;

	cli_open(&c);
	cli_shell(&c, c.root,
		  arena_printf(&c.mem, "from=%s && mkdir -p co/harness/examples && cd co && "
				       "cp $from/Makefile $from/run_tests.sh . && "
				       "tar -cC $from harness/tools/setup harness/report/html "
				       "harness/report/page.h | tar -x", c.home));
	cli_write(&c, "co/harness/examples/adapter.c", text, "adapter");
	cli_write(&c, "co/harness/main.c", text, "old");
	UNIT_CHECK(!strcmp(cli_shell(&c, c.root, "./co/run_tests.sh").text, "old\n"), "not old");
	cli_shell(&c, c.root, "touch -d '1 minute ago' $(find co); mv co co.old");
	for (size_t i = 0; i < LENGTH(making); i++) {
		cli_shell(&c, c.root, "rm -rf co && cp -a co.old co");
		cli_write(&c, "co/harness/main.c", text, "new");
		check_row(&c, &making[i], "./co/run_tests.sh", &plain);
	}
	cli_close(&c);
}

/* the words that make a command that of an ordinary user; root becomes one */
#define AS(ID) "chroot --userspec=" ID ":" ID " --groups= / "
static const char as_user[] = AS("65534");
/* this one has no processes but those of one test: others run meanwhile */
static const char as_alone[] = AS("65533");

/* one row, as that user */
static void
check_user_row(struct cli *c, const struct around *row, const char *user, const char *run,
	       const struct cli_ran *plain)
{
	struct around script = *row;

	cli_write(c, "row.sh", "cd %s || exit 9\n%s\n", c->root, with_run(c, row->does, run));
	script.does = arena_printf(&c->mem, "# %s\n%ssh %s/row.sh", row->does,
				   geteuid() ? "" : user, c->root);
	check_row(c, &script, run, plain);
}

/* a copy of the programs, which every user can execute, in a checkout of this user's */
static bool
copy_programs(struct cli *c)
{
	static const char script[] = "set -e; umask 022; mkdir -p co/harness co/build\n"
				     "cp %s/conform %s/unit/fake_loader co/build/\n"
				     "cp -R %s/harness/adapter co/harness/\n"
				     "%s%s/co/build/conform --version";
	const char *user = geteuid() ? "" : as_user;
	struct cli_ran ran = cli_shell(c, c->root, arena_printf(&c->mem, script, c->build, c->build,
								c->home, user, c->root));

	if (strstr(ran.text, "chroot:"))
		printf("no command can be run as an ordinary user here: %s\n", ran.text);
	return !ran.exit_code;
}

/* the same rows as an ordinary user */
static void
test_user(void)
{
	struct cli c;
	const char *run;
	struct cli_ran plain;

	around_open(&c);
	if (copy_programs(&c)) {
		run = arena_printf(&c.mem, "%s/co/build/conform --root %s --loader "
				   "%s/co/build/fake_loader -j1", c.root, c.root, c.root);
		plain = cli_shell(&c, c.root, run);
		cli_shell(&c, c.root, geteuid() ? "true" : "chown -R 65534:65534 .");
		for (size_t i = 0; i < LENGTH(outside); i++)
			check_user_row(&c, &outside[i], as_user, run, &plain);
		cli_shell(&c, c.root, geteuid() ? "true" : "chown -R 65533:65533 .");
		check_user_row(&c, &(struct around){__LINE__, "ulimit -u 5 || ulimit -p 5; RUN",
						    "the limit of processes (ulimit -u) is 5"},
			       as_alone, run, &plain);
	}
	cli_close(&c);
}

/* in a checkout that the user cannot write; `mine` is a folder of theirs */
static const struct around readonly[] = {
	{__LINE__, "RUN", "cannot write into"},
	{__LINE__, "RUN", "--build DIR names another folder"},
	{__LINE__, "RUN --build mine/new", NULL},
	{__LINE__, "RUN --build mine/new", NULL},
	{__LINE__, "RUN --build mine/new --isolation exec", NULL},
	{__LINE__, "cd mine && RUN --build .", NULL},
	{__LINE__, "cd / && RUN --build \"$OLDPWD/mine/deep/er\"", NULL},
	{__LINE__, "umask 0777; RUN --build mine/masked", NULL},
	{__LINE__, "HOME=/nonexistent TMPDIR=/nonexistent RUN --build mine/new", NULL},
	{__LINE__, "RUN --build co/harness", "cannot write into"},
	{__LINE__, "mkdir mine/no; chmod 555 mine/no; RUN --build mine/no", "cannot write into"},
};

/* with a compiler and an interpreter, if the user can execute one */
static void
check_compiled(struct cli *c)
{
	static const struct around row = {__LINE__, "RUN --build mine/compiled", NULL};
	const char *names[] = {cli_python(c), "/usr/bin/python3"}, *run;
	struct cli_ran plain;
	size_t i = 0;

	while (i < LENGTH(names) &&
	       cli_shell(c, c->root, arena_printf(&c->mem, "%s%s -c ''", geteuid() ? "" : as_user,
						  names[i])).exit_code)
		i++;
	if (i == LENGTH(names)) {
		printf("an ordinary user can execute no interpreter here\n");
		return;
	}
	run = arena_printf(&c->mem, "%s/co/build/conform --root %s --loader %s -j1 area", c->root,
			   c->root, names[i]);
	plain = cli_shell(c, c->root, arena_printf(&c->mem, "%s --build mine/plain", run));
	UNIT_CHECK(!plain.exit_code, "compiled: %s", plain.text);
	check_user_row(c, &row, as_user, run, &plain);
}

static void
test_readonly(void)
{
	struct cli c;
	const char *run;
	struct cli_ran plain;

	around_open(&c);
	cli_shell(&c, c.root, arena_printf(&c.mem, "mkdir -p fixtures-src; cp -R "
					   "%s/fixtures-src/include fixtures-src", c.home));
	CU_ASSERT_EQUAL(cli_run(&c, "--new area/my-rule").exit_code, 0);
	cli_write(&c, "build/state/note.txt", "\n");
	if (copy_programs(&c)) {
		run = arena_printf(&c.mem, "%s/co/build/conform --root %s --loader "
				   "%s/co/build/fake_loader -j1", c.root, c.root, c.root);
		plain = cli_shell(&c, c.root, arena_printf(&c.mem, "%s --build plain", run));
		cli_shell(&c, c.root, geteuid() ? "mkdir mine; chmod a-w . build build/*"
						: "mkdir mine; chown 65534:65534 mine");
		for (size_t i = 0; i < LENGTH(readonly); i++)
			check_user_row(&c, &readonly[i], as_user, run, &plain);
		check_compiled(&c);
		cli_shell(&c, c.root, "chmod u+w . build build/*");
	}
	cli_close(&c);
}

/* /proc is not there, or does not show all: row.does is `unshare`'s options and what is done */
static void
test_proc(void)
{
	static const struct around rows[] = {
		{__LINE__, "-rm sh -c 'mount -t tmpfs none /proc; RUN'", "/proc is not mounted"},
		{__LINE__, "-rpf sh -c 'RUN'", "/proc is that of another pid namespace"},
		{__LINE__, "-rmpf sh -c 'mount -t proc -o hidepid=2 proc /proc; RUN'", NULL},
		{__LINE__, "-rmpf sh -c 'mount -t proc -o hidepid=2 proc /proc; "
			   "RUN --isolation weak'", NULL},
	};
	struct cli c;
	const char *run;
	struct cli_ran plain, ran;

	around_open(&c);
	run = fake_command(&c);
	plain = cli_shell(&c, c.root, run);
	if (cli_shell(&c, c.root, "unshare -rmpf mount -t proc proc /proc").exit_code) {
		printf("mounts are not allowed here: no test of another /proc\n");
		cli_close(&c);
		return;
	}
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct around row = rows[i];

		row.does = arena_printf(&c.mem, "unshare %s", row.does);
		check_row(&c, &row, run, &plain);
	}
	if (!geteuid() && copy_programs(&c)) {
		cli_shell(&c, c.root, "chown -R 65534:65534 .");
		ran = cli_shell(&c, c.root,
				arena_printf(&c.mem,
					     "unshare -mpf sh -c 'mount -t proc -o hidepid=2 proc "
					     "/proc; %s %s/co/build/conform --root %s --loader "
					     "%s/co/build/fake_loader -j1 --isolation weak'",
					     as_user, c.root, c.root, c.root));
		UNIT_CHECK(ran.exit_code == 1 &&
				   strstr(ran.text, "weak (--isolation; /proc hides processes"),
			   "hidden processes: exit %d: %s", ran.exit_code, ran.text);
	}
	cli_close(&c);
}

void
unit_cli_around(void)
{
	static const struct row_test tests[] = {
		{"environment, limits, descriptors, folders", test_outside},
		{"folders of the run replaced by links", test_swapped},
		{"what a killed run has left", test_left},
		{"a mount in what is to be removed", test_mounted},
		{"a full disk", test_full},
		{"environment of interpreter and compiler", test_inside},
		{"environment of run_tests.sh", test_making},
		{"all of these as an ordinary user", test_user},
		{"a checkout that the user cannot write", test_readonly},
		{"/proc is not there, or hides processes", test_proc},
	};

	rows_suite("cli around", tests, LENGTH(tests));
}
