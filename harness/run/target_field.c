#include "run/target_field.h"

#include <jansson.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/expr.h"
#include "format/vocab.h"

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define DIGITS "0123456789"

/* the bytes shown of a wrong value, and the members that a list may have */
enum { SHOWN = 80, MEMBERS = 64 };

enum form {
	FORM_NUMBER,
	FORM_PID,
	FORM_WORD,    /* may become a part of a path */
	FORM_SUFFIX,  /* the same, and may begin with a dot */
	FORM_VERSION,
	FORM_FLAG,
	FORM_CAP,
	FORM_OS,
	FORM_FORMAT,
	FORM_CARRIER,
	FORM_SANITIZER,
	FORM_PATH,
	FORM_TEXT,
	FORM_OBJECT,
	FORMS
};

static const struct {
	const char *says;     /* in FORMAT.md */
	const char *expected; /* in messages */
} forms[FORMS] = {
	[FORM_NUMBER] = {"number", "a number"},
	[FORM_PID] = {"number above 0", "a number above 0"},
	[FORM_WORD] = {"word", "A-Z a-z 0-9 _ . + -, first a letter, a digit or _"},
	[FORM_SUFFIX] = {"ending", "A-Z a-z 0-9 _ . + -, and more than dots"},
	[FORM_VERSION] = {"version", "a version, such as 3.14 or 3.14.2"},
	[FORM_FLAG] = {"`0` or `1`", "0 or 1"},
	[FORM_CAP] = {"capability", "a capability"},
	[FORM_OS] = {"operating system", "an operating system"},
	[FORM_FORMAT] = {"`elf`, `pe`, `macho` or `wasm`", "a format"},
	[FORM_CARRIER] = {"`qemu`, `node`, `java` or `wine`", "a carrier"},
	[FORM_SANITIZER] = {"`address`, `thread`, `memory` or `undefined`", "a sanitizer"},
	[FORM_PATH] = {"path", "a path without control characters"},
	[FORM_TEXT] = {"text", "text without control characters"},
	[FORM_OBJECT] = {"object", "an object"},
};

struct field {
	const char *name;
	enum form form;
	size_t max;  /* bytes of each string; 0: the form is limit enough */
	bool many;   /* may be a list */
	bool single; /* may be one string, without a list */
};

/* the forms whose values are closed sets */
static const struct {
	enum form form;
	enum vocab set;
} closed[] = {
	{FORM_OS, VOCAB_OS}, {FORM_FORMAT, VOCAB_FORMAT},
	{FORM_CAP, VOCAB_CAP}, {FORM_CARRIER, VOCAB_CARRIER}, {FORM_SANITIZER, VOCAB_SANITIZER},
};

static const struct field fields[] = {
	{"protocol", FORM_NUMBER, 0, false, true},
	{"adapter", FORM_TEXT, 128, false, true},
	{"error", FORM_TEXT, 1024, false, true},
	{"pid", FORM_PID, 0, false, true},
	{"executable", FORM_PATH, PATH_MAX, false, true},
	{"options", FORM_TEXT, 1024, true, false},
	{"compiler", FORM_TEXT, 4096, false, true},
	{"facts", FORM_OBJECT, 0, false, true},
};

static const struct field facts[] = {
	{"impl", FORM_WORD, 64, false, true},     {"py", FORM_VERSION, 32, false, true},
	{"libc", FORM_WORD, 64, false, true},     {"os", FORM_OS, 0, false, true},
	{"format", FORM_FORMAT, 0, false, true},  {"arch", FORM_WORD, 32, false, true},
	{"abi", FORM_WORD, 128, false, true},     {"gil", FORM_FLAG, 0, false, true},
	{"debug", FORM_FLAG, 0, false, true},     {"tracerefs", FORM_FLAG, 0, false, true},
	{"shared", FORM_FLAG, 0, false, true},    {"sanitizer", FORM_SANITIZER, 0, false, true},
	{"carrier", FORM_CARRIER, 0, false, true}, {"suffix", FORM_SUFFIX, 128, false, true},
	{"include", FORM_PATH, PATH_MAX, true, true}, {"cap", FORM_CAP, 32, true, true},
};

/* the field and the words that name it, in a message: "its fact 'py'" */
struct place {
	struct arena *a;
	const struct field *field;
	const char *name;
};

static const char *
shown(struct arena *a, const char *value)
{
	size_t len = strlen(value);
	struct buf b = {0};
	const char *text;

	text_clean(&b, value, len < SHOWN ? len : SHOWN);
	buf_puts(&b, len > SHOWN ? "..." : "");
	text = arena_strndup(a, buf_str(&b), b.len);
	buf_free(&b);
	return text;
}

static bool
has_control(const char *s)
{
	for (; *s; s++) {
		if ((unsigned char)*s < ' ' || *s == 0x7f)
			return true;
		/* U+0080 to U+009F, and what some programs take for the end of a line */
		if (text_starts(s, "\xc2") && (unsigned char)s[1] < 0xa0)
			return true;
		if (text_starts(s, "\xe2\x80\xa8") || text_starts(s, "\xe2\x80\xa9"))
			return true;
	}
	return false;
}

static bool
is_word(const char *s)
{
	return strspn(s, LETTERS DIGITS "_") && !s[strspn(s, LETTERS DIGITS "_.+-")];
}

static bool
has_form(enum form form, const char *s)
{
	switch (form) {
	case FORM_WORD:
		return is_word(s);
	case FORM_SUFFIX:
		return is_word(s + strspn(s, "."));
	case FORM_VERSION:
		return expr_is_version(s);
	case FORM_FLAG:
		return !strcmp(s, "0") || !strcmp(s, "1");
	default:
		return !has_control(s);
	}
}

static const char *
check_string(const struct place *p, const char *s)
{
	const char *why = NULL;
	enum form form = p->field->form;

	if (!*s)
		return arena_printf(p->a, "%s has an empty value", p->name);
	if (p->field->max && strlen(s) > p->field->max)
		return arena_printf(p->a, "%s has a value of %zu bytes, expected at most %zu: '%s'",
				    p->name, strlen(s), p->field->max, shown(p->a, s));
	if (!has_form(form, s))
		return arena_printf(p->a, "%s is '%s', expected %s", p->name, shown(p->a, s),
				    forms[form].expected);
	for (size_t i = 0; i < LENGTH(closed); i++) {
		if (form == closed[i].form)
			why = vocab_unknown(p->a, closed[i].set, s);
	}
	return why ? arena_printf(p->a, "its adapter reports an %s", why) : NULL;
}

static const char *
check_list(const struct place *p, const json_t *list)
{
	const json_t *member;
	const char *why = NULL;
	size_t i;

	if (json_array_size(list) > MEMBERS)
		return arena_printf(p->a, "%s has %zu members, expected at most %d", p->name,
				    json_array_size(list), MEMBERS);
	json_array_foreach(list, i, member) {
		if (!json_is_string(member))
			return arena_printf(p->a, p->field->single
						? "%s has a member that is not a string"
						: "%s are not a list of strings", p->name);
		why = check_string(p, json_string_value(member));
		if (why)
			return why;
	}
	return NULL;
}

static const char *
check_number(const struct place *p, const json_t *value)
{
	json_int_t n = json_integer_value(value);

	if (p->field->form == FORM_NUMBER)
		return json_is_integer(value) ? NULL
					      : arena_printf(p->a, "%s is not a number", p->name);
	return json_is_integer(value) && n >= 1 && n <= INT_MAX
		       ? NULL
		       : arena_printf(p->a, "%s is not a process id", p->name);
}

static const char *
check_value(const struct place *p, const json_t *value)
{
	const struct field *f = p->field;

	if (f->form == FORM_NUMBER || f->form == FORM_PID)
		return check_number(p, value);
	if (f->form == FORM_OBJECT)
		return json_is_object(value) ? NULL : "its answer has no object 'facts'";
	if (f->many && json_is_array(value))
		return check_list(p, value);
	if (!f->single)
		return arena_printf(p->a, "%s are not a list of strings", p->name);
	if (!json_is_string(value))
		return arena_printf(p->a, "%s is not a string", p->name);
	return check_string(p, json_string_value(value));
}

static const struct field *
find(const struct field *table, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++) {
		if (!strcmp(table[i].name, name))
			return &table[i];
	}
	return NULL;
}

static const char *
unknown(struct arena *a, const struct field *table, size_t n, const char *what, const char *name)
{
	const char **names = arena_alloc(a, (n + 1) * sizeof(*names));

	for (size_t i = 0; i < n; i++)
		names[i] = table[i].name;
	return arena_printf(a, "its adapter reports an %s",
			    text_unknown(a, what, shown(a, name), names));
}

/* what and its name a member of the object in messages */
static const char *
check_object(struct arena *a, const struct json_t *object, const struct field *table, size_t n,
	     const char *what, const char *its)
{
	/* an iterator is not const, though nothing is changed */
	json_t *members = (json_t *)(uintptr_t)object, *value;
	const char *key, *why;

	json_object_foreach(members, key, value) {
		struct place p = {a, find(table, n, key), arena_printf(a, "its %s'%s'", its, key)};

		if (!p.field)
			return unknown(a, table, n, what, key);
		why = check_value(&p, value);
		if (why)
			return why;
	}
	return NULL;
}

const char *
field_check(struct arena *a, const json_t *doc)
{
	const json_t *told = json_object_get(doc, "facts");
	const char *why = check_object(a, doc, fields, LENGTH(fields), "field", "");

	return why || !told ? why : check_object(a, told, facts, LENGTH(facts), "fact", "fact ");
}

struct field_row
field_row(struct arena *a, size_t i)
{
	bool fact = i >= LENGTH(fields);
	const struct field *f = fact ? &facts[i - LENGTH(fields)] : &fields[i];
	const char *form;

	if (i >= LENGTH(fields) + LENGTH(facts))
		return (struct field_row){NULL, NULL, 0};
	form = forms[f->form].says;
	if (f->many)
		form = arena_printf(a, f->single ? "%s, or a list" : "list of %s", form);
	return (struct field_row){arena_printf(a, "%s`%s`", fact ? "fact " : "", f->name), form,
				  f->max};
}
