#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "run/target.h"
#include "base/text.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

static const struct target_config config;
static const struct target target = {.config = &config, .fix = "/b/fix", .suffix = ".abi.so"};

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

static void
test_slowness(void)
{
	static const struct {
		int line;
		const char *carrier;
		double seconds, times;
	} t[] = {
		{__LINE__, NULL, 60, 1},  {__LINE__, "qemu", 0, 1},  {__LINE__, "qemu", 0.25, 1},
		{__LINE__, "qemu", 1, 4}, {__LINE__, "java", 4, 16}, {__LINE__, "java", 60, 20},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		double times = target_slowness(t[i].carrier, t[i].seconds);

		row_check(__FILE__, t[i].line, times >= t[i].times && times <= t[i].times,
			  "the factor");
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
	env = target_server_env(&a, &config, "/t");
	row_text(__FILE__, __LINE__, value_of(env, "CONFORM_REPLY"), "4");
	env = target_env(&a, &config, "/t");
	row_text(__FILE__, __LINE__, value_of(env, "CONFORM_REPLY"), "(none)");
	row_text(__FILE__, __LINE__, value_of(env, "TMPDIR"), "/t");
	row_text(__FILE__, __LINE__, value_of(env, "X"), "(none)");
	arena_free(&a);
}

static size_t
times(char **env, const char *name)
{
	size_t n = 0;

	for (; *env; env++)
		n += text_starts(*env, name) && (*env)[strlen(name)] == '=';
	return n;
}

/* settings of the user are added, those of the case win, and no name appears twice */
static void
test_wishes(void)
{
	static char a1[] = "A=1", a2[] = "A=2", b[] = "B=x=y", own[] = "B=$TMP", path[] = "PATH=/p";
	static char *const wishes[] = {a1, b, a2, NULL}, *const more[] = {own, path, NULL};
	struct target_config wishful = {.env = wishes};
	struct target t = {.config = &wishful, .fix = "/f", .suffix = ".s"};
	struct arena a = {0};
	char **env = target_env(&a, &wishful, "/t");

	row_text(__FILE__, __LINE__, value_of(env, "A"), "2");
	row_text(__FILE__, __LINE__, value_of(env, "B"), "x=y");
	row_check(__FILE__, __LINE__, times(env, "A") == 1, "A is there once");
	env = target_case_env(&a, &t, "/t", more);
	row_text(__FILE__, __LINE__, value_of(env, "A"), "2");
	row_text(__FILE__, __LINE__, value_of(env, "B"), "/t");
	row_text(__FILE__, __LINE__, value_of(env, "PATH"), "/p");
	row_check(__FILE__, __LINE__, times(env, "PATH") == 1, "PATH is there once");
	arena_free(&a);
}

static void
test_refused(void)
{
	static const struct {
		int line;
		const char *setting, *says; /* NULL: accepted */
	} t[] = {
		{__LINE__, "A", NULL},
		{__LINE__, "_a9=", NULL},
		{__LINE__, "LD_BIND_NOW=1", NULL},
		{__LINE__, "A=b=c d\n", NULL},
		{__LINE__, "", "expected NAME or NAME=VALUE, got ''"},
		{__LINE__, "=x", "expected NAME"},
		{__LINE__, "9A=1", "expected NAME"},
		{__LINE__, "A-B=1", "expected NAME"},
		{__LINE__, "A B", "expected NAME"},
		{__LINE__, "CONFORM_FD=5", "CONFORM_FD is for the suite's own use"},
		{__LINE__, "CONFORM_", "CONFORM_ is for the suite's own use"},
		{__LINE__, "PATH=/x", "PATH is set by the suite"},
		{__LINE__, "HOME", "HOME is set by the suite"},
		{__LINE__, "TMPDIR=", "TMPDIR is set by the suite"},
		{__LINE__, "TZ=", "TZ is set by the suite"},
		{__LINE__, "LC_ALL=C", "LC_ALL is set by the suite"},
	};
	struct arena a = {0};

	for (size_t i = 0; i < LENGTH(t); i++)
		row_says(__FILE__, t[i].line, target_env_refuses(&a, t[i].setting), t[i].says);
	arena_free(&a);
}

/* a whole line can be the path of a program; otherwise its first word is looked up */
static void
test_command(void)
{
	struct arena a = {0};
	char template[] = "/tmp/conform-XXXXXX";
	const char *dir = mkdtemp(template), *why = NULL;
	const char *script = arena_printf(&a, "%s/a 'script", dir);
	char **words;

	row_check(__FILE__, __LINE__, dir && !file_write(script, "#!/bin/sh -e\nexit\n", 18) &&
		  !chmod(script, 0755), "a script");
	words = target_split(&a, script, &why);
	row_text(__FILE__, __LINE__, words[0], script);
	row_check(__FILE__, __LINE__, !words[1], "one word");
	row_text(__FILE__, __LINE__, target_find(&a, script), script);
	row_text(__FILE__, __LINE__, target_shebang(&a, script), "#!/bin/sh -e");
	row_check(__FILE__, __LINE__, !target_split(&a, arena_printf(&a, "%s -x", script), &why),
		  "a quote without end");
	row_contains(__FILE__, __LINE__, why, "is not closed");
	/* a folder is no program, nor is a file that cannot be executed */
	row_text(__FILE__, __LINE__, target_split(&a, "/usr/bin", &why)[0], "/usr/bin");
	row_text(__FILE__, __LINE__, target_find(&a, "no such program"), NULL);
	row_check(__FILE__, __LINE__, target_find(&a, "sh") != NULL, "sh is found");
	row_text(__FILE__, __LINE__, target_shebang(&a, target_find(&a, "env")), NULL);
	row_text(__FILE__, __LINE__, target_shebang(&a, "/nonexistent"), NULL);
	dir_remove(dir);
	arena_free(&a);
}

void
unit_target(void)
{
	static const struct row_test tests[] = {
		{"words for paths are replaced", test_expand},
		{"a case's environment", test_env},
		{"an environment with the user's settings", test_wishes},
		{"settings that are refused", test_refused},
		{"the command line", test_command},
		{"longer limits of time", test_slowness},
	};

	rows_suite("target", tests, LENGTH(tests));
}
