/* The formats that have one file for all loaders of a run: written anew after each loader. */
#include <jansson.h>
#include <stdlib.h>

#include "base/util.h"
#include "report/doc.h"
#include "report/rep_html.h"
#include "report/rep_json.h"
#include "report/report.h"

typedef void page_fn(struct arena *a, struct buf *b, const struct doc *docs, size_t n,
		     const struct sources *sources);

/* keep this run's document at its loader's place, in that of an earlier round */
static void
keep(json_t *documents, size_t number, json_t *document)
{
	while (json_array_size(documents) < number)
		json_array_append_new(documents, json_null());
	if (json_array_set_new(documents, number - 1, document))
		die("report: cannot hold a document");
}

static void
write_page(FILE *out, json_t *documents, const struct sources *sources, page_fn *page)
{
	struct doc *docs = xcalloc(json_array_size(documents) + 1, sizeof(*docs));
	struct arena a = {0};
	struct buf b = {0};
	json_t *document;
	size_t i, n = 0;

	json_array_foreach(documents, i, document) {
		const char *why;

		if (json_is_null(document))
			continue;
		why = doc_take(&a, &docs[n++], json_incref(document));
		if (why)
			die("report: %s", why);
	}
	page(&a, &b, docs, n, sources);
	fwrite(b.p, 1, b.len, out);
	while (n)
		doc_free(&docs[--n]);
	buf_free(&b);
	arena_free(&a);
	free(docs);
}

static void
end(struct reporter *r, const struct summary *s, const struct result *const *all, size_t n,
    page_fn *page)
{
	const struct report_gather *gather = r->config->gather;
	json_t *documents = gather ? json_incref(gather->documents) : json_array();

	keep(documents, gather ? gather->number : 1, rep_json_document(s, all, n));
	write_page(r->out, documents, gather ? gather->sources : NULL, page);
	json_decref(documents);
}

static void
html_end(struct reporter *r, const struct summary *s, const struct result *const *all, size_t n)
{
	end(r, s, all, n, html_page);
}

static void
md_all(struct arena *a, struct buf *b, const struct doc *docs, size_t n,
       const struct sources *sources)
{
	(void)sources;
	md_page(a, b, docs, n);
}

static void
md_end(struct reporter *r, const struct summary *s, const struct result *const *all, size_t n)
{
	end(r, s, all, n, md_all);
}

const struct report_format rep_html = {"html", NULL, NULL, html_end, true};
const struct report_format rep_md = {"md", NULL, NULL, md_end, true};
