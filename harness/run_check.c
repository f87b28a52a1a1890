#include "run_check.h"

#include <string.h>
#include <sys/stat.h>

#include "casefile.h"
#include "fixture_use.h"
#include "known.h"
#include "suite.h"
#include "target.h"
#include "target_words.h"
#include "text.h"
#include "util.h"
#include "verdict.h"

/* the path that a word stands for: $FIX and $EXT replaced, quotes of JSON removed */
static char *
expand(struct arena *a, const struct target *t, const char *word)
{
	size_t len = strlen(word);
	struct buf out = {0};
	char *path;

	if (word[0] == '"' && len >= 2 && word[len - 1] == '"')
		word = arena_strndup(a, word + 1, len - 2);
	target_expand(&out, t, NULL, word);
	path = arena_strndup(a, buf_str(&out), out.len);
	buf_free(&out);
	return path;
}

/* what is wrong if the product's build failed, else NULL; all words were said when it failed */
static const char *
build_error(struct arena *a, const char *product)
{
	struct buf text = {0};
	const char *words = NULL;

	if (!file_read(arena_printf(a, "%s.err", product), &text))
		words = words_brief(a, buf_str(&text));
	buf_free(&text);
	return words;
}

/*
 * why the product was not built, if it needs a tool or headers that are not to be had here: its
 * note begins with the tag that tells that a case may be skipped for that
 */
static const char *
skip_note(struct arena *a, const struct casefile *c, const char *product, bool *skip)
{
	struct buf text = {0};
	const char *note = NULL;

	if (!file_read(arena_printf(a, "%s.skip", product), &text)) {
		note = arena_strndup(a, buf_str(&text), strcspn(buf_str(&text), "\n"));
		for (char *const *tag = c->tags; *tag && !*skip; tag++)
			*skip = text_starts(note, *tag) && note[strlen(*tag)] == ':';
		if (!*skip)
			note = arena_printf(a, "%s\n(expected the tag '%.*s' in the case)", note,
					    (int)strcspn(note, ":"), note);
	}
	buf_free(&text);
	return note;
}

/* why the product is not there, as far as its build has told; else NULL */
static const char *
unbuilt(struct arena *a, const struct casefile *c, const char *product, bool *skip)
{
	const char *note = skip_note(a, c, product, skip);

	return note ? note : build_error(a, product);
}

static const char *
check_word(struct arena *a, const struct target *t, const struct casefile *c,
	   int line, const char *word, bool *skip, struct errors *errors)
{
	const char *product = expand(a, t, word), *words = NULL;
	struct stat st;

	if (!stat(product, &st) || strchr(product, '\\'))
		return NULL;
	words = unbuilt(a, c, product, skip);
	if (!words)
		errors_at(errors, c->path, line,
			  "no fixture makes %s; expected a source below fixtures-src/ for it "
			  "(a path that must not exist belongs below $TMP)", word);
	return words;
}

/* the fixture an `import` names, if it was not built */
static const char *
check_import(struct arena *a, const struct target *t, const struct casefile *c,
	     const char *module, bool *skip)
{
	return unbuilt(a, c, arena_printf(a, "%s/%s/%s%s", t->fix, c->area, module, t->suffix),
		       skip);
}

/* the products that `env` names, one or several with colons between them */
static const char *
check_env(struct arena *a, const struct target *t, const struct casefile *c, bool *skip,
	  struct errors *errors)
{
	for (char *const *env = c->env; *env; env++) {
		const char *from = strchr(*env, '=');

		while (from) {
			size_t len = strcspn(++from, ":");
			const char *word = arena_strndup(a, from, len), *why = NULL;

			if (text_starts(word, "$FIX"))
				why = check_word(a, t, c, 1, word, skip, errors);
			if (why)
				return why;
			from = strchr(from, ':');
		}
	}
	return NULL;
}

const struct suite_sources *
run_check_sources(struct arena *a, const struct suite *suite, const struct target *t)
{
	struct suite_sources *sources;

	if (target_native(t))
		return NULL;
	sources = arena_alloc(a, sizeof(*sources));
	suite_sources(a, sources, suite);
	return sources;
}

/* does the case use what has to be compiled */
static bool
uses_compiled(struct arena *a, const struct casefile *c, const struct suite_sources *sources)
{
	bool *used = arena_alloc(a, sources->n + 1), any = false;

	fixture_use(a, c, sources->v, sources->n, used);
	for (size_t i = 0; i < sources->n; i++)
		any |= used[i] && fixture_is_compiled(sources->v[i].path);
	return any;
}

const char *
run_check_skip(struct arena *a, const struct casefile *c, const struct facts *facts,
	       const struct known *known, const struct suite_sources *sources,
	       const struct known_line **line)
{
	const struct known_line *found = known_find(known, c->id, facts);

	*line = NULL;
	if (c->requires && !expr_eval(c->requires, facts))
		return arena_printf(a, "requires %s", c->requires_text);
	if (sources && uses_compiled(a, c, sources))
		return "needs the capability native";
	if (!found || found->kind != KNOWN_SKIP)
		return NULL;
	*line = found;
	return verdict_known_reason(a, found);
}

const char *
run_check_fixtures(struct arena *a, const struct target *t, const struct casefile *c,
		   bool *skip, struct errors *errors)
{
	const char *early = NULL;

	*skip = false;
	if (c->host)
		early = check_word(a, t, c, 1, arena_printf(a, "$FIX/%s", c->host), skip, errors);
	if (!early)
		early = check_env(a, t, c, skip, errors);
	if (early)
		return early;
	for (size_t i = 0; i < c->ncommands; i++) {
		const struct command *command = &c->commands[i];

		for (size_t k = 1; k < command->nwords; k++) {
			const char *word = command->words[k], *why = NULL;

			if (text_starts(word, "$FIX") || text_starts(word, "\"$FIX"))
				why = check_word(a, t, c, command->line, word, skip, errors);
			else if (!strcmp(command->words[k - 1], "import"))
				why = check_import(a, t, c, word, skip);
			if (why)
				return why;
		}
	}
	return NULL;
}
