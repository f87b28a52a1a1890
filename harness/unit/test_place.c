/* Tests the folders of runs: those that live are nobody else's. */
#include <CUnit/CUnit.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli_support.h"
#include "rows.h"
#include "base/util.h"
#include "run/place.h"
#include "units.h"

/* a process may have two at once, as explore has; what ends one of them leaves the other alone */
static void
test_two(void)
{
	struct cli c;
	struct place first, second;

	cli_open(&c);
	CU_ASSERT_EQUAL_FATAL(place_open(&c.mem, &first, c.root), 0);
	CU_ASSERT_EQUAL_FATAL(place_open(&c.mem, &second, c.root), 0);
	UNIT_CHECK(strcmp(first.path, second.path) != 0, "both are %s", first.path);
	CU_ASSERT_EQUAL(access(first.path, F_OK), 0);
	place_close(&second, false);
	CU_ASSERT_NOT_EQUAL(access(second.path, F_OK), 0);
	CU_ASSERT_EQUAL(access(first.path, F_OK), 0);
	CU_ASSERT_EQUAL(access(arena_printf(&c.mem, "%s.live", first.path), F_OK), 0);
	place_close(&first, false);
	CU_ASSERT_NOT_EQUAL(access(first.path, F_OK), 0);
	cli_close(&c);
}

/* another process removes nothing of one that lives, also if that has had a second place since */
static void
test_other_process(void)
{
	struct cli c;
	struct place ours, again, theirs;
	pid_t pid;
	int status = 0;

	cli_open(&c);
	CU_ASSERT_EQUAL_FATAL(place_open(&c.mem, &ours, c.root), 0);
	CU_ASSERT_EQUAL_FATAL(place_open(&c.mem, &again, c.root), 0);
	place_close(&again, false);
	pid = fork();
	if (!pid) {
		status = place_open(&c.mem, &theirs, c.root);
		place_close(&theirs, false);
		_exit(status ? 1 : 0);
	}
	CU_ASSERT_EQUAL(waitpid(pid, &status, 0), pid);
	CU_ASSERT_EQUAL(status, 0);
	CU_ASSERT_EQUAL(access(ours.path, F_OK), 0);
	place_close(&ours, false);
	cli_close(&c);
}

void
unit_place(void)
{
	static const struct row_test tests[] = {
		{"two in a process", test_two},
		{"beside another process", test_other_process},
	};

	rows_suite("place", tests, LENGTH(tests));
}
