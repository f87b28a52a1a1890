#include "sample_docs.h"

#include <stdlib.h>
#include <string.h>

#include "base/util.h"
#include "format/result.h"
#include "report/rep_html.h"
#include "report/rep_json.h"
#include "report/report.h"
#include "rows.h"
#include "tree.h"

#define HOSTILE                                                                                    \
	"</script><img src=x onerror=\"alert(1)\"> ' & {{data}} <!-- ]]> \xff \033[31m \a"

const char sample_hostile_shown[] =
	"</script><img src=x onerror=\"alert(1)\"> ' & {{data}} <!-- ]]> \xef\xbf\xbd \\x1b[31m "
	"\\x07";
const char sample_hostile_markup[] = "<img src=x";

json_t *
sample_document(enum sample_kind kind)
{
	struct sample sample;
	struct summary s;

	sample_fill(&sample, &s, kind);
	return rep_json_document(&s, sample.results, sample.n);
}

json_t *
sample_hostile(void)
{
	static const char *const notes[] = {HOSTILE, NULL};
	struct result results[SAMPLE_MAX];
	struct sample sample;
	struct summary s;

	sample_fill(&sample, &s, SAMPLE_ALL);
	s.loader = s.program = s.adapter = s.target = s.revision = s.hash = HOSTILE;
	s.facts = NULL;
	s.notes = notes;
	for (size_t i = 0; i < sample.n; i++) {
		results[i] = *sample.results[i];
		results[i].reason = results[i].rerun = results[i].log = HOSTILE "\n" HOSTILE;
		results[i].got = HOSTILE "\n" HOSTILE;
		results[i].cause = results[i].cause ? HOSTILE : NULL;
		results[i].diff = results[i].diff ? "-" HOSTILE "\n+" HOSTILE "\n" : NULL;
		sample.results[i] = &results[i];
	}
	return rep_json_document(&s, sample.results, sample.n);
}

static void
add_list(struct arena *a, struct sources *s, const char *name, const char *text)
{
	struct errors errors = {0};

	sources_add(a, s, name, name, text, strlen(text), &errors);
	row_check(__FILE__, __LINE__, !errors.n, buf_str(&errors.text));
	errors_free(&errors);
}

const struct sources *
sample_sources(struct arena *a)
{
	static const char head[] = "title: the list </script><img src=x>\n"
				   "url: https://example.org/s/?a&b\n\n";
	struct sources *s = arena_alloc(a, sizeof(*s));

	add_list(a, s, "s", arena_printf(a, "%sshown #x is <b>shown</b>\n"
		"hostile #y </script><img src=x onerror='alert(1)'>\n"
		"left - is left out -- not covered: <i>no time\n", head));
	add_list(a, s, "t", arena_printf(a, "%snever - cannot be -- not testable: x\n", head));
	sources_sort(a, s);
	return s;
}

json_t *
sample_with_rules(json_t *document)
{
	sample_set(document, "link/undefined", "spec",
		   "\"https://example.org/s/#x (s#shown), (s#gone), dlsym(3), (\"");
	sample_set(document, "adapter/echo", "spec", "\"https://example.org/s/#x (s#shown)\"");
	return document;
}

/* a result that passes, without what the sample of it says */
static json_t *
plain_result(const char *id, const char *got)
{
	json_t *one = sample_document(SAMPLE_ALL), *results = json_object_get(one, "results");
	json_t *result = json_deep_copy(json_array_get(results, 0));
	struct arena a = {0};
	char hash[REP_HASH_SIZE];

	json_object_set_new(result, "id", json_string(id));
	json_object_set_new(result, "area", json_stringn(id, strcspn(id, "/")));
	json_object_set_new(result, "outcome", json_string("PASS"));
	json_object_set_new(result, "got", json_string(got));
	json_object_set_new(result, "got_hash", json_string(rep_hash(hash, got, strlen(got))));
	json_object_set_new(result, "summary", json_string(arena_printf(&a,
		"a rule of the case %s, in about as many words as the real ones have", id)));
	json_decref(one);
	arena_free(&a);
	return result;
}

json_t *
sample_many(size_t n, size_t k)
{
	json_t *document = sample_document(SAMPLE_NONE), *results = json_array();
	struct arena a = {0};

	for (size_t i = 0; i < n; i++) {
		const char *id = arena_printf(&a, "area-%zu/case-%zu", i / 50, i);
		/* one case in ten differs between loaders, as transcripts of versions do */
		const char *got = arena_printf(&a, "> import module_%zu\n| init\n= <module \"m%zu\""
			" \"$FIX/area_%zu/module_%zu$EXT\">\n> mentions? PyInit_module_%zu\n= %s\n"
			"> error? name module_%zu\n= true\n> loaded? module_%zu\n= false %zu",
			i, i, i / 50, i, i, i % 2 ? "true" : "false", i, i, i % 10 ? 0 : k);

		json_array_append_new(results, plain_result(id, got));
	}
	json_object_set_new(document, "results", results);
	json_object_set_new(document, "planned", json_integer((json_int_t)n));
	json_object_set_new(document, "executed", json_integer((json_int_t)n));
	json_object_set_new(document, "found", json_integer((json_int_t)n));
	json_object_set_new(json_object_get(document, "counts"), "pass",
			    json_integer((json_int_t)n));
	arena_free(&a);
	return document;
}

void
sample_set(json_t *document, const char *id, const char *key, const char *value)
{
	json_t *results = json_object_get(document, "results"), *object = id ? NULL : document;
	json_t *result;
	size_t i;

	json_array_foreach(results, i, result) {
		if (id && !strcmp(json_string_value(json_object_get(result, "id")), id))
			object = result;
	}
	row_check(__FILE__, __LINE__, object, id ? id : "the report");
	json_object_set_new(object, key, json_loads(value, JSON_DECODE_ANY, NULL));
}

void
sample_doc(struct arena *a, struct doc *d, json_t *document)
{
	row_says(__FILE__, __LINE__, doc_take(a, d, document), NULL);
}

void
sample_page(struct tree *t, const char *name, json_t *const *documents, size_t n)
{
	struct arena a = {0};
	struct doc *docs = xcalloc(n, sizeof(*docs));
	struct buf b = {0};

	for (size_t k = 0; k < n; k++)
		sample_doc(&a, &docs[k], documents[k]);
	html_page(&a, &b, docs, n, sample_sources(&a));
	tree_write(t, name, buf_str(&b));
	for (size_t k = 0; k < n; k++)
		doc_free(&docs[k]);
	free(docs);
	buf_free(&b);
	arena_free(&a);
}
