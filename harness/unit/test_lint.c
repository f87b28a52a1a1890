#include <CUnit/CUnit.h>

#include "expr.h"
#include "lint.h"
#include "units.h"
#include "util.h"

static const struct {
	const char *guard;
	const char *requires; /* or NULL */
	bool differs;
} rows[] = {
	{"py>=3.12", NULL, true},
	{"py>=3.12", "py>=3.12", false},
	{"py>=3.12", "py>=3.11", true},
	{"py<3.8", "py>=3.8", false},
	{"py>=3.6", NULL, false},
	{"py>=3.0", NULL, false},
	{"py>=3.13.4", NULL, true},
	{"py<3.12 || py>=3.12", NULL, false},
	{"py<3.10 && py>=3.12", NULL, false},
	{"libc=musl", NULL, true},
	{"libc>=glibc-2.41", "libc=musl", false},
	{"libc>=glibc-2.41", NULL, true},
	{"cap:fork", NULL, true},
	{"cap:fork", "cap:fork", false},
	{"cap:fork && !cap:fork", NULL, false},
	{"impl=pypy", NULL, true},
	{"gil=0", NULL, true},
	{"gil=0 || gil=1", NULL, false},
	{"arch=riscv64", NULL, true},
	{"abi=cpython-314t-x86_64-linux-gnu", NULL, true},
};

static void
test_guards(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		const char *why = NULL;
		struct expr *guard = expr_parse(&a, rows[i].guard, &why);
		struct expr *requires =
			rows[i].requires ? expr_parse(&a, rows[i].requires, &why) : NULL;

		UNIT_CHECK(guard && !why, "%s: %s", rows[i].guard, why ? why : "");
		if (guard) {
			UNIT_CHECK(lint_can_differ(guard, requires) == rows[i].differs,
				   "%s where %s", rows[i].guard,
				   rows[i].requires ? rows[i].requires : "anything");
		}
		arena_free(&a);
	}
}

void
unit_lint(void)
{
	CU_add_test(CU_add_suite("lint", NULL, NULL), "guards that can never differ", test_guards);
}
