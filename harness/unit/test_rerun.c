/* Tests the command after "rerun:": how it is made, and that it works as printed. */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "cli_support.h"
#include "format/settings.h"
#include "rows.h"
#include "run/session_private.h"
#include "units.h"

static char first_list[] = "my list.known", second_list[] = "/k/b.known";
static char plain_env[] = "A=1", odd_env[] = "B=it's a b";
static char *env[] = {plain_env, odd_env, NULL};
static char *lists[] = {first_list, second_list, NULL};

static const struct {
	int line;
	struct options o;
	const char *loader, *cwd;
	bool fork;
	const char *want;
} rows[] = {
	{__LINE__, {.home = "/s", .root = "/s", .level = -1, .timeout_scale = 1}, "python3", "/s",
	 true, "./run_tests.sh"},
	{__LINE__, {.home = "/s", .root = "/s", .level = -1, .timeout_scale = 1}, "python3", "/",
	 true, "/s/run_tests.sh"},
	{__LINE__, {.home = "/w/s", .root = "/w/s", .level = -1, .timeout_scale = 1}, "python3",
	 "/w", true, "s/run_tests.sh"},
	{__LINE__, {.home = "/usr/share/x", .root = "/usr/share/x", .program = "conform",
		    .level = -1, .timeout_scale = 1}, "python3", "/usr", true, "conform"},
	{__LINE__, {.home = "/w/it's", .root = "/w/other", .level = 0, .timeout_scale = 0.25},
	 "python3 -X dev", "/w/other", false,
	 "'/w/it'\\''s/run_tests.sh' --root . --loader 'python3 -X dev' --level required "
	 "--isolation exec --timeout-scale 0.25"},
	{__LINE__, {.home = "/s", .root = "/s/sub", .level = 1, .plugin = "/s/build/my.so",
		    .target = "a b", .timeout_scale = 1000000}, "python3", "/s", true,
	 "./run_tests.sh --root sub --plugin build/my.so --target 'a b' --level detail "
	 "--timeout-scale 1000000"},
	{__LINE__, {.home = "/s", .root = "/s", .level = -1, .timeout_scale = 1, .build = "/t/my b",
		    .build_is_set = true}, "python3", "/s", true,
	 "./run_tests.sh --build '/t/my b'"},
	{__LINE__, {.home = "/s", .root = "/s", .level = -1, .timeout_scale = 1, .limits.cpu = 7},
	 "python3", "/s", true, "./run_tests.sh --limit cpu=7"},
	{__LINE__, {.home = "/s", .root = "/s", .level = -1, .timeout_scale = 1, .host = "gdb",
		    .python = "python3"}, "host gdb", "/s", true, "./run_tests.sh --host gdb"},
	{__LINE__, {.home = "/s", .root = "/s", .level = -1, .timeout_scale = 1, .host = "./a.host",
		    .python = "python3", .python_is_set = true}, "host ./a.host", "/s", true,
	 "./run_tests.sh --host ./a.host --loader python3"},
	{__LINE__, {.home = "/s", .root = "/s", .level = -1, .timeout_scale = 1, .env = env}, "py",
	 "/s", true, "./run_tests.sh --loader py --env A=1 --env 'B=it'\\''s a b'"},
	{__LINE__, {.home = "/s", .root = "/s", .level = -1, .timeout_scale = 1, .known = lists,
		    .wrapper = "valgrind -q", .today = "2026-01-31", .today_is_set = true},
	 "python3", "/s", false,
	 "CONFORM_TODAY=2026-01-31 ./run_tests.sh --known 'my list.known' --known /k/b.known "
	 "--wrapper 'valgrind -q'"},
};

static void
test_rows(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		struct options o = rows[i].o;

		o.limits = limits_default;
		if (rows[i].o.limits.cpu)
			o.limits.cpu = rows[i].o.limits.cpu;
		row_text(__FILE__, rows[i].line,
			 session_rerun(&a, &o, rows[i].loader, rows[i].fork, rows[i].cwd),
			 rows[i].want);
		arena_free(&a);
	}
}

/* a suite in which each option matters; its folder needs quotes in a shell */
static void
rerun_suite(struct cli *c)
{
	cli_open(c);
	cli_write(c, "its folder/cases/a/fails.case", "summary: s\nspec: PEP 1, A\n\nimport x\n");
	cli_write(c, "its folder/expected/a/fails.out", "> import x\n= null\n");
	cli_write(c, "its folder/cases/a/hangs.case",
		  "summary: s\nspec: PEP 1, A\ntimeout: 4\n\nimport evil_hang\n");
	cli_write(c, "its folder/expected/a/hangs.out", "> import evil_hang\n= null\n");
	cli_write(c, "its folder/cases/a/passes.case", "summary: s\nspec: PEP 1, A\n\nimport x\n");
	cli_write(c, "its folder/expected/a/passes.out", "> import x\n= <module \"x\">\n");
	cli_write(c, "its folder/cases/a/ends.case", "summary: s\nspec: PEP 1, A\n\nimport x\n");
	cli_write(c, "its folder/expected/a/ends.out", "> import x\n= 1\n");
	cli_write(c, "its folder/expected/known/made-up.known", "# none\n");
	cli_write(c, "its folder/my 'own'.known",
		  "fail a/passes -- mended\nfail a/ends until=2026-01-01 -- x\n");
}

static const char *const outcomes[] = {
	"FAIL    a/fails", "TIMEOUT a/hangs", "XPASS   a/passes", "FAIL    a/ends",
};

/* the command after the next "rerun:" in *text, which moves behind it; NULL: no more */
static const char *
next_rerun(struct cli *c, const char **text)
{
	static const char label[] = "  rerun:   ";
	const char *at = strstr(*text, label);
	size_t len;

	if (!at)
		return NULL;
	at += strlen(label);
	len = strcspn(at, "\n");
	*text = at + len;
	return arena_strndup(&c->mem, at, len);
}

/* run command in dir; each rerun command in its output must give the same failure */
static void
check_reruns(struct cli *c, const char *dir, const char *command)
{
	struct cli_ran all = cli_shell(c, dir, command);
	const char *text = all.text, *rerun;
	size_t seen = 0;

	for (size_t i = 0; i < LENGTH(outcomes); i++)
		UNIT_CHECK(strstr(all.text, outcomes[i]), "no %s in %s", outcomes[i], all.text);
	while ((rerun = next_rerun(c, &text))) {
		struct cli_ran one = cli_shell(c, dir, rerun);
		const char *id = strrchr(rerun, ' ') + 1, *outcome = "?";

		for (size_t i = 0; i < LENGTH(outcomes); i++)
			if (!strcmp(strrchr(outcomes[i], ' ') + 1, id))
				outcome = outcomes[i];
		UNIT_CHECK(one.exit_code == 1 && strstr(one.text, outcome), "no %s by %s: %s",
			   outcome, rerun, one.text);
		UNIT_CHECK(strstr(one.text, "1 planned"), "more than %s by %s: %s", id, rerun,
			   one.text);
		seen++;
	}
	UNIT_CHECK(seen == LENGTH(outcomes), "%zu reruns in %s", seen, all.text);
}

static void
test_run(void)
{
	struct cli c;

	rerun_suite(&c);
	check_reruns(&c, c.root,
		     arena_printf(&c.mem,
				  "CONFORM_TODAY=2026-01-02 %s/conform --root 'its folder' "
				  "--loader \"%s/unit/fake_loader \\\"it's\\\" '\\$x' \\`y\" "
				  "--known \"its folder/my 'own'.known\" --timeout-scale 0.25 "
				  "--target made-up --isolation exec --env \"A=it's \\$x\"",
				  c.build, c.build));
	check_reruns(&c, arena_printf(&c.mem, "%s/its folder", c.root),
		     arena_printf(&c.mem,
				  "CONFORM_TODAY=2026-01-02 %s/conform --root . "
				  "--loader %s/unit/fake_loader --known \"my 'own'.known\" "
				  "--timeout-scale 0.25 --level detail",
				  c.build, c.build));
	cli_close(&c);
}

void
unit_rerun(void)
{
	CU_pSuite s = CU_add_suite("rerun", NULL, NULL);

	CU_add_test(s, "the command", test_rows);
	CU_add_test(s, "is run as printed", test_run);
}
