/* Does a report belong to this suite, and does it agree with it and with itself? */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/casefile.h"
#include "format/folders.h"
#include "format/known.h"
#include "format/settings.h"
#include "format/version.h"
#include "report/doc.h"
#include "report/worth.h"
#include "reports.h"
#include "run/suite.h"

struct verifying {
	struct arena *a;
	const struct suite *suite;
	const struct doc *doc;
	struct buf faults;
	size_t n;
	struct {
		const char *path;
		struct known list;
		bool readable;
	} *lists;
	size_t nlists;
};

static void
check_cases(struct verifying *v)
{
	if (v->doc->found != v->suite->n)
		worth_fault(&v->faults, &v->n, "found: the report says %zu cases, the suite %zu",
			    v->doc->found, v->suite->n);
	for (size_t i = 0; i < v->doc->n; i++) {
		const struct doc_result *r = &v->doc->v[i];
		const struct casefile *c = suite_case(v->suite, r->id);

		if (!c)
			worth_fault(&v->faults, &v->n, "%s: the suite has no such case", r->id);
		else if (strcmp(c->summary, r->summary) != 0 || strcmp(c->spec, r->spec) != 0)
			worth_fault(&v->faults, &v->n, "%s: its rule is not the suite's", r->id);
	}
}

/* the list, read once; NULL if it cannot be read */
static const struct known *
list_of(struct verifying *v, const char *path)
{
	bool own = strstr(path, FOLDER_EXPECTED "/known/") == NULL;
	struct errors errors = {0};
	size_t k = 0;

	while (k < v->nlists && strcmp(v->lists[k].path, path) != 0)
		k++;
	if (k == v->nlists) {
		const char *file = own || *path == '/' ? path :
			arena_printf(v->a, "%s/%s", v->suite->root,
				     strstr(path, FOLDER_EXPECTED "/known/"));

		v->lists[v->nlists++].path = path;
		v->lists[k].readable =
			!suite_known_file(v->a, file, own, &v->lists[k].list, &errors);
		errors_free(&errors);
	}
	return v->lists[k].readable ? &v->lists[k].list : NULL;
}

static bool
list_has(const struct known *list, const struct doc_result *r, const struct facts *facts)
{
	for (size_t i = 0; i < list->n; i++) {
		if (list->lines[i].line == r->known_line)
			return known_names(&list->lines[i], r->id, facts);
	}
	return false;
}

static void
check_known(struct verifying *v)
{
	v->lists = arena_alloc(v->a, (v->doc->n + 1) * sizeof(*v->lists));
	for (size_t i = 0; i < v->doc->n; i++) {
		const struct doc_result *r = &v->doc->v[i];
		const struct known *list = r->known_file ? list_of(v, r->known_file) : NULL;

		if (!r->known_file)
			continue;
		if (!list)
			worth_fault(&v->faults, &v->n, "%s: the known list %s cannot be read",
				    r->id, r->known_file);
		else if (!list_has(list, r, &v->doc->facts))
			worth_fault(&v->faults, &v->n, "%s: %s:%d does not name it", r->id,
				    r->known_file, r->known_line);
	}
}

static void
check_suite(struct verifying *v)
{
	if (strcmp(v->doc->hash, v->suite->hash) != 0) {
		worth_fault(&v->faults, &v->n, "it is of another suite: version %s, revision %s, "
			    "hash %s; here are %s, %s, %s", v->doc->suite, v->doc->revision,
			    v->doc->hash, SUITE_VERSION, version_revision(), v->suite->hash);
		return;
	}
	check_cases(v);
	check_known(v);
}

static void
say(const struct verifying *v)
{
	struct buf b = {0};

	buf_puts(&b, v->n ? "UNSOUND: " : "SOUND: ");
	worth_line(v->a, &b, v->doc);
	buf_printf(&b, "; %s hash ", v->doc->date ? v->doc->date : "no date,");
	text_clean(&b, v->doc->hash, strlen(v->doc->hash));
	if (strcmp(v->doc->revision, version_revision()) != 0) {
		buf_puts(&b, ", by revision ");
		text_clean(&b, v->doc->revision, strlen(v->doc->revision));
		buf_printf(&b, ", not %s", version_revision());
	}
	printf("%s%s\n", buf_str(&v->faults), buf_str(&b));
	buf_free(&b);
}

int
reports_verify(struct arena *a, const struct options *o)
{
	struct errors errors = {0};
	struct verifying v = {.a = a};
	struct suite suite;
	struct doc doc;

	doc_read(a, &doc, o->files[0]);
	suite_load(a, &suite, o->root, &errors);
	errors_die(&errors);
	v.suite = &suite;
	v.doc = &doc;
	v.n = worth_faults(&v.faults, &doc);
	check_suite(&v);
	if (v.n > WORTH_MAX)
		buf_printf(&v.faults, "and %zu more faults\n", v.n - WORTH_MAX);
	say(&v);
	buf_free(&v.faults);
	suite_free(&suite);
	doc_free(&doc);
	return v.n ? 1 : 0;
}
