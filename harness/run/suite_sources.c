#include "run/suite_sources.h"

#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/casefile.h"
#include "format/folders.h"
#include "format/sources.h"
#include "run/suite.h"
#include "run/suite_files.h"

static const char folder[] = FOLDER_SOURCES "/", ending[] = ".spec";

static void
read_list(struct arena *a, struct suite *s, const struct suite_file *f, struct errors *errors)
{
	const char *shown = arena_printf(a, "%s%s", s->shown, f->path);
	const char *name = f->path + strlen(folder);

	if (f->error)
		errors_at(errors, shown, 0, "cannot be read: %s", file_why(f->error));
	else if (!text_ends(name, ending))
		errors_at(errors, shown, 0, "expected a name that ends in %s", ending);
	else
		sources_add(a, s->sources,
			    arena_strndup(a, name, strlen(name) - strlen(ending)), shown, f->bytes,
			    f->len, errors);
}

/* "URL (ID), URL (ID), PLACE" */
static void
resolve(struct arena *a, struct suite *s, struct casefile *c, struct errors *errors)
{
	const char *text = "";

	for (char **id = c->rules; *id; id++) {
		const struct rule *rule = sources_find(s->sources, *id);

		if (rule)
			text = arena_printf(a, "%s%s%s (%s)", text, *text ? ", " : "", rule->url,
					    *id);
		else
			errors_at(errors, c->path, c->spec_line, "%s",
				  sources_unknown(a, s->sources, *id));
	}
	if (*text)
		c->spec = *c->place ? arena_printf(a, "%s, %s", text, c->place) : text;
}

static void
read_lists(struct arena *a, struct suite *s, struct errors *errors)
{
	for (size_t i = 0; i < s->files->n; i++) {
		if (text_starts(s->files->v[i].path, folder))
			read_list(a, s, &s->files->v[i], errors);
	}
	sources_sort(a, s->sources);
}

const struct sources *
suite_rules(struct arena *a, const char *root, struct errors *errors)
{
	struct suite_files files = {0};
	struct suite s = {.files = &files, .shown = arena_printf(a, "%s/", root)};

	s.sources = arena_alloc(a, sizeof(*s.sources));
	suite_files_read(&files, root);
	read_lists(a, &s, errors);
	suite_files_free(&files);
	return s.sources;
}

int
suite_sources(struct arena *a, struct suite *s, struct errors *errors)
{
	size_t before = errors->n;

	read_lists(a, s, errors);
	for (size_t i = 0; i < s->n; i++)
		resolve(a, s, &s->cases[i], errors);
	return errors->n == before ? 0 : -1;
}
