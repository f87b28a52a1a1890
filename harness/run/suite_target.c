/* The names that --target accepts: implementations, and the suite's known lists. */
#include <errno.h>
#include <string.h>

#include "run/suite.h"
#include "base/text.h"
#include "base/util.h"
#include "format/vocab.h"
#include "format/folders.h"

struct naming {
	struct arena *a;
	const char **names; /* NULL-terminated */
	size_t n;
};

static void
add_name(struct naming *names, const char *name)
{
	const char **v = arena_alloc(names->a, (names->n + 2) * sizeof(*v));

	if (names->n)
		memcpy(v, names->names, names->n * sizeof(*v));
	v[names->n++] = name;
	names->names = v;
}

static void
visit_list(void *ctx, const char *file)
{
	static const char suffix[] = ".known";
	struct naming *names = ctx;
	const char *name;

	if (!text_ends(file, suffix))
		return;
	name = arena_strndup(names->a, file, strlen(file) - strlen(suffix));
	if (!vocab_has(VOCAB_IMPL, name))
		add_name(names, name);
}

const char *
suite_target_unknown(struct arena *a, const struct suite *s, const char *name)
{
	struct naming names = {.a = a};

	for (const struct vocab_word *w = vocab_words(VOCAB_IMPL); w->name; w++)
		add_name(&names, w->name);
	dir_each(arena_printf(a, "%s/" FOLDER_KNOWN, s->root), visit_list, &names);
	for (size_t i = 0; i < names.n; i++) {
		if (!strcmp(names.names[i], name))
			return NULL;
	}
	return text_unknown(a, "target", name, names.names);
}
