#include "report/doc.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "report/rep_json.h"

/* bytes of a report */
enum { REPORT_MAX = 1 << 30 };

/* what is missing or of the wrong type; the first mistake is kept */
struct taking {
	struct arena *a;
	const char *why;
};

static void
mistake(struct taking *t, const char *key, const char *expected)
{
	if (!t->why)
		t->why = arena_printf(t->a, "'%s': expected %s", key, expected);
}

/* a string, or NULL for null */
static const char *
maybe(struct taking *t, const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (!value || (!json_is_null(value) && !json_is_string(value)))
		mistake(t, key, "a string or null");
	return json_string_value(value);
}

static const char *
text(struct taking *t, const json_t *object, const char *key)
{
	const char *value = json_string_value(json_object_get(object, key));

	if (!value)
		mistake(t, key, "a string");
	return value ? value : "";
}

static bool
truth(struct taking *t, const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (!json_is_boolean(value))
		mistake(t, key, "true or false");
	return json_is_true(value);
}

/* a count, or the number of a line */
static size_t
number(struct taking *t, const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);
	json_int_t n = json_integer_value(value);

	if (!json_is_integer(value) || n < 0 || n > 1000000000) {
		mistake(t, key, "a number");
		return 0;
	}
	return (size_t)n;
}

static const json_t *
array(struct taking *t, const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key), *element;
	size_t i;

	if (!json_is_array(value))
		mistake(t, key, "an array");
	json_array_foreach(value, i, element) {
		if (!json_is_string(element))
			mistake(t, key, "an array of strings");
	}
	return value;
}

static enum outcome
outcome(struct taking *t, const json_t *object)
{
	const char *word = text(t, object, "outcome");

	for (int i = 0; i < OUT_COUNT; i++) {
		if (!strcmp(outcome_name((enum outcome)i), word))
			return (enum outcome)i;
	}
	mistake(t, "outcome", "an outcome");
	return OUT_BROKEN;
}

static void
take_known(struct taking *t, struct doc_result *r, const json_t *known)
{
	if (!known || json_is_null(known))
		return;
	r->known_file = text(t, known, "file");
	r->known_line = (int)number(t, known, "line");
}

static void
take_tries(struct taking *t, struct doc_result *r, const json_t *tries)
{
	const json_t *one;
	size_t i;

	if (!json_is_array(tries))
		mistake(t, "tries", "an array");
	r->tries = arena_alloc(t->a, (json_array_size(tries) + 1) * sizeof(*r->tries));
	json_array_foreach(tries, i, one) {
		r->tries[r->ntries++] = (struct doc_try){
			.outcome = outcome(t, one),
			.reason = maybe(t, one, "reason"),
			.log = maybe(t, one, "log"),
			.got = maybe(t, one, "got"),
			.got_hash = maybe(t, one, "got_hash"),
			.seconds = json_number_value(json_object_get(one, "seconds")),
		};
	}
}

static void
take_result(struct taking *t, struct doc_result *r, const json_t *object)
{
	*r = (struct doc_result){
		.id = text(t, object, "id"),
		.outcome = outcome(t, object),
		.unexpected = truth(t, object, "unexpected"),
		.executed = truth(t, object, "executed"),
		.summary = text(t, object, "summary"),
		.spec = text(t, object, "spec"),
		.path = maybe(t, object, "path"),
		.reason = maybe(t, object, "reason"),
		.requires = maybe(t, object, "requires"),
		.cause = maybe(t, object, "cause"),
		.cause_id = maybe(t, object, "cause_id"),
		.own_cause = maybe(t, object, "own_cause"),
		.lacks = maybe(t, object, "lacks"),
		.diff = maybe(t, object, "diff"),
		.log = maybe(t, object, "log"),
		.got = maybe(t, object, "got"),
		.got_hash = maybe(t, object, "got_hash"),
		.rerun = maybe(t, object, "rerun"),
		.mutants = array(t, object, "mutants"),
		.attempts = number(t, object, "attempts"),
		.deadline = json_number_value(json_object_get(object, "deadline")),
		.seconds = json_number_value(json_object_get(object, "seconds")),
		.cpu = json_number_value(json_object_get(object, "cpu")),
		.rss = number(t, object, "rss"),
	};
	if (!json_is_null(json_object_get(object, "line")))
		r->line = (int)number(t, object, "line");
	take_known(t, r, json_object_get(object, "known"));
	take_tries(t, r, json_object_get(object, "tries"));
	if (!strchr(r->id, '/'))
		mistake(t, "id", "AREA/NAME");
}

static void
take_facts(struct taking *t, struct facts *facts, json_t *object)
{
	json_t *value, *element;
	const char *key;
	size_t i;

	json_object_foreach(object, key, value) {
		if (json_is_string(value))
			facts_add(t->a, facts, key, json_string_value(value));
		json_array_foreach(value, i, element) {
			if (json_is_string(element))
				facts_add(t->a, facts, key, json_string_value(element));
		}
	}
}

static int
by_id(const void *a, const void *b)
{
	const struct doc_result *x = a, *y = b;

	return strcmp(x->id, y->id);
}

static void
take_results(struct taking *t, struct doc *d)
{
	const json_t *results = json_object_get(d->root, "results"), *element;
	size_t i;

	if (!json_is_array(results))
		mistake(t, "results", "an array");
	d->v = arena_alloc(t->a, (json_array_size(results) + 1) * sizeof(*d->v));
	json_array_foreach(results, i, element)
		take_result(t, &d->v[d->n++], element);
	qsort(d->v, d->n, sizeof(*d->v), by_id);
}

static void
take_shard(struct taking *t, struct doc *d, const json_t *shard)
{
	if (json_is_null(shard))
		return;
	d->shard.index = number(t, shard, "index");
	d->shard.of = number(t, shard, "of");
	d->shard.selected = number(t, shard, "selected");
	d->shard.selection = text(t, shard, "selection");
}

static void
take_run(struct taking *t, struct doc *d)
{
	json_t *root = d->root, *target = json_object_get(root, "target");
	const json_t *counts = json_object_get(root, "counts");

	d->suite = text(t, root, "suite");
	d->revision = text(t, root, "revision");
	d->hash = text(t, root, "hash");
	d->date = maybe(t, root, "date");
	d->level = text(t, root, "level");
	d->isolation = text(t, root, "isolation");
	d->isolated_by = text(t, root, "isolated_by");
	d->incomplete = maybe(t, root, "incomplete");
	d->target = text(t, target, "name");
	d->loader = text(t, target, "loader");
	d->program = maybe(t, target, "program");
	d->adapter = maybe(t, target, "adapter");
	d->broken = truth(t, root, "broken");
	take_shard(t, d, json_object_get(root, "shard"));
	d->complete = truth(t, root, "complete");
	for (int i = 0; i < OUT_COUNT; i++)
		d->counts[i] = number(t, counts, outcome_word((enum outcome)i));
	d->unexpected = number(t, root, "unexpected");
	d->found = number(t, root, "found");
	d->planned = number(t, root, "planned");
	d->executed = number(t, root, "executed");
	d->seconds = json_number_value(json_object_get(root, "seconds"));
	take_facts(t, &d->facts, json_object_get(target, "facts"));
}

/* the number of the report's form; NULL if this program can read it */
static const char *
form_fault(struct arena *a, const json_t *root)
{
	const json_t *schema = json_object_get(root, "schema");

	if (!json_is_object(root) || !json_object_get(root, "results"))
		return "it is no report of -o json";
	if (!json_is_integer(schema))
		return "it is a report of an older version, without 'schema': run the suite again";
	if (json_integer_value(schema) != REP_SCHEMA)
		return arena_printf(a, "its schema is %lld, this program reads %d",
				    (long long)json_integer_value(schema), REP_SCHEMA);
	return NULL;
}

const char *
doc_take(struct arena *a, struct doc *d, json_t *root)
{
	struct taking t = {.a = a};

	*d = (struct doc){.root = root};
	t.why = form_fault(a, root);
	if (t.why)
		return t.why;
	take_run(&t, d);
	take_results(&t, d);
	return t.why;
}

void
doc_read(struct arena *a, struct doc *d, const char *path)
{
	struct buf bytes = {0};
	json_error_t error;
	json_t *root;
	const char *why;

	/* a report of fifty thousand cases has some 70 MB */
	if (file_read_most(path, REPORT_MAX, &bytes))
		die("cannot read the report %s: %s", path,
		    errno == EFBIG ? "it is larger than 1 GiB" : file_why(errno));
	root = json_loadb(buf_str(&bytes), bytes.len, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		die_at(path, error.line, "it is no JSON: %s", error.text);
	why = doc_take(a, d, root);
	if (why)
		die("%s: %s", path, why);
	d->path = path;
	buf_free(&bytes);
}

void
doc_free(struct doc *d)
{
	json_decref(d->root);
	*d = (struct doc){0};
}

const struct doc_result *
doc_find(const struct doc *d, const char *id)
{
	const struct doc_result key = {.id = id};

	return d->n ? bsearch(&key, d->v, d->n, sizeof(*d->v), by_id) : NULL;
}

bool
doc_good(const struct doc_result *r)
{
	return r->outcome == OUT_PASS || (r->outcome == OUT_DETAIL && !r->unexpected);
}

size_t
doc_area(const char *id)
{
	return strcspn(id, "/");
}

const char *
doc_name(struct arena *a, const struct doc *d)
{
	const char *impl = facts_get(&d->facts, "impl"), *with = strstr(d->loader, " with ");

	if (!impl || !*impl)
		impl = d->target;
	if (!with)
		return impl;
	return arena_printf(a, "%s on %s", text_base(with + strlen(" with ")), impl);
}
