/*
 * Removing folders that hostile processes can write: nothing outside is touched, whatever stands in
 * the place of a folder, also if it changes while the folder is removed.
 */
#include <CUnit/CUnit.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/text.h"
#include "cli_support.h"
#include "rows.h"
#include "units.h"

/* ROOT/in is the folder to remove from; what is in ROOT/out must stay */
struct yard {
	struct cli c;
	const char *in, *out;
	int fd;
};

static void
yard_open(struct yard *y)
{
	cli_open(&y->c);
	cli_write(&y->c, "out/name/precious", "\n");
	cli_write(&y->c, "in/area/name/file", "\n");
	y->in = arena_printf(&y->c.mem, "%s/in", y->c.root);
	y->out = arena_printf(&y->c.mem, "%s/out", y->c.root);
	y->fd = folder_open(y->in);
}

static bool
is_precious(struct yard *y)
{
	return !access(arena_printf(&y->c.mem, "%s/name/precious", y->out), F_OK);
}

static void
yard_close(struct yard *y)
{
	close(y->fd);
	cli_close(&y->c);
}

/* what a process does to ROOT/in, in a shell; then area/name is made, or removed */
static void
test_replaced(void)
{
	static const struct {
		int line;
		const char *does;
	} rows[] = {
		{__LINE__, ":"},
		{__LINE__, "mv area moved; ln -s ../out area"},
		{__LINE__, "rm -r area; ln -s ../out area"},
		{__LINE__, "rm -r area/name; ln -s ../../out/name area/name"},
		{__LINE__, "rm area/name/file; ln -s ../../../out area/name/file"},
		{__LINE__, "rm -r area; : >area"},
		{__LINE__, "rm -r area; mkfifo area"},
		{__LINE__, "rm -r area/name; mkfifo area/name"},
		{__LINE__, "mkdir area/name/x; chmod 0 area/name/x area/name area"},
		{__LINE__, "rm -r area"},
		{__LINE__, "cd area/name; i=0; while [ $i -lt 150 ]; do mkdir d; cd -P d; "
			   "i=$((i+1)); done"},
	};

	for (size_t i = 0; i < 2 * LENGTH(rows); i++) {
		int line = rows[i / 2].line, bad;
		struct buf left = {0};
		struct stat st;
		struct yard y;

		yard_open(&y);
		cli_shell(&y.c, y.in, rows[i / 2].does);
		bad = i % 2 ? folder_make(y.fd, "area/name")
			    : folder_remove(y.fd, "area/name", &left);
		row_check(__FILE__, line, !bad, strerror(errno));
		row_text(__FILE__, line, buf_str(&left), "");
		row_check(__FILE__, line, is_precious(&y), "what is outside stays");
		/* a link is no folder: nothing is below it */
		bad = fstatat(y.fd, "area", &st, AT_SYMLINK_NOFOLLOW) || !S_ISDIR(st.st_mode) ||
		      fstatat(y.fd, "area/name", &st, AT_SYMLINK_NOFOLLOW);
		row_check(__FILE__, line, i % 2 ? !bad && S_ISDIR(st.st_mode) : bad,
			  i % 2 ? "made" : "removed");
		buf_free(&left);
		yard_close(&y);
	}
}

/* the folder stays, and what is outside, whatever stands in its place */
static void
test_emptied(void)
{
	static const struct {
		int line;
		const char *does;
		bool stays;
	} rows[] = {
		{__LINE__, ":", true},
		{__LINE__, "rm area/name/file", true},
		{__LINE__, "mkdir area/.more area/-r; : >area/-r/f; ln -s ../../out area/x", true},
		{__LINE__, "mkfifo area/fifo; mkdir -p area/name/x/y; chmod 0 area/name area",
		 true},
		{__LINE__, "rm -r area; ln -s ../out area", false},
		{__LINE__, "rm -r area; : >area", false},
		{__LINE__, "rm -r area", false},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct buf left = {0};
		struct stat st;
		struct yard y;
		bool stays;

		yard_open(&y);
		cli_shell(&y.c, y.in, rows[i].does);
		/* what is excepted is removed by the second call */
		row_check(__FILE__, rows[i].line, !folder_empty(y.fd, "area", "name", &left) &&
			  (!rows[i].stays ||
			   !access(arena_printf(&y.c.mem, "%s/area/name", y.in), F_OK)) &&
			  !folder_empty(y.fd, "area", NULL, &left),
			  strerror(errno));
		row_text(__FILE__, rows[i].line, buf_str(&left), "");
		row_check(__FILE__, rows[i].line, is_precious(&y), "what is outside stays");
		stays = !fstatat(y.fd, "area", &st, AT_SYMLINK_NOFOLLOW) && S_ISDIR(st.st_mode);
		row_check(__FILE__, rows[i].line, stays == rows[i].stays, "the folder");
		/* only an empty folder can be removed so */
		row_check(__FILE__, rows[i].line, !stays || !unlinkat(y.fd, "area", AT_REMOVEDIR),
			  "nothing is in it");
		buf_free(&left);
		yard_close(&y);
	}
}

/* a used folder is as new only if nobody can tell it from a new one */
static void
test_as_new(void)
{
	static const struct {
		int line;
		const char *does;
		bool as_new;
	} rows[] = {
		{__LINE__, ":", true},
		{__LINE__, ": >area/name/x; rm area/name/x", true},
		{__LINE__, ": >area/other", true},
		{__LINE__, ": >area/name/x", false},
		{__LINE__, "mkdir area/name/.x", false},
		{__LINE__, "chmod 700 area/name", false},
		{__LINE__, "chmod g+s area/name", false},
		{__LINE__, "mv area/name area/old; mkdir area/name", false},
		{__LINE__, "mv area/name area/old; ln -s old area/name", false},
		{__LINE__, "mv area old; ln -s old area", false},
		{__LINE__, "rm -r area", false},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct folder_traits traits = {0};
		struct yard y;

		yard_open(&y);
		row_check(__FILE__, rows[i].line, !folder_as_new(y.fd, "area/name", &traits),
			  "nothing is known of it");
		cli_shell(&y.c, y.in, "rm area/name/file");
		row_check(__FILE__, rows[i].line, !folder_note(y.fd, "area/name", &traits), "note");
		cli_shell(&y.c, y.in, rows[i].does);
		row_check(__FILE__, rows[i].line,
			  folder_as_new(y.fd, "area/name", &traits) == rows[i].as_new, "as new");
		yard_close(&y);
	}
}

/* the same for what not every file system, and not every user, can do */
static void
test_as_new_rare(void)
{
	static const char *const deeds[] = {
		"chattr +A area/name",
		"chattr -p 77 area/name",
		"setfattr -n user.x -v 1 area/name",
		"chown 1:1 area/name",
		"i=0; while [ $i -lt 2000 ]; do : >area/name/file-with-a-long-name-$i; "
		"i=$((i+1)); done; rm area/name/*; [ $(stat -c %s area/name) -gt 4096 ]",
	};

	for (size_t i = 0; i < LENGTH(deeds); i++) {
		struct folder_traits traits = {0};
		struct yard y;
		bool done;

		yard_open(&y);
		cli_shell(&y.c, y.in, "rm area/name/file");
		folder_note(y.fd, "area/name", &traits);
		done = !cli_shell(&y.c, y.in, deeds[i]).exit_code;
		row_check(__FILE__, __LINE__,
			  !done || !folder_as_new(y.fd, "area/name", &traits), deeds[i]);
		yard_close(&y);
	}
}

/* swap area and area/name for links to the outside and back, until killed */
static _Noreturn void
swap_forever(struct yard *y)
{
	if (chdir(y->in))
		_exit(1);
	for (;;) {
		mkdir("area", 0777);
		mkdir("area/name", 0777);
		mkdir("area/name/name", 0777);
		rename("area/name", "aside");
		symlink("../../out", "area/name");
		unlink("area/name");
		rename("aside", "area/name");
		rename("area", "aside");
		symlink("../out", "area");
		unlink("area");
		rename("aside", "area");
	}
}

static void
test_race(void)
{
	double end = now_seconds() + 0.5;
	struct yard y;
	pid_t pid;

	yard_open(&y);
	pid = fork();
	if (!pid)
		swap_forever(&y);
	for (int i = 0; i < 200 || now_seconds() < end; i++) {
		if (i % 2)
			folder_make(y.fd, "area/name");
		else
			folder_remove(y.fd, "area/name/name", NULL);
		if (!is_precious(&y))
			break;
	}
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	CU_ASSERT_TRUE(is_precious(&y));
	yard_close(&y);
}

/* folders deeper than any path can be long, and than descriptors can be open */
static void
test_deep(void)
{
	struct buf left = {0};
	struct yard y;
	int at, next;

	yard_open(&y);
	at = openat(y.fd, "area/name", O_RDONLY | O_DIRECTORY);
	for (int i = 0; i < 1000; i++) {
		mkdirat(at, "deep", 0777);
		next = openat(at, "deep", O_RDONLY | O_DIRECTORY);
		close(at);
		at = next;
	}
	close(at);
	UNIT_CHECK(!folder_remove(y.fd, "area", &left), "left %s", buf_str(&left));
	CU_ASSERT_TRUE(faccessat(y.fd, "area", F_OK, 0));
	buf_free(&left);
	yard_close(&y);
}

/* a file that root made immutable, where that is possible, is named */
static void
test_immutable(void)
{
	struct buf left = {0};
	struct yard y;

	yard_open(&y);
	if (!cli_shell(&y.c, y.in, "chattr +i area/name/file").exit_code) {
		CU_ASSERT_NOT_EQUAL(folder_remove(y.fd, "area/name", &left), 0);
		UNIT_CHECK(text_starts(buf_str(&left), "area/name/file: "), "left %s",
			   buf_str(&left));
		buf_clear(&left);
		CU_ASSERT_NOT_EQUAL(folder_empty(y.fd, "area", NULL, &left), 0);
		UNIT_CHECK(text_starts(buf_str(&left), "area/name/file: "), "left %s",
			   buf_str(&left));
		cli_shell(&y.c, y.in, "chattr -i area/name/file");
	}
	buf_free(&left);
	yard_close(&y);
}

void
unit_folder(void)
{
	static const struct row_test tests[] = {
		{"folders replaced by other things", test_replaced},
		{"folders replaced while they are removed", test_race},
		{"emptied folders stay", test_emptied},
		{"folders as new", test_as_new},
		{"folders as new, rare properties", test_as_new_rare},
		{"deep folders", test_deep},
		{"what cannot be removed is named", test_immutable},
	};

	rows_suite("folder", tests, LENGTH(tests));
}
