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
		{"deep folders", test_deep},
		{"what cannot be removed is named", test_immutable},
	};

	rows_suite("folder", tests, LENGTH(tests));
}
