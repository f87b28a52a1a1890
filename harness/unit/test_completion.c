/*
 * Tests what --completion prints, in the shells themselves: each option of the table and each verb
 * is offered, and what stands behind an option is completed by its kind.
 */
#include <CUnit/CUnit.h>
#include <string.h>

#include "base/text.h"
#include "cli_support.h"
#include "docs.h"
#include "options.h"
#include "rows.h"
#include "units.h"

/* bash's words are COMP_WORDS, as it makes them of a command line; prints the answers */
static const char in_bash[] =
	"command -v bash >/dev/null || exit 77\n"
	"cd '%s' && exec bash -c '. ./bash.sh; COMP_WORDS=(%s); "
	"COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
	"_conform_complete; printf \"%%s\\n\" \"${COMPREPLY[@]}\"'\n";

/* prints the words that the script would give to _arguments */
static const char in_zsh[] =
	"command -v zsh >/dev/null || exit 77\n"
	"cd '%s' && exec zsh -f -c '_arguments() { print -rl -- \"$@\" }; . ./zsh.sh'\n";

static void
open_scripts(struct cli *c)
{
	static const char script[] = "%s/conform --completion bash >bash.sh && "
				     "%s/conform --completion zsh >zsh.sh";
	struct cli_ran ran;

	cli_open(c);
	cli_write(c, "afile", "x\n");
	cli_write(c, "adir/x", "x\n");
	cli_import(c, "area/first", "x");
	cli_import(c, "area/second", "x");
	ran = cli_shell(c, c->root, arena_printf(&c->mem, script, c->build, c->build));
	UNIT_CHECK(!ran.exit_code, "--completion: %s", ran.text);
}

/* does the output have this line? */
static bool
has_line(const char *text, const char *line)
{
	size_t len = strlen(line);

	for (; *text; text += strcspn(text, "\n"), text += *text == '\n') {
		if (!strncmp(text, line, len) && (!text[len] || text[len] == '\n'))
			return true;
	}
	return false;
}

static const char *
complete(struct cli *c, const char *words)
{
	struct cli_ran ran = cli_shell(c, ".", arena_printf(&c->mem, in_bash, c->root, words));

	UNIT_CHECK(!ran.exit_code, "%s: exit %d: %s", words, ran.exit_code, ran.text);
	return ran.text;
}

static void
test_options(void)
{
	struct names options = {NULL, 0};
	struct cli c;
	const char *name, *text;

	open_scripts(&c);
	options_of_table(&c.mem, &options);
	text = complete(&c, "conform -");
	for (size_t i = 0; i < options.n; i++) {
		if (strcmp(options.v[i], "-vv") != 0)
			UNIT_CHECK(has_line(text, options.v[i]), "bash: no %s", options.v[i]);
	}
	text = complete(&c, "conform \"\"");
	for (size_t i = 0; (name = options_verb_name(i)); i++)
		UNIT_CHECK(has_line(text, name), "bash: no verb %s in %s", name, text);
	text = cli_shell(&c, ".", arena_printf(&c.mem, in_zsh, c.root)).text;
	for (size_t i = 0; i < options.n && *text; i++) {
		const char *o = options.v[i];
		bool has = false;

		for (const char *at = text; (at = strstr(at, o)); at++)
			has |= (at == text || strchr("\n*", at[-1])) &&
			       strchr("[=+", at[strlen(o)]);
		if (strcmp(o, "-vv") != 0)
			UNIT_CHECK(has, "zsh: no %s in %s", o, text);
	}
	cli_close(&c);
}

/* $C is the program, by its path: it is asked for cases */
static const struct {
	int line;
	const char *words;
	const char *has, *lacks; /* lines of the answer; "" for none */
} rows[] = {
	{__LINE__, "conform --level \"\"", "required", "--level"},
	{__LINE__, "conform --level = d", "detail", "required"},
	{__LINE__, "conform --col", "--color", "--level"},
	{__LINE__, "conform --plugin \"\"", "afile", "report"},
	{__LINE__, "conform --known = af", "afile", "adir"},
	{__LINE__, "conform --build \"\"", "adir", "afile"},
	{__LINE__, "conform -o \"\"", "html", "afile"},
	{__LINE__, "conform -o html : a", "afile", "html"},
	{__LINE__, "conform -o html :", "afile", "html"},
	{__LINE__, "conform --shard \"\"", "", "report"},
	{__LINE__, "conform --limit m", "memory=", "time="},
	{__LINE__, "conform --tag sm", "smoke", "protocol"},
	{__LINE__, "conform --require fo", "fork", "native"},
	{__LINE__, "conform --kind \"\"", "two-modules", "smoke"},
	{__LINE__, "conform --isolation \"\"", "exec,weak", "detail"},
	{__LINE__, "conform --color \"\"", "auto", "detail"},
	{__LINE__, "conform --completion \"\"", "zsh", "auto"},
	{__LINE__, "conform --loader af", "afile", "adir"},
	{__LINE__, "$C --root . -k area/f", "area/first", "area/second"},
	{__LINE__, "$C --root = . ar", "area", "report"},
	{__LINE__, "$C --root=. area/", "area/second", "area"},
	{__LINE__, "$C --host is", "", "area"},
	{__LINE__, "conform re", "report", "explore"},
	{__LINE__, "conform report a", "afile", "report"},
};

static void
test_values(void)
{
	struct cli c;

	open_scripts(&c);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		const char *words = rows[i].words, *text;

		if (text_starts(words, "$C"))
			words = arena_printf(&c.mem, "%s/conform%s", c.build, words + 2);
		text = complete(&c, words);
		UNIT_CHECK(!*rows[i].has || has_line(text, rows[i].has), "row %d: no %s: %s",
			   rows[i].line, rows[i].has, text);
		UNIT_CHECK(!has_line(text, rows[i].lacks), "row %d: %s: %s", rows[i].line,
			   rows[i].lacks, text);
	}
	cli_close(&c);
}

/* what an option says is a part of the help, and each option that takes a value names it */
static void
test_zsh(void)
{
	static const char *const parts[] = {
		"*--tag=[only cases with this tag]:TAG:(protocol smoke ",
		"--plugin=[", ":FILE:_files\n", "--root=[", ":DIR:_files -/\n",
		"--shuffle=-[run the cases in random order]::SEED: \n",
		"*--limit=[", ":(time= cpu= ",
		"-o+[write a report]:FORMAT\\[\\:PATH\\]:_conform_formats",
		"--keep[keep each case's folder", "-q[show only failures]",
		"--wrapper=[run each loader process under CMD]",
	};
	struct cli c;
	struct cli_ran ran;

	open_scripts(&c);
	ran = cli_shell(&c, ".", arena_printf(&c.mem, in_zsh, c.root));
	if (ran.exit_code == 77) {
		fputs("\nskipped: there is no zsh\n", stderr);
	} else {
		UNIT_CHECK(!ran.exit_code, "zsh: %s", ran.text);
		for (size_t i = 0; i < LENGTH(parts); i++)
			UNIT_CHECK(strstr(ran.text, parts[i]), "zsh: no '%s' in %s", parts[i],
				   ran.text);
	}
	cli_close(&c);
}

static void
test_mistake(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	ran = cli_run(&c, "--completion fish");
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "expected bash or zsh, got 'fish'"),
		   "exit %d: %s", ran.exit_code, ran.text);
	cli_close(&c);
}

void
unit_completion(void)
{
	static const struct row_test tests[] = {
		{"each option and verb is offered", test_options},
		{"what stands behind an option", test_values},
		{"zsh says what the help says", test_zsh},
		{"another shell", test_mistake},
	};

	rows_suite("completion", tests, LENGTH(tests));
}
