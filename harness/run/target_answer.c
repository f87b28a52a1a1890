#include "run/target_answer.h"

#include <jansson.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/vocab.h"
#include "run/target_field.h"

/* the bytes shown of a line that should not be there */
enum { SHOWN = 80 };

static const int PROTOCOL = 1;

static const char *
copy_string(struct arena *a, const json_t *value)
{
	return json_is_string(value) ? arena_strdup(a, json_string_value(value)) : NULL;
}

static void
take_facts(struct arena *a, struct facts *facts, json_t *object)
{
	const char *key;
	json_t *value, *member;
	size_t i;

	json_object_foreach(object, key, value) {
		const char *name = arena_strdup(a, key);

		if (json_is_string(value))
			facts_add(a, facts, name, copy_string(a, value));
		json_array_foreach(value, i, member)
			facts_add(a, facts, name, copy_string(a, member));
	}
}

static void
take_options(struct arena *a, struct answer *x, const json_t *options)
{
	json_t *option;
	size_t i;

	x->options = arena_alloc(a, (json_array_size(options) + 1) * sizeof(*x->options));
	json_array_foreach(options, i, option)
		x->options[i] = arena_strdup(a, json_string_value(option));
}

/* the part that hello and a worker have in common */
static const char *
take_identity(struct arena *a, struct answer *x, const json_t *doc)
{
	const char *why = field_check(a, doc);

	if (why)
		return why;
	if (!json_object_get(doc, "facts"))
		return "its answer has no object 'facts'";
	x->pid = (long)json_integer_value(json_object_get(doc, "pid"));
	x->executable = copy_string(a, json_object_get(doc, "executable"));
	x->compiler = copy_string(a, json_object_get(doc, "compiler"));
	take_facts(a, &x->facts, json_object_get(doc, "facts"));
	return NULL;
}

/* the facts that the target's name and its fixtures' folder are made from */
static const char *
check_facts(struct arena *a, const struct facts *facts)
{
	static const char *const needed[] = {"impl", "py", "libc", "arch", "abi", "suffix"};

	for (size_t i = 0; i < LENGTH(needed); i++) {
		if (!facts_get(facts, needed[i]))
			return arena_printf(a, "its adapter does not report the fact '%s'",
					    needed[i]);
	}
	return NULL;
}

/* what most adapters need not tell, since nearly all loaders have it in common */
static void
add_defaults(struct arena *a, struct facts *facts)
{
	const char *arch = facts_get(facts, "arch"), *libc = facts_get(facts, "libc");

	if (!facts_get(facts, "os"))
		facts_add(a, facts, "os", vocab_has(VOCAB_OS, libc) ? libc : "linux");
	if (!facts_get(facts, "format"))
		facts_add(a, facts, "format", strcmp(arch, "wasm32") ? "elf" : "wasm");
}

/* the sentence that an adapter gives instead of facts */
static const char *
its_error(struct arena *a, const json_t *doc)
{
	const char *why = field_check(a, doc);

	return why ? why : copy_string(a, json_object_get(doc, "error"));
}

static const char *
take_hello(struct arena *a, struct answer *x, const json_t *doc)
{
	const json_t *adapter = json_object_get(doc, "adapter");
	json_int_t protocol = json_integer_value(json_object_get(doc, "protocol"));
	const char *why;

	if (protocol != PROTOCOL)
		return arena_printf(a, "its adapter speaks protocol %lld, expected %d",
				    (long long)protocol, PROTOCOL);
	if (json_object_get(doc, "error"))
		return its_error(a, doc);
	why = take_identity(a, x, doc);
	if (why)
		return why;
	x->adapter = adapter ? copy_string(a, adapter) : "unnamed";
	take_options(a, x, json_object_get(doc, "options"));
	why = check_facts(a, &x->facts);
	if (!why)
		add_defaults(a, &x->facts);
	return why;
}

/* the line if it is meant to be an answer to --hello, right or wrong, else NULL */
static json_t *
parse_line(const char *line, size_t len)
{
	json_t *doc = *line == '{' ? json_loadb(line, len, JSON_DISABLE_EOF_CHECK, NULL) : NULL;

	if (json_is_object(doc) && json_object_get(doc, "protocol"))
		return doc;
	json_decref(doc);
	return NULL;
}

/* parse what must be one JSON object, without a key that occurs twice; NULL with *why */
static json_t *
parse_strictly(struct arena *a, const char *text, size_t len, const char **why)
{
	json_error_t error;
	json_t *doc = json_loadb(text, len, JSON_REJECT_DUPLICATES, &error);
	struct buf b = {0};

	*why = NULL;
	if (json_is_object(doc))
		return doc;
	text_clean(&b, doc ? "" : error.text, doc ? 0 : strlen(error.text));
	*why = arena_printf(a, "not a JSON object%s%s", b.len ? ": " : "", buf_str(&b));
	buf_free(&b);
	json_decref(doc);
	return NULL;
}

/* the first answer and its line, or NULL */
static json_t *
find_answer(const char *bytes, const char **at, size_t *len)
{
	for (*at = bytes; **at; *at += *len + ((*at)[*len] == '\n')) {
		json_t *doc;

		*len = strcspn(*at, "\n");
		doc = parse_line(*at, *len);
		if (doc)
			return doc;
	}
	return NULL;
}

bool
answer_came(const char *bytes, bool ended)
{
	const char *at;
	size_t len;
	json_t *doc = find_answer(bytes, &at, &len);
	/* a line without its end may get more bytes */
	bool came = doc && (ended || at[len] == '\n');

	json_decref(doc);
	return came;
}

/* only the answer may be there: another line might be taken for the answer */
static const char *
noise(struct arena *a, const char *bytes, const char *where)
{
	size_t line = strcspn(bytes, "\n");
	char *shown = arena_strndup(a, bytes, line < SHOWN ? line : SHOWN);

	for (char *p = shown; *p; p++) {
		if (*p < ' ' || *p > '~')
			*p = '?';
	}
	return arena_printf(a, "its standard output has '%s' %s the answer to --hello; nothing "
			    "else may be there", shown, where);
}

/* the answer is the only line: parse it again, now strictly */
static const char *
take_line(struct arena *a, struct answer *x, const char *line, size_t len)
{
	const char *why;
	json_t *doc = parse_strictly(a, line, len, &why);

	why = doc ? take_hello(a, x, doc) : arena_printf(a, "its answer to --hello is %s", why);
	json_decref(doc);
	return why;
}

const char *
answer_hello(struct arena *a, struct answer *x, const char *bytes)
{
	const char *at, *rest;
	size_t len;
	json_t *doc = find_answer(bytes, &at, &len);

	memset(x, 0, sizeof(*x));
	if (!doc)
		return "it does not answer --hello";
	json_decref(doc);
	rest = at + len + (at[len] == '\n');
	if (at != bytes)
		return noise(a, bytes, "before");
	return *rest ? noise(a, rest, "after") : take_line(a, x, at, len);
}

const char *
answer_worker(struct arena *a, struct answer *x, const char *text)
{
	const char *why;
	json_t *doc;

	memset(x, 0, sizeof(*x));
	if (!*text)
		return "it does not say who it is";
	doc = parse_strictly(a, text, strlen(text), &why);
	why = doc ? take_identity(a, x, doc)
		  : arena_printf(a, "what it says about itself is %s", why);
	json_decref(doc);
	return why;
}

/* the values of a fact in one string; NULL if the fact is not reported */
static const char *
all_values(struct arena *a, const struct facts *facts, const char *key)
{
	const char *all = NULL;

	for (size_t i = 0; i < facts->n; i++) {
		if (strcmp(facts->v[i].key, key))
			continue;
		all = all ? arena_printf(a, "%s, %s", all, facts->v[i].value) : facts->v[i].value;
	}
	return all;
}

static const char *
fact_differs(struct arena *a, const char *key, const char *before, const char *now)
{
	if (!before)
		return arena_printf(a, "the fact '%s' was not reported at hello and is '%s' in a "
				    "worker", key, now);
	if (!now)
		return arena_printf(a, "the fact '%s' was '%s' at hello and is not reported by a "
				    "worker", key, before);
	if (!strcmp(before, now))
		return NULL;
	return arena_printf(a, "the fact '%s' was '%s' at hello and is '%s' in a worker", key,
			    before, now);
}

const char *
answer_differs(struct arena *a, const struct answer *hello, const struct answer *worker)
{
	/* every worker reports these, which cost it nothing; it may leave the others out */
	static const char *const repeated[] = {"impl", "py", "arch", "abi", "suffix"};
	const struct facts *then = &hello->facts, *now = &worker->facts;
	const char *why = NULL, *x = hello->executable, *y = worker->executable;

	for (size_t i = 0; i < LENGTH(repeated) && !why; i++)
		why = fact_differs(a, repeated[i], all_values(a, then, repeated[i]),
				   all_values(a, now, repeated[i]));
	for (size_t i = 0; i < now->n && !why; i++)
		why = fact_differs(a, now->v[i].key, all_values(a, then, now->v[i].key),
				   all_values(a, now, now->v[i].key));
	if (!why && x && y && strcmp(x, y))
		why = arena_printf(a, "hello was answered by %s and a worker is %s", x, y);
	return why;
}
