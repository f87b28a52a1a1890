#include "run/failed.h"

#include <string.h>

#include "base/text.h"
#include "base/util.h"

static const char TITLE[] = "# what failed when it was last run, for --failed\n";

void
failed_add_key(struct buf *b, const struct failed_key *key)
{
	buf_printf(b, "# suite: %s\n# loader: %s\n", key->root, key->loader);
	if (key->plugin)
		buf_printf(b, "# plug-in: %s\n", key->plugin);
	buf_printf(b, "# target: %s\n# level: %s\n", key->target, key->level);
}

const char *
failed_name(struct arena *a, const char *what, const struct failed_key *key)
{
	struct buf b = {0};
	unsigned long long hash;

	failed_add_key(&b, key);
	hash = hash_add(HASH_START, b.p, b.len);
	buf_free(&b);
	return arena_printf(a, "%s-%016llx", what, hash);
}

const char *
failed_describe(struct arena *a, const struct failed_key *key)
{
	return arena_printf(a, "loader %s%s%s, target %s, level %s", key->loader,
			    key->plugin ? " with " : "", key->plugin ? key->plugin : "",
			    key->target, key->level);
}

static const char RUN[] = "# last run: ", BETWEEN[] = ", cases executed: ";

void
failed_format(struct buf *b, const struct failed_key *key, const struct failed *f)
{
	buf_puts(b, TITLE);
	failed_add_key(b, key);
	buf_printf(b, "%s%s%s%zu\n", RUN, f->when, BETWEEN, f->executed);
	for (size_t i = 0; i < f->n; i++)
		buf_printf(b, "%s  %s\n", f->cases[i].id, f->cases[i].when);
}

/* "# last run: WHEN, cases executed: N" */
static bool
parse_run(struct arena *a, struct failed *f, const char *line)
{
	const char *between = strstr(line, BETWEEN);
	long executed;

	if (!text_starts(line, RUN) || !between ||
	    !text_long(between + strlen(BETWEEN), 0, 1000000000, &executed))
		return false;
	line += strlen(RUN);
	f->when = arena_strndup(a, line, (size_t)(between - line));
	f->executed = (size_t)executed;
	return true;
}

/* does the file begin with the head for these runs? *from and *lines get the head's length */
static bool
parse_key(const struct failed_key *key, const char *bytes, size_t len, size_t *from,
	  size_t *lines)
{
	struct buf head = {0};
	bool same;

	buf_puts(&head, TITLE);
	failed_add_key(&head, key);
	*from = head.len;
	*lines = 0;
	for (size_t i = 0; i < head.len; i++)
		*lines += head.p[i] == '\n';
	/* two loaders may have the same hash of 64 bits, and anybody may have written the file */
	same = len >= head.len && !memcmp(bytes, head.p, head.len);
	buf_free(&head);
	return same;
}

/* "AREA/NAME  WHEN" */
static bool
parse_case(struct arena *a, struct failed_case *c, const char *line)
{
	size_t id = strspn(line, "abcdefghijklmnopqrstuvwxyz0123456789_-/");
	size_t blanks = strspn(line + id, " ");

	c->id = arena_strndup(a, line, id);
	c->when = line + id + blanks;
	return id && blanks && *c->when && !c->when[strspn(c->when, "0123456789-: ")];
}

/* the number of the first line that contains c */
static size_t
line_of(const char *bytes, char c)
{
	size_t line = 1;

	for (; *bytes != c; bytes++)
		line += *bytes == '\n';
	return line;
}

size_t
failed_parse(struct arena *a, struct failed *f, const struct failed_key *key, const char *bytes,
	     size_t len)
{
	size_t n, from, head;
	char **lines;

	*f = (struct failed){0};
	if (!parse_key(key, bytes, len, &from, &head))
		return 1;
	if (memchr(bytes, '\0', len))
		return line_of(bytes, '\0');
	lines = text_lines(a, bytes + from, len - from, &n);
	if (!n || !parse_run(a, f, lines[0]))
		return head + 1;
	f->cases = arena_alloc(a, n * sizeof(*f->cases));
	for (size_t i = 1; i < n; i++) {
		if (!parse_case(a, &f->cases[f->n++], lines[i]))
			return head + 1 + i;
	}
	return 0;
}

const char *
failed_when(const struct failed *f, const char *id)
{
	for (size_t i = 0; i < f->n; i++) {
		if (!strcmp(f->cases[i].id, id))
			return f->cases[i].when;
	}
	return NULL;
}
