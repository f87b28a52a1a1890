/*
 * Tests what other programs read: the GitHub action, whose steps are taken from its file and run,
 * the problem matcher, and vim's syntax file. tools/check/packaged.sh tests the Containerfile, and
 * the action with the real suite.
 */
#include <CUnit/CUnit.h>
#include <regex.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "cli_support.h"
#include "docs.h"
#include "format/casefile.h"
#include "format/casefile_words.h"
#include "rows.h"
#include "units.h"

#define KEY_NAME(key) #key,
#define VERB_NAME(verb, min, max, writes, usage) verb,

enum { GROUPS = 4 };

/* the text between the first `from` and the next `to` behind it; "" if there is none */
static const char *
between(struct arena *a, const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from), *end;

	at = at ? at + strlen(from) : NULL;
	end = at ? strstr(at, to) : NULL;
	return end ? arena_strndup(a, at, (size_t)(end - at)) : "";
}

/* the script of a step: the lines behind "run: |" that are indented by eight blanks */
static const char *
script_of(struct arena *a, const char *action, const char *step)
{
	const char *text = strstr(action, arena_printf(a, "    - name: %s\n", step));
	struct buf b = {0};
	const char *script;

	text = text ? strstr(text, "\n      run: |\n") : NULL;
	text = text ? text + strlen("\n      run: |\n") : "";
	while (text_starts(text, "        ")) {
		size_t len = strcspn(text, "\n");

		buf_add(&b, text + 8, len - 8);
		buf_putc(&b, '\n');
		text += len + (text[len] == '\n');
	}
	script = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return script;
}

/* run both steps as the service does, with these inputs; the suite is the made-up one */
static struct cli_ran
act(struct cli *c, const char *inputs)
{
	static const char run[] =
		"rm -rf temp; mkdir -p temp harness/packaging/action; : >output; : >summary\n"
		"export RUNNER_TEMP=$PWD/temp GITHUB_ACTION_PATH=$PWD/harness/packaging/action\n"
		"export GITHUB_OUTPUT=$PWD/output GITHUB_STEP_SUMMARY=$PWD/summary\n"
		"export INPUT_LOADER='%s/unit/fake_loader' INPUT_PLUGIN= INPUT_KNOWN= INPUT_LEVEL= "
		"INPUT_CASES=\n%s\nbash --noprofile --norc -e -o pipefail first.sh; status=$?\n"
		"REPORT=$(sed -n 's/^report=//p' output) "
		"bash --noprofile --norc -e -o pipefail second.sh || status=99\nexit $status\n";

	return cli_shell(c, c->root, arena_printf(&c->mem, run, c->build, inputs));
}

static const struct {
	int line;
	const char *inputs;
	int status;
	const char *says;
} acts[] = {
	{__LINE__, "INPUT_CASES=a/pass", 0, "OK: 1 planned, 1 executed; 1 passed"},
	{__LINE__, "INPUT_CASES='a/pass\na/skip'", 0, "OK: 2 planned, 1 executed; 1 passed"},
	{__LINE__, "", 2, "BROKEN  a/broken\n"},
	{__LINE__, "INPUT_CASES='a/fail'", 1, "::error file=cases/a/fail.case,line="},
	{__LINE__, "printf 'fail a/fail -- why\\n' >'my list'; INPUT_KNOWN='my list' "
		   "INPUT_CASES=a/fail", 0, "1 failed as known"},
	{__LINE__, "INPUT_CASES=a/pass INPUT_LEVEL=detail", 0, "level detail, "},
	{__LINE__, "INPUT_CASES=a/pass INPUT_LEVEL=high", 2, "got 'high'"},
	{__LINE__, "INPUT_CASES=a/pass INPUT_PLUGIN=no-file", 2, "--plugin: cannot read "},
	{__LINE__, "INPUT_LOADER='no; touch hacked'", 2, "cannot "},
};

static void
test_action(void)
{
	struct cli c;
	const char *action, *first, *second;

	docs_open_outcomes(&c);
	action = docs_text(&c.mem, "harness/packaging/action/action.yml");
	first = script_of(&c.mem, action, "Run the suite");
	second = script_of(&c.mem, action, "Summary");
	UNIT_CHECK(*first && *second && !strstr(first, "${{") && !strstr(second, "${{"),
		   "a step is missing, or has an expression, which a shell would run: %s", action);
	cli_write(&c, "first.sh", "%s", first);
	cli_write(&c, "second.sh", "%s", second);
	cli_script(&c, "run_tests.sh", "exec '%s/conform' --root '%s' \"$@\"", c.build,
		   c.root);
	for (size_t i = 0; i < LENGTH(acts); i++) {
		struct cli_ran ran = act(&c, acts[i].inputs);

		UNIT_CHECK(ran.exit_code == acts[i].status && strstr(ran.text, acts[i].says),
			   "row %d: exit %d: %s", acts[i].line, ran.exit_code, ran.text);
	}
	UNIT_CHECK(access(arena_printf(&c.mem, "%s/hacked", c.root), F_OK), "an input was run");
	act(&c, "INPUT_CASES=a/fail");
	UNIT_CHECK(!cli_shell(&c, c.root, "grep -q '^report=.*/temp/conform.json$' output && "
			      "grep -q '^page=.*/temp/conform.html$' output && "
			      "grep -q '[*][*]failed[*][*]' summary && [ -s temp/conform.html ] && "
			      "[ -s temp/conform.json ]").exit_code,
		   "outputs or summary: %s",
		   cli_shell(&c, c.root, "head output summary; ls temp").text);
	cli_close(&c);
}

/* each input is given to the step that uses it, and has a sentence */
static void
test_inputs(void)
{
	struct cli c;
	const char *action, *inputs;
	size_t n = 0, lines;
	char **line;

	cli_open(&c);
	action = docs_text(&c.mem, "harness/packaging/action/action.yml");
	inputs = between(&c.mem, action, "\ninputs:\n", "\noutputs:");
	line = text_lines(&c.mem, inputs, strlen(inputs), &lines);
	for (size_t i = 0; i < lines; i++) {
		const char *name;

		if (text_starts(line[i], "   ") || !text_starts(line[i], "  "))
			continue;
		name = arena_strndup(&c.mem, line[i] + 2, strcspn(line[i] + 2, ":"));
		UNIT_CHECK(strstr(action, arena_printf(&c.mem, ": ${{ inputs.%s }}\n", name)),
			   "the input %s is not used", name);
		UNIT_CHECK(i + 1 < lines && text_starts(line[i + 1], "    description: "),
			   "the input %s has no description", name);
		n++;
	}
	UNIT_CHECK(n == 5, "%zu inputs", n);
	cli_close(&c);
}

/* the parts of a line that a pattern's groups match; false if it does not match */
static bool
matches(struct arena *a, const json_t *pattern, const char *line, const char *groups[GROUPS])
{
	regmatch_t m[GROUPS];
	regex_t r;
	bool does;

	if (regcomp(&r, json_string_value(json_object_get(pattern, "regexp")), REG_EXTENDED))
		die("the matcher has a pattern that is none");
	does = !regexec(&r, line, GROUPS, m, 0);
	for (size_t i = 0; does && i < GROUPS; i++)
		groups[i] = arena_strndup(a, line + (m[i].rm_so < 0 ? 0 : m[i].rm_so),
					  (size_t)(m[i].rm_eo - m[i].rm_so));
	regfree(&r);
	return does;
}

/* the group of this property in the patterns, for the lines from `line` on; NULL if one differs */
static const char *
property(struct arena *a, const json_t *patterns, char *const *line, size_t n, const char *name)
{
	const char *value = "", *groups[GROUPS];
	json_t *pattern;
	size_t i;

	json_array_foreach(patterns, i, pattern) {
		json_t *group = json_object_get(pattern, name);

		if (i >= n || !matches(a, pattern, line[i], groups))
			return NULL;
		if (group)
			value = groups[json_integer_value(group)];
	}
	return value;
}

/* "cases/a/fail.case" of each match in the output, with a code, a line and a message */
static size_t
find_all(struct cli *c, const json_t *patterns, const char *text, const char *id)
{
	size_t n, found = 0;
	char **lines = text_lines(&c->mem, text, strlen(text), &n);

	for (size_t i = 0; i < n; i++) {
		const char *file = property(&c->mem, patterns, lines + i, n - i, "file");
		const char *line = property(&c->mem, patterns, lines + i, n - i, "line");

		if (!file)
			continue;
		found++;
		row_text(__FILE__, __LINE__, file,
			 arena_printf(&c->mem, "%s/cases/%s.case", c->root, id));
		row_text(__FILE__, __LINE__, property(&c->mem, patterns, lines + i, n - i, "code"),
			 id);
		UNIT_CHECK(!*line || strspn(line, "0123456789") == strlen(line), "line %s", line);
		UNIT_CHECK(*property(&c->mem, patterns, lines + i, n - i, "message"),
			   "%s: no message", file);
	}
	return found;
}

/* its patterns are what POSIX and JavaScript read alike */
static void
test_matcher(void)
{
	static const char *const bad[] = {"a/fail", "a/crash", "a/timeout", "a/xpass", "a/broken"};
	static const char *const good[] = {"a/pass", "a/skip"};
	json_t *file, *patterns;
	struct cli c;

	docs_open_outcomes(&c);
	file = json_load_file("harness/packaging/problem-matcher.json", 0, NULL);
	patterns = json_array_get(json_object_get(file, "problemMatcher"), 0);
	patterns = json_object_get(patterns, "pattern");
	UNIT_CHECK(json_array_size(patterns) == 5, "the matcher has no patterns");
	for (size_t i = 0; i < LENGTH(bad); i++) {
		const char *text = cli_run(&c, "%s %s", cli_fake(&c), bad[i]).text;

		UNIT_CHECK(find_all(&c, patterns, text, bad[i]) == 1, "%s: no match in %s", bad[i],
			   text);
	}
	for (size_t i = 0; i < LENGTH(good); i++)
		UNIT_CHECK(!find_all(&c, patterns, cli_run(&c, "%s --min 0 -v %s", cli_fake(&c),
							    good[i]).text, good[i]),
			   "%s matches", good[i]);
	json_decref(file);
	cli_close(&c);
}

/* prints the name of what each line of the file begins with */
static const char look[] =
	"command -v vim >/dev/null || exit 77\n"
	"cat >look.vim <<'EOF'\n"
	"if !has('syntax') | cquit 77 | endif\n"
	"set nocompatible\n"
	"execute 'set runtimepath^=' . $PACKAGE\n"
	"filetype on\nsyntax on\n"
	"edit cases/a/all.case\n"
	"for n in range(1, line('$'))\n"
	"	call writefile([synIDattr(synID(n, 1, 1), 'name') . ' ' . getline(n)],\n"
	"		\\ 'seen', 'a')\n"
	"endfor\n"
	"let id = synID(line('$'), 9, 1)\n"
	"call writefile([synIDattr(id, 'name')], 'seen', 'a')\n"
	"qall!\n"
	"EOF\n"
	"rm -f seen; HOME=$PWD vim -es -u NONE -N -S look.vim </dev/null >/dev/null 2>&1 || exit\n"
	"cat seen\n";

static void
test_vim(void)
{
	static const char *const keys[] = {CASE_KEYS(KEY_NAME)};
	static const char *const verbs[] = {CASE_VERBS(VERB_NAME)};
	struct cli c;
	struct cli_ran ran;
	const char *text = "";

	cli_open(&c);
	for (size_t i = 0; i < LENGTH(keys); i++)
		text = arena_printf(&c.mem, "%s%s: x\n", text, keys[i]);
	for (size_t i = 0; i < LENGTH(verbs); i++)
		text = arena_printf(&c.mem, "%s%s x\n", text, verbs[i]);
	cli_write(&c, "cases/a/all.case", "%ssumary: x\nimprt x\n# comment\nimport $FIX/x\n", text);
	ran = cli_shell(&c, c.root,
			arena_printf(&c.mem, "PACKAGE='%s/harness/packaging/vim'\nexport PACKAGE\n"
				     "%s", c.home, look));
	if (ran.exit_code == 77) {
		fputs("\nskipped: there is no vim, or one without syntax files\n", stderr);
		cli_close(&c);
		return;
	}
	UNIT_CHECK(!ran.exit_code, "vim: %d: %s", ran.exit_code, ran.text);
	for (size_t i = 0; i < LENGTH(keys); i++)
		UNIT_CHECK(strstr(ran.text, arena_printf(&c.mem, "conformKey %s: x\n", keys[i])),
			   "the key %s: %s", keys[i], ran.text);
	for (size_t i = 0; i < LENGTH(verbs); i++) {
		bool nests = !strcmp(verbs[i], "fork") || !strcmp(verbs[i], "thread") ||
			     !strcmp(verbs[i], "start");

		UNIT_CHECK(strstr(ran.text, arena_printf(&c.mem, "conform%s %s x\n",
							 nests ? "Nest" : "Verb", verbs[i])),
			   "the verb %s: %s", verbs[i], ran.text);
	}
	UNIT_CHECK(strstr(ran.text, "conformError sumary: x\nconformError imprt x\n"
				    "conformComment # comment\nconformVerb import $FIX/x\n"
				    "conformVariable\n"), "%s", ran.text);
	cli_close(&c);
}

void
unit_packaging(void)
{
	static const struct row_test tests[] = {
		{"the action's steps", test_action},
		{"the action's inputs", test_inputs},
		{"the problem matcher finds failures", test_matcher},
		{"vim knows each key and verb", test_vim},
	};

	rows_suite("packaging", tests, LENGTH(tests));
}
