/*
 * One JSON document, described by report.schema.json; every key is always there, in one order,
 * so that two reports can be compared as text.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "format/casefile.h"
#include "format/expr.h"
#include "format/known.h"
#include "report/rep_causes.h"
#include "report/rep_json.h"
#include "report/rep_text.h"
#include "report/report.h"
#include "base/text.h"
#include "base/util.h"
#include "format/result.h"
#include "format/version.h"
#include "format/vocab.h"

#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD */

const char *
rep_hash(char text[REP_HASH_SIZE], const char *bytes, size_t len)
{
	snprintf(text, REP_HASH_SIZE, "%016llx", hash_add(HASH_START, bytes, len));
	return text;
}

/* a JSON string: null for NULL, U+FFFD for each byte that is not UTF-8 */
static json_t *
string(const char *s)
{
	struct buf b = {0};
	size_t len;
	json_t *value;

	if (!s)
		return json_null();
	for (len = strlen(s); len; s++, len--) {
		size_t good = text_utf8(s, len);

		buf_add(&b, s, good);
		s += good;
		len -= good;
		if (!len)
			break;
		buf_puts(&b, REPLACEMENT);
	}
	value = json_stringn(buf_str(&b), b.len);
	buf_free(&b);
	return value;
}

/* takes ownership of value; if jansson refuses it, this program is wrong and must say so */
static void
put(json_t *object, const char *key, json_t *value)
{
	if (!value || json_object_set_new(object, key, value))
		die("report json: cannot hold '%s'", key);
}

static void
put_number(json_t *object, const char *key, size_t number)
{
	put(object, key, json_integer((json_int_t)number));
}

/* the hash of a string as it stands in the report, so that a reader can check it; null for null */
static json_t *
hash_of(const json_t *value)
{
	char text[REP_HASH_SIZE];

	if (!json_is_string(value))
		return json_null();
	return json_string(rep_hash(text, json_string_value(value), json_string_length(value)));
}

static json_t *
facts_object(const struct facts *facts)
{
	json_t *object = json_object(), *caps = json_array(), *include = json_array();

	for (size_t i = 0; facts && i < facts->n; i++) {
		const struct fact *fact = &facts->v[i];

		if (!strcmp(fact->key, "cap"))
			json_array_append_new(caps, string(fact->value));
		else if (!strcmp(fact->key, "include"))
			json_array_append_new(include, string(fact->value));
		else
			put(object, fact->key, string(fact->value));
	}
	put(object, "include", include);
	put(object, "cap", caps);
	return object;
}

static json_t *
target_object(const struct summary *s)
{
	json_t *object = json_object(), *env = json_array();

	for (char *const *e = s->env; e && *e; e++)
		json_array_append_new(env, string(*e));
	put(object, "name", string(s->target));
	put(object, "loader", string(s->loader));
	put(object, "program", string(s->program));
	put(object, "unseen", string(s->unseen));
	put(object, "env", env);
	put(object, "adapter", string(s->adapter));
	put(object, "facts", facts_object(s->facts));
	return object;
}

static json_t *
excused_array(const struct result *const *all, size_t n)
{
	json_t *array = json_array();
	size_t count;
	struct rep_excuse *v = rep_excuses(all, n, &count);

	for (size_t i = 0; i < count; i++) {
		json_t *object = json_object();

		put(object, "file", string(v[i].path));
		put_number(object, "cases", v[i].cases);
		json_array_append_new(array, object);
	}
	free(v);
	return array;
}

/* NULL: none */
static json_t *
strings(const char *const *v)
{
	json_t *array = json_array();

	for (; v && *v; v++)
		json_array_append_new(array, string(*v));
	return array;
}

static json_t *
known_object(const struct known_line *known)
{
	json_t *object;

	if (!known)
		return json_null();
	object = json_object();
	put(object, "file", string(known->path));
	put_number(object, "line", (size_t)known->line);
	return object;
}

static json_t *
counts_object(const struct summary *s)
{
	json_t *object = json_object();

	for (int i = 0; i < OUT_COUNT; i++)
		put_number(object, outcome_word((enum outcome)i), s->counts[i]);
	return object;
}

/* all attempts at a case that was tried more than once; else none */
static json_t *
tries_array(const struct result *res)
{
	json_t *array = json_array();

	for (unsigned i = 0; res->tries && i < res->attempts; i++) {
		const struct attempt *one = &res->tries[i];
		json_t *object = json_object();

		put(object, "outcome", string(outcome_name(one->outcome)));
		put(object, "reason", string(one->reason));
		put(object, "log", string(one->log));
		put(object, "got", string(one->got));
		put(object, "got_hash", hash_of(json_object_get(object, "got")));
		put(object, "seconds", json_real(one->seconds));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *
result_object(const struct result *res)
{
	json_t *object = json_object();

	put(object, "id", string(res->cs->id));
	put(object, "area", string(res->cs->area));
	put(object, "outcome", string(outcome_name(res->outcome)));
	put(object, "unexpected", json_boolean(res->unexpected));
	put(object, "executed", json_boolean(res->executed));
	put(object, "path", string(res->cs->path));
	put(object, "line", res->line ? json_integer(res->line) : json_null());
	put(object, "reason", string(res->reason));
	put(object, "lacks", string(res->lacks));
	put(object, "requires", string(res->cs->requires_text));
	put(object, "known", known_object(res->known));
	put(object, "cause", string(res->cause));
	put(object, "cause_id", hash_of(json_object_get(object, "cause")));
	put(object, "own_cause", string(res->own_cause));
	put(object, "diff", string(res->diff));
	put(object, "log", string(res->log));
	put(object, "got", string(res->got));
	put(object, "got_hash", hash_of(json_object_get(object, "got")));
	put_number(object, "attempts", res->attempts);
	put(object, "tries", tries_array(res));
	put(object, "deadline", res->deadline > 0 ? json_real(res->deadline) : json_null());
	put(object, "seconds", json_real(res->seconds));
	put(object, "cpu", json_real(res->cpu_seconds));
	put(object, "rss", json_integer(res->max_rss_kb));
	put(object, "spec", string(res->cs->spec));
	put(object, "summary", string(res->cs->summary));
	put(object, "mutants", strings((const char *const *)res->cs->mutants));
	put(object, "rerun", string(res->rerun));
	return object;
}

static json_t *
results_array(const struct result *const *all, size_t n)
{
	const struct result **sorted = rep_sorted(all, n);
	json_t *array = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(array, result_object(sorted[i]));
	free(sorted);
	return array;
}

/* the most frequent causes come first */
static json_t *
causes_array(const struct result *const *all, size_t n)
{
	json_t *array = json_array();
	struct rep_causes causes;

	rep_causes_group(&causes, all, n);
	for (size_t i = causes.n; i-- > 0;) {
		json_t *object = json_object();

		put(object, "cause", string(causes.v[i].text));
		put(object, "cause_id", hash_of(json_object_get(object, "cause")));
		put_number(object, "results", causes.v[i].n);
		put(object, "shown", string(causes.v[i].shown->cs->id));
		json_array_append_new(array, object);
	}
	rep_causes_free(&causes);
	return array;
}

static json_t *
machine_object(const struct machine *m)
{
	json_t *object = json_object();

	put(object, "host", string(m->host));
	put(object, "kernel", string(m->kernel));
	put(object, "libc", string(m->libc));
	put(object, "compiler", string(m->compiler));
	return object;
}

/* what the fact impl chose, and the suite's known list */
static json_t *
chosen_object(const struct summary *s)
{
	json_t *object = json_object();

	put(object, "level", json_boolean(s->chosen.level));
	put(object, "list", json_boolean(s->chosen.list));
	put(object, "file", string(s->chosen.lines ? s->chosen.path : NULL));
	put_number(object, "lines", s->chosen.lines);
	return object;
}

static json_t *
lacking_object(const struct summary *s)
{
	const struct vocab_word *caps = vocab_words(VOCAB_CAP);
	json_t *object = json_object(), *by = json_object();

	for (size_t i = 0; caps[i].name && i < CAPS_MAX; i++) {
		if (s->lacking[i])
			put_number(by, caps[i].name, s->lacking[i]);
	}
	put_number(object, "cases", rep_lacking(s));
	put(object, "by", by);
	return object;
}

/* null: the run is no shard */
static json_t *
shard_object(const struct shard *shard)
{
	json_t *object;

	if (!shard->of)
		return json_null();
	object = json_object();
	put_number(object, "index", shard->index);
	put_number(object, "of", shard->of);
	put_number(object, "selected", shard->selected);
	put(object, "selection", string(shard->selection));
	return object;
}

json_t *
rep_json_document(const struct summary *s, const struct result *const *all, size_t n)
{
	struct buf why = {0};
	bool incomplete = rep_incomplete(&why, s);
	json_t *root = json_object();

	put_number(root, "schema", REP_SCHEMA);
	put(root, "suite", string(SUITE_VERSION));
	put(root, "revision", string(s->revision));
	put(root, "hash", string(s->hash));
	put_number(root, "protocol", PROTOCOL_VERSION);
	put(root, "date", string(s->date));
	put(root, "command", strings((const char *const *)s->command));
	put(root, "machine", machine_object(&s->machine));
	put(root, "target", target_object(s));
	put(root, "level", string(s->level));
	put(root, "chosen", chosen_object(s));
	put(root, "isolation", string(s->isolation));
	put(root, "isolated_by", string(s->isolated_by));
	put(root, "broken", json_boolean(s->broken));
	put(root, "complete", json_boolean(!incomplete));
	put(root, "incomplete", incomplete ? string(why.p) : json_null());
	put(root, "counts", counts_object(s));
	put_number(root, "unexpected", s->unexpected);
	put(root, "excused", excused_array(all, n));
	put(root, "lacking", lacking_object(s));
	put(root, "notes", strings(s->notes));
	put_number(root, "found", s->found);
	put_number(root, "planned", s->planned);
	put(root, "shard", shard_object(&s->shard));
	put_number(root, "executed", s->executed);
	put(root, "seconds", json_real(s->seconds));
	put(root, "causes", causes_array(all, n));
	put(root, "results", results_array(all, n));
	buf_free(&why);
	return root;
}

static void
json_end(struct reporter *r, const struct summary *s, const struct result *const *all, size_t n)
{
	json_t *root = rep_json_document(s, all, n);

	/* report_close() notices a failure to write */
	json_dumpf(root, r->out, JSON_INDENT(1) | JSON_REAL_PRECISION(9));
	fputc('\n', r->out);
	json_decref(root);
}

const struct report_format rep_json = {"json", NULL, NULL, json_end, false};
