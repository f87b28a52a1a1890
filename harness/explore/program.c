#include "explore/program.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "explore/deeds.h"
#include "explore/random.h"
#include "format/casefile.h"

#define LONG_NAME "hippopotamus_and_rhinoceros_and_crocodile_and_alligator_and_elephant"
#define HOOKS(name) {.hook = "PyInit_" name, .export = "PyModExport_" name, .old = "init" name, \
		     .plain = "PyInit_" name, .coded = "PyInitU_" name}
#define FOEN_HOOKS {.hook = "PyInitU_fon_kma", .export = "PyModExportU_fon_kma", \
		    .old = "initfon_kma", .plain = "PyInit_fon_kma", .coded = "PyInitU_fon_kma"}

/* modules that the chameleon has hooks for; zoo is a namespace, and ark one if it is no module */
static const struct {
	const char *name, *file;
	struct plan_names hooks; /* the rest is not set */
} names[] = {
	{"ape", "ape", HOOKS("ape")},
	{"bat", "bat", HOOKS("bat")},
	{"cow", "cow", HOOKS("cow")},
	{"dog", "dog", HOOKS("dog")},
	{"eel-pie", "eel-pie", HOOKS("eel_pie")},
	{"foën", "foën", FOEN_HOOKS},
	{LONG_NAME, LONG_NAME, HOOKS(LONG_NAME)},
	{"zoo.ape", "zoo/ape", HOOKS("ape")},
	{"zoo.bat", "zoo/bat", HOOKS("bat")},
	{"zoo.foën", "zoo/foën", FOEN_HOOKS},
	{"ark", "ark/__init__", HOOKS("ark")},
	{"ark.ape", "ark/ape", HOOKS("ape")},
	{"ark.cow", "ark/cow", HOOKS("cow")},
};

/* the letters of a deed's text are names and files of these two modules */
static const char *
fill(struct arena *a, const char *text, const struct actor *one, const struct actor *two)
{
	struct buf b = {0};
	const char *copy;

	for (; *text; text++) {
		if (*text != '%') {
			buf_putc(&b, *text);
			continue;
		}
		switch (*++text) {
		case 'M': buf_puts(&b, one->name); break;
		case 'N': buf_puts(&b, two->name); break;
		case 'F': buf_printf(&b, "$TMP/%s$EXT", one->file); break;
		case 'G': buf_printf(&b, "$TMP/%s$EXT", two->file); break;
		case 'S': buf_printf(&b, "$TMP/%s", one->file); break;
		case 'B': buf_printf(&b, "%s$EXT", text_base(one->file)); break;
		default: buf_printf(&b, "%s$EXT", one->file); break;
		}
	}
	copy = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return copy;
}

static void
add(struct program *p, const char *command)
{
	if (p->n < COMMANDS_MAX)
		p->commands[p->n++] = command;
}

static void
add_deed(struct arena *a, struct program *p, struct random *r, enum theme theme,
	 bool threads)
{
	const struct actor *one = &p->actors[random_below(r, p->nactors)];
	const struct actor *two = &p->actors[random_below(r, p->nactors)];
	const char *text = fill(a, deed_choose(r, theme, threads), one, two);

	for (size_t len; *text; text += len + (text[len] == ';')) {
		len = strcspn(text, ";");
		add(p, arena_strndup(a, text, len));
	}
}

static void
set_name(struct actor *actor, size_t which)
{
	int answer = actor->names.answer; /* it keeps that, and set_other_names sets the others */

	actor->name = names[which].name;
	actor->file = names[which].file;
	actor->names = names[which].hooks;
	actor->names.answer = answer;
}

/* the names of the modules that a plan is about besides its own */
static void
set_other_names(struct program *p)
{
	for (size_t i = 0; i < p->nactors; i++) {
		const struct actor *next = &p->actors[(i + 1) % p->nactors];

		/* it imports only one that stands behind it: none imports itself without end */
		p->actors[i].names.other = p->actors[i + 1 < p->nactors ? i + 1 : i].name;
		p->actors[i].names.stranger = p->nactors > 1 ? next->names.hook : "PyInit_dog";
	}
}

static void
choose_names(struct program *p, struct random *r)
{
	bool taken[LENGTH(names)] = {false};

	for (size_t i = 0; i < p->nactors; i++) {
		size_t which = random_below(r, LENGTH(names));

		while (taken[which])
			which = (which + 1) % LENGTH(names);
		taken[which] = true;
		set_name(&p->actors[i], which);
		p->actors[i].names.answer = 40 + (int)i;
	}
	set_other_names(p);
}

/* has a module or a command the name, alone or as a part? */
static bool
is_used(const struct program *p, const char *name)
{
	for (size_t i = 0; i < p->nactors; i++)
		if (strstr(p->actors[i].name, name) || strstr(name, p->actors[i].name))
			return true;
	for (size_t i = 0; i < p->n; i++)
		if (strstr(p->commands[i], name))
			return true;
	return false;
}

bool
program_rename(struct arena *a, struct program *p, size_t actor)
{
	struct actor *one = &p->actors[actor];
	const char *name = one->name, *file = one->file;
	size_t i = 0;

	while (strcmp(names[i].name, name) != 0 && is_used(p, names[i].name))
		i++;
	if (!strcmp(names[i].name, name))
		return false;
	set_name(one, i);
	set_other_names(p);
	for (size_t k = 0; k < p->n; k++)
		p->commands[k] = text_replace(
			a, text_replace(a, p->commands[k], file, one->file), name, one->name);
	return true;
}

/* what a theme is about must be there */
static void
suit(struct program *p, struct random *r, enum theme theme)
{
	for (size_t i = 0; i < p->nactors; i++) {
		struct plan *plan = &p->actors[i].plan;

		if ((theme == THEME_AGAIN && !random_once_in(r, 4)) ||
		    (theme == THEME_INTERPRETERS && random_once_in(r, 3)))
			plan_set(plan, PLAN_GIVES, "single");
		if (theme == THEME_SYMBOLS && !random_once_in(r, 4))
			plan_set(plan, PLAN_SYMBOL, i ? "needs" : "gives");
	}
}

static void
choose_actors(struct program *p, struct random *r, enum theme theme)
{
	p->nactors = 1 + (theme == THEME_SYMBOLS || random_below(r, 2)) +
		     random_once_in(r, 3) * random_below(r, 3);
	choose_names(p, r);
	for (size_t i = 0; i < p->nactors; i++)
		plan_choose(&p->actors[i].plan, r, i + 1 == p->nactors);
	suit(p, r, theme);
}

void
program_make(struct arena *a, struct program *p, uint64_t seed)
{
	struct random r = {seed};
	enum theme theme = (enum theme)random_below(&r, THEMES);
	bool interpreters = theme == THEME_INTERPRETERS, threads = random_once_in(&r, 2);
	size_t length = 4 + random_below(&r, 24);

	*p = (struct program){.seed = seed};
	choose_actors(p, &r, theme);
	add(p, "path add $TMP");
	if (interpreters)
		add(p, random_once_in(&r, 2) ? "interp new legacy" : "interp new isolated");
	if (interpreters && random_once_in(&r, 2))
		add(p, random_once_in(&r, 2) ? "interp new legacy" : "interp new isolated");
	while (p->n < length)
		add_deed(a, p, &r, theme, threads);
	if (!interpreters && random_once_in(&r, 8))
		add(p, "exit");
}

void
program_plan(struct buf *b, const struct program *p, size_t actor)
{
	plan_text(b, &p->actors[actor].plan, &p->actors[actor].names);
}

void
program_text(struct buf *b, const struct program *p)
{
	for (size_t i = 0; i < p->n; i++)
		buf_printf(b, "%s\n", p->commands[i]);
}

int
program_case(struct arena *a, struct casefile *c, const struct program *p, const char *id)
{
	struct errors errors = {0};
	struct buf b = {0};
	int bad;

	buf_puts(&b, "summary: two loaders agree\nspec: PEP 489, Rationale\n\n");
	program_text(&b, p);
	bad = casefile_parse(a, c, id, id, arena_strdup(a, buf_str(&b)), b.len, &errors);
	if (bad)
		warn("a program that is no case:\n%s", buf_str(&errors.text));
	errors_free(&errors);
	buf_free(&b);
	return bad;
}
