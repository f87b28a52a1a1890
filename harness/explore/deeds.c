#include "explore/deeds.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "explore/random.h"

#define TEN "xxxxxxxxxx"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define LONG HUNDRED HUNDRED HUNDRED

/* by theme: its letter, and by how much more often its deeds come */
static const char letters[THEMES] = {
	[THEME_ALL] = '*', [THEME_AGAIN] = 'a', [THEME_INTERPRETERS] = 'i', [THEME_SYMBOLS] = 's',
	[THEME_FINDING] = 'f', [THEME_SPECS] = 'p',
	[THEME_LIBRARIES] = 'l', [THEME_GATES] = 'g',
};
enum { MORE_OFTEN = 6 };

/*
 * A file that is loaded is never written to: it is removed, or another one takes its name. Only a
 * program about interpreters has some, and it does not fork or exit: no rule says what becomes of
 * them then. One with threads does not fork either: a thread that was joined may still be about to
 * end, which Python warns of. `exit` is added at the end.
 */
static const struct {
	unsigned weight;
	const char *themes; /* their letters */
	const char *text;
} deeds[] = {
	{30, "afipsl", "import %M"},
	{14, "aipsl", "load %M %F"},
	{5, "asl", "load %M %G"},
	{4, "a", "load %N %F"},
	{3, "a", "load zoo.%N %F"},
	{10, "ai", "create %M %F"},
	{2, "", "create %M %F file"},
	{10, "ai", "exec %M"},
	{8, "ai", "create %M %F;exec %M"},
	{7, "aip", "reload %M"},
	{14, "afisl", "forget %M"},
	{5, "f", "find %M"},
	{5, "f", "loaded? %M"},
	{4, "a", "get %M"},
	{4, "a", "get %M.__name__"},
	{4, "a", "get %M.__file__"},
	{3, "p", "get %M.__package__"},
	{3, "", "get %M.__doc__"},
	{2, "p", "get %M.__spec__.name"},
	{2, "p", "get %M.__spec__.origin"},
	{2, "p", "get %M.__spec__.loader.path"},
	{1, "p", "get %M.__spec__.has_location"},
	{2, "p", "get %M.__loader__.name"},
	{1, "p", "get %M.__path__"},
	{7, "l", "call %M.answer"},
	{3, "ai", "same? %M %N"},
	{3, "a", "names %M"},
	{3, "ai", "set %M.mark 7"},
	{4, "ai", "get %M.mark"},
	{5, "a", "gc"},
	{3, "s", "dlflags"},
	{1, "s", "dlflags NOW GLOBAL"},
	{1, "s", "dlflags LAZY"},
	{2, "e", "mentions? %M"},
	{2, "e", "mentions? PyInit"},
	{3, "e", "error? name %M"},
	{3, "e", "error? path %F"},
	{1, "f", "path remove $TMP"},
	{1, "f", "path add $TMP"},
	{2, "f", "path add $TMP/zoo"},
	{3, "", "statement import %M"},
	{3, "", "statement from %M import answer"},
	{1, "", "statement from zoo import %N"},
	{4, "p", "spec %M file=%F"},
	{1, "p", "spec %M name=%N file=%F"},
	{1, "p", "spec %M loader=extension origin=%F"},
	{3, "p", "exec-spec %M"},
	{2, "p", "exec-spec %M create"},
	{2, "p", "exec-spec %M exec"},
	{2, "a", "fork import %M"},
	{1, "a", "fork load %M %F"},
	{6, "i", "interp new legacy"},
	{3, "i", "interp new isolated"},
	{10, "i", "interp use 1"},
	{6, "i", "interp use 0"},
	{4, "i", "interp end 1"},
	{5, "ai", "watch audit"},
	{2, "fl", "remove %F"},
	{2, "f", "copy %G $TMP/new$EXT;rename $TMP/new$EXT %F"},
	{1, "f", "rename %F %G"},
	{2, "f", "symlink %F $TMP/link$EXT;load %M $TMP/link$EXT"},
	{1, "f", "hardlink %F $TMP/hard$EXT;load %M $TMP/hard$EXT"},
	{1, "", "load %M $TMP/absent$EXT"},
	{1, "f", "chdir zoo;load %M ../%R"},
	{1, "f", "chdir $TMP;load %M %R"},
	{1, "f", "chdir $TMP;path add .;import %M"},
	{1, "f", "mkdir $TMP/void$EXT;path add $TMP;import void"},
	{1, "f", "copy %F $TMP/cut$EXT;truncate $TMP/cut$EXT 300;load %M $TMP/cut$EXT"},
	{1, "f", "symlink $TMP/nowhere %S.so;path add $TMP"},
	{2, "f", "copy %G $TMP/new$EXT;rename $TMP/new$EXT %S.so;path add $TMP"},
	{2, "f", "copy %G $TMP/new$EXT;rename $TMP/new$EXT %S.abi3.so;path add $TMP"},
	{2, "f",
	 "mkdir $TMP/two;copy %G $TMP/new$EXT;rename $TMP/new$EXT $TMP/two/%B;"
	 "path add $TMP/two;import %M"},
	{3, "ai", "call %M.count"},
	{3, "sl", "call %M.bound"},
	{2, "a", "get %M.executed"},
	{4, "", "start t import %M;join t"},
	{2, "", "start t load %M %F;join t"},
	{1, "", "start t reload %M;join t"},
	{1, "", "start t exec %M;join t"},
	{1, "", "statement import %M as other"},
	{2, "", "statement from %M import *"},
	{1, "p", "set %M.__name__ other"},
	{1, "p", "set %M.__file__ 7"},
	{1, "p", "set %M.__spec__ null"},
	{1, "p", "set %M.__loader__ null"},
	{1, "p", "set %M.__path__ [\"$TMP\"]"},
	{1, "p", "set %M.__spec__.origin other"},
	{1, "p", "set %M.__spec__.name other"},
	{1, "fa", "call sys.modules.__setitem__ %M null"},
	{1, "fa", "call sys.modules.__setitem__ %M 5"},
	{1, "a", "call sys.modules.pop %M"},
	{1, "f", "call sys.path_importer_cache.clear"},
	{1, "p", "get %M.__spec__.submodule_search_locations"},
	{1, "p", "get %M.__spec__.parent"},
	{1, "p", "get %M.__spec__._initializing"},
	{1, "p", "call %M.__loader__.is_package %M"},
	{1, "p", "call %M.__loader__.get_filename %M"},
	{1, "p", "call %M.__loader__.get_code %M"},
	{1, "p", "call %M.__loader__.load_module %M"},
	{2, "", "create zoo.%N %F"},
	{1, "", "create %M.%N %F"},
	{1, "", "load %N.%M %F"},
	{1, "", "load .%M %F"},
	{1, "", "watch warnings"},
	{6, "i", "interp use 2"},
	{2, "i", "interp end 2"},
	{4, "sl", "dlflags NOW GLOBAL;load %M %F"},
	{3, "sl", "dlflags LAZY;load %M %F"},
	{2, "s", "dlflags NOW DEEPBIND;load %M %F"},
	{2, "s", "dlflags NOW NODELETE;load %M %F"},
	{1, "s", "dlflags NOW NOLOAD;load %M %F"},
	{2, "s", "dlflags 0;load %M %F"},
	{6, "a", "forget %M;import %M"},
	{3, "a", "forget %M;load %N %F"},
	{3, "a", "forget %M;create %M %F"},
	{2, "ia", "create %M %F;create %M %F;exec %M"},
	{3, "ia", "import %M;set %M.mark 7;forget %M;import %M;get %M.mark"},
	{2, "ia", "import %M;set %M.executed 9;reload %M;get %M.executed"},
	{3, "i", "interp use 1;import %M;interp use 0;import %M"},
	{3, "i", "interp use 0;import %M;interp use 1;import %M"},
	{2, "i", "interp use 1;import %M;interp end 1;import %M"},
	{3, "p", "load %M %F;error? name %M;error? path %F;mentions? PyInit"},
	{2, "fl", "import %M;error? name %M;error? path %F"},
	{1, "", "load " LONG " %F"},
	{1, "", "create %M \"\""},
	{1, "", "load %M \"\""},
	{1, "", "load \"\" %F"},
	{1, "", "create \"a\\u0000b\" %F"},
	{1, "", "load %M \"$TMP/a\\u0000b\""},
	{1, "", "load \"b\\udcff\" %F"},
	{1, "",
	 "copy %F $TMP/new$EXT;rename $TMP/new$EXT \"$TMP/ash\\udcff$EXT\";"
	 "load %M \"$TMP/ash\\udcff$EXT\""},
	{1, "", "load %M \"$TMP/b\\udcff$EXT\""},
	{1, "", "load " HUNDRED HUNDRED TEN TEN TEN TEN " %F"},
	{1, "", "load %M \"$TMP/ash\\ud800$EXT\""},
	{1, "", "load a+b %F"},
	{1, "", "load \"a b\" %F"},
	{1, "", "load é.%N %F"},
	{2, "ai", "get %M.answer.__module__"},
	{1, "", "load ä %F"},
	{1, "", "load Éa-b %F"},
	{1, "", "create 日本 %F"},
	{1, "", "load a-b-c %F"},
	{1, "", "create x.y.z %F"},
	{2, "", "call os.dup 0"},
	{2, "ai", "call %M.found"},
	{1, "f", "set sys.meta_path []"},
	{1, "f", "set sys.path_hooks []"},
	{1, "f", "set sys.path [\"$TMP\", 5, \"\"]"},
	{1, "f", "set sys.path []"},
	{1, "f", "set sys.meta_path [5]"},
	{1, "", "load %M " LONG},
	{1, "f", "symlink $TMP/zoo $TMP/alias;path add $TMP/alias;import ape;get ape.__file__"},
	{1, "f", "call sys.modules.__setitem__ zoo.%N null;statement from zoo import %N"},
	{1, "f",
	 "copy %F $TMP/new$EXT;rename $TMP/new$EXT $TMP/__hello__$EXT;path add $TMP;"
	 "find __hello__"},
	{1, "f",
	 "copy %F $TMP/new$EXT;rename $TMP/new$EXT $TMP/_symtable$EXT;path add $TMP;"
	 "import _symtable;get _symtable.__spec__.origin"},
	{1, "p", "statement in ark from . import cow"},
	{1, "p", "statement in ark from ... import cow"},
	{1, "p", "statement in zoo from .ape import answer"},
	{1, "p", "statement in zoo from .. import ape"},
	{2, "f", "import zoo;reload zoo;get zoo.__path__"},
	{1, "f", "import ark;get ark.__path__"},
	{1, "", "call os.getcwd"},
	{1, "", "call os.umask 18"},
	{2, "f", "call sys.meta_path.__len__"},
	{1, "", "call sys.getswitchinterval"},
	{1, "", "call sys.getrecursionlimit"},
	{1, "p", "get %M.__spec__.loader_state"},
	{1, "p", "get %M.__spec__.cached"},
	{2, "f", "import ark;remove $TMP/ark/__init__$EXT;path add $TMP;reload ark"},
	{1, "l", "remove %G;load %M %F"},
	{1, "l", "rename %G $TMP/away$EXT;load %M %F;rename $TMP/away$EXT %G;load %M %F"},
	{1, "l", "copy %G $TMP/new$EXT;rename $TMP/new$EXT %G;load %M %F"},
	{1, "l", "load %N %G;load %M %F;get %M.__file__"},
	{1, "l", "dlflags NOW GLOBAL;load %N %G;dlflags NOW;load %M %F;call %M.bound"},
	{1, "l", "dlflags LAZY;load %M %F;call %M.bound;call %M.answer"},
	{1, "l", "rename %F $TMP/zoo/%B;load %M $TMP/zoo/%B"},
	{1, "", "call builtins.__import__ 5"},
	{1, "", "call _imp.create_dynamic 5"},
	{1, "", "call _imp.exec_dynamic 5"},
};

static size_t
weight(size_t deed, enum theme theme, bool threads)
{
	const char *text = deeds[deed].text;
	bool interpreters = theme == THEME_INTERPRETERS, gates = theme == THEME_GATES;

	if (text_starts(text, "fork") && (interpreters || threads || gates))
		return 0;
	/* a thread that was joined may still be in the interpreter, which then cannot end */
	if (strstr(text, "interp end") && threads)
		return 0;
	/* the number of a descriptor depends on which thread came first */
	if (text_starts(text, "call os.dup") && gates)
		return 0;
	if (text_starts(text, "interp") && !interpreters)
		return 0;
	if (text_starts(text, "start") && !threads)
		return 0;
	return deeds[deed].weight * (strchr(deeds[deed].themes, letters[theme]) ? MORE_OFTEN : 1);
}

const char *
deed_choose(struct random *r, enum theme theme, bool threads)
{
	size_t all = 0, at, i = 0;

	for (size_t k = 0; k < LENGTH(deeds); k++)
		all += weight(k, theme, threads);
	at = random_below(r, all);
	for (; at >= weight(i, theme, threads); i++)
		at -= weight(i, theme, threads);
	return deeds[i].text;
}

const char *
deed_meeting(struct random *r, bool fails)
{
	/* the last one: of two that wait for a module that fails any may be the next to load it */
	static const char *const meetings[] = {
		"start a import %M\nreached %W\nstart b import %M\nblocked? b\nopen %W\njoin b\n"
		"join a",
		"start a import %M\nreached %W\nimport %N\nopen %W\njoin a",
		"start a import %M\nreached %W\nload %N %G\nopen %W\njoin a\nsame? %M %N",
		"start a import %M\nreached %W\nfind %M\nloaded? %M\nfind %N\nopen %W\njoin a",
		"start a import %M\nreached %W\nstart b import %N\nblocked? b\nopen %V\njoin b\n"
		"open %W\njoin a",
		"start a import %M\nreached %W\nstart b import %N\nblocked? b\nopen %W\njoin a\n"
		"open %V\njoin b",
		"start a load %M %F\nreached %W\nloaded? %M\nget %M.__name__\nopen %W\njoin a",
		"start a import %M\nreached %W\nstart b import %M\nblocked? b\nforget %M\nopen %W\n"
		"join b\njoin a",
		"start a import %M\nreached %W\nforget %M\nopen %W\njoin a\nloaded? %M",
		"start a import %M\nreached %W\ndlflags\ndlflags LAZY\nopen %W\njoin a\ndlflags",
		"start a import %M\nreached %W\ngc\nopen %W\njoin a",
		"start a import %M\nreached %W\nstart b import %M\nblocked? b\nstart c import %M\n"
		"blocked? c\nopen %W\njoin a\njoin b\njoin c",
	};

	return meetings[random_below(r, LENGTH(meetings) - fails)];
}

const char *
deed_before(struct random *r)
{
	static const char *const before[] = {
		"import %M", "dlflags NOW GLOBAL", "watch audit", "path add $TMP/zoo", "find %N",
		"create %M %F", "load %M %F",
	};

	return before[random_below(r, LENGTH(before))];
}
