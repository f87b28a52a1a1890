#include "explore/program.h"

#include <stdbool.h>
#include <string.h>

#include "base/util.h"
#include "explore/random.h"
#include "format/casefile.h"

/* the hooks of the chameleon */
static const struct {
	const char *name, *file, *hook;
} names[] = {
	{"ape", "ape", "PyInit_ape"},
	{"bat", "bat", "PyInit_bat"},
	{"cow", "cow", "PyInit_cow"},
	{"dog", "dog", "PyInit_dog"},
	{"eel-pie", "eel-pie", "PyInit_eel_pie"},
	{"foën", "foën", "PyInitU_fon_kma"},
	{"hippopotamus_and_rhinoceros_and_crocodile_and_alligator_and_elephant",
	 "hippopotamus_and_rhinoceros_and_crocodile_and_alligator_and_elephant",
	 "PyInit_hippopotamus_and_rhinoceros_and_crocodile_and_alligator_and_elephant"},
	{"zoo.ape", "zoo/ape", "PyInit_ape"},
	{"zoo.bat", "zoo/bat", "PyInit_bat"},
	{"zoo.foën", "zoo/foën", "PyInitU_fon_kma"},
};

/*
 * What a program does, with weights. %M and %F are the name and the file of a module, %N and %G
 * those of another one. Commands that belong together are separated by ';'. A file that is loaded
 * is never written to: it is removed, or another one takes its name. `exit` is added at the end.
 * No rule says what becomes of interpreters in a fork, or at an exit that finds them.
 */
static const struct {
	unsigned weight;
	const char *text;
} deeds[] = {
	{30, "import %M"},
	{14, "load %M %F"},
	{5, "load %M %G"},
	{4, "load %N %F"},
	{3, "load zoo.%N %F"},
	{10, "create %M %F"},
	{2, "create %M %F file"},
	{10, "exec %M"},
	{8, "create %M %F;exec %M"},
	{7, "reload %M"},
	{14, "forget %M"},
	{5, "find %M"},
	{5, "loaded? %M"},
	{4, "get %M"},
	{4, "get %M.__name__"},
	{4, "get %M.__file__"},
	{3, "get %M.__package__"},
	{3, "get %M.__doc__"},
	{2, "get %M.__spec__.name"},
	{2, "get %M.__spec__.origin"},
	{2, "get %M.__spec__.loader.path"},
	{1, "get %M.__spec__.has_location"},
	{2, "get %M.__loader__.name"},
	{1, "get %M.__path__"},
	{7, "call %M.answer"},
	{3, "same? %M %N"},
	{3, "names %M"},
	{3, "set %M.mark 7"},
	{4, "get %M.mark"},
	{5, "gc"},
	{3, "dlflags"},
	{1, "dlflags NOW GLOBAL"},
	{1, "dlflags LAZY"},
	{2, "mentions? %M"},
	{2, "mentions? PyInit"},
	{3, "error? name %M"},
	{3, "error? path %F"},
	{1, "path remove $TMP"},
	{1, "path add $TMP"},
	{2, "path add $TMP/zoo"},
	{3, "statement import %M"},
	{3, "statement from %M import answer"},
	{1, "statement from zoo import %N"},
	{4, "spec %M file=%F"},
	{1, "spec %M name=%N file=%F"},
	{1, "spec %M loader=extension origin=%F"},
	{3, "exec-spec %M"},
	{2, "exec-spec %M create"},
	{2, "exec-spec %M exec"},
	{2, "fork import %M"},
	{1, "fork load %M %F"},
	{6, "interp new legacy"},
	{3, "interp new isolated"},
	{10, "interp use 1"},
	{6, "interp use 0"},
	{4, "interp end 1"},
	{3, "watch audit"},
	{2, "remove %F"},
	{2, "copy %G $TMP/new$EXT;rename $TMP/new$EXT %F"},
	{1, "rename %F %G"},
	{2, "symlink %F $TMP/link$EXT;load %M $TMP/link$EXT"},
	{1, "hardlink %F $TMP/hard$EXT;load %M $TMP/hard$EXT"},
	{1, "load %M $TMP/absent$EXT"},
	{1, "chdir zoo;load %M ../%R"},
};

/* does a program of this kind, with interpreters or without, do the deed? */
static bool
is_of_kind(const char *deed, bool interpreters)
{
	return strncmp(deed, interpreters ? "fork" : "interp", interpreters ? 4 : 6) != 0;
}

static const char *
choose_deed(struct random *r, bool interpreters)
{
	size_t all = 0, at, i = 0;

	for (size_t k = 0; k < LENGTH(deeds); k++)
		all += is_of_kind(deeds[k].text, interpreters) * deeds[k].weight;
	at = random_below(r, all);
	for (;; i++) {
		if (!is_of_kind(deeds[i].text, interpreters))
			continue;
		if (at < deeds[i].weight)
			return deeds[i].text;
		at -= deeds[i].weight;
	}
}

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
add_deed(struct arena *a, struct program *p, struct random *r, bool interpreters)
{
	const struct actor *one = &p->actors[random_below(r, p->nactors)];
	const struct actor *two = &p->actors[random_below(r, p->nactors)];
	const char *text = fill(a, choose_deed(r, interpreters), one, two);

	for (size_t len; *text; text += len + (text[len] == ';')) {
		len = strcspn(text, ";");
		add(p, arena_strndup(a, text, len));
	}
}

static void
choose_actors(struct program *p, struct random *r)
{
	bool taken[LENGTH(names)] = {false};

	p->nactors = 1 + random_below(r, 2) + random_once_in(r, 3) * random_below(r, 3);
	for (size_t i = 0; i < p->nactors; i++) {
		size_t which = random_below(r, LENGTH(names));

		while (taken[which])
			which = (which + 1) % LENGTH(names);
		taken[which] = true;
		p->actors[i].name = names[which].name;
		p->actors[i].file = names[which].file;
		p->actors[i].names.hook = names[which].hook;
		p->actors[i].names.stranger = names[which == 3 ? 2 : 3].hook;
		p->actors[i].names.answer = 40 + (int)i;
	}
	/* a module imports only one that stands behind it: none imports itself without end */
	for (size_t i = 0; i < p->nactors; i++) {
		bool alone = i + 1 == p->nactors;

		p->actors[i].names.other = p->actors[alone ? i : i + 1].name;
		plan_choose(&p->actors[i].plan, r, alone);
	}
}

void
program_make(struct arena *a, struct program *p, uint64_t seed)
{
	struct random r = {seed};
	size_t length = 3 + random_below(&r, 6);
	bool interpreters = random_once_in(&r, 4);

	*p = (struct program){.seed = seed};
	choose_actors(p, &r);
	while (length < 28 && random_once_in(&r, 4))
		length += random_below(&r, 12);
	add(p, "path add $TMP");
	while (p->n < length)
		add_deed(a, p, &r, interpreters);
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
