#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/skip_why.h"
#include "report/doc.h"
#include "report/grid.h"
#include "report/page.h"

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

static json_t *
number(size_t n)
{
	return json_integer((json_int_t)n);
}

/* takes ownership of value */
static void
put(json_t *object, const char *key, json_t *value)
{
	if (!value || json_object_set_new(object, key, value))
		die("report html: cannot hold '%s'", key);
}

static void
push(json_t *array, json_t *value)
{
	if (!value || json_array_append_new(array, value))
		die("report html: cannot hold a value");
}

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
		put(p->lines.numbers, buf_str(&b), number(n));
		push(p->lines.list, json_string(buf_str(&b)));
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

			push(lines, number(line(p, more, strlen(more))));
			break;
		}
		push(lines, number(line(p, s, len)));
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
		put(d->numbers, key, number(n));
		push(d->list, lines);
	}
	free(key);
	return number(n);
}

static json_t *
text(struct pool *p, const char *s)
{
	return pool_text(p, &p->texts, s, pool_line);
}

static json_t *
cleaned(const char *s)
{
	struct buf b = {0};
	json_t *value;

	if (!s)
		return json_null();
	text_clean(&b, s, strlen(s));
	value = json_string(buf_str(&b));
	buf_free(&b);
	return value;
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

		push(one, cleaned(r->id));
		push(one, text(p, r->summary));
		push(one, text(p, r->spec));
		push(one, text(p, r->requires));
		push(one, text(p, joined(a, r->mutants)));
		push(array, one);
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

		push(one, json_stringn(&page_letters[r->tries[i].outcome], 1));
		push(one, text(p, r->tries[i].reason));
		push(one, text(p, r->tries[i].got));
		push(array, one);
	}
	return array;
}

/* a result that is no plain PASS */
static json_t *
more(struct arena *a, struct pool *p, size_t i, const struct doc_result *r,
     const struct facts *facts)
{
	json_t *one = json_array();

	push(one, number(i));
	push(one, number(r->unexpected));
	push(one, text(p, r->reason));
	push(one, text(p, r->cause));
	push(one, pool_text(p, &p->diffs, r->diff, diff_line));
	push(one, text(p, r->unexpected ? r->log : NULL));
	push(one, text(p, known(a, r)));
	push(one, number((size_t)r->line));
	push(one, text(p, rerun(a, r)));
	push(one, text(p, why(r, facts)));
	if (r->ntries)
		push(one, tries(p, r));
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
			push(got, json_integer(-1));
		else
			push(got, text(p, r ? r->got : NULL));
		if (r && (r->outcome != OUT_PASS || r->unexpected))
			push(others, more(a, p, i, r, &g->docs[k].facts));
	}
	put(object, "outcomes", json_string(buf_str(&letters)));
	put(object, "got", got);
	put(object, "more", others);
	buf_free(&letters);
}

static json_t *
loader(struct arena *a, struct pool *p, const struct grid *g, size_t k)
{
	json_t *object = json_object();

	put(object, "name", cleaned(g->names[k]));
	results(a, p, object, g, k);
	return object;
}

/* a '<' could end the script element, or begin a comment in it */
static int
guarded(const char *bytes, size_t len, void *ctx)
{
	struct buf *b = ctx;

	for (size_t i = 0; i < len; i++) {
		if (bytes[i] == '<')
			buf_puts(b, "\\u003c");
		else
			buf_putc(b, bytes[i]);
	}
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
		push(sorted, json_incref(json_array_get(p->lines.list, uses[i].line)));
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
page_data(struct arena *a, struct buf *b, const struct grid *g)
{
	struct pool p = {dictionary(), dictionary(), dictionary()};
	json_t *root = json_object(), *all = json_array();

	/* number 0 is no text */
	json_decref(text(&p, ""));
	json_decref(pool_text(&p, &p.diffs, "", diff_line));
	put(root, "cases", cases(a, &p, g));
	for (size_t k = 0; k < g->n; k++)
		push(all, loader(a, &p, g, k));
	put(root, "loaders", all);
	put(root, "lines", sort_lines(a, &p));
	put(root, "texts", json_incref(p.texts.list));
	put(root, "diffs", json_incref(p.diffs.list));
	json_dump_callback(root, guarded, b, JSON_COMPACT);
	dictionary_free(&p.lines);
	dictionary_free(&p.texts);
	dictionary_free(&p.diffs);
	json_decref(root);
}
