#include <string.h>

#include "../target.h"
#include "../text.h"
#include "../util.h"
#include "rows.h"
#include "units.h"

static const struct target target = {.fix = "/b/fix", .suffix = ".abi.so"};

static void
test_expand(void)
{
	static const struct {
		const char *tmp, *text, *result;
		int line;
	} t[] = {
		{"/t", "", "", __LINE__},
		{"/t", "X=1", "X=1", __LINE__},
		{"/t", "X=$FIX/hook/libx.so", "X=/b/fix/hook/libx.so", __LINE__},
		{"/t", "X=$FIX/a$EXT:$TMP/b$EXT", "X=/b/fix/a.abi.so:/t/b.abi.so", __LINE__},
		{"/t", "X=$ORIGIN $ $FI $fix", "X=$ORIGIN $ $FI $fix", __LINE__},
		{"/t", "X=$$TMP$", "X=$/t$", __LINE__},
		{NULL, "$FIX/$TMP", "/b/fix/$TMP", __LINE__},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct buf out = {0};

		target_expand(&out, &target, t[i].tmp, t[i].text);
		row_text(__FILE__, t[i].line, buf_str(&out), t[i].result);
		buf_free(&out);
	}
}

static const char *
value_of(char **env, const char *name)
{
	size_t len = strlen(name);

	for (; *env; env++) {
		if (!strncmp(*env, name, len) && (*env)[len] == '=')
			return *env + len + 1;
	}
	return "(none)";
}

static void
test_env(void)
{
	static char first[] = "LD_PRELOAD=$FIX/p.so", second[] = "X=$TMP";
	static char *const more[] = {first, second, NULL};
	struct arena a = {0};
	char **env = target_case_env(&a, &target, "/t", more);

	row_text(__FILE__, __LINE__, value_of(env, "LD_PRELOAD"), "/b/fix/p.so");
	row_text(__FILE__, __LINE__, value_of(env, "X"), "/t");
	row_text(__FILE__, __LINE__, value_of(env, "HOME"), "/t");
	row_text(__FILE__, __LINE__, value_of(env, "TZ"), "UTC");
	env = target_env(&a, "/t");
	row_text(__FILE__, __LINE__, value_of(env, "TMPDIR"), "/t");
	row_text(__FILE__, __LINE__, value_of(env, "X"), "(none)");
	arena_free(&a);
}

void
unit_target(void)
{
	static const struct row_test tests[] = {
		{"what stands for a path is replaced", test_expand},
		{"a case's environment", test_env},
	};

	rows_suite("target", tests, LENGTH(tests));
}
