#include "run/target_answer.h"

#include <jansson.h>
#include <limits.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"

/* the bytes shown of a line that should not be there */
enum { SHOWN = 80 };

static const int PROTOCOL = 1;

static const char *
copy_string(struct arena *a, const json_t *value)
{
	return json_is_string(value) ? arena_strdup(a, json_string_value(value)) : NULL;
}

/* the facts that may have several values */
static bool
is_list(const char *key)
{
	return !strcmp(key, "cap") || !strcmp(key, "include");
}

/* an empty member of a list says nothing */
static void
add_fact(struct arena *a, struct facts *facts, const char *key, const json_t *value)
{
	const char *text = copy_string(a, value);

	if (*text || !is_list(key))
		facts_add(a, facts, arena_strdup(a, key), text);
}

static const char *
take_list(struct arena *a, struct facts *facts, const char *key, const json_t *list)
{
	json_t *member;
	size_t i;

	json_array_foreach(list, i, member) {
		if (!json_is_string(member))
			return arena_printf(a, "its fact '%s' has a member that is not a string",
					    key);
		add_fact(a, facts, key, member);
	}
	return NULL;
}

static const char *
take_facts(struct arena *a, struct facts *facts, json_t *object)
{
	const char *key, *why = NULL;
	json_t *value;

	if (!json_is_object(object))
		return "its answer has no object 'facts'";
	json_object_foreach(object, key, value) {
		if (json_is_string(value))
			add_fact(a, facts, key, value);
		else if (is_list(key) && json_is_array(value))
			why = take_list(a, facts, key, value);
		else
			why = arena_printf(a, "its fact '%s' is not a string", key);
		if (why)
			return why;
	}
	return NULL;
}

static const char *
take_options(struct arena *a, struct answer *x, const json_t *options)
{
	size_t n = json_array_size(options), i;
	json_t *option;

	x->options = arena_alloc(a, (n + 1) * sizeof(*x->options));
	if (options && !json_is_array(options))
		return "its 'options' are not a list of strings";
	json_array_foreach(options, i, option) {
		if (!json_is_string(option))
			return "its 'options' are not a list of strings";
		x->options[i] = arena_strdup(a, json_string_value(option));
	}
	return NULL;
}

/* the part that hello and a worker have in common */
static const char *
take_identity(struct arena *a, struct answer *x, const json_t *doc)
{
	const json_t *pid = json_object_get(doc, "pid");
	const json_t *executable = json_object_get(doc, "executable");
	const json_t *compiler = json_object_get(doc, "compiler");

	if (pid && (!json_is_integer(pid) || json_integer_value(pid) < 1 ||
		    json_integer_value(pid) > LONG_MAX))
		return "its 'pid' is not a process id";
	if (executable && !json_is_string(executable))
		return "its 'executable' is not a string";
	if (compiler && !json_is_string(compiler))
		return "its 'compiler' is not a string";
	x->compiler = compiler ? copy_string(a, compiler) : NULL;
	x->pid = (long)json_integer_value(pid);
	x->executable = copy_string(a, executable);
	if (x->executable && !*x->executable)
		x->executable = NULL;
	return take_facts(a, &x->facts, json_object_get(doc, "facts"));
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

static const char *
take_hello(struct arena *a, struct answer *x, const json_t *doc)
{
	const json_t *adapter = json_object_get(doc, "adapter");
	const json_t *error = json_object_get(doc, "error");
	json_int_t protocol = json_integer_value(json_object_get(doc, "protocol"));
	const char *why;

	if (protocol != PROTOCOL)
		return arena_printf(a, "its adapter speaks protocol %lld, expected %d",
				    (long long)protocol, PROTOCOL);
	if (error)
		return json_is_string(error) ? copy_string(a, error)
					     : "its 'error' is not a string";
	if (adapter && !json_is_string(adapter))
		return "its 'adapter' is not a string";
	x->adapter = adapter ? copy_string(a, adapter) : "unnamed";
	why = take_options(a, x, json_object_get(doc, "options"));
	if (!why)
		why = take_identity(a, x, doc);
	return why ? why : check_facts(a, &x->facts);
}

/* the line if it is an answer to --hello, else NULL */
static json_t *
parse_line(const char *line, size_t len)
{
	json_t *doc = *line == '{' ? json_loadb(line, len, 0, NULL) : NULL;

	if (json_is_object(doc) && json_object_get(doc, "protocol"))
		return doc;
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

const char *
answer_hello(struct arena *a, struct answer *x, const char *bytes)
{
	const char *at, *rest, *why = NULL;
	size_t len;
	json_t *doc = find_answer(bytes, &at, &len);

	memset(x, 0, sizeof(*x));
	if (!doc)
		return "it does not answer --hello";
	rest = at + len + (at[len] == '\n');
	if (at != bytes)
		why = noise(a, bytes, "before");
	else if (*rest)
		why = noise(a, rest, "after");
	else
		why = take_hello(a, x, doc);
	json_decref(doc);
	return why;
}

const char *
answer_worker(struct arena *a, struct answer *x, const char *text)
{
	json_t *doc = json_loads(text, 0, NULL);
	const char *why;

	memset(x, 0, sizeof(*x));
	if (!*text)
		why = "it does not say who it is";
	else if (!json_is_object(doc))
		why = "what it says about itself is not a JSON object";
	else
		why = take_identity(a, x, doc);
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
