#include "report/rep_hints.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/result.h"

/* FEWEST: fewer results prove nothing about the whole run */
enum { FEWEST = 3, PATTERNS = 4 };

/* where to search for a line that matches a pattern */
enum where { TRANSCRIPT, REASON, LOG };

static const struct hint {
	const char *text;
	struct {
		enum where where;
		const char *glob; /* matches a whole line; NULL: no more patterns */
	} patterns[PATTERNS];
	unsigned percent; /* this share of the unexpected results must have such a line */
} hints[] = {
	{"libpython's symbols are not visible to modules: the program opened libpython with "
	 "RTLD_LOCAL, or does not export its own symbols (dlopen it with RTLD_GLOBAL, or link "
	 "the program with -rdynamic)",
	 {{TRANSCRIPT, "~ message *undefined symbol: Py*"},
	  {TRANSCRIPT, "~ message *undefined symbol: _Py*"},
	  {TRANSCRIPT, "~ message *Error relocating *: Py*: symbol not found*"},
	  {TRANSCRIPT, "~ message *Error relocating *: _Py*: symbol not found*"}},
	 25},
	{"a case cannot write into its folder below build/run: check the permissions of build/ "
	 "and the free space",
	 {{REASON, "cannot make its folder *"},
	  {TRANSCRIPT, "~ message *Permission denied: '$TMP*"},
	  {TRANSCRIPT, "~ message *Read-only file system*"},
	  {TRANSCRIPT, "~ message *No space left on device*"}},
	 10},
	{"the fixtures are built for another machine than the loader's: the headers and the "
	 "compiler must be those of the facts arch and abi",
	 {{TRANSCRIPT, "~ message *wrong ELF class*"},
	  {TRANSCRIPT, "~ message *invalid ELF header*"},
	  {TRANSCRIPT, "~ message *Exec format error*"}},
	 50},
	{"no import finds its file: the fixtures' names end in the fact suffix, and the loader's "
	 "finder does not look for that suffix",
	 {{TRANSCRIPT, "! ModuleNotFoundError"}},
	 50},
	{"the plug-in raises an exception of its own, most often because of a mistake in it; its "
	 "traceback is in the log",
	 {{LOG, "Traceback (most recent call last):"}},
	 50},
};

static bool
has_line(const char *text, const char *glob)
{
	bool found = false;

	while (text && *text && !found) {
		size_t len = strcspn(text, "\n");
		struct arena scratch = {0};

		found = text_glob(glob, arena_strndup(&scratch, text, len));
		text += len + (text[len] == '\n');
		arena_free(&scratch);
	}
	return found;
}

static bool
matches(const struct hint *hint, const struct result *res)
{
	for (size_t i = 0; i < PATTERNS && hint->patterns[i].glob; i++) {
		const char *const texts[] = {
			[TRANSCRIPT] = res->got, [REASON] = res->reason, [LOG] = res->log,
		};

		if (has_line(texts[hint->patterns[i].where], hint->patterns[i].glob))
			return true;
	}
	return false;
}

size_t
rep_hints(struct buf *b, const struct result *const *all, size_t n)
{
	size_t unexpected = 0, given = 0;

	for (size_t i = 0; i < n; i++)
		unexpected += all[i]->unexpected;
	for (size_t k = 0; k < LENGTH(hints); k++) {
		size_t count = 0;

		for (size_t i = 0; i < n; i++)
			count += all[i]->unexpected && matches(&hints[k], all[i]);
		if (count < FEWEST || count * 100 < unexpected * hints[k].percent)
			continue;
		buf_printf(b, "hint: %s (%zu of %zu unexpected results)\n", hints[k].text, count,
			   unexpected);
		given++;
	}
	return given;
}
