#include "format/hostfile.h"

#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/expr.h"
#include "format/header.h"
#include "format/vocab.h"

struct parser {
	struct arena *a;
	struct hostfile *h;
	struct errors *errors;
	int line; /* of the line being parsed */
	struct buf make;
};

/* what a loader has unless it is a host that lacks it */
static const char *const of_hosts[] = {"options", "finalizes", "reinit", "main-interp", "stdout"};

static void
mistake(struct parser *ps, const char *text)
{
	errors_at(ps->errors, ps->h->path, ps->line, "%s", text);
}

static void
push(struct parser *ps, char ***list, char *word)
{
	size_t n = text_count(*list);
	char **v = arena_alloc(ps->a, (n + 2) * sizeof(*v));

	for (size_t i = 0; i < n; i++)
		v[i] = (*list)[i];
	v[n] = word;
	*list = v;
}

static void
push_fields(struct parser *ps, char ***list, const char *value)
{
	for (char **word = text_fields(ps->a, value, NULL); *word; word++)
		push(ps, list, *word);
}

static void
set_summary(struct parser *ps, const char *value)
{
	ps->h->summary = value;
}

static void
set_needs(struct parser *ps, const char *value)
{
	push_fields(ps, &ps->h->needs, value);
}

static void
set_make(struct parser *ps, const char *value)
{
	buf_printf(&ps->make, "%s\n", value);
}

static bool
has_word(char *const *words, const char *part)
{
	for (; *words; words++) {
		if (strstr(*words, part))
			return true;
	}
	return false;
}

static void
set_start(struct parser *ps, const char *value)
{
	const char *why;
	char **words = text_shell_words(ps->a, value, &why);

	if (!words) {
		mistake(ps, arena_printf(ps->a, "start: %s", why));
		return;
	}
	ps->h->start = words;
	for (char **word = words; *word; word++)
		ps->h->options |= !strcmp(*word, "$OPTIONS");
	if (has_word(words, "$OPTIONS") && !ps->h->options)
		mistake(ps, "start: $OPTIONS stands for several words; expected it as a word of "
			    "its own");
}

static void
set_env(struct parser *ps, const char *value)
{
	size_t len = strcspn(value, "=");

	if (!len || !value[len])
		mistake(ps, arena_printf(ps->a, "env '%s'; expected NAME=VALUE", value));
	else
		push(ps, &ps->h->env, arena_strdup(ps->a, value));
}

static void
set_include(struct parser *ps, const char *value)
{
	push_fields(ps, &ps->h->include, value);
}

static void
set_lacks(struct parser *ps, const char *value)
{
	for (char **cap = text_fields(ps->a, value, NULL); *cap; cap++) {
		const char *why = vocab_unknown(ps->a, VOCAB_CAP, *cap);

		if (why)
			mistake(ps, why);
		push(ps, &ps->h->lacks, *cap);
	}
}

static const char *const key_names[] = {"summary", "needs", "make", "start",
					"env", "include", "lacks", NULL};
static const char *const repeated[] = {"needs", "make", "env", "include", "lacks", NULL};
static void (*const setters[])(struct parser *ps, const char *value) = {
	set_summary, set_needs, set_make, set_start, set_env, set_include, set_lacks,
};

static void
take_line(struct parser *ps, char *line, unsigned *seen)
{
	struct header h = {.a = ps->a, .errors = ps->errors, .path = ps->h->path,
			   .line = ps->line, .names = key_names, .many = repeated, .then = ""};
	const char *value;
	int key;

	line = header_trim(line);
	if (!*line || *line == '#')
		return;
	key = header_split(&h, line, seen, &value);
	if (key >= 0)
		setters[key](ps, value);
}

const char *
hostfile_name(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *name = arena_strdup(a, slash ? slash + 1 : path);

	if (text_ends(name, ".host"))
		name[strlen(name) - strlen(".host")] = '\0';
	return name;
}

/* the name becomes the fact `host` and the name of a folder */
static void
check_name(struct parser *ps)
{
	const char *name = ps->h->name;

	if (!*name || *name == '.' || *name == '-' ||
	    name[strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
			      "0123456789._-")])
		errors_at(ps->errors, ps->h->path, 0, "the name '%s' of the recipe's file; "
			  "expected letters, digits and . _ -", name);
}

static void
check_whole(struct parser *ps, unsigned seen)
{
	ps->line = 1;
	if (!(seen & 1u << 0))
		mistake(ps, "missing key 'summary'; expected what the application is");
	if (!(seen & 1u << 3))
		mistake(ps, "missing key 'start'; expected the command that starts it");
	else if (ps->h->start && !ps->make.len && !has_word(ps->h->start, "$SCRIPT"))
		mistake(ps, "start: no $SCRIPT; expected it where the application takes the "
			    "path of a Python script");
}

int
hostfile_parse(struct arena *a, struct hostfile *h, const char *path, const char *bytes,
	       size_t len, struct errors *errors)
{
	struct parser ps = {.a = a, .h = h, .errors = errors};
	char **none = arena_alloc(a, sizeof(*none)), **lines;
	size_t before = errors->n, n;
	unsigned seen = 0;

	*h = (struct hostfile){.name = hostfile_name(a, path), .path = arena_strdup(a, path),
			       .needs = none, .env = none, .include = none, .lacks = none};
	check_name(&ps);
	if (!text_check(path, bytes, len, errors))
		return -1;
	lines = text_lines(a, bytes, len, &n);
	for (size_t i = 0; i < n; i++) {
		ps.line = (int)i + 1;
		take_line(&ps, lines[i], &seen);
	}
	check_whole(&ps, seen);
	h->make = ps.make.len ? arena_strdup(a, buf_str(&ps.make)) : NULL;
	buf_free(&ps.make);
	return errors->n == before ? 0 : -1;
}

bool
hostfile_lacks(const struct hostfile *h, const char *cap)
{
	for (char *const *word = h ? h->lacks : NULL; word && *word; word++) {
		if (!strcmp(*word, cap))
			return true;
	}
	return h && !h->options && !strcmp(cap, "options");
}

void
hostfile_caps(struct arena *a, const struct hostfile *h, struct facts *facts)
{
	struct facts kept = {0};

	for (size_t i = 0; i < facts->n; i++) {
		if (strcmp(facts->v[i].key, "cap") || !hostfile_lacks(h, facts->v[i].value))
			facts_add(a, &kept, facts->v[i].key, facts->v[i].value);
	}
	for (size_t i = 0; i < LENGTH(of_hosts); i++) {
		if (!hostfile_lacks(h, of_hosts[i]) && !facts_has_cap(&kept, of_hosts[i]))
			facts_add(a, &kept, "cap", of_hosts[i]);
	}
	*facts = kept;
}
