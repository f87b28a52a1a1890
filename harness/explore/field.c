#include "explore/field.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "explore/findings.h"
#include "explore/modules.h"
#include "explore/pair.h"
#include "explore/tell.h"
#include "format/settings.h"
#include "format/transcript.h"
#include "format/vocab.h"
#include "run/cause.h"
#include "run/place.h"

/*
 * The ways of loading a module, each in a process of its own: %R is its folder for sys.path, %M its
 * name, %L the last part of that, %F its file. The first one is what users do. Attributes are
 * compared by their names, since values may be addresses.
 */
static const struct {
	const char *name, *text;
} ways[] = {
	{"import", "path add %R;import %M;get %M.__name__;get %M.__file__;get %M.__package__;"
		   "get %M.__spec__.origin;names %M;import %M;loaded? %M"},
	{"exit", "path add %R;import %M;exit"},
	{"file", "load %L %F;get %L.__name__;names %L;loaded? %L"},
	{"again", "path add %R;import %M;reload %M;forget %M;import %M;names %M"},
	{"interpreter", "interp new legacy;interp use 1;path add %R;import %M;names %M"},
};

enum { WAYS = LENGTH(ways), BATCH = 32 };

struct survey {
	struct arena *a;
	const struct options *o;
	struct place place;
	struct side first, second;
	bool compares;
	struct modules modules;
	struct findings found;   /* causes of differences, or of failures under one loader */
	const char **whys;       /* by module: why the first loader does not load it, or NULL */
	size_t loads, loads_too; /* modules that `import` loads, under each loader */
	size_t styles[MODULE_STYLES], loaded[MODULE_STYLES];
};

/* a word of a command; a path may have blanks */
static void
add_word(struct buf *b, const char *text)
{
	if (!strpbrk(text, " \"[{\\")) {
		buf_puts(b, text);
		return;
	}
	buf_putc(b, '"');
	for (; *text; text++) {
		if (strchr("\"\\", *text))
			buf_putc(b, '\\');
		buf_putc(b, *text);
	}
	buf_putc(b, '"');
}

static void
make_program(struct arena *a, struct program *p, const struct module *m, const char *text)
{
	struct buf b = {0};

	*p = (struct program){0};
	for (;; text++) {
		if (!*text || *text == ';') {
			p->commands[p->n++] = arena_strdup(a, buf_str(&b));
			buf_clear(&b);
			if (!*text)
				break;
		} else if (*text != '%') {
			buf_putc(&b, *text);
		} else {
			switch (*++text) {
			case 'R': add_word(&b, m->root); break;
			case 'M': buf_puts(&b, m->name); break;
			case 'L': buf_puts(&b, module_short_name(m)); break;
			default: add_word(&b, m->file); break;
			}
		}
	}
	buf_free(&b);
}

/* the exception that the command `import` raised, or how the process died; NULL: it loads */
static const char *
failure(struct arena *a, const struct result *r)
{
	size_t n, i = 0;
	char **lines = text_lines(a, r->got, strlen(r->got), &n);

	while (i < n && !text_starts(lines[i], "> import "))
		i++;
	for (i++; i < n && transcript_mark(lines[i]) != MARK_COMMAND; i++) {
		enum transcript_mark mark = transcript_mark(lines[i]);

		if (mark == MARK_DEATH)
			return arena_strdup(a, lines[i]);
		if (mark == MARK_EXCEPTION)
			return arena_printf(a, "%s%s", lines[i] + 2,
					    i + 1 < n ? lines[i + 1] + strlen("~ message") : "");
		if (mark == MARK_VALUE)
			return NULL;
	}
	return r->outcome == OUT_BROKEN ? r->reason : "no answer";
}

/* what the first side alone tells of a module */
static void
count(struct survey *s, const struct module *m, const struct pair *p)
{
	struct arena scratch = {0};
	const char *why = failure(&scratch, &p->first.result);

	s->whys[m - s->modules.v] = why ? arena_strdup(s->a, why) : NULL;
	s->styles[m->style]++;
	s->loads += !why;
	s->loaded[m->style] += !why;
	if (s->compares)
		s->loads_too += !failure(&scratch, &p->second.result);
	else if (why)
		findings_add(s->a, &s->found, cause_reason(&scratch, &p->cs, why));
	if (why && !s->compares)
		printf("%s: %s\n", m->name, why);
	arena_free(&scratch);
}

static void
compare(struct survey *s, const struct module *m, const char *way, const struct pair *p)
{
	const char *cause = pair_difference(p);
	struct buf b = {0};
	size_t i;

	if (!cause)
		return;
	i = findings_add(s->a, &s->found, cause);
	if (s->found.v[i].known)
		return;
	printf("%zu. %s, %s: %s\n", s->found.v[i].number, m->name, way, cause);
	if (s->found.v[i].times == 1 && p->second.result.diff) {
		text_indent(&b, p->second.result.diff, "    ");
		fputs(buf_str(&b), stdout);
	}
	fflush(stdout);
	buf_free(&b);
}

static int
batch(struct survey *s, size_t from, size_t n)
{
	size_t all = n * (s->compares ? WAYS : 1);
	struct pair *pairs = xcalloc(all, sizeof(*pairs));
	int bad;

	for (size_t i = 0; i < all; i++)
		make_program(&pairs[i].mem, &pairs[i].program, &s->modules.v[from + i % n],
			     ways[i / n].text);
	bad = s->compares ? pair_run(&s->first, &s->second, pairs, all)
			  : pair_run_first(&s->first, pairs, all);
	for (size_t i = 0; i < all && !bad; i++) {
		const struct module *m = &s->modules.v[from + i % n];

		if (i < n)
			count(s, m, &pairs[i]);
		if (s->compares)
			compare(s, m, ways[i / n].name, &pairs[i]);
	}
	for (size_t i = 0; i < all; i++)
		pair_free(&pairs[i]);
	free(pairs);
	return bad;
}

static void
summarize(const struct survey *s)
{
	putchar('\n');
	tell_causes(&s->found);
	for (int style = 0; style < MODULE_STYLES; style++)
		if (s->styles[style])
			printf("%-14s %zu of %zu load\n",
			       module_style_name((enum module_style)style), s->loaded[style],
			       s->styles[style]);
	if (s->modules.other_abi || s->modules.no_hook)
		printf("left out: %zu files with another tag, %zu without an export hook\n",
		       s->modules.other_abi, s->modules.no_hook);
	if (s->compares)
		printf("%s: %zu modules in %d ways each; %zu load under the first loader, %zu "
		       "under the second\n", findings_new(&s->found) ? "DIFFERENT" : "SAME",
		       s->modules.n, (int)WAYS, s->loads, s->loads_too);
	else
		printf("%zu of %zu modules load\n", s->loads, s->modules.n);
}

static int
open_sides(struct survey *s, const volatile int *interrupted)
{
	const struct options *o = s->o;
	const char *second = o->loaders[1] ? o->loaders[1] : o->loaders[0];

	if (place_open(s->a, &s->place, o->build) ||
	    side_open(&s->first, o, o->loaders[0], o->before, &s->place, "a", false,
		      interrupted) ||
	    modules_find(s->a, &s->modules, o->folders, s->first.target.suffix))
		return -1;
	if (!s->modules.n) {
		warn("field: no extension module for %s in these folders (%zu files have another "
		     "tag)", o->loaders[0], s->modules.other_abi);
		return -1;
	}
	s->whys = arena_alloc(s->a, s->modules.n * sizeof(*s->whys));
	s->compares = o->plugin || o->loaders[1];
	return s->compares ? side_open(&s->second, o, second, o->plugin, &s->place, "b", false,
				       interrupted) : 0;
}

static json_t *
module_json(const struct module *m, const char *why)
{
	json_t *json = json_object();

	json_object_set_new(json, "name", tell_text(m->name));
	json_object_set_new(json, "file", tell_text(m->file));
	json_object_set_new(json, "style", json_string(module_style_name(m->style)));
	json_object_set_new(json, "loads", json_boolean(!why));
	if (why)
		json_object_set_new(json, "why", tell_text(why));
	return json;
}

static json_t *
survey_json(const struct survey *s)
{
	json_t *root = json_object(), *modules = json_array();

	json_object_set_new(root, "compared", json_boolean(s->compares));
	json_object_set_new(root, "other_tag", json_integer((json_int_t)s->modules.other_abi));
	json_object_set_new(root, "without_hook", json_integer((json_int_t)s->modules.no_hook));
	for (size_t i = 0; i < s->modules.n; i++)
		json_array_append_new(modules, module_json(&s->modules.v[i], s->whys[i]));
	json_object_set_new(root, "modules", modules);
	return root;
}

static int
survey(struct survey *s, const volatile int *interrupted)
{
	const struct options *o = s->o;
	int bad = open_sides(s, interrupted);

	bad = bad || findings_know(s->a, &s->found, o->known);
	for (size_t i = 0; i < s->modules.n && !bad && !*interrupted; i += BATCH)
		bad = batch(s, i, s->modules.n - i < BATCH ? s->modules.n - i : BATCH);
	if (bad)
		return bad;
	summarize(s);
	return tell_json(survey_json(s), o, &s->found);
}

int
field(struct arena *a, const struct options *o, const volatile int *interrupted)
{
	struct survey s = {.a = a, .o = o};
	int bad, code;

	s.place.above = -1;
	bad = survey(&s, interrupted);
	side_close(&s.first);
	side_close(&s.second);
	place_close(&s.place, false);
	free(s.modules.v);
	code = bad ? 2 : s.compares && findings_new(&s.found) ? 1 : 0;
	findings_free(&s.found);
	return *interrupted ? 128 + *interrupted : code;
}
