/* Every vocabulary is closed: a typo is an error with file and line, in a run and in --lint. */
#include <string.h>
#include <unistd.h>

#include "cli_support.h"
#include "base/text.h"
#include "rows.h"
#include "units.h"

#define HEAD "summary: s\nspec: PEP 1, Abstract\n"
#define GOOD "import good\n"

/* a file with a typo, in a suite that is right otherwise, and the message about it */
struct typo {
	int line;
	const char *path, *text, *says;
};

static const struct typo typos[] = {
	{__LINE__, "cases/a/x.case", "sumary: s\n" HEAD "\n" GOOD,
	 "x.case:1: unknown key 'sumary'; did you mean 'summary'?"},
	{__LINE__, "cases/a/x.case", HEAD "\ninport good\n",
	 "x.case:4: unknown verb 'inport'; did you mean 'import'?"},
	{__LINE__, "cases/a/x.case", HEAD "level: detial\n\n" GOOD,
	 "x.case:3: level 'detial'; expected 'required' or 'detail'"},
	{__LINE__, "cases/a/x.case", HEAD "env: A\n\n" GOOD,
	 "x.case:3: env 'A'; expected NAME=VALUE"},
	{__LINE__, "cases/a/x.case", HEAD "requires: cap:frok\n\n" GOOD,
	 "x.case:3: requires 'cap:frok': column 1: unknown capability 'frok'; "
	 "did you mean 'fork'?"},
	{__LINE__, "cases/a/x.case", HEAD "requires: lbc=musl\n\n" GOOD,
	 "x.case:3: requires 'lbc=musl': column 1: unknown fact 'lbc'; did you mean 'libc'?"},
	{__LINE__, "cases/a/x.case", HEAD "requires: impl=cpyhton\n\n" GOOD,
	 "unknown implementation 'cpyhton'; did you mean 'cpython'?"},
	{__LINE__, "cases/a/x.case", HEAD "requires: py=3.1l\n\n" GOOD,
	 "x.case:3: requires 'py=3.1l': column 4: '3.1l' where a version was expected"},
	{__LINE__, "cases/a/x.case", HEAD "tags: needs-cx\n\n" GOOD,
	 "x.case:3: unknown tag 'needs-cx'; did you mean 'needs-cxx'?"},
	{__LINE__, "cases/a/x.case", HEAD "\ninterp new isolatd\n",
	 "x.case:4: 'isolatd' where 'interp' takes legacy|isolated"},
	{__LINE__, "cases/a/x.case", HEAD "\ndlflags NOWW\n",
	 "x.case:4: unknown flag 'NOWW'; did you mean 'NOW'?"},
	{__LINE__, "cases/a/x.case", HEAD "\nwatch adit\n",
	 "x.case:4: 'adit' where 'watch' takes audit|warnings"},
	{__LINE__, "cases/a/x.case", HEAD "\npath ad x\n",
	 "x.case:4: 'ad' where 'path' takes add|remove"},
	{__LINE__, "cases/a/x.case", HEAD "\ncreate m f fil\n",
	 "x.case:4: 'fil' where 'create' takes file"},
	{__LINE__, "expected/a/good.out", "> import good\n@if cap:frok\n@end\n",
	 "good.out:2: guard 'cap:frok': column 1: unknown capability 'frok'"},
	{__LINE__, "expected/a/good.out", "> import good\n@iff py>=3\n@end\n",
	 "good.out:2: unknown guard '@iff'; did you mean '@if'?"},
	{__LINE__, "expected/a/good.out", "> import good\n@if impl=pipy\n@end\n",
	 "good.out:2: guard 'impl=pipy': column 6: unknown implementation 'pipy'"},
	{__LINE__, "expected/known/fake.known", "fial a/good -- x\n",
	 "fake.known:1: unknown kind 'fial'; did you mean 'fail'?"},
	{__LINE__, "expected/known/fake.known", "fail a/good if cap:frok -- x\n",
	 "fake.known:1: if 'cap:frok': column 1: unknown capability 'frok'"},
	{__LINE__, "expected/known/fake.known", "fail a/good if impl=fake -- x\n",
	 "fake.known:1: if 'impl=fake': column 6: unknown implementation 'fake'"},
	{__LINE__, "expected/known/fake.known", "fail a/godo -- x\n",
	 "fake.known:1: 'a/godo' matches no case"},
	{__LINE__, "fixtures-src/a/x.c", "int x;\n/* fixture: chekc=lazy */\n",
	 "fixtures-src/a/x.c:2: unknown key 'chekc'; did you mean 'check'?"},
	{__LINE__, "fixtures-src/a/x.c", "int x;\n/* fixture: check=lazzy */\n",
	 "fixtures-src/a/x.c:2: check: unknown property 'lazzy'; did you mean 'lazy'?"},
	{__LINE__, "fixtures-src/a/d/x.cc", "/* fixture: edit=clas=other */\n",
	 "fixtures-src/a/d/x.cc:1: edit: unknown field 'clas'; did you mean 'class'?"},
	{__LINE__, "fixtures-src/a/x.c", "/* fixture:\n * headers=3.99 */\n",
	 "fixtures-src/a/x.c:2: headers: unknown version '3.99'; did you mean '3.9'?"},
	{__LINE__, "fixtures-src/a/x.cc", "/* fixture: tool=pybind */\n",
	 "fixtures-src/a/x.cc:1: tool: unknown tool 'pybind'; did you mean 'pybind11'?"},
	{__LINE__, "fixtures-src/a/x.pyx", "# fixture: tols=1\n",
	 "fixtures-src/a/x.pyx:1: unknown key 'tols'; did you mean 'tool'?"},
};

/* a mistake that only the build finds: a run reports it, with its place */
static void
test_host(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	cli_case(&c, "a/hosted", "host: embed/hst\n", GOOD, "> " GOOD "= 1\n");
	ran = cli_run(&c, "%s", cli_fake(&c));
	UNIT_CHECK(ran.exit_code == 2, "exit %d", ran.exit_code);
	UNIT_CHECK(strstr(ran.text, "a/hosted.case:1: no fixture makes $FIX/embed/hst; expected"),
		   "said %s", ran.text);
	cli_close(&c);
}

static void
check_typo(const struct typo *t, const char *words)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	if (text_starts(t->path, "cases/"))
		cli_write(&c, "expected/a/x.out", "> import good\n");
	cli_write(&c, t->path, "%s", t->text);
	ran = cli_run(&c, "%s %s", cli_fake(&c), words);
	row_check(__FILE__, t->line, ran.exit_code == 2, ran.text);
	row_contains(__FILE__, t->line, ran.text, t->says);
	cli_close(&c);
}

static void
test_typos(void)
{
	for (size_t i = 0; i < LENGTH(typos); i++) {
		check_typo(&typos[i], "--lint");
		check_typo(&typos[i], "a/good");
	}
}

/* an adapter with an unknown capability is refused, because no case can require it */
static void
test_hello(void)
{
	/* the fake loader, with other capabilities in its hello */
	static const char hello[] =
		"fake=%s/unit/fake_loader\n"
		"case \"$*\" in *--hello*) ;; *) exec $fake \"$@\" ;; esac\n"
		"said=$($fake \"$@\") || exit\n"
		"echo \"$said\" | sed 's/\\[\"fork\"\\]/[\"frok\", \"x\\\\u001b\"]/'\n";
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	cli_write(&c, "odd.sh", hello, c.build);
	ran = cli_run(&c, "--loader sh+%s/odd.sh", c.root);
	UNIT_CHECK(ran.exit_code == 2, "exit %d: %s", ran.exit_code, ran.text);
	UNIT_CHECK(strstr(ran.text, "its adapter reports an unknown capability 'frok'; did you "
				    "mean 'fork'?"), "said %s", ran.text);
	UNIT_CHECK(!strchr(ran.text, '\033'), "said %s", ran.text);
	cli_close(&c);
}

/* what an adapter says of itself is never a path, a command or text of another kind */
static const struct {
	const char *edit; /* of sed, on the fake loader's hello or ready */
	const char *says;
} lies[] = {
	{"s|fake-1.0|../../../elsewhere/any-1|", "its fact 'impl' is '../../../elsewhere/any-1'"},
	{"s|\"[.]fake\"|\"$(shell touch made)\"|", "its fact 'suffix' is '$(shell touch made)'"},
	{"s|\"abi\": \"fake\"|\"abi\": \"../../../made\"|", "its fact 'abi' is '../../../made'"},
	{"s|\"3.14\"|\"banana\"|", "its fact 'py' is 'banana', expected a version"},
	{"s|\"3.14\"|3.14|", "its fact 'py' is not a string"},
	{"s|\"py\":|\"impl\":|", "duplicate object key"},
	{"s|$|{}|", "is not a JSON object: end of file expected near '{'"},
	{"s|\"impl\": [^,]*, ||", "the fact 'impl'"},
};

static void
test_lies(void)
{
	static const char *const places[] = {"--hello", "--serve"};

	for (size_t i = 0; i < LENGTH(lies) * LENGTH(places); i++) {
		const char *place = places[i % LENGTH(places)];
		const char *says = lies[i / LENGTH(places)].says, *loader;
		struct cli_ran ran;
		struct cli c;

		cli_open(&c);
		cli_import(&c, "a/good", "good");
		cli_write(&c, "lie.sed", "%s\n", lies[i / LENGTH(places)].edit);
		loader = cli_script(&c, "loader",
				    "fake=%s/unit/fake_loader\n"
				    "case \"$*\" in *%s*) ;; *) exec $fake \"$@\" ;; esac\n"
				    "case %s in --hello) $fake \"$@\" | sed -u -f %s/lie.sed ;;\n"
				    "*) $fake \"$@\" 4>&1 | sed -u -f %s/lie.sed >&4 ;; esac",
				    c.build, place, place, c.root, c.root);
		ran = cli_run(&c, "-j1 --loader %s", loader);
		UNIT_CHECK(ran.exit_code == 2, "%s, %s: exit %d", place, says, ran.exit_code);
		UNIT_CHECK(strstr(ran.text, says), "%s: said %s", place, ran.text);
		UNIT_CHECK(access(arena_printf(&c.mem, "%s/made", c.root), F_OK),
			   "%s, %s: something was made", place, says);
		cli_close(&c);
	}
}

void
unit_cli_closed(void)
{
	static const struct row_test tests[] = {
		{"typos", test_typos},
		{"a host that no fixture makes", test_host},
		{"an unknown capability of an adapter", test_hello},
		{"what an adapter says of itself", test_lies},
	};

	rows_suite("cli closed", tests, LENGTH(tests));
}
