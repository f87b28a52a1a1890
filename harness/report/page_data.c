#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/skip_why.h"
#include "report/doc.h"
#include "report/grid.h"
#include "report/page.h"
#include "report/page_json.h"

/* what is shown of one text: the page must stay small whatever a loader writes */
enum { LINE_MAX_BYTES = 400, TEXT_MAX_LINES = 120 };

const char page_letters[] = "PDSKFCTXLB";

/* values, and the number of each by its bytes */
struct dictionary {
	json_t *list, *numbers;
};

struct pool {
	struct dictionary lines, texts, diffs;
};

/* the number of a line in the dictionary */
typedef size_t pool_fn(struct pool *p, const char *s, size_t len);

/* the bytes of a line that are shown, at the end of a character */
static size_t
shown(const char *s, size_t len)
{
	size_t cut = len < LINE_MAX_BYTES ? len : LINE_MAX_BYTES;

	return len == cut ? len : text_utf8(s, cut);
}

static size_t
pool_line(struct pool *p, const char *s, size_t len)
{
	struct buf b = {0};
	json_t *have;
	size_t n, cut = shown(s, len);

	text_clean(&b, s, cut);
	if (cut < len)
		buf_printf(&b, "... %zu bytes more", len - cut);
	have = json_object_get(p->lines.numbers, buf_str(&b));
	n = have ? (size_t)json_integer_value(have) : json_array_size(p->lines.list);
	if (!have) {
		page_put(p->lines.numbers, buf_str(&b), page_number(n));
		page_push(p->lines.list, json_string(buf_str(&b)));
	}
	buf_free(&b);
	return n;
}

/*
 * A line of a diff, whose sign stands in the number: four times the line's, and the sign's place
 * in " -+". Else each line of a transcript would be kept twice or more.
 */
static size_t
diff_line(struct pool *p, const char *s, size_t len)
{
	static const char signs[] = " -+";
	const char *sign = len ? strchr(signs, *s) : NULL;

	if (!sign)
		return 4 * pool_line(p, s, len) + 3;
	return 4 * pool_line(p, s + 1, len - 1) + (size_t)(sign - signs);
}

static json_t *
split(struct pool *p, const char *s, pool_fn *line)
{
	json_t *lines = json_array();

	while (*s) {
		size_t len = strcspn(s, "\n");

		if (json_array_size(lines) == TEXT_MAX_LINES) {
			static const char more[] = "... more lines are in the JSON report";

			page_push(lines, page_number(line(p, more, strlen(more))));
			break;
		}
		page_push(lines, page_number(line(p, s, len)));
		s += len + (s[len] == '\n');
	}
	return lines;
}

/* the number of a text or a diff; 0 for NULL and "" */
static json_t *
pool_text(struct pool *p, struct dictionary *d, const char *s, pool_fn *line)
{
	json_t *have, *lines = split(p, s ? s : "", line);
	char *key = json_dumps(lines, JSON_COMPACT);
	size_t n;

	have = json_object_get(d->numbers, key);
	n = have ? (size_t)json_integer_value(have) : json_array_size(d->list);
	if (have) {
		json_decref(lines);
	} else {
		page_put(d->numbers, key, page_number(n));
		page_push(d->list, lines);
	}
	free(key);
	return page_number(n);
}

static json_t *
text(struct pool *p, const char *s)
{
	return pool_text(p, &p->texts, s, pool_line);
}

static const char *
joined(struct arena *a, const json_t *words)
{
	const char *all = "";
	const json_t *word;
	size_t i;

	json_array_foreach(words, i, word)
		all = arena_printf(a, "%s%s%s", all, i ? " " : "", json_string_value(word));
	return all;
}

static json_t *
cases(struct arena *a, struct pool *p, const struct grid *g)
{
	json_t *array = json_array();

	for (size_t i = 0; i < g->cases; i++) {
		const struct doc_result *r = grid_case(g, i);
		json_t *one = json_array();

		page_push(one, page_string(r->id));
		page_push(one, text(p, r->summary));
		page_push(one, text(p, r->spec));
		page_push(one, text(p, r->requires));
		page_push(one, text(p, joined(a, r->mutants)));
		page_push(array, one);
	}
	return array;
}

/* the command that runs the case again, without the id if that is its end */
static const char *
rerun(struct arena *a, const struct doc_result *r)
{
	if (!r->rerun || !text_ends(r->rerun, r->id))
		return r->rerun;
	return arena_printf(a, "%.*s%%", (int)(strlen(r->rerun) - strlen(r->id)), r->rerun);
}

static const char *
known(struct arena *a, const struct doc_result *r)
{
	return r->known_file ? arena_printf(a, "%s:%d", r->known_file, r->known_line) : NULL;
}

/* the sentence on what the loader lacks */
static const char *
why(const struct doc_result *r, const struct facts *facts)
{
	static const char requires[] = "requires ";

	if (r->outcome != OUT_SKIP || !r->reason || !text_starts(r->reason, requires))
		return NULL;
	return skip_why(r->reason + strlen(requires), facts);
}

/* the attempts at a case that was tried more than once: outcome, reason, transcript */
static json_t *
tries(struct pool *p, const struct doc_result *r)
{
	json_t *array = json_array();

	for (size_t i = 0; i < r->ntries; i++) {
		json_t *one = json_array();

		page_push(one, json_stringn(&page_letters[r->tries[i].outcome], 1));
		page_push(one, text(p, r->tries[i].reason));
		page_push(one, text(p, r->tries[i].got));
		page_push(array, one);
	}
	return array;
}

/* a result that is no plain PASS */
static json_t *
more(struct arena *a, struct pool *p, size_t i, const struct doc_result *r,
     const struct facts *facts)
{
	json_t *one = json_array();

	page_push(one, page_number(i));
	page_push(one, page_number(r->unexpected));
	page_push(one, text(p, r->reason));
	page_push(one, text(p, r->cause));
	page_push(one, pool_text(p, &p->diffs, r->diff, diff_line));
	page_push(one, text(p, r->unexpected ? r->log : NULL));
	page_push(one, text(p, known(a, r)));
	page_push(one, page_number((size_t)r->line));
	page_push(one, text(p, rerun(a, r)));
	page_push(one, text(p, why(r, facts)));
	if (r->ntries)
		page_push(one, tries(p, r));
	return one;
}

static void
results(struct arena *a, struct pool *p, json_t *object, const struct grid *g, size_t k)
{
	json_t *got = json_array(), *others = json_array();
	struct buf letters = {0};

	for (size_t i = 0; i < g->cases; i++) {
		const struct doc_result *r = g->results[i * g->n + k];
		const struct doc_result *before = k ? g->results[i * g->n + k - 1] : NULL;

		buf_putc(&letters, r ? page_letters[r->outcome] : '.');
		if (r && before && r->got && before->got && !strcmp(r->got, before->got))
			page_push(got, json_integer(-1));
		else
			page_push(got, text(p, r ? r->got : NULL));
		if (r && (r->outcome != OUT_PASS || r->unexpected))
			page_push(others, more(a, p, i, r, &g->docs[k].facts));
	}
	page_put(object, "outcomes", json_string(buf_str(&letters)));
	page_put(object, "got", got);
	page_put(object, "more", others);
	buf_free(&letters);
}

static json_t *
loader(struct arena *a, struct pool *p, const struct grid *g, size_t k)
{
	json_t *object = json_object();

	page_put(object, "name", page_string(g->names[k]));
	results(a, p, object, g, k);
	return object;
}

static int
add_bytes(const char *bytes, size_t len, void *b)
{
	buf_add(b, bytes, len);
	return 0;
}

struct use {
	size_t line, uses;
};

static int
by_uses(const void *a, const void *b)
{
	const struct use *x = a, *y = b;

	if (x->uses != y->uses)
		return x->uses < y->uses ? 1 : -1;
	return x->line < y->line ? -1 : x->line > y->line;
}

/* how often each line is used; step: what its number is multiplied by in the texts */
static void
count_uses(struct use *uses, const json_t *texts, size_t step)
{
	json_t *text, *n;
	size_t i, k;

	json_array_foreach(texts, i, text) {
		json_array_foreach(text, k, n)
			uses[(size_t)json_integer_value(n) / step].uses++;
	}
}

static void
renumber(const size_t *to, const json_t *texts, size_t step)
{
	json_t *text, *n;
	size_t i, k;

	json_array_foreach(texts, i, text) {
		json_array_foreach(text, k, n) {
			size_t old = (size_t)json_integer_value(n);

			json_integer_set(n, (json_int_t)(to[old / step] * step + old % step));
		}
	}
}

/* the lines that are used most get the smallest numbers: that makes the page a tenth smaller */
static json_t *
sort_lines(struct arena *a, struct pool *p)
{
	size_t n = json_array_size(p->lines.list);
	struct use *uses = arena_alloc(a, (n + 1) * sizeof(*uses));
	size_t *to = arena_alloc(a, (n + 1) * sizeof(*to));
	json_t *sorted = json_array();

	for (size_t i = 0; i < n; i++)
		uses[i].line = i;
	count_uses(uses, p->texts.list, 1);
	count_uses(uses, p->diffs.list, 4);
	qsort(uses, n, sizeof(*uses), by_uses);
	for (size_t i = 0; i < n; i++) {
		to[uses[i].line] = i;
		page_push(sorted, json_incref(json_array_get(p->lines.list, uses[i].line)));
	}
	renumber(to, p->texts.list, 1);
	renumber(to, p->diffs.list, 4);
	return sorted;
}

static struct dictionary
dictionary(void)
{
	return (struct dictionary){json_array(), json_object()};
}

static void
dictionary_free(struct dictionary *d)
{
	json_decref(d->list);
	json_decref(d->numbers);
}

void
page_data(struct arena *a, struct buf *b, const struct grid *g, const struct promises *rules)
{
	struct pool p = {dictionary(), dictionary(), dictionary()};
	json_t *root = json_object(), *all = json_array();

	/* number 0 is no text */
	json_decref(text(&p, ""));
	json_decref(pool_text(&p, &p.diffs, "", diff_line));
	page_put(root, "cases", cases(a, &p, g));
	for (size_t k = 0; k < g->n; k++)
		page_push(all, loader(a, &p, g, k));
	page_put(root, "loaders", all);
	page_put(root, "lines", sort_lines(a, &p));
	page_put(root, "texts", json_incref(p.texts.list));
	page_put(root, "diffs", json_incref(p.diffs.list));
	page_put(root, "rules", page_rules(rules));
	json_dump_callback(root, add_bytes, b, JSON_COMPACT);
	dictionary_free(&p.lines);
	dictionary_free(&p.texts);
	dictionary_free(&p.diffs);
	json_decref(root);
}
