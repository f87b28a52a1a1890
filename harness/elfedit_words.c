/* are the words of an edit words at all: what can be told of them without a file */
#include <string.h>

#include "elfedit_tables.h"
#include "text.h"
#include "util.h"

/* a NULL-terminated list of names that grows */
struct names {
	struct arena *a;
	const char **v;
	size_t n;
};

static void
add_name(struct names *names, const char *name)
{
	const char **v = arena_alloc(names->a, (names->n + 2) * sizeof(*v));

	if (names->n)
		memcpy(v, names->v, names->n * sizeof(*v));
	v[names->n++] = name;
	names->v = v;
}

static void
add_members(struct names *names, const struct elf_member *m)
{
	for (; m->name; m++)
		add_name(names, m->name);
}

static void
add_constants(struct names *names, const char *prefix)
{
	for (const struct elf_name *c = elf_constants; c->name; c++) {
		if (text_starts(c->name, prefix))
			add_name(names, c->name);
	}
}

/* NULL if word is one of the names */
static const char *
unknown(const struct names *names, const char *what, const char *word)
{
	for (size_t i = 0; i < names->n; i++) {
		if (!strcmp(names->v[i], word))
			return NULL;
	}
	return text_unknown(names->a, what, word, names->v);
}

static const char *
bad_member(struct arena *a, const struct elf_member *m, const char *word)
{
	struct names names = {.a = a};

	add_members(&names, m);
	return unknown(&names, "member", word);
}

/* DT_TAG or DT_TAG.MEMBER */
static const char *
bad_entry(struct arena *a, const char *field)
{
	struct names names = {.a = a};
	size_t len = strcspn(field, ".");
	const char *why;

	add_constants(&names, "DT_");
	why = unknown(&names, "tag", arena_strndup(a, field, len));
	return why || !field[len] ? why : bad_member(a, elf_dynamic, field + len + 1);
}

/* TYPE.MEMBER or TYPE.N.MEMBER */
static const char *
bad_segment(struct arena *a, const char *field)
{
	struct names names = {.a = a};
	size_t len = strcspn(field, "."), index;
	const char *rest = field + len + 1, *why;

	for (const struct elf_name *s = elf_segments; s->name; s++)
		add_name(&names, s->name);
	why = unknown(&names, "segment", arena_strndup(a, field, len));
	index = strspn(rest, "0123456789");
	if (text_starts(rest, "last."))
		rest += strlen("last.");
	else if (index && rest[index] == '.')
		rest += index + 1;
	return why ? why : bad_member(a, elf_segment, rest);
}

static void
add_fields(struct names *names)
{
	add_members(names, elf_header);
	add_name(names, "size");
}

static const char *
bad_field(struct arena *a, const char *field)
{
	struct names names = {.a = a};

	if (text_starts(field, "DT_"))
		return bad_entry(a, field);
	if (strchr(field, '.'))
		return bad_segment(a, field);
	add_fields(&names);
	return unknown(&names, "field", field);
}

/* a number, a constant, or what stands in another field */
static const char *
bad_term(struct arena *a, const char *term)
{
	struct names names = {.a = a};
	unsigned long long value;

	if (elf_number(term, &value) || elf_constant(term, &value))
		return NULL;
	if (strchr(term, '.'))
		return bad_field(a, term);
	add_constants(&names, "");
	add_fields(&names);
	add_name(&names, "other");
	return *term >= '0' && *term <= '9' ? arena_printf(a, "'%s' is not a number", term)
					    : unknown(&names, "value", term);
}

const char *
elf_edit_check(struct arena *a, const char *edit)
{
	size_t field = strcspn(edit, "="), term;
	const char *value = edit + field + 1, *why;
	unsigned long long more;

	if (!edit[field])
		return arena_printf(a, "'%s' is not FIELD=VALUE", edit);
	why = bad_field(a, arena_strndup(a, edit, field));
	if (why || !strcmp(value, "other"))
		return why;
	term = strcspn(value, "+-");
	if (value[term] && !elf_number(value + term + 1, &more))
		return arena_printf(a, "'%s': not a number after '%c'", value, value[term]);
	return bad_term(a, arena_strndup(a, value, term));
}
