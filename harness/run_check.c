#include "run_check.h"

#include <string.h>
#include <sys/stat.h>

#include "casefile.h"
#include "target.h"
#include "text.h"
#include "util.h"

/* the path that a word stands for: $FIX and $EXT replaced, quotes of JSON removed */
static void
expand(struct buf *out, const struct target *t, const char *word)
{
	size_t len = strlen(word);

	if (word[0] == '"' && len >= 2 && word[len - 1] == '"') {
		word++;
		len -= 2;
	}
	for (size_t i = 0; i < len;) {
		if (text_starts(word + i, "$FIX")) {
			buf_puts(out, t->fix);
			i += 4;
		} else if (text_starts(word + i, "$EXT")) {
			buf_puts(out, t->suffix);
			i += 4;
		} else {
			buf_putc(out, word[i++]);
		}
	}
}

/* the compiler's words if the product's build failed, else NULL */
static const char *
build_error(struct arena *a, const char *product)
{
	struct buf text = {0};
	const char *words = NULL;

	if (!file_read(arena_printf(a, "%s.err", product), &text))
		words = arena_strndup(a, buf_str(&text), text.len);
	buf_free(&text);
	return words;
}

static const char *
check_word(struct arena *a, const struct target *t, const struct casefile *c,
	   const struct command *command, const char *word, struct errors *errors)
{
	struct buf path = {0};
	const char *product, *words = NULL;
	struct stat st;

	expand(&path, t, word);
	product = arena_strndup(a, buf_str(&path), path.len);
	buf_free(&path);
	if (!stat(product, &st) || strchr(product, '\\'))
		return NULL;
	words = build_error(a, product);
	if (!words)
		errors_at(errors, c->path, command->line,
			  "no fixture makes %s; expected a source below fixtures-src/ for it "
			  "(a path that must not exist belongs below $TMP)", word);
	return words;
}

/* the fixture an `import` names, if it failed to build */
static const char *
check_import(struct arena *a, const struct target *t, const struct casefile *c, const char *module)
{
	return build_error(a, arena_printf(a, "%s/%s/%s%s", t->fix, c->area, module, t->suffix));
}

const char *
run_check_fixtures(struct arena *a, const struct target *t, const struct casefile *c,
		   struct errors *errors)
{
	for (size_t i = 0; i < c->ncommands; i++) {
		const struct command *command = &c->commands[i];

		for (size_t k = 1; k < command->nwords; k++) {
			const char *word = command->words[k], *why = NULL;

			if (text_starts(word, "$FIX") || text_starts(word, "\"$FIX"))
				why = check_word(a, t, c, command, word, errors);
			else if (!strcmp(command->words[k - 1], "import"))
				why = check_import(a, t, c, word);
			if (why)
				return why;
		}
	}
	return NULL;
}
