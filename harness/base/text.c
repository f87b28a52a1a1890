#include "base/text.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/util.h"

/* does the set contain c? *set points behind its '[' at first, and behind its ']' afterwards */
static bool
in_set(const char **set, unsigned char c)
{
	const char *p = *set;
	bool negated = *p == '!' || *p == '^', found = false;

	p += negated;
	/* a ']' directly at the beginning is a member of the set */
	do {
		unsigned char low = (unsigned char)*p++, high = low;

		if (p[0] == '-' && p[1] && p[1] != ']') {
			high = (unsigned char)p[1];
			p += 2;
		}
		found |= low <= c && c <= high;
	} while (*p != ']');
	*set = p + 1;
	return found != negated;
}

/* does a ']' close this '['? a '[' that is not closed is an ordinary character */
static bool
is_set(const char *glob)
{
	if (*glob != '[')
		return false;
	glob++;
	if (*glob == '!' || *glob == '^')
		glob++;
	return *glob && strchr(glob + 1, ']');
}

/* match one element of the glob, not '*', with the first character of s; the rest or NULL */
static const char *
match_one(const char *glob, const char *s)
{
	if (!*glob)
		return NULL;
	if (is_set(glob)) {
		glob++;
		return in_set(&glob, (unsigned char)*s) ? glob : NULL;
	}
	return *glob == '?' || *glob == *s ? glob + 1 : NULL;
}

bool
text_glob(const char *glob, const char *s)
{
	/* only the last '*' needs another try: everything before it has matched */
	const char *star = NULL, *tried = NULL, *next;

	while (*s) {
		if (*glob == '*') {
			star = ++glob;
			tried = s;
		} else if ((next = match_one(glob, s))) {
			glob = next;
			s++;
		} else if (star) {
			glob = star;
			s = ++tried;
		} else {
			return false;
		}
	}
	return !glob[strspn(glob, "*")];
}

bool
text_starts(const char *s, const char *prefix)
{
	return !strncmp(s, prefix, strlen(prefix));
}

bool
text_ends(const char *s, const char *suffix)
{
	size_t len = strlen(s), tail = strlen(suffix);

	return len >= tail && !strcmp(s + len - tail, suffix);
}

const char *
text_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

size_t
text_line_feeds(const char *s)
{
	size_t n = 0;

	for (; *s; s++)
		n += *s == '\n';
	return n;
}

const char *
text_replace(struct arena *a, const char *s, const char *from, const char *to)
{
	struct buf b = {0};
	const char *at, *copy;

	if (!strstr(s, from))
		return s;
	for (; (at = strstr(s, from)); s = at + strlen(from)) {
		buf_add(&b, s, (size_t)(at - s));
		buf_puts(&b, to);
	}
	buf_puts(&b, s);
	copy = arena_strndup(a, buf_str(&b), b.len);
	buf_free(&b);
	return copy;
}

bool
text_long(const char *s, long min, long max, long *out)
{
	const char *first = *s == '-' ? s + 1 : s;
	char *end;
	long value;

	/* strtol accepts leading blanks and a '+' */
	if (*first < '0' || *first > '9')
		return false;
	errno = 0;
	value = strtol(s, &end, 10);
	if (*end || errno || value < min || value > max)
		return false;
	*out = value;
	return true;
}

bool
text_seconds(const char *s, double *out)
{
	double value = 0, unit = 1;
	size_t whole = strspn(s, "0123456789");
	const char *fraction = s + whole;

	if (!whole)
		return false;
	for (size_t i = 0; i < whole; i++)
		value = value * 10 + (s[i] - '0');
	if (*fraction == '.') {
		fraction++;
		if (!*fraction)
			return false;
		for (; *fraction >= '0' && *fraction <= '9'; fraction++)
			value = value * 10 + (*fraction - '0'), unit *= 10;
	}
	/* a single division rounds only once: "0.1" gives the same double as 0.1 in C */
	value /= unit;
	if (*fraction || !(value <= 1e9))
		return false;
	*out = value;
	return true;
}

static int
days_of(long year, long month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

bool
text_date(const char *s)
{
	static const char form[] = "dddd-dd-dd";
	long year, month, day;

	for (size_t i = 0; i < sizeof(form); i++)
		if (form[i] == 'd' ? s[i] < '0' || s[i] > '9' : s[i] != form[i])
			return false;
	year = strtol(s, NULL, 10);
	month = strtol(s + 5, NULL, 10);
	day = strtol(s + 8, NULL, 10);
	return year && month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}

static size_t
least(size_t x, size_t y)
{
	return x < y ? x : y;
}

enum { NAME_MAX_LENGTH = 64 };

size_t
text_distance(const char *x, const char *y)
{
	/* three rows of the table of distances between prefixes: the current one and two above */
	size_t rows[3][NAME_MAX_LENGTH + 1], m = strlen(x), n = strlen(y);

	if (m > NAME_MAX_LENGTH || n > NAME_MAX_LENGTH)
		return SIZE_MAX;
	for (size_t j = 0; j <= n; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= m; i++) {
		size_t *row = rows[i % 3], *above = rows[(i - 1) % 3], *top = rows[(i + 1) % 3];

		row[0] = i;
		for (size_t j = 1; j <= n; j++) {
			row[j] = least(above[j - 1] + (x[i - 1] != y[j - 1]),
				       least(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
				row[j] = least(row[j], top[j - 2] + 1);
		}
	}
	return rows[m % 3][n];
}

const char *
text_unknown(struct arena *a, const char *what, const char *word, const char *const *names)
{
	const char *near = NULL, *text;
	size_t best = least((strlen(word) + 2) / 3, 3);

	for (size_t i = 0; names[i]; i++) {
		size_t d = text_distance(word, names[i]);

		/* not near: as many edits as the name has characters */
		if (d <= best && d < strlen(names[i]) && (!near || d < best)) {
			near = names[i];
			best = d;
		}
	}
	if (near)
		return arena_printf(a, "unknown %s '%s'; did you mean '%s'?", what, word, near);
	text = arena_printf(a, "unknown %s '%s'; there are", what, word);
	for (size_t i = 0; names[i]; i++)
		if (!i || strcmp(names[i], names[i - 1]))
			text = arena_printf(a, "%s %s", text, names[i]);
	return text;
}
