#include "explore/seen.h"

#include <stdint.h>
#include <string.h>

#include "explore/program.h"

enum { FEATURES_MAX = COMMANDS_MAX + ACTORS_MAX * PLAN_KEYS };

/* FNV-1a */
static uint32_t
hash(uint32_t so_far, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		so_far = (so_far ^ (unsigned char)text[i]) * 16777619u;
	return so_far;
}

static size_t
two_words(const char *one, const char *other)
{
	uint32_t h = hash(hash(2166136261u, one, strcspn(one, " \n")), " ", 1);

	return hash(h, other, strcspn(other, " \n")) % SEEN_MAX;
}

static size_t
features_of(const struct program *p, size_t features[FEATURES_MAX])
{
	size_t n = 0;

	for (size_t i = 0; i + 1 < p->n; i++)
		features[n++] = two_words(p->commands[i], p->commands[i + 1]);
	for (size_t i = 0; i < p->nactors; i++) {
		for (int key = 0; key < PLAN_KEYS; key++) {
			const char text[] = {'k', (char)('a' + key),
					     (char)('a' + p->actors[i].plan.value[key]), '\0'};

			features[n++] = two_words(text, "");
		}
	}
	return n;
}

double
seen_worth(const struct seen *s, const struct program *p)
{
	size_t features[FEATURES_MAX], n = features_of(p, features);
	double worth = 0;

	for (size_t i = 0; i < n; i++)
		worth += (1.0 + s->earned[features[i]]) / (1.0 + s->ran[features[i]]);
	return n ? worth / (double)n : 0;
}

/* what tells a line of an answer apart: an exception's class, how an event begins or goes on */
static const char *
kind_of(const char *line)
{
	const char *second;

	if (line[0] == '=')
		return line[2] == '<' ? "module" : line[2] == '{' ? "dict" : "value";
	if (line[0] == '!')
		return line + 1 + (line[1] == ' ');
	/* an event begins with a module's name, if it has one */
	second = line + strcspn(line, ":\n");
	return line[0] == '|' && *second == ':' && second[1] == ' ' ? second + 2 : line + 2;
}

/* the number of outcomes in the transcript that are new */
static unsigned
new_outcomes(struct seen *s, const char *transcript)
{
	const char *verb = "";
	unsigned n = 0;

	for (const char *line = transcript; *line; line += *line == '\n') {
		if (line[0] == '>' && line[1] == ' ') {
			verb = line + 2;
		} else if (line[0] != '~' && line[0] != '\n' && line[1] == ' ') {
			size_t outcome = two_words(verb, kind_of(line));

			n += !s->outcomes[outcome];
			s->outcomes[outcome] = true;
		}
		line += strcspn(line, "\n");
	}
	return n;
}

void
seen_add(struct seen *s, const struct program *p, const char *transcript)
{
	size_t features[FEATURES_MAX], n = features_of(p, features);
	unsigned found = new_outcomes(s, transcript);

	for (size_t i = 0; i < n; i++) {
		s->ran[features[i]]++;
		s->earned[features[i]] += found;
	}
}
