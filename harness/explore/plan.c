#include "explore/plan.h"

#include <string.h>

#include "base/util.h"
#include "explore/random.h"

enum { VALUES_MAX = 16 };

/* words in capitals stand for the names that the caller gives */
static const struct {
	const char *name;
	const char *values[VALUES_MAX]; /* the simplest first */
} keys[PLAN_KEYS] = {
	[PLAN_HOOKS] = {"hooks", {"HOOK", "STRANGER", "", "HOOK STRANGER", "EXPORT",
				  "EXPORT HOOK", "OLD", "PLAIN",
				  "CODED", "FIRST", "HOOK FIRST"}},
	[PLAN_GIVES] = {"gives", {"multi", "single", "raise", "null", "unreported", "number",
				  "none", "import-error", "exit", "plain"}},
	[PLAN_SIZE] = {"size", {"0", "16", "-1"}},
	[PLAN_SLOTS] = {"slots", {"exec", "", "create exec", "create", "exec exec", "create create",
				  "exec create", "unknown", "exec unknown", "negative",
				  "empty"}},
	[PLAN_CREATE] = {"create", {"module", "raise", "null", "unreported", "number", "none",
				    "import-error", "exit"}},
	[PLAN_EXEC] = {"exec", {"done", "raise", "null", "unreported", "import-error", "exit",
				"positive"}},
	[PLAN_DOES] = {"does", {"nothing", "look", "import OTHER", "self", "forget", "replace",
				"flags", "rename", "path", "add", "file", "entry",
				"finder", "thread", "thread OTHER", "interp OTHER"}},
	[PLAN_HAS] = {"has", {"methods", "", "methods doc", "methods free", "free",
			      "methods traverse clear free"}},
	[PLAN_INTERP] = {"interp", {"unsaid", "none", "legacy", "own"}},
	[PLAN_GIL] = {"gil", {"free", "used", "unsaid", "odd"}},
	[PLAN_SYMBOL] = {"symbol", {"none", "gives", "needs", "now", "version", "newer"}},
	[PLAN_SAYS] = {"says", {"nothing", "opened", "opened closed"}},
	[PLAN_NEEDED] = {"needed", {"", "NEXT", "LAST", "NEXT LAST", "LAST NEXT", "absent$EXT",
				    "twin$EXT", "NEXT twin$EXT"}},
	[PLAN_RUNPATH] = {"runpath", {"", "WAYS", "$ORIGIN", "$ORIGIN/nowhere:WAYS"}},
	[PLAN_STANDS] = {"stands", {"nowhere", "exec", "hook", "create"}},
	[PLAN_SONAME] = {"soname", {"", "OWN", "NEXT", "twin$EXT"}},
};

size_t
plan_values(enum plan_key key)
{
	size_t n = 0;

	while (n < VALUES_MAX && keys[key].values[n])
		n++;
	return n;
}

static bool
is(const struct plan *p, enum plan_key key, const char *value)
{
	return !strcmp(keys[key].values[p->value[key]], value);
}

/* most modules of a program must load, or nothing but refusals is seen */
static size_t
choose_value(struct random *r, enum plan_key key)
{
	size_t n = plan_values(key);

	switch (key) {
	case PLAN_HOOKS:
		return random_once_in(r, 6) ? random_below(r, n) : 0;
	case PLAN_GIVES:
		return random_once_in(r, 4) ? random_below(r, n) : random_below(r, 2);
	case PLAN_CREATE:
	case PLAN_EXEC:
	case PLAN_SYMBOL:
	case PLAN_NEEDED:
	case PLAN_SONAME:
		return random_once_in(r, 4) ? random_below(r, n) : 0;
	case PLAN_DOES:
		return random_once_in(r, 4) ? 1 : random_once_in(r, 2) ? random_below(r, n) : 0;
	default:
		return random_once_in(r, 2) ? random_below(r, n) : 0;
	}
}

void
plan_set(struct plan *p, enum plan_key key, const char *value)
{
	size_t i = 0;

	while (i + 1 < plan_values(key) && strcmp(keys[key].values[i], value) != 0)
		i++;
	p->value[key] = (unsigned char)i;
}

void
plan_make_load(struct plan *p)
{
	static const enum plan_key kept[] = {PLAN_SIZE, PLAN_SAYS};
	struct plan simple = {{0}};

	for (size_t i = 0; i < LENGTH(kept); i++)
		simple.value[kept[i]] = p->value[kept[i]];
	*p = simple;
	if (is(p, PLAN_SIZE, "-1")) /* not for a multi-phase module */
		plan_set(p, PLAN_SIZE, "0");
}

bool
plan_loads(const struct plan *p)
{
	return (is(p, PLAN_GIVES, "multi") || is(p, PLAN_GIVES, "single")) &&
	       is(p, PLAN_EXEC, "done");
}

void
plan_choose(struct plan *p, struct random *r, bool alone)
{
	const char *slots;

	for (int key = 0; key < PLAN_KEYS; key++)
		p->value[key] = (unsigned char)choose_value(r, (enum plan_key)key);
	p->value[PLAN_STANDS] = 0; /* only where a program opens its gate */
	if (alone && strstr(keys[PLAN_DOES].values[p->value[PLAN_DOES]], "OTHER"))
		p->value[PLAN_DOES] = 0;
	/* an interpreter takes as long as a whole program */
	if (is(p, PLAN_DOES, "interp OTHER") && !random_once_in(r, 4))
		p->value[PLAN_DOES] = 0;
	if (p->value[PLAN_NEEDED] && random_once_in(r, 2))
		plan_set(p, PLAN_RUNPATH, "WAYS");
	/* what a create slot gives shows only if there is one, an object only without the rest */
	slots = keys[PLAN_SLOTS].values[p->value[PLAN_SLOTS]];
	if (p->value[PLAN_CREATE] && !strstr(slots, "create"))
		plan_set(p, PLAN_SLOTS, random_once_in(r, 2) ? "create" : "create exec");
	if ((is(p, PLAN_CREATE, "none") || is(p, PLAN_CREATE, "number")) &&
	    random_once_in(r, 2)) {
		plan_set(p, PLAN_SLOTS, "create");
		plan_set(p, PLAN_HAS, "");
		plan_set(p, PLAN_SIZE, "0");
	}
}

/* append the value of a key with the names in the place of the words that stand for them */
static void
add_value(struct buf *b, const struct plan *p, int key, const struct plan_names *n)
{
	const char *const names[][2] = {
		{"HOOK", n->hook}, {"EXPORT", n->export}, {"OLD", n->old}, {"PLAIN", n->plain},
		{"CODED", n->coded}, {"STRANGER", n->stranger}, {"FIRST", n->first},
		{"OTHER", n->other}, {"OWN", n->own}, {"NEXT", n->next}, {"LAST", n->last},
		{"WAYS", n->ways},
	};
	const char *value = keys[key].values[p->value[key]];

	buf_printf(b, "%s:%s", keys[key].name, *value ? " " : "");
	while (*value) {
		size_t i = 0;

		while (i < LENGTH(names) && strncmp(value, names[i][0], strlen(names[i][0])) != 0)
			i++;
		if (i < LENGTH(names)) {
			buf_puts(b, names[i][1]);
			value += strlen(names[i][0]);
		} else {
			buf_putc(b, *value++);
		}
	}
}

void
plan_text(struct buf *b, const struct plan *p, const struct plan_names *names)
{
	for (int key = 0; key < PLAN_KEYS; key++) {
		add_value(b, p, key, names);
		buf_putc(b, '\n');
	}
	buf_printf(b, "answer: %d\n", names->answer);
}

void
plan_brief(struct buf *b, const struct plan *p, const struct plan_names *names)
{
	bool any = false;

	for (int key = 0; key < PLAN_KEYS; key++) {
		if (!p->value[key])
			continue;
		buf_puts(b, any ? "; " : "");
		add_value(b, p, key, names);
		any = true;
	}
	if (!any)
		buf_puts(b, "the simplest plan");
}
