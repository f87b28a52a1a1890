#include "run/session_report.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "format/settings.h"
#include "report/progress.h"
#include "base/util.h"
#include "run/verdict.h"

/* the report's name for one of several loaders: report.L2.xml; the matrix calls the loader L2 */
static const char *
per_loader(struct arena *a, const char *spec, size_t number)
{
	const char *colon = strchr(spec, ':'), *slash, *dot;

	if (!colon || !strcmp(colon, ":-"))
		return spec;
	slash = strrchr(colon, '/');
	dot = strrchr(slash ? slash : colon, '.');
	if (!dot)
		return arena_printf(a, "%s.L%zu", spec, number);
	return arena_printf(a, "%.*s.L%zu%s", (int)(dot - spec), spec, number, dot);
}

/* draw a status line only if no other report writes to the terminal */
static FILE *
status_stream(const struct options *o)
{
	size_t on_stdout = 0;

	for (size_t i = 0; o->formats[i]; i++)
		on_stdout += !strchr(o->formats[i], ':');
	if (!progress_terminal(stderr) || (on_stdout > 1 && isatty(STDOUT_FILENO)))
		return NULL;
	return stderr;
}

static void
give_up(struct session_reports *r)
{
	for (size_t i = 0; i < r->n; i++)
		report_close(&r->reporters[i]);
}

int
reports_open(struct arena *a, struct session_reports *r, const struct options *o,
	     const struct report_gather *gather)
{
	memset(r, 0, sizeof(*r));
	r->config.color = o->color > 0 || (o->color < 0 && isatty(STDOUT_FILENO));
	r->config.status = status_stream(o);
	r->config.gather = gather;
	r->config.verbose = o->verbose;
	for (size_t i = 0; o->formats[i]; i++) {
		const char *spec = o->formats[i];

		if (r->n == REPORTERS_MAX) {
			warn("-o: expected at most %d reports", REPORTERS_MAX);
			give_up(r);
			return -1;
		}
		if (o->loaders[1] && !report_of_spec(spec)->joint)
			spec = per_loader(a, spec, gather->number);
		if (report_open(&r->reporters[r->n], spec, &r->config)) {
			give_up(r);
			return -1;
		}
		r->n++;
	}
	return 0;
}

void
reports_begin(struct session_reports *r, const struct summary *s)
{
	for (size_t i = 0; i < r->n; i++) {
		if (r->reporters[i].format->begin)
			r->reporters[i].format->begin(&r->reporters[i], s);
		report_note(&r->reporters[i]);
	}
}

void
reports_result(struct session_reports *r, struct summary *s, const struct result *res)
{
	summary_count(s, res);
	for (size_t i = 0; i < r->n; i++) {
		r->reporters[i].done++;
		if (r->reporters[i].format->result)
			r->reporters[i].format->result(&r->reporters[i], s, res);
		report_note(&r->reporters[i]);
	}
}

int
reports_end(struct session_reports *r, const struct summary *s, const struct result *const *all,
	    size_t n)
{
	int bad = 0;

	for (size_t i = 0; i < r->n; i++) {
		if (r->reporters[i].format->end)
			r->reporters[i].format->end(&r->reporters[i], s, all, n);
		report_note(&r->reporters[i]);
		bad |= report_close(&r->reporters[i]);
	}
	return bad;
}
