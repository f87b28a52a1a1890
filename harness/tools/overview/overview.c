#include "tools/overview/overview.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static struct overview_row *
add_row(struct overview *o, const char *name)
{
	struct overview_row *r;

	o->v = xreallocarray(o->v, o->n + 1, sizeof(*o->v));
	r = &o->v[o->n++];
	*r = (struct overview_row){.name = arena_strdup(&o->mem, name), .what = ""};
	r->areas = xcalloc(o->nareas + 1, sizeof(*r->areas));
	return r;
}

void
overview_fault(struct overview *o, const char *name, const char *why)
{
	add_row(o, name)->fault = arena_strdup(&o->mem, why);
}

/* make place for a column in every row */
static void
insert_area(struct overview *o, size_t at, const char *area, size_t len)
{
	o->areas = xreallocarray(o->areas, o->nareas + 1, sizeof(*o->areas));
	memmove(&o->areas[at + 1], &o->areas[at], (o->nareas - at) * sizeof(*o->areas));
	o->areas[at] = arena_strndup(&o->mem, area, len);
	for (size_t i = 0; i < o->n; i++) {
		struct overview_row *r = &o->v[i];

		r->areas = xreallocarray(r->areas, o->nareas + 2, sizeof(*r->areas));
		memmove(&r->areas[at + 1], &r->areas[at], (o->nareas - at) * sizeof(*r->areas));
		r->areas[at] = (struct overview_cell){0};
	}
	o->nareas++;
}

/* the column of the case's area */
static size_t
area_of(struct overview *o, const char *id)
{
	size_t len = strcspn(id, "/"), at = 0;

	while (at < o->nareas && strncmp(o->areas[at], id, len) < 0)
		at++;
	if (at == o->nareas || strlen(o->areas[at]) != len || strncmp(o->areas[at], id, len))
		insert_area(o, at, id, len);
	return at;
}

static void
count(struct overview_cell *c, const char *outcome, bool unexpected)
{
	c->cases++;
	c->unexpected += unexpected;
	c->skipped += !strcmp(outcome, "SKIP");
	c->known += !unexpected && !strcmp(outcome, "XFAIL");
}

static const char *
take_results(struct overview *o, size_t row, const json_t *results)
{
	json_t *element;
	size_t i;

	json_array_foreach(results, i, element) {
		const char *id, *outcome;
		int unexpected;
		size_t area;

		if (json_unpack(element, "{s:s, s:s, s:b}", "id", &id, "outcome", &outcome,
				"unexpected", &unexpected))
			return "its report has a result that is none";
		area = area_of(o, id);
		count(&o->v[row].areas[area], outcome, unexpected);
		count(&o->v[row].all, outcome, unexpected);
	}
	return NULL;
}

/* the facts that tell loaders apart; a program that is no interpreter may lack some */
static const char *
what(struct overview *o, const json_t *root)
{
	static const char *const names[] = {"libc", "arch"};
	const json_t *facts = json_object_get(json_object_get(root, "target"), "facts");
	const char *said = json_string_value(json_object_get(facts, "impl"));

	if (!said)
		said = "?";
	for (size_t i = 0; i < LENGTH(names); i++) {
		const char *fact = json_string_value(json_object_get(facts, names[i]));

		if (fact && *fact)
			said = arena_printf(&o->mem, "%s, %s", said, fact);
	}
	return arena_strdup(&o->mem, said);
}

static const char *
take_report(struct overview *o, size_t row, const json_t *root)
{
	const json_t *results = json_object_get(root, "results");
	const char *suite, *revision, *why;

	if (!json_is_array(results))
		return "its report is none";
	o->v[row].what = what(o, root);
	o->v[row].seconds = json_number_value(json_object_get(root, "seconds"));
	suite = json_string_value(json_object_get(root, "suite"));
	revision = json_string_value(json_object_get(root, "revision"));
	if (!o->suite && suite && revision)
		o->suite = arena_printf(&o->mem, "%s, revision %s", suite, revision);
	why = take_results(o, row, results);
	if (!why && !json_is_true(json_object_get(root, "complete"))) {
		why = json_string_value(json_object_get(root, "incomplete"));
		why = arena_printf(&o->mem, "not complete: %s", why ? why : "?");
	}
	return why;
}

void
overview_report(struct overview *o, const char *name, const char *json, size_t len)
{
	json_t *root = json_loadb(json, len, 0, NULL);
	size_t row = o->n;
	const char *why;

	add_row(o, name);
	why = take_report(o, row, root);
	o->v[row].fault = why;
	json_decref(root);
}

bool
overview_green(const struct overview_row *r)
{
	return !r->fault && r->all.cases && !r->all.unexpected;
}

static void
print_cell(struct buf *out, const struct overview_cell *c)
{
	if (!c->cases)
		buf_puts(out, "  |");
	else if (!c->unexpected && !c->skipped && !c->known)
		buf_puts(out, " . |");
	else
		buf_printf(out, " %zu/%zu/%zu |", c->unexpected, c->skipped, c->known);
}

static void
print_row(struct buf *out, const struct overview *o, const struct overview_row *r)
{
	buf_printf(out, "| %s | %s | %zu |", r->name, r->what, r->all.cases);
	print_cell(out, &r->all);
	for (size_t i = 0; i < o->nareas; i++)
		print_cell(out, &r->areas[i]);
	buf_printf(out, " %.0f s |\n", r->seconds);
}

void
overview_print(struct buf *out, const struct overview *o)
{
	buf_puts(out, "| loader | what it says it is | cases | all |");
	for (size_t i = 0; i < o->nareas; i++)
		buf_printf(out, " %s |", o->areas[i]);
	buf_puts(out, " time |\n|---|---|---|---|");
	for (size_t i = 0; i < o->nareas; i++)
		buf_puts(out, "---|");
	buf_puts(out, "---|\n");
	for (size_t i = 0; i < o->n; i++)
		print_row(out, o, &o->v[i]);
	buf_puts(out, "\nCells: unexpected/skipped/known; `.` if all passed.");
	if (o->suite)
		buf_printf(out, " Suite %s.", o->suite);
	buf_putc(out, '\n');
	for (size_t i = 0; i < o->n; i++) {
		if (o->v[i].fault)
			buf_printf(out, "\n%s: %s\n", o->v[i].name, o->v[i].fault);
	}
}

void
overview_free(struct overview *o)
{
	for (size_t i = 0; i < o->n; i++)
		free(o->v[i].areas);
	free(o->v);
	free(o->areas);
	arena_free(&o->mem);
}
