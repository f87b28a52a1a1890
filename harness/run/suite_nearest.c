#include <stdint.h>
#include <string.h>

#include "run/suite.h"
#include "base/text.h"
#include "base/util.h"

enum { SHOWN = 3 };

/* the words nearest to a pattern, the nearest first */
struct nearest {
	struct arena *a;
	const char *pattern;
	size_t limit; /* a word that is further away is no suggestion */
	const char *words[SHOWN];
	size_t away[SHOWN];
	size_t n;
};

static bool
is_there(const struct nearest *near, const char *word)
{
	for (size_t i = 0; i < near->n; i++) {
		if (!strcmp(near->words[i], word))
			return true;
	}
	return false;
}

/* add word, unless there are enough words that are at least as near */
static void
offer(struct nearest *near, const char *word, size_t away)
{
	size_t at = near->n;

	if (away > near->limit || away >= strlen(word) || is_there(near, word))
		return;
	while (at && near->away[at - 1] > away)
		at--;
	if (at == SHOWN)
		return;
	if (near->n < SHOWN)
		near->n++;
	for (size_t i = near->n - 1; i > at; i--) {
		near->words[i] = near->words[i - 1];
		near->away[i] = near->away[i - 1];
	}
	near->words[at] = word;
	near->away[at] = away;
}

/* offer each part of a name */
static void
offer_parts(struct nearest *near, const char *name)
{
	while (*name) {
		size_t len = strcspn(name, "-_");
		const char *part = arena_strndup(near->a, name, len);

		offer(near, part, text_distance(near->pattern, part));
		name += len + (name[len] != '\0');
	}
}

/* offer the glob AREA/REST with the case's area, if it matches the case */
static void
offer_glob(struct nearest *near, const struct casefile *c)
{
	const char *slash = strchr(near->pattern, '/');
	const char *glob = arena_printf(near->a, "%s%s", c->area, slash);

	if (text_glob(glob, c->id))
		offer(near, glob, text_distance(near->pattern, glob));
}

/* how far an id is from the pattern; it is near if it contains the pattern or the pattern's name */
static size_t
away_from(const char *pattern, const struct casefile *c)
{
	const char *slash = strchr(pattern, '/');

	if (strstr(c->id, pattern))
		return 0;
	if (slash && slash[1] && strstr(c->name, slash + 1))
		return 1;
	return text_distance(pattern, c->id);
}

static void
offer_case(struct nearest *near, const struct casefile *c)
{
	if (strpbrk(near->pattern, "*?[")) {
		if (strchr(near->pattern, '/'))
			offer_glob(near, c);
		return;
	}
	offer(near, c->id, away_from(near->pattern, c));
	if (strchr(near->pattern, '/'))
		return;
	offer(near, c->area, text_distance(near->pattern, c->area));
	offer(near, c->id, text_distance(near->pattern, c->name));
	offer_parts(near, c->name);
}

/* the area before the pattern's slash if it exists (then the name is wrong), or NULL */
static const char *
its_area(const struct nearest *near, const struct suite *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const char *area = s->cases[i].area;

		if (text_starts(near->pattern, area) && near->pattern[strlen(area)] == '/')
			return area;
	}
	return NULL;
}

/* a third of a short word, three characters of a longer one, a little more of a long id */
static size_t
limit(size_t len)
{
	if (len < 9)
		return (len + 2) / 3;
	return len / 6 > 3 ? len / 6 : 3;
}

const char *
suite_nearest(struct arena *a, const struct suite *s, const char *pattern)
{
	struct arena scratch = {0};
	struct nearest near = {.a = &scratch, .pattern = pattern};
	const char *text, *area = its_area(&near, s);

	near.limit = limit(strlen(pattern));
	for (size_t i = 0; i < s->n; i++)
		offer_case(&near, &s->cases[i]);
	text = area ? arena_printf(a, "see --list %s", area) : arena_strdup(a, "see --list");
	for (size_t i = 0; i < near.n; i++)
		text = i ? arena_printf(a, "%s, %s", text, near.words[i])
			 : arena_printf(a, "did you mean %s", near.words[i]);
	if (near.n)
		text = arena_printf(a, "%s?", text);
	arena_free(&scratch);
	return text;
}
