#include "lint.h"

#include <string.h>

#include "base/util.h"
#include "format/casefile.h"

/* is there the command `VERB NAME...` at from or later, before to? The number, or to */
static size_t
find(const struct casefile *c, size_t from, size_t to, const char *verb, const char *name)
{
	for (; from < to; from++) {
		const struct command *command = &c->commands[from];

		if (!strcmp(command->words[0], verb) && !strcmp(command->words[1], name))
			break;
	}
	return from;
}

/* is the thread T between its `start` and its `join` when the command comes? */
static bool
runs(const struct casefile *c, size_t at, const char *name)
{
	for (size_t i = at; i-- > 0;) {
		if (find(c, i, i + 1, "start", name) == i)
			return true;
		if (find(c, i, i + 1, "join", name) == i)
			return false;
	}
	return false;
}

void
lint_threads(const struct casefile *c, struct errors *errors)
{
	for (size_t i = 0; i < c->ncommands; i++) {
		const struct command *command = &c->commands[i];
		const char *verb = command->words[0], *name = command->words[1];
		bool starts = !strcmp(verb, "start");

		if (!strcmp(verb, "reached") &&
		    find(c, 0, c->ncommands, "open", name) == c->ncommands)
			errors_at(errors, c->path, command->line,
				  "gate '%s' is left closed; expected 'open %s'", name, name);
		if (starts && runs(c, i, name))
			errors_at(errors, c->path, command->line,
				  "thread '%s' runs already; expected 'join %s' above", name, name);
		if ((!strcmp(verb, "join") || !strcmp(verb, "blocked?")) && !runs(c, i, name))
			errors_at(errors, c->path, command->line,
				  "no thread '%s' runs; expected 'start %s CMD' above", name, name);
	}
}
