#include "report/progress.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/util.h"

/* seconds before a terminal gets its first line, and between lines on another stream */
static const double PATIENCE = 0.5, BETWEEN = 10;

bool
progress_terminal(FILE *out)
{
	const char *term = getenv("TERM");

	return isatty(fileno(out)) && !(term && !strcmp(term, "dumb"));
}

void
progress_begin(struct progress *p, FILE *out, const char *what, double now)
{
	bool terminal = out && progress_terminal(out);

	*p = (struct progress){.out = out, .terminal = terminal, .what = what,
			       .next = now + (terminal ? PATIENCE : BETWEEN)};
}

static void
draw(struct progress *p, size_t done, size_t all, const char *also)
{
	if (p->drawn && p->shown == done)
		return;
	fprintf(p->out, "\r\033[K%s: %zu of %zu%s", p->what, done, all, also);
	fflush(p->out);
	p->drawn = true;
	p->shown = done;
}

void
progress_step(struct progress *p, double now, size_t done, size_t all, const char *also)
{
	if (!p->out || !all || now < p->next)
		return;
	if (p->terminal) {
		draw(p, done, all, also);
		return;
	}
	fprintf(p->out, "%s: %s: %zu of %zu%s\n", argv0, p->what, done, all, also);
	fflush(p->out);
	p->next = now + BETWEEN;
}

void
progress_end(struct progress *p)
{
	if (p->drawn) {
		fputs("\r\033[K", p->out);
		fflush(p->out);
	}
	p->drawn = false;
}
