#include "run/last.h"

#include <string.h>

#include "run/failed.h"
#include "base/text.h"
#include "base/util.h"

static const char TITLE[] = "# what each case got when it was last carried out, for --show\n";
static const char CUT[] = "(more was cut off)\n";

/* the bytes of a text that are kept: nobody reads more in a terminal */
enum { TEXT_MAX = 16 << 10 };

/* the marks before the lines of a text; a line without a mark begins a case */
enum { REASON = '?', GOT = '=', LOG = '!' };

static void
put_text(struct buf *b, int mark, const char *text)
{
	char prefix[] = {(char)mark, '\0'};
	struct buf kept = {0};

	if (!text || !*text)
		return;
	buf_add(&kept, text, strlen(text) < TEXT_MAX ? strlen(text) : TEXT_MAX);
	if (kept.len < strlen(text))
		buf_printf(&kept, "%s%s", kept.p[kept.len - 1] == '\n' ? "" : "\n", CUT);
	text_indent(b, kept.p, prefix);
	buf_free(&kept);
}

void
last_format(struct buf *b, const struct failed_key *key, const struct last *last)
{
	buf_puts(b, TITLE);
	failed_add_key(b, key);
	for (size_t i = 0; i < last->n; i++) {
		const struct last_case *c = &last->cases[i];

		buf_printf(b, "%s %s %s\n", c->id, c->outcome, c->when);
		put_text(b, REASON, c->reason);
		put_text(b, GOT, c->got);
		put_text(b, LOG, c->log);
	}
}

static const char *
word(struct arena *a, char **line)
{
	size_t len = strcspn(*line, " ");
	const char *w = arena_strndup(a, *line, len);

	*line += len + ((*line)[len] != '\0');
	return w;
}

/* join the lines from *i on that have the mark; NULL if there are none */
static const char *
take_text(struct arena *a, char **lines, size_t n, size_t *i, int mark)
{
	struct buf b = {0};
	const char *text = NULL;

	for (; *i < n && lines[*i][0] == mark; ++*i)
		buf_printf(&b, "%s\n", lines[*i] + 1);
	if (b.len)
		text = arena_strndup(a, b.p, b.len);
	buf_free(&b);
	return text;
}

static void
take_case(struct arena *a, struct last *last, char **lines, size_t n, size_t *i)
{
	struct last_case c = {0};
	char *line = lines[(*i)++];

	c.id = word(a, &line);
	c.outcome = word(a, &line);
	c.when = line;
	c.reason = take_text(a, lines, n, i, REASON);
	c.got = take_text(a, lines, n, i, GOT);
	c.log = take_text(a, lines, n, i, LOG);
	if (*c.id && *c.outcome && *c.when)
		last->cases[last->n++] = c;
}

bool
last_parse(struct arena *a, struct last *last, const struct failed_key *key, const char *bytes,
	   size_t len)
{
	struct buf head = {0};
	char **lines;
	size_t n, from;
	bool ours;

	*last = (struct last){0};
	buf_puts(&head, TITLE);
	failed_add_key(&head, key);
	from = head.len;
	ours = len >= from && !memcmp(bytes, head.p, from);
	buf_free(&head);
	if (!ours)
		return false;
	lines = text_lines(a, bytes + from, len - from, &n);
	last->cases = arena_alloc(a, (n + 1) * sizeof(*last->cases));
	for (size_t i = 0; i < n;)
		take_case(a, last, lines, n, &i);
	return true;
}

const struct last_case *
last_find(const struct last *last, const char *id)
{
	for (size_t i = 0; i < last->n; i++) {
		if (!strcmp(last->cases[i].id, id))
			return &last->cases[i];
	}
	return NULL;
}
