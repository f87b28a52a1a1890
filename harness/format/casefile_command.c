#include <string.h>

#include "format/casefile.h"
#include "format/casefile_words.h"
#include "format/limits.h"
#include "base/text.h"
#include "base/util.h"

struct verb {
	const char *name;
	size_t min, max;
	size_t writes;
	const char *usage;
};

#define VERB_ROW(name, min, max, writes, usage) {name, min, max, writes, usage},
static const struct verb verbs[] = {CASE_VERBS(VERB_ROW)};

#define VERB_NAME(name, min, max, writes, usage) name,
static const char *const verb_names[] = {CASE_VERBS(VERB_NAME) NULL};

static const char *command_check(struct arena *a, char *const *words, size_t nwords, int depth);

static const struct verb *
verb_find(const char *name)
{
	for (size_t i = 0; i < LENGTH(verbs); i++)
		if (!strcmp(verbs[i].name, name))
			return &verbs[i];
	return NULL;
}

/* the next row of the same verb in the table, or NULL */
static const struct verb *
verb_next(const struct verb *v)
{
	v++;
	return v < verbs + LENGTH(verbs) && !strcmp(v->name, v[-1].name) ? v : NULL;
}

/* "MISTAKE; usage: path add|remove DIR", with all rows of the verb */
static const char *
with_usage(struct arena *a, const char *mistake, const struct verb *v)
{
	const char *text;

	v = verb_find(v->name);
	text = arena_printf(a, "%s; usage: %s", mistake, v->usage);
	while ((v = verb_next(v)))
		text = arena_printf(a, "%s, %s", text, v->usage);
	return text;
}

static const char *
bad_count(struct arena *a, const struct verb *v, size_t nargs)
{
	const char *plural = v->max == 1 ? "" : "s", *text;

	if (!v->max)
		text = arena_printf(a, "'%s' takes no arguments, not %zu", v->name, nargs);
	else if (v->min == v->max)
		text = arena_printf(a, "'%s' takes %zu argument%s, not %zu", v->name, v->min,
				    plural, nargs);
	else if (nargs < v->min)
		text = arena_printf(a, "'%s' takes at least %zu argument%s, not %zu", v->name,
				    v->min, v->min == 1 ? "" : "s", nargs);
	else
		text = arena_printf(a, "'%s' takes at most %zu argument%s, not %zu", v->name,
				    v->max, plural, nargs);
	return with_usage(a, text, v);
}

/* is word one of the alternatives "add|remove"? */
static bool
one_of(const char *alternatives, const char *word)
{
	size_t len = strlen(word), n;

	for (;; alternatives += n + 1) {
		n = strcspn(alternatives, "|");
		if (n == len && !memcmp(alternatives, word, n))
			return true;
		if (!alternatives[n])
			return false;
	}
}

static bool
is_dotted(const char *word)
{
	const char *dot = strchr(word, '.');

	/* escapes in a JSON word may stand for anything, so it is not checked */
	return *word == '"' || (dot && dot > word && word[strlen(word) - 1] != '.');
}

static bool
is_mode(const char *word)
{
	size_t len = strlen(word);

	return len >= 3 && len <= 4 && strspn(word, "01234567") == len;
}

static const char *const flags[] = {CASE_FLAGS, NULL};

/* a whole number of any size, decimal or hexadecimal: the loader itself must refuse bad flags */
static bool
is_integer(const char *word)
{
	size_t n;

	word += *word == '-';
	n = text_starts(word, "0x") ? 2 + strspn(word + 2, "0123456789abcdefABCDEF")
				    : strspn(word, "0123456789");
	return n && !word[n] && strcmp(word, "0x");
}

static bool
is_flag(const char *word)
{
	for (size_t i = 0; flags[i]; i++)
		if (!strcmp(flags[i], word))
			return true;
	return is_integer(word);
}

/* NULL, or what is wrong with the arguments of dlflags: words and numbers, or one JSON value */
static const char *
bad_flags(struct arena *a, const struct verb *v, char *const *args, size_t nargs)
{
	if (nargs == 1 && strchr("\"[{", args[0][0]))
		return NULL;
	for (size_t i = 0; i < nargs; i++)
		if (!is_flag(args[i]))
			return with_usage(a, text_unknown(a, "flag", args[i], flags), v);
	return NULL;
}

/* NULL, or what is wrong with KEY=VALUE, perhaps in quotes */
static const char *
bad_pair(struct arena *a, const struct verb *v, const char *word)
{
	static const char *const keys[] = {CASE_SPEC_KEYS, NULL};
	size_t len;

	word += *word == '"';
	len = strcspn(word, "=");
	if (!word[len])
		return with_usage(a, arena_printf(a, "'%s' without '='", word), v);
	for (size_t i = 0; keys[i]; i++)
		if (strlen(keys[i]) == len && !strncmp(keys[i], word, len))
			return NULL;
	return with_usage(a, text_unknown(a, "key", arena_strndup(a, word, len), keys), v);
}

/* seconds, perhaps with a fraction */
static bool
is_time(const char *word)
{
	size_t n = strspn(word, "0123456789");

	return n && (!word[n] || (word[n] == '.' && word[n + 1] &&
				  !word[n + 1 + strspn(word + n + 1, "0123456789")]));
}

/* the name of a thread or a gate */
static bool
is_label(const char *word, size_t most)
{
	size_t len = strlen(word);

	return len <= most && len == strspn(word, "abcdefghijklmnopqrstuvwxyz"
						  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
}

/* check an argument against its word in the usage; NULL, or what was expected */
static const char *
bad_argument(const char *kind, const char *word)
{
	long number;

	if (*kind >= 'a' && *kind <= 'z')
		return one_of(kind, word) ? NULL : kind;
	if (!strcmp(kind, "N") && !text_long(word, 0, 1L << 30, &number))
		return "a whole number";
	if (!strcmp(kind, "MODE") && !is_mode(word))
		return "three or four octal digits";
	if (!strcmp(kind, "TIME") && !is_time(word))
		return "seconds";
	if (!strcmp(kind, "T") && !is_label(word, THREAD_NAME_MAX))
		return "a name of at most 12 letters, digits, '-' and '_'";
	if (!strcmp(kind, "GATE") && !is_label(word, GATE_NAME_MAX))
		return "a name of at most 64 letters, digits, '-' and '_'";
	if (text_starts(kind, "X.") && !is_dotted(word))
		return "a module and an attribute, X.A";
	if ((!strcmp(kind, "M") || !strcmp(kind, "X") || !strcmp(kind, "Y")) &&
	    strchr("[{", *word))
		return "a name";
	return NULL;
}

/* the argument names of a usage line */
static char **
usage_words(struct arena *a, const char *usage)
{
	char **words = text_fields(a, usage, NULL) + 1;

	for (char **w = words; *w; w++)
		if (**w == '[') {
			++*w;
			(*w)[strcspn(*w, "]")] = '\0';
		}
	return words;
}

static const char *
check_argument(struct arena *a, const struct verb *v, const char *kind, const char *word)
{
	const char *wanted = bad_argument(kind, word), *mistake;
	long threads;

	if (!strcmp(v->name, "thread") && !text_long(word, 1, THREADS_MAX, &threads))
		wanted = arena_printf(a, "a number from 1 to %d", THREADS_MAX);
	if (!wanted)
		return NULL;
	mistake = arena_printf(a, "'%s' where '%s' takes %s", word, v->name, wanted);
	return with_usage(a, mistake, v);
}

/* NULL, or the first mistake in the arguments, by this row of the table */
static const char *
check_arguments(struct arena *a, const struct verb *v, char *const *args, size_t nargs,
		int depth)
{
	char **kinds = usage_words(a, v->usage);
	const char *mistake, *changed;

	if (!strcmp(v->name, "dlflags"))
		return bad_flags(a, v, args, nargs);
	for (size_t i = 1; !strcmp(v->name, "spec") && i < nargs; i++) {
		if ((mistake = bad_pair(a, v, args[i])))
			return mistake;
	}
	for (size_t i = 0; i < nargs && kinds[i]; i++) {
		if (!strcmp(kinds[i], "CMD"))
			return command_check(a, args + i, nargs - i, depth + 1);
		mistake = check_argument(a, v, kinds[i], args[i]);
		if (mistake)
			return mistake;
	}
	changed = v->writes ? args[v->writes - 1] : "";
	if (text_starts(changed, "$FIX") || text_starts(changed, "\"$FIX"))
		return arena_printf(a,
				    "'%s' cannot change '%s'; $FIX is read-only, expected $TMP",
				    v->name, changed);
	return NULL;
}

static const char *
unknown_verb(struct arena *a, const char *word)
{
	if (text_ends(word, ":"))
		return arena_printf(
			a, "unknown verb '%s'; header lines end at the first empty line", word);
	return text_unknown(a, "verb", word, verb_names);
}

/* the row of this verb that takes word as its first argument; NULL if there is none */
static const struct verb *
choose_row(const struct verb *v, const char *word)
{
	size_t skip = strlen(v->name) + 1, len = strlen(word);

	if (!verb_next(v))
		return v;
	for (; v; v = verb_next(v))
		if (!strncmp(v->usage + skip, word, len) && v->usage[skip + len] == ' ')
			return v;
	return NULL;
}

static bool
stands_alone(const char *verb)
{
	static const char *const alone[] = {"exit", "raw", "start", "join", "blocked?", "open"};

	for (size_t i = 0; i < LENGTH(alone); i++) {
		if (!strcmp(alone[i], verb))
			return true;
	}
	return false;
}

static const char *
command_check(struct arena *a, char *const *words, size_t nwords, int depth)
{
	const struct verb *v = verb_find(words[0]), *chosen;
	size_t nargs = nwords - 1;

	if (!v)
		return unknown_verb(a, words[0]);
	if (depth && stands_alone(v->name))
		return arena_printf(a, "'%s' cannot be given to fork, start or thread; it stands "
				       "alone", v->name);
	if (depth > NESTED_MAX)
		return "fork, start and thread nested too deeply";
	if (nargs < v->min || nargs > v->max)
		return bad_count(a, v, nargs);
	chosen = nargs ? choose_row(v, words[1]) : v;
	if (!chosen)
		return with_usage(
			a, arena_printf(a, "'%s' does not know '%s'", v->name, words[1]), v);
	return check_arguments(a, chosen, words + 1, nargs, depth);
}

const char *
casefile_command_check(struct arena *a, char *const *words, size_t nwords)
{
	return command_check(a, words, nwords, 0);
}
