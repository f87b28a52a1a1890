#include "explore/program.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "explore/deeds.h"
#include "explore/random.h"
#include "format/casefile.h"

#define LONG_NAME "hippopotamus_and_rhinoceros_and_crocodile_and_alligator_and_elephant"
#define HOOKS(name, base) \
	{.hook = "PyInit_" name, .export = "PyModExport_" name, .old = "init" name, \
	 .plain = "PyInit_" name, .coded = "PyInitU_" name, .own = base "$EXT"}
#define FOEN_HOOKS {.hook = "PyInitU_fon_kma", .export = "PyModExportU_fon_kma", \
		    .old = "initfon_kma", .plain = "PyInit_fon_kma", .coded = "PyInitU_fon_kma", \
		    .own = "foën$EXT"}

/* modules that the chameleon has hooks for; zoo is a namespace, and ark one if it is no module */
static const struct {
	const char *name, *file;
	struct plan_names hooks; /* the rest is not set */
} names[] = {
	{"ape", "ape", HOOKS("ape", "ape")},
	{"bat", "bat", HOOKS("bat", "bat")},
	{"cow", "cow", HOOKS("cow", "cow")},
	{"dog", "dog", HOOKS("dog", "dog")},
	{"eel-pie", "eel-pie", HOOKS("eel_pie", "eel-pie")},
	{"foën", "foën", FOEN_HOOKS},
	{LONG_NAME, LONG_NAME, HOOKS(LONG_NAME, LONG_NAME)},
	{"zoo.ape", "zoo/ape", HOOKS("ape", "ape")},
	{"zoo.bat", "zoo/bat", HOOKS("bat", "bat")},
	{"zoo.foën", "zoo/foën", FOEN_HOOKS},
	{"ark", "ark/__init__", HOOKS("ark", "__init__")},
	{"ark.ape", "ark/ape", HOOKS("ape", "ape")},
	{"ark.cow", "ark/cow", HOOKS("cow", "cow")},
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
		case 'W': buf_printf(&b, "gate%d", one->names.answer); break;
		case 'V': buf_printf(&b, "gate%d", two->names.answer); break;
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

/* add the commands of a deed of these two modules */
static void
add_text(struct arena *a, struct program *p, const char *deed, const struct actor *one,
	 const struct actor *two)
{
	const char *text = fill(a, deed, one, two);

	for (size_t len; *text; text += len + (text[len] == ';')) {
		len = strcspn(text, ";");
		add(p, arena_strndup(a, text, len));
	}
}

static void
add_deed(struct arena *a, struct program *p, struct random *r, enum theme theme,
	 bool threads)
{
	const struct actor *one = &p->actors[random_below(r, p->nactors)];
	const struct actor *two = &p->actors[random_below(r, p->nactors)];

	add_text(a, p, deed_choose(r, theme, threads), one, two);
}

/* what threads do at a gate, in a row, after a few other commands */
static void
add_meeting(struct arena *a, struct program *p, struct random *r)
{
	bool fails = !plan_loads(&p->actors[0].plan);
	size_t n = random_below(r, 3);

	while (n--)
		add_text(a, p, deed_before(r), &p->actors[1], &p->actors[0]);
	add_text(a, p, deed_meeting(r, fails), &p->actors[0], &p->actors[1]);
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

/* the number of the folder that a file is in */
static size_t
folder_of(const struct actor *actor)
{
	return text_starts(actor->file, "zoo/") ? 1 : text_starts(actor->file, "ark/") ? 2 : 0;
}

/* the libraries that a file may need, which stand behind it: none needs itself */
static void
set_libraries(struct program *p, size_t i)
{
	static const char *const one[3][3] = {
		{"$ORIGIN", "$ORIGIN/zoo", "$ORIGIN/ark"},
		{"$ORIGIN/..", "$ORIGIN", "$ORIGIN/../ark"},
		{"$ORIGIN/..", "$ORIGIN/../zoo", "$ORIGIN"},
	};
	static const char *const all[3] = {
		"$ORIGIN:$ORIGIN/zoo:$ORIGIN/ark", "$ORIGIN:$ORIGIN/..:$ORIGIN/../ark",
		"$ORIGIN:$ORIGIN/..:$ORIGIN/../zoo",
	};
	const struct actor *next = &p->actors[i + 1], *last = &p->actors[p->nactors - 1];
	struct plan_names *mine = &p->actors[i].names;
	size_t own = folder_of(&p->actors[i]);

	if (i + 1 >= p->nactors) {
		mine->next = mine->last = "absent$EXT";
		mine->ways = "$ORIGIN";
		return;
	}
	mine->next = next->names.own;
	mine->last = last->names.own;
	mine->ways = folder_of(next) == folder_of(last) ? one[own][folder_of(next)] : all[own];
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
		p->actors[i].names.first = p->actors[0].names.hook;
		set_libraries(p, i);
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

/* a file needs those behind it, and uses what they give: a symbol, or even its hook */
static void
suit_libraries(struct program *p, struct random *r)
{
	static const char *const needed[] = {"NEXT", "NEXT LAST", "NEXT", "LAST NEXT", "LAST",
					     "twin$EXT", "NEXT twin$EXT"};
	static const char *const symbol[] = {"none", "needs", "now", "version"};
	bool apart = random_once_in(r, 2); /* the first one's hook stands in others */

	for (size_t i = 0; i < p->nactors; i++) {
		struct plan *plan = &p->actors[i].plan;
		bool last = i + 1 == p->nactors;

		plan_set(plan, PLAN_NEEDED, last || random_once_in(r, apart ? 8 : 4) ? "" :
			 needed[random_below(r, apart ? 3 : LENGTH(needed))]);
		plan_set(plan, PLAN_RUNPATH, random_once_in(r, 8) ? "" : "WAYS");
		if (random_once_in(r, 4)) /* another file finds it by this name if it is loaded */
			plan_set(plan, PLAN_SONAME, "twin$EXT");
		if (apart)
			plan_set(plan, PLAN_SYMBOL, "none");
		else if (!random_once_in(r, 4))
			plan_set(plan, PLAN_SYMBOL,
				 last ? "gives" : symbol[random_below(r, LENGTH(symbol))]);
		if (apart)
			plan_set(plan, PLAN_HOOKS, i && random_once_in(r, 2) ? "HOOK FIRST" :
				 i ? "HOOK" : "");
		else if (random_once_in(r, 3))
			plan_set(plan, PLAN_HOOKS, "HOOK FIRST");
	}
}

/*
 * Two modules that stand at gates, of which the first may fail then. Neither needs the other, and
 * what happens after a gate is opened happens in one thread: no module says when it is freed.
 */
static void
suit_gates(struct program *p, struct random *r)
{
	static const char *const stands[] = {"exec", "exec", "hook", "create"};
	static const char *const fails[] = {"raise", "import-error", "exit", "null"};

	for (size_t i = 0; i < p->nactors; i++) {
		struct plan *plan = &p->actors[i].plan;

		plan_make_load(plan);
		plan_set(plan, PLAN_STANDS, stands[random_below(r, LENGTH(stands))]);
		/* a module whose name is not ASCII cannot be single-phase */
		plan_set(plan, PLAN_GIVES, random_once_in(r, 3) &&
			 text_starts(p->actors[i].names.hook, "PyInit_") ? "single" : "multi");
		plan_set(plan, PLAN_SLOTS, random_once_in(r, 2) ? "create exec" : "exec");
		if (random_once_in(r, 3))
			plan_set(plan, random_once_in(r, 3) ? PLAN_GIVES : PLAN_EXEC,
				 fails[random_below(r, LENGTH(fails))]);
	}
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
	if (theme == THEME_LIBRARIES)
		suit_libraries(p, r);
	if (theme == THEME_GATES)
		suit_gates(p, r);
}

/* is one of the two a package, and the other one in it? */
static bool
is_inside(const char *one, const char *other)
{
	size_t len = strlen(one) < strlen(other) ? strlen(one) : strlen(other);

	return !strncmp(one, other, len) && (one[len] == '.' || other[len] == '.');
}

static void
choose_actors(struct program *p, struct random *r, enum theme theme)
{
	p->nactors = 1 + (theme == THEME_SYMBOLS || random_below(r, 2)) +
		     random_once_in(r, 3) * random_below(r, 3);
	if (theme == THEME_LIBRARIES)
		p->nactors = random_once_in(r, 2) ? 4 : 2 + random_below(r, 2);
	if (theme == THEME_GATES)
		p->nactors = 2;
	do
		choose_names(p, r);
	while (theme == THEME_GATES && is_inside(p->actors[0].name, p->actors[1].name));
	for (size_t i = 0; i < p->nactors; i++)
		plan_choose(&p->actors[i].plan, r, i + 1 == p->nactors);
	suit(p, r, theme);
}

/* threads wait for each other, which takes time: they meet more seldom */
static enum theme
choose_theme(struct random *r)
{
	enum theme theme = (enum theme)random_below(r, THEMES);

	return theme == THEME_GATES && !random_once_in(r, 4) ? THEME_ALL : theme;
}

void
program_make(struct arena *a, struct program *p, uint64_t seed)
{
	struct random r = {seed};
	enum theme theme = choose_theme(&r);
	bool interpreters = theme == THEME_INTERPRETERS;
	bool threads = random_once_in(&r, 2) && theme != THEME_GATES;
	size_t length = 4 + random_below(&r, 24);

	*p = (struct program){.seed = seed};
	choose_actors(p, &r, theme);
	add(p, "path add $TMP");
	if (interpreters)
		add(p, random_once_in(&r, 2) ? "interp new legacy" : "interp new isolated");
	if (interpreters && random_once_in(&r, 2))
		add(p, random_once_in(&r, 2) ? "interp new legacy" : "interp new isolated");
	if (theme == THEME_GATES)
		add_meeting(a, p, &r);
	if (theme == THEME_LIBRARIES)
		add(p, arena_printf(a, "import %s", p->actors[0].name));
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
