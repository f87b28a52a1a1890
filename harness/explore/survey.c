#include "explore/survey.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "explore/tell.h"

bool
survey_is_libc(const char *name)
{
	/* of glibc, and of musl */
	static const char *const own[] = {"libc.so", "libm.so", "libpthread.so", "libdl.so",
					  "librt.so", "libutil.so", "libresolv.so", "libanl.so",
					  "ld-linux", "ld-musl", "ld64.so", "ld.so", "libc.musl"};

	for (size_t i = 0; i < LENGTH(own); i++)
		if (text_starts(name, own[i]))
			return true;
	return false;
}

static void
tell_styles(const struct survey *s)
{
	for (int style = 0; style < MODULE_STYLES; style++) {
		size_t all = 0, load = 0;

		for (size_t i = 0; i < s->modules.n; i++)
			if ((int)s->modules.v[i].style == style) {
				all++;
				load += !s->outcomes[i].why;
			}
		if (all)
			printf("%-14s %zu of %zu load\n",
			       module_style_name((enum module_style)style), load, all);
	}
}

static void
tell_kinds(const struct survey *s)
{
	const char *between = "suffixes: ";

	for (int kind = 0; kind < MODULE_KINDS; kind++) {
		size_t n = 0;

		for (size_t i = 0; i < s->modules.n; i++)
			n += (int)s->modules.v[i].kind == kind;
		if (!n)
			continue;
		printf("%s%zu %s", between, n, module_kind_name((enum module_kind)kind));
		between = ", ";
	}
	putchar('\n');
}

struct library {
	const char *name;
	size_t times;
};

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* the most frequent first */
static int
by_times(const void *a, const void *b)
{
	const struct library *x = a, *y = b;

	if (x->times != y->times)
		return x->times < y->times ? 1 : -1;
	return strcmp(x->name, y->name);
}

static void
tell_libraries(const struct survey *s)
{
	size_t n = 0, different = 0, at = 0;
	const char **names;
	struct library *libraries;

	for (size_t i = 0; i < s->modules.n; i++)
		n += text_count(s->outcomes[i].needs);
	if (!n)
		return;
	names = xcalloc(n, sizeof(*names));
	libraries = xcalloc(n, sizeof(*libraries));
	for (size_t i = 0; i < s->modules.n; i++)
		for (char **name = s->outcomes[i].needs; *name; name++)
			names[at++] = *name;
	qsort(names, n, sizeof(*names), by_name);
	for (size_t i = 0; i < n; i++) {
		if (!i || strcmp(names[i], names[i - 1]) != 0)
			libraries[different++].name = names[i];
		libraries[different - 1].times++;
	}
	qsort(libraries, different, sizeof(*libraries), by_times);
	printf("needed libraries, without those of the C library:\n");
	for (size_t i = 0; i < different; i++)
		printf("%7zu  %s\n", libraries[i].times, libraries[i].name);
	free(names);
	free(libraries);
}

/* one line for each file that needs more than it declares */
static void
tell_abi3(const struct survey *s)
{
	bool first = true;

	for (size_t i = 0; i < s->modules.n; i++) {
		const struct abi3_use *use = &s->outcomes[i].abi3;

		if (!use->n)
			continue;
		if (first)
			printf("abi3 symbols used beyond the declared version (the stable ABI is "
			       "known up to 3.%d):\n", s->newest_abi);
		first = false;
		printf("  %s, ", s->modules.v[i].name);
		if (use->declared)
			printf("declared 3.%d:", use->declared);
		else
			printf("nothing declared:");
		for (size_t k = 0; k < use->n; k++) {
			printf("%s %s ", k ? "," : "", use->beyond[k].name);
			if (use->beyond[k].added)
				printf("(3.%d)", use->beyond[k].added);
			else
				printf("(not in the stable ABI)");
		}
		putchar('\n');
	}
}

/* what the interpreter said of those that load */
static void
tell_said(const struct survey *s)
{
	size_t isolated[3] = {0}, gil[3] = {0};

	for (size_t i = 0; i < s->modules.n; i++) {
		isolated[s->outcomes[i].isolated]++;
		gil[s->outcomes[i].turns_gil_on]++;
	}
	if (isolated[SAID_NO] + isolated[SAID_YES])
		printf("isolated subinterpreter: %zu of %zu load\n", isolated[SAID_YES],
		       isolated[SAID_NO] + isolated[SAID_YES]);
	if (gil[SAID_NO] + gil[SAID_YES])
		printf("GIL: %zu of %zu turn it on, or import one that does\n", gil[SAID_YES],
		       gil[SAID_NO] + gil[SAID_YES]);
}

static void
tell_left_out(const struct survey *s)
{
	const struct gathered *g = &s->gathered;

	if (s->modules.other_abi || s->modules.no_hook)
		printf("left out: %zu files with another tag, %zu without an export hook\n",
		       s->modules.other_abi, s->modules.no_hook);
	if (g->unpacked || g->other || g->broken)
		printf("archives: %zu unpacked, %zu for other loaders, %zu broken\n", g->unpacked,
		       g->other, g->broken);
}

void
survey_tell(const struct survey *s)
{
	size_t loads = 0, loads_too = 0;

	for (size_t i = 0; i < s->modules.n; i++) {
		loads += !s->outcomes[i].why;
		loads_too += s->outcomes[i].loads_too;
	}
	putchar('\n');
	tell_causes(&s->found);
	tell_styles(s);
	tell_kinds(s);
	tell_libraries(s);
	tell_abi3(s);
	tell_said(s);
	tell_left_out(s);
	if (s->compares)
		printf("%s: %zu modules in %d ways each; %zu load under the first loader, %zu "
		       "under the second\n", findings_new(&s->found) ? "DIFFERENT" : "SAME",
		       s->modules.n, (int)WAYS_COMPARED, loads, loads_too);
	else
		printf("%zu of %zu modules load\n", loads, s->modules.n);
}

static json_t *
abi3_json(const struct abi3_use *use)
{
	json_t *json = json_object(), *beyond = json_object();
	char version[16];

	if (use->declared) {
		snprintf(version, sizeof(version), "3.%d", use->declared);
		json_object_set_new(json, "declared", json_string(version));
	}
	for (size_t i = 0; i < use->n; i++) {
		const struct abi3_symbol *symbol = &use->beyond[i];
		json_t *name = tell_text(symbol->name);

		snprintf(version, sizeof(version), "3.%d", symbol->added);
		json_object_set_new(beyond, json_string_value(name),
				    symbol->added ? json_string(version) : json_null());
		json_decref(name);
	}
	json_object_set_new(json, "beyond", beyond);
	return json;
}

/* the cause of each way that differs */
static json_t *
differs_json(const struct surveyed *o)
{
	json_t *json = json_object();

	for (enum way way = 0; way < WAY_ISOLATED; way++)
		if (o->differs[way])
			json_object_set_new(json, way_name(way), tell_text(o->differs[way]));
	return json;
}

static json_t *
module_json(const struct module *m, const struct surveyed *o, bool compares)
{
	json_t *json = json_object(), *needs = json_array();

	json_object_set_new(json, "name", tell_text(m->name));
	json_object_set_new(json, "file", tell_text(m->file));
	json_object_set_new(json, "style", json_string(module_style_name(m->style)));
	json_object_set_new(json, "suffix", json_string(module_kind_name(m->kind)));
	json_object_set_new(json, "loads", json_boolean(!o->why));
	if (o->why)
		json_object_set_new(json, "why", tell_text(o->why));
	for (char **name = o->needs; *name; name++)
		json_array_append_new(needs, tell_text(*name));
	json_object_set_new(json, "needs", needs);
	if (compares)
		json_object_set_new(json, "differs", differs_json(o));
	if (m->kind == MODULE_ABI3)
		json_object_set_new(json, "abi3", abi3_json(&o->abi3));
	if (o->isolated)
		json_object_set_new(json, "isolated", json_boolean(o->isolated == SAID_YES));
	if (o->turns_gil_on)
		json_object_set_new(json, "turns_gil_on",
				    json_boolean(o->turns_gil_on == SAID_YES));
	return json;
}

json_t *
survey_json(const struct survey *s)
{
	const struct gathered *g = &s->gathered;
	json_t *modules = json_array();

	for (size_t i = 0; i < s->modules.n; i++)
		json_array_append_new(modules, module_json(&s->modules.v[i], &s->outcomes[i],
							    s->compares));
	return json_pack("{s:b, s:I, s:I, s:{s:I, s:I, s:I}, s:o}", "compared", s->compares,
			 "other_tag", (json_int_t)s->modules.other_abi, "without_hook",
			 (json_int_t)s->modules.no_hook, "archives", "unpacked",
			 (json_int_t)g->unpacked, "other", (json_int_t)g->other, "broken",
			 (json_int_t)g->broken, "modules", modules);
}
