#include <string.h>

#include "format/casefile.h"
#include "run/cause.h"
#include "run/cause_private.h"
#include "base/text.h"
#include "base/util.h"

static const char *const labels[FOLD_KINDS] = {"NAME", "FILE", "N"};
static const char *const hooks[] = {"PyInit_", "PyInitU_", "PyModExport_", "PyModExportU_"};

static bool
has(const struct fold_words *words, const char *word, size_t len)
{
	for (size_t i = 0; i < words->n; i++)
		if (strlen(words->v[i]) == len && !memcmp(words->v[i], word, len))
			return true;
	return false;
}

static void
add(struct fold *f, struct fold_words *words, const char *word, size_t len)
{
	if (!len || has(words, word, len))
		return;
	/* the room is used up at each power of two */
	if (!(words->n & (words->n - 1))) {
		const char **v = arena_alloc(f->a, (2 * words->n + 1) * sizeof(*v));

		if (words->n)
			memcpy(v, words->v, words->n * sizeof(*v));
		words->v = v;
	}
	words->v[words->n++] = arena_strndup(f->a, word, len);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* may c be in a word that is folded: an identifier, a dotted name, a number, a file name? */
static bool
is_word(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	       (unsigned char)c >= 0x80;
}

static size_t
word_length(const char *p)
{
	size_t n = 0;

	while (is_word(p[n]) || p[n] == '.' || p[n] == '-')
		n++;
	while (n && !is_word(p[n - 1]))
		n--;
	return n;
}

/* add the components of a dotted name */
static void
add_name(struct fold *f, const char *name, size_t len)
{
	while (len) {
		const char *dot = memchr(name, '.', len);
		size_t part = dot ? (size_t)(dot - name) : len;

		add(f, &f->names, name, part);
		name += part + (dot != NULL);
		len -= part + (dot != NULL);
	}
}

/* add the last component of a path, up to its first dot or $EXT */
static void
add_file(struct fold *f, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash)
		add(f, &f->names, slash + 1, strcspn(slash + 1, ".$\"\\"));
}

/* is the verb's first argument always the name of a module? */
static bool
takes_module(const char *verb)
{
	static const char *const verbs[] = {"import", "load", "create", "exec", "reload", "forget",
					    "find", "loaded?", "names"};

	for (size_t i = 0; i < LENGTH(verbs); i++)
		if (!strcmp(verbs[i], verb))
			return true;
	return false;
}

/* add the names of a command, also of one inside `thread`, `start` or `fork` */
static void
add_command(struct fold *f, const struct command *command)
{
	for (size_t i = 0; i < command->nwords; i++) {
		const char *word = command->words[i];

		if (i && takes_module(command->words[i - 1])) {
			word += *word == '"';
			add_name(f, word, strcspn(word, "\"\\"));
		} else if (i && strchr(word, '/')) {
			add_file(f, word);
		}
	}
}

static void
add_modules(struct fold *f, char *const *lines, size_t n)
{
	static const char module[] = "<module \"";

	for (size_t i = 0; i < n; i++) {
		const char *p = lines[i];

		while ((p = strstr(p, module))) {
			p += sizeof(module) - 1;
			add_name(f, p, strcspn(p, "\""));
		}
	}
}

void
fold_begin(struct fold *f, struct arena *a, const struct cause_input *in)
{
	*f = (struct fold){.a = a};
	for (size_t i = 0; i < in->cs->ncommands; i++)
		add_command(f, &in->cs->commands[i]);
	add_modules(f, in->want, in->nwant);
	add_modules(f, in->got, in->ngot);
}

/* append the label for a word, with OTHER_ if the first line has other words of this kind only */
static void
put(struct fold *f, struct buf *b, enum fold_kind kind, const char *word, size_t len)
{
	struct fold_words *seen = &f->seen[kind];

	if (f->mode == FOLD_FIRST)
		add(f, seen, word, len);
	else if (f->mode == FOLD_SECOND && seen->n && !has(seen, word, len))
		buf_puts(b, "OTHER_");
	buf_puts(b, labels[kind]);
}

static bool
begins_path(const char *p, char before)
{
	if (*p == '/')
		return is_word(p[1]) && !is_word(before) && !strchr(".:/$", before);
	return text_starts(p, "$FIX") || text_starts(p, "$TMP") || text_starts(p, "./") ||
	       text_starts(p, "../");
}

/* the length of the path at p, which may be in quotes or in a sentence; 0 if there is none */
static size_t
path_length(const char *p, char before)
{
	static const char ext[] = "$EXT";
	size_t n = 0, len = strlen(ext);

	for (; p[n] && !strchr("\"' ,)>", p[n]); n++)
		if (p[n] == ':' && (p[n + 1] == ' ' || !p[n + 1]))
			break;
	if (begins_path(p, before))
		return n;
	/* a relative path is recognized by its end */
	return is_word(*p) && n > len && !memcmp(p + n - len, ext, len) ? n : 0;
}

static bool
is_number(const char *word, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!is_digit(word[i]) && word[i] != '.')
			return false;
	return len > 0;
}

static bool
is_library(const char *word, size_t len)
{
	for (size_t i = 0; i + 3 <= len; i++)
		if (!memcmp(word + i, ".so", 3) && (i + 3 == len || word[i + 3] == '.'))
			return true;
	return false;
}

/* the symbol of an unresolved reference: a missing symbol of Python is a cause of its own */
static bool
put_symbol(struct buf *b, const char *word)
{
	if (!text_ends(buf_str(b), "undefined symbol: "))
		return false;
	buf_puts(b, text_starts(word, "Py") || text_starts(word, "_Py") ? "Py..." : "SYMBOL");
	return true;
}

static bool
put_hook(struct fold *f, struct buf *b, const char *word, size_t len)
{
	for (size_t i = 0; i < LENGTH(hooks); i++) {
		size_t n = strlen(hooks[i]);

		if (len <= n || memcmp(word, hooks[i], n))
			continue;
		buf_puts(b, hooks[i]);
		put(f, b, FOLD_NAME, word + n, len - n);
		return true;
	}
	return false;
}

/* a dotted word that begins with names of modules; the rest is an attribute */
static bool
put_name(struct fold *f, struct buf *b, const char *word, size_t len)
{
	size_t last = 0, end = 0, names = 0;

	if (has(&f->names, word, len)) {
		put(f, b, FOLD_NAME, word, len);
		return true;
	}
	for (size_t at = 0; at < len;) {
		const char *dot = memchr(word + at, '.', len - at);
		size_t part = dot ? (size_t)(dot - word) - at : len - at;

		if (!has(&f->names, word + at, part))
			break;
		last = at;
		end = at + part;
		names++;
		at = end + 1;
	}
	if (!names)
		return false;
	if (names > 1 && f->mode != FOLD_FLAT)
		buf_puts(b, "PACKAGE.");
	put(f, b, FOLD_NAME, word + last, end - last);
	buf_add(b, word + end, len - end);
	return true;
}

/* is it a value, though a module has the same name? in quotes it is the module's name */
static bool
is_constant(const struct buf *b, const char *word, size_t len)
{
	static const char *const constants[] = {"null", "true", "false"};

	for (size_t i = 0; !text_ends(buf_str(b), "\"") && i < LENGTH(constants); i++)
		if (strlen(constants[i]) == len && !memcmp(constants[i], word, len))
			return true;
	return false;
}

static void
put_word(struct fold *f, struct buf *b, const char *word, size_t len)
{
	if (is_constant(b, word, len)) {
		buf_add(b, word, len);
		return;
	}
	if (put_symbol(b, word) || put_hook(f, b, word, len) || put_name(f, b, word, len))
		return;
	if (is_library(word, len))
		put(f, b, FOLD_FILE, word, len);
	else if (is_number(word, len))
		put(f, b, FOLD_NUMBER, word, len);
	else
		buf_add(b, word, len);
}

void
fold_line(struct fold *f, struct buf *b, const char *line)
{
	for (size_t i = 0, n; line[i]; i += n) {
		if ((n = path_length(line + i, i ? line[i - 1] : ' ')))
			put(f, b, FOLD_FILE, line + i, n);
		else if ((n = word_length(line + i)))
			put_word(f, b, line + i, n);
		else
			buf_add(b, line + i, n = 1);
	}
}
