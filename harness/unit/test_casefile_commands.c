#include <string.h>

#include "format/casefile.h"
#include "base/util.h"
#include "rows.h"

/* the error message about a command in a case of this area; "" if it is right */
static const char *
mistake(struct arena *a, const char *area, const char *command)
{
	const char *bytes = arena_printf(a, "summary: x\nspec: PEP 1, x\n\n%s\n", command),
		   *text;
	struct errors e = {0};
	struct casefile c;
	int bad = casefile_parse(a, &c, arena_printf(a, "%s/x", area), "x", bytes,
				 strlen(bytes), &e);

	text = arena_strdup(a, buf_str(&e.text));
	row_check(__FILE__, __LINE__, !bad == !e.n, command);
	errors_free(&e);
	return text;
}

static void
check_right(const char *const *t, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena a = {0};

		row_text(__FILE__, __LINE__, mistake(&a, "link", t[i]), "");
		arena_free(&a);
	}
}

static void
test_right(void)
{
	static const char *const t[] = {
		"import m",
		"import a.b",
		"import \"\\u0000\"",
		"load m $FIX/link/m$EXT",
		"create m $FIX/m$EXT",
		"create m $FIX/m$EXT file",
		"exec m",
		"reload m",
		"forget m",
		"find m",
		"loaded? m",
		"get m",
		"get m.a",
		"get a.b.c",
		"get \"m.\\ud800\"",
		"set m.a {\"x\": 1}",
		"set m.a null",
		"call m.f",
		"call m.f 1 [2] \"3\" {}",
		"same? a.b c",
		"names m",
		"mentions? word",
		"mentions? \"two words\"",
		"dlflags",
		"dlflags NOW GLOBAL 4",
		"dlflags [\"x\"]",
		"dlflags \"NOWW\"",
		"dlflags NOW LOCAL 0x100000",
		"dlflags -2147483649",
		"suffixes",
		"path add $TMP",
		"path remove $FIX/x",
		"watch audit",
		"watch warnings",
		"gc",
		"interp new legacy",
		"interp new isolated",
		"interp use 0",
		"interp end 12",
		"thread 2 import m",
		"thread 64 call m.f 1 2",
		"fork import m",
		"fork thread 2 fork fork gc",
		"exit",
		"copy $FIX/a $TMP/b",
		"hardlink $FIX/a b",
		"symlink $FIX/a $TMP/b",
		"symlink \"\" b",
		"truncate $TMP/a 0",
		"remove a",
		"mkdir d",
		"chdir $FIX",
		"chmod 000 a",
		"chmod 1755 $TMP/a",
		"rename a b",
		"mkfifo $TMP/x$EXT",
		"touch a 0",
		"touch $TMP/a 1700000000.25",
		"zip $FIX/x/folder $TMP/a.zip",
		"statement import a.b",
		"statement from a import b, c as d",
		"statement in a.b from . import c",
		"spec m file=$FIX/x/y$EXT",
		"spec m \"file=a b\" loader=@x.y path=[] state=1",
		"exec-spec m",
		"exec-spec m create",
		"error? name",
		"error? path $TMP/a",
	};

	check_right(t, LENGTH(t));
}

struct row {
	int line;
	const char *command, *mistake;
};

static void
check_rows(const struct row *t, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena a = {0};

		row_text(__FILE__, t[i].line, mistake(&a, "link", t[i].command),
			 arena_printf(&a, "x:4: %s\n", t[i].mistake));
		arena_free(&a);
	}
}

static void
test_verbs(void)
{
	static const struct row t[] = {
		{__LINE__, "inport m", "unknown verb 'inport'; did you mean 'import'?"},
		{__LINE__, "loaded m", "unknown verb 'loaded'; did you mean 'loaded?'?"},
		{__LINE__, "frobnicate",
		 "unknown verb 'frobnicate'; there are import load create exec "
		 "reload forget find loaded? statement spec exec-spec get set call same? names "
		 "mentions? error? dlflags suffixes path "
		 "watch gc interp thread start join blocked? reached "
		 "open fork exit copy hardlink symlink truncate remove rename "
		 "mkfifo touch zip mkdir chdir "
		 "chmod raw"},
		{__LINE__, "statement print a",
		 "'statement' does not know 'print'; usage: statement import TEXT, statement from "
		 "TEXT, statement in M TEXT"},
		{__LINE__, "spec m a", "'a' without '='; usage: spec M KEY=VALUE..."},
		{__LINE__, "spec m files=b",
		 "unknown key 'files'; did you mean 'file'?; usage: spec M KEY=VALUE..."},
		{__LINE__, "exec-spec m run",
		 "'run' where 'exec-spec' takes create|exec; usage: exec-spec M [create|exec]"},
		{__LINE__, "error? msg",
		 "'msg' where 'error?' takes name|path; usage: error? name|path [VALUE]"},
		{__LINE__, "touch a 1.",
		 "'1.' where 'touch' takes seconds; usage: touch A TIME"},
		{__LINE__, "zip d $FIX/a",
		 "'zip' cannot change '$FIX/a'; $FIX is read-only, expected $TMP"},
		{__LINE__, "timeout: 3",
		 "unknown verb 'timeout:'; header lines end at the first empty line"},
		{__LINE__, "import", "'import' takes 1 argument, not 0; usage: import M"},
		{__LINE__, "import a b c", "'import' takes 1 argument, not 3; usage: import M"},
		{__LINE__, "load m", "'load' takes 2 arguments, not 1; usage: load M FILE"},
		{__LINE__, "gc now", "'gc' takes no arguments, not 1; usage: gc"},
		{__LINE__, "create m",
		 "'create' takes at least 2 arguments, not 1; usage: create M FILE [file]"},
		{__LINE__, "create m f file file",
		 "'create' takes at most 3 arguments, not 4; usage: create M FILE [file]"},
		{__LINE__, "call",
		 "'call' takes at least 1 argument, not 0; usage: call X.F [JSON...]"},
		{__LINE__, "interp start 1",
		 "'interp' does not know 'start'; usage: interp new "
		 "legacy|isolated, interp use N, interp end N"},
		{__LINE__, "thread 2",
		 "'thread' takes at least 2 arguments, not 1; usage: thread N CMD"},
		{__LINE__, "thread 2 inport m",
		 "unknown verb 'inport'; did you mean 'import'?"},
		{__LINE__, "fork thread 2 gc 1", "'gc' takes no arguments, not 1; usage: gc"},
		{__LINE__, "fork", "'fork' takes at least 1 argument, not 0; usage: fork CMD"},
		{__LINE__, "mentions? a b",
		 "'mentions?' takes 1 argument, not 2; usage: mentions? TEXT"},
	};

	check_rows(t, LENGTH(t));
}

static void
test_arguments(void)
{
	static const struct row t[] = {
		{__LINE__, "create m f true",
		 "'true' where 'create' takes file; usage: create M FILE [file]"},
		{__LINE__, "call f",
		 "'f' where 'call' takes a module and an attribute, X.A; usage: "
		 "call X.F [JSON...]"},
		{__LINE__, "set .a 1",
		 "'.a' where 'set' takes a module and an attribute, X.A; usage: set X.A JSON"},
		{__LINE__, "set a. 1",
		 "'a.' where 'set' takes a module and an attribute, X.A; usage: set X.A JSON"},
		{__LINE__, "import [1]", "'[1]' where 'import' takes a name; usage: import M"},
		{__LINE__, "path insert d",
		 "'insert' where 'path' takes add|remove; usage: path add|remove DIR"},
		{__LINE__, "path ad d",
		 "'ad' where 'path' takes add|remove; usage: path add|remove DIR"},
		{__LINE__, "watch all",
		 "'all' where 'watch' takes audit|warnings; usage: watch audit|warnings"},
		{__LINE__, "watch adit",
		 "'adit' where 'watch' takes audit|warnings; usage: watch audit|warnings"},
		{__LINE__, "dlflags NOWW",
		 "unknown flag 'NOWW'; did you mean 'NOW'?; usage: dlflags [WORD...]"},
		{__LINE__, "dlflags NOW GLOBL",
		 "unknown flag 'GLOBL'; did you mean 'GLOBAL'?; usage: dlflags [WORD...]"},
		{__LINE__, "dlflags NOW [1]",
		 "unknown flag '[1]'; there are LAZY NOW NOLOAD DEEPBIND GLOBAL NODELETE LOCAL; "
		 "usage: dlflags [WORD...]"},
		{__LINE__, "dlflags 0x",
		 "unknown flag '0x'; there are LAZY NOW NOLOAD DEEPBIND GLOBAL NODELETE LOCAL; "
		 "usage: dlflags [WORD...]"},
		{__LINE__, "dlflags 1e3",
		 "unknown flag '1e3'; there are LAZY NOW NOLOAD DEEPBIND GLOBAL NODELETE LOCAL; "
		 "usage: dlflags [WORD...]"},
		{__LINE__, "thread 2 dlflags NOWW",
		 "unknown flag 'NOWW'; did you mean 'NOW'?; usage: dlflags [WORD...]"},
		{__LINE__, "interp new isolatd",
		 "'isolatd' where 'interp' takes legacy|isolated; usage: "
		 "interp new legacy|isolated, interp use N, interp end N"},
		{__LINE__, "interp new shared",
		 "'shared' where 'interp' takes legacy|isolated; usage: "
		 "interp new legacy|isolated, interp use N, interp end N"},
		{__LINE__, "interp use main",
		 "'main' where 'interp' takes a whole number; usage: "
		 "interp new legacy|isolated, interp use N, interp end N"},
		{__LINE__, "truncate a -1",
		 "'-1' where 'truncate' takes a whole number; usage: truncate A N"},
		{__LINE__, "chmod rwx a",
		 "'rwx' where 'chmod' takes three or four octal digits; usage: chmod MODE A"},
		{__LINE__, "chmod 0 a",
		 "'0' where 'chmod' takes three or four octal digits; usage: chmod MODE A"},
		{__LINE__, "thread 0 gc",
		 "'0' where 'thread' takes a number from 1 to 64; usage: thread N CMD"},
		{__LINE__, "fork fork fork fork fork gc",
		 "fork, start and thread nested too deeply"},
		{__LINE__, "fork exit",
		 "'exit' cannot be given to fork, start or thread; it stands alone"},
		{__LINE__, "mkdir $FIX/d",
		 "'mkdir' cannot change '$FIX/d'; $FIX is read-only, expected $TMP"},
		{__LINE__, "copy a \"$FIX/b\"",
		 "'copy' cannot change '\"$FIX/b\"'; $FIX is read-only, expected $TMP"},
		{__LINE__, "mentions? \"a", "word 2 has a JSON string that does not end: \"a"},
		{__LINE__, "raw x",
		 "'raw' outside area adapter; expected a verb that loaders carry out"},
	};

	check_rows(t, LENGTH(t));
}

static void
test_threads(void)
{
	static const char *const right[] = {
		"start a import m", "start a-b_9 fork thread 2 dlflags NOW", "join a",
		"blocked? a", "reached gate_1", "open gate-1", "fork reached g",
	};
	static const struct row t[] = {
		{__LINE__, "fork start a gc",
		 "'start' cannot be given to fork, start or thread; it stands alone"},
		{__LINE__, "thread 2 open g",
		 "'open' cannot be given to fork, start or thread; it stands alone"},
		{__LINE__, "start a join b",
		 "'join' cannot be given to fork, start or thread; it stands alone"},
		{__LINE__, "start a",
		 "'start' takes at least 2 arguments, not 1; usage: start T CMD"},
		{__LINE__, "start a.b gc",
		 "'a.b' where 'start' takes a name of at most 12 letters, digits, '-' and '_'; "
		 "usage: start T CMD"},
		{__LINE__, "join abcdefghijklm",
		 "'abcdefghijklm' where 'join' takes a name of at most 12 letters, digits, '-' "
		 "and '_'; usage: join T"},
		{__LINE__, "open a/b",
		 "'a/b' where 'open' takes a name of at most 64 letters, digits, '-' and '_'; "
		 "usage: open GATE"},
		{__LINE__, "start a dlflags NOWW",
		 "unknown flag 'NOWW'; did you mean 'NOW'?; usage: dlflags [WORD...]"},
	};

	check_right(right, LENGTH(right));
	check_rows(t, LENGTH(t));
}

static void
test_raw(void)
{
	static const char bytes[] = "summary: x\nspec: PEP 1, x\n\nraw  \"not  JSON \nraw\n";
	struct arena a = {0};
	struct errors e = {0};
	struct casefile c;

	casefile_parse(&a, &c, "adapter/x", "x", bytes, strlen(bytes), &e);
	row_text(__FILE__, __LINE__, buf_str(&e.text),
		 "x:5: 'raw' takes 1 argument, not 0; usage: raw TEXT\n");
	row_check(__FILE__, __LINE__, c.ncommands == 2 && c.commands[0].nwords == 2,
		  "one word");
	row_text(__FILE__, __LINE__, c.commands[0].words[1], "\"not  JSON");
	row_text(__FILE__, __LINE__, c.commands[0].words[2], NULL);
	errors_free(&e);
	arena_free(&a);
}

/* `call` and similar verbs take any number of arguments */
static void
test_many(void)
{
	struct arena a = {0};
	const char *command = "call m.f";

	for (int i = 0; i < 40; i++)
		command = arena_printf(&a, "%s %d", command, i);
	row_text(__FILE__, __LINE__, mistake(&a, "hook", command), "");
	arena_free(&a);
}

void
unit_casefile_commands(void)
{
	static const struct row_test tests[] = {
		{"right", test_right}, {"verbs", test_verbs}, {"arguments", test_arguments},
		{"threads", test_threads}, {"raw", test_raw}, {"many arguments", test_many},
	};

	rows_suite("casefile commands", tests, LENGTH(tests));
}
