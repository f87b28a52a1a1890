#include "tools/mutants/mutants.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct mutant *
mutants_add(struct mutants *all, const char *name, const char *patch)
{
	struct mutant *m;

	all->v = xreallocarray(all->v, all->n + 1, sizeof(*all->v));
	m = &all->v[all->n++];
	*m = (struct mutant){.name = arena_strdup(&all->mem, name)};
	patch += strncmp(patch, "# ", 2) ? 0 : 2; /* a plug-in's first line is a comment */
	m->says = arena_strndup(&all->mem, patch, strcspn(patch, "\n"));
	if (!*m->says || !strncmp(m->says, "---", 3) || !strncmp(m->says, "needs:", 6) ||
	    !strncmp(m->says, "level:", 6))
		m->fault = "the patch's first line must say what a user would see";
	return m;
}

static bool
is_one_of(const char *word, const char *const *words)
{
	while (*words && strcmp(*words, word))
		words++;
	return *words;
}

static int
by_id(const void *a, const void *b)
{
	return strcmp(((const struct mutant_result *)a)->id, ((const struct mutant_result *)b)->id);
}

/* what the case's key says; a report of another version may lack it */
static void
take_names(struct mutant_result *r, const struct mutant *m, const json_t *names)
{
	const json_t *name;
	size_t i;

	r->none = json_is_array(names) && !json_array_size(names);
	json_array_foreach(names, i, name) {
		if (json_is_string(name) && !strcmp(json_string_value(name), m->name))
			r->names = true;
	}
}

/* one element of "results"; NULL, or what is wrong */
static const char *
take_result(struct mutants *all, struct mutant *m, json_t *element)
{
	/* what was known to fail before the fault proves nothing; what now passes is no catch */
	static const char *const idle[] = {"SKIP", "XFAIL", "XPASS", NULL};
	static const char *const caught[] = {"FAIL", "CRASH", "TIMEOUT", "DETAIL", NULL};
	struct mutant_result *r = &m->results[m->n];
	const char *id, *outcome;
	int unexpected;

	if (json_unpack(element, "{s:s, s:s, s:b}", "id", &id, "outcome", &outcome, "unexpected",
			&unexpected))
		return "the report has a result that is none";
	if (!strcmp(outcome, "BROKEN"))
		return arena_printf(&all->mem, "%s could not be carried out", id);
	r->id = arena_strdup(&all->mem, id);
	r->ran = !is_one_of(outcome, idle);
	r->caught = unexpected && is_one_of(outcome, caught);
	take_names(r, m, json_object_get(element, "mutants"));
	m->ran += r->ran;
	m->catchers += r->caught;
	m->n++;
	return NULL;
}

static const char *
take_report(struct mutants *all, struct mutant *m, json_t *root)
{
	json_t *results = json_object_get(root, "results"), *element;
	const char *why = NULL;
	size_t i;

	if (!json_is_array(results))
		return "its report is none";
	if (!json_is_true(json_object_get(root, "complete"))) {
		why = json_string_value(json_object_get(root, "incomplete"));
		return arena_printf(&all->mem, "its run is not complete: %s", why ? why : "?");
	}
	m->results = arena_alloc(&all->mem, json_array_size(results) * sizeof(*m->results));
	json_array_foreach(results, i, element) {
		if ((why = take_result(all, m, element)))
			return why;
	}
	qsort(m->results, m->n, sizeof(*m->results), by_id);
	return NULL;
}

/* a brief table has mostly cases that name the mutant: there only a failure of all is too much */
static bool
breaks_all(const struct mutants *all, const struct mutant *m)
{
	return all->brief ? m->catchers == m->ran : m->catchers * 10 > m->ran * 8;
}

void
mutants_report(struct mutants *all, struct mutant *m, const char *json, size_t len)
{
	json_t *root = json_loadb(json, len, 0, NULL);
	const char *why = take_report(all, m, root);

	if (!m->fault)
		m->fault = why;
	/* where nearly everything fails, no case has found anything */
	if (!m->fault && m->ran && breaks_all(all, m))
		m->fault = arena_printf(&all->mem, "%zu of %zu cases fail: that is no small fault",
					m->catchers, m->ran);
	json_decref(root);
}

static struct mutant_case *
case_of(struct mutants *all, const char *id)
{
	size_t low = 0, high = all->ncases;
	struct mutant_case *c;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(all->cases[middle].id, id);

		if (!order)
			return &all->cases[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	all->cases = xreallocarray(all->cases, all->ncases + 1, sizeof(*c));
	c = &all->cases[low];
	memmove(c + 1, c, (all->ncases++ - low) * sizeof(*c));
	*c = (struct mutant_case){.id = id};
	return c;
}

bool
mutant_is_missed(const struct mutant_result *r)
{
	return r->names && r->ran && !r->caught;
}

bool
mutant_is_refuted(const struct mutant *m, const struct mutant_result *r)
{
	if (m->around && !strncmp(r->id, "adapter/", strlen("adapter/")))
		return false;
	return r->none && r->caught && m->catchers * 5 <= m->ran;
}

void
mutants_count(struct mutants *all)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct mutant *m = &all->v[i];

		for (size_t k = 0; k < m->n && !m->fault; k++) {
			struct mutant_case *c = case_of(all, m->results[k].id);

			c->ran = c->ran || m->results[k].ran;
			c->refutes += !all->brief && mutant_is_refuted(m, &m->results[k]);
			c->only += m->results[k].caught && m->catchers == 1;
		}
	}
}

size_t
mutants_wrong(const struct mutants *all)
{
	size_t wrong = 0;

	for (size_t i = 0; i < all->ncases; i++)
		wrong += all->cases[i].refutes > 0;
	for (size_t i = 0; i < all->n; i++) {
		const struct mutant *m = &all->v[i];

		for (size_t k = 0; k < m->n && !m->fault; k++)
			wrong += mutant_is_missed(&m->results[k]);
	}
	return wrong;
}

bool
mutants_good(const struct mutants *all)
{
	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].fault || (!all->v[i].skipped && !all->v[i].catchers))
			return false;
	}
	return all->n > 0 && (all->keys_told || !mutants_wrong(all));
}

void
mutants_free(struct mutants *all)
{
	free(all->v);
	free(all->cases);
	arena_free(&all->mem);
	*all = (struct mutants){0};
}
