/*
 * Checks the JSON report against report.schema.json. Knows only what that file uses of JSON Schema,
 * and is stricter: a report needs all keys of the schema, in the same order.
 */
#include <CUnit/CUnit.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "report/report.h"
#include "base/util.h"
#include "sample_reports.h"
#include "test_reports.h"

static bool matches(json_t *schema, json_t *value);

static bool
is_type(const char *type, const json_t *value)
{
	static const struct {
		const char *name;
		json_type a, b;
	} t[] = {
		{"object", JSON_OBJECT, JSON_OBJECT}, {"array", JSON_ARRAY, JSON_ARRAY},
		{"string", JSON_STRING, JSON_STRING}, {"null", JSON_NULL, JSON_NULL},
		{"boolean", JSON_TRUE, JSON_FALSE},   {"integer", JSON_INTEGER, JSON_INTEGER},
		{"number", JSON_INTEGER, JSON_REAL},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		if (!strcmp(type, t[i].name))
			return json_typeof(value) == t[i].a || json_typeof(value) == t[i].b;
	}
	return false;
}

static bool
type_matches(const json_t *types, const json_t *value)
{
	if (json_is_string(types))
		return is_type(json_string_value(types), value);
	for (size_t i = 0; i < json_array_size(types); i++) {
		if (is_type(json_string_value(json_array_get(types, i)), value))
			return true;
	}
	return !types;
}

static bool
enum_matches(const json_t *words, const json_t *value)
{
	for (size_t i = 0; i < json_array_size(words); i++) {
		if (json_equal(json_array_get(words, i), value))
			return true;
	}
	return !words;
}

/* the list of required keys must name all properties, in the same order */
static bool
required_is_all(const json_t *required, json_t *properties)
{
	size_t i = 0;
	const char *key;
	json_t *property;

	if (json_array_size(required) != json_object_size(properties))
		return false;
	json_object_foreach(properties, key, property) {
		if (strcmp(key, json_string_value(json_array_get(required, i++))))
			return false;
	}
	return true;
}

static bool
object_matches(json_t *schema, json_t *value)
{
	json_t *properties = json_object_get(schema, "properties");
	json_t *others = json_object_get(schema, "additionalProperties");
	void *at = json_object_iter(properties);
	const char *key;
	json_t *member;
	size_t seen = 0;

	if (!others || !required_is_all(json_object_get(schema, "required"), properties))
		return false;
	json_object_foreach(value, key, member) {
		json_t *property = json_object_get(properties, key);

		if (!property && (json_is_false(others) || !matches(others, member)))
			return false;
		if (!property)
			continue;
		if (strcmp(json_object_iter_key(at), key) || !matches(property, member))
			return false;
		at = json_object_iter_next(properties, at);
		seen++;
	}
	return seen == json_object_size(properties);
}

static bool
matches(json_t *schema, json_t *value)
{
	json_t *items = json_object_get(schema, "items");

	if (!type_matches(json_object_get(schema, "type"), value) ||
	    !enum_matches(json_object_get(schema, "enum"), value))
		return false;
	if (json_is_object(value))
		return object_matches(schema, value);
	for (size_t i = 0; i < json_array_size(value); i++) {
		if (!items || !matches(items, json_array_get(value, i)))
			return false;
	}
	return true;
}

static json_t *
load_schema(void)
{
	char *path = reports_source("../report/report.schema.json");
	json_t *schema = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);

	free(path);
	return schema;
}

/* write the report of a sample and read it again; NULL if it is not JSON */
static json_t *
load_report(enum sample_kind kind)
{
	static const struct report_config config;
	struct reporter r = {.format = &rep_json, .config = &config, .out = tmpfile()};
	struct sample sample;
	struct summary s;
	json_t *report;

	sample_fill(&sample, &s, kind);
	reports_run(&r, &sample, &s);
	rewind(r.out);
	report = json_loadf(r.out, JSON_REJECT_DUPLICATES, NULL);
	fclose(r.out);
	return report;
}

void
test_report_schema(void)
{
	static const enum sample_kind kinds[] = {SAMPLE_ALL, SAMPLE_GOOD, SAMPLE_HALF, SAMPLE_NONE};
	json_t *schema = load_schema();

	CU_ASSERT_PTR_NOT_NULL_FATAL(schema);
	for (size_t i = 0; i < LENGTH(kinds); i++) {
		json_t *report = load_report(kinds[i]);
		bool complete = json_is_true(json_object_get(report, "complete"));

		CU_ASSERT_PTR_NOT_NULL(report);
		CU_ASSERT_TRUE(report && matches(schema, report));
		CU_ASSERT_EQUAL(complete, kinds[i] != SAMPLE_HALF);
		json_decref(report);
	}
	json_decref(schema);
}

/* the check above must refuse each of these reports, which have one fault each */
void
test_report_schema_fails(void)
{
	static const struct {
		const char *key, *value; /* in the first result; value NULL: remove the key */
	} t[] = {
		{"rss", NULL}, {"rss", "\"10\""}, {"outcome", "\"OK\""},
		{"more", "1"}, {"line", "true"},
	};
	json_t *schema = load_schema();

	for (size_t i = 0; i < LENGTH(t); i++) {
		json_t *report = load_report(SAMPLE_ALL);
		json_t *result = json_array_get(json_object_get(report, "results"), 0);

		if (t[i].value)
			json_object_set_new(result, t[i].key,
					    json_loads(t[i].value, JSON_DECODE_ANY, NULL));
		else
			json_object_del(result, t[i].key);
		CU_ASSERT_FALSE(matches(schema, report));
		json_decref(report);
	}
	json_decref(schema);
}
