#include "reports.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/settings.h"
#include "report/doc.h"
#include "report/delta.h"
#include "report/rep_html.h"
#include "report/worth.h"
#include "run/suite_sources.h"

static struct doc *
read_all(struct arena *a, const struct options *o, size_t *n)
{
	struct doc *docs;

	*n = text_count(o->files);
	docs = arena_alloc(a, (*n + 1) * sizeof(*docs));
	for (size_t i = 0; i < *n; i++)
		doc_read(a, &docs[i], o->files[i]);
	return docs;
}

static void
free_all(struct doc *docs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		doc_free(&docs[i]);
}

int
reports_emit(const char *spec, const struct buf *b)
{
	const char *colon = strchr(spec, ':');

	if (colon && strcmp(colon, ":-") != 0)
		return file_write(colon + 1, buf_str(b), b->len) ? EXIT_USAGE : 0;
	fwrite(buf_str(b), 1, b->len, stdout);
	return 0;
}

/* of the page alone: what else is shown of reports needs no suite */
static void
show_html(struct arena *a, struct buf *b, const struct options *o, const struct doc *docs, size_t n)
{
	struct errors errors = {0};
	const struct sources *sources = suite_rules(a, o->root, &errors);

	errors_die(&errors);
	html_page(a, b, docs, n, sources);
}

int
reports_show(struct arena *a, const struct options *o)
{
	size_t n;
	struct doc *docs = read_all(a, o, &n);
	int code = 0;

	for (char *const *spec = o->formats; *spec; spec++) {
		struct buf b = {0};

		if (text_starts(*spec, "html"))
			show_html(a, &b, o, docs, n);
		else if (text_starts(*spec, "svg"))
			svg_page(a, &b, docs, n);
		else
			md_page(a, &b, docs, n);
		code |= reports_emit(*spec, &b);
		buf_free(&b);
	}
	free_all(docs, n);
	return code;
}

int
reports_diff(struct arena *a, const struct options *o)
{
	struct delta delta;
	int code = 0;
	size_t n;
	struct doc *docs = read_all(a, o, &n);

	delta_make(a, &delta, &docs[0], &docs[1]);
	for (char *const *spec = o->formats; *spec; spec++) {
		struct buf b = {0};

		if (text_starts(*spec, "md"))
			delta_md(a, &b, &delta, &docs[0], &docs[1]);
		else
			delta_text(a, &b, &delta, &docs[0], &docs[1]);
		code |= reports_emit(*spec, &b);
		buf_free(&b);
	}
	free_all(docs, n);
	if (code)
		return code;
	return delta.n[DELTA_BROKE] ? 1 : 0;
}

int
reports_badge(struct arena *a, const struct options *o)
{
	int code = 0;
	size_t n;
	struct doc *docs = read_all(a, o, &n);

	for (char *const *spec = o->formats; *spec; spec++) {
		struct buf b = {0};

		if (text_starts(*spec, "json"))
			badge_json(a, &b, &docs[0]);
		else
			badge_svg(a, &b, &docs[0]);
		code |= reports_emit(*spec, &b);
		buf_free(&b);
	}
	free_all(docs, n);
	return code;
}
