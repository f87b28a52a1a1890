/*
 * overview NAME=REPORT...: prints a table of the loaders NAME, from what `conform -o json:REPORT`
 * wrote for each. Where there is no report, REPORT.why may say why. Exit status 0: each report is
 * complete and has nothing unexpected; 1: not so; 2: usage.
 */
#include <stdio.h>
#include <string.h>

#include "base/util.h"
#include "tools/overview/overview.h"

/* the first line of PATH.why */
static const char *
reason(struct arena *a, const char *path)
{
	struct buf text = {0};
	const char *why = "no report";

	if (!file_read(arena_printf(a, "%s.why", path), &text) && *buf_str(&text))
		why = arena_strndup(a, buf_str(&text), strcspn(buf_str(&text), "\n"));
	buf_free(&text);
	return why;
}

static void
take(struct overview *o, const char *name, const char *path)
{
	struct buf json = {0};

	if (file_read(path, &json))
		overview_fault(o, name, reason(&o->mem, path));
	else
		overview_report(o, name, buf_str(&json), json.len);
	buf_free(&json);
}

int
main(int argc, char **argv)
{
	struct overview o = {0};
	struct buf out = {0};
	size_t green = 0;
	double seconds = 0;

	argv0 = "overview";
	for (int i = 1; i < argc; i++) {
		const char *equals = strchr(argv[i], '=');

		if (!equals)
			die("expected NAME=REPORT, got '%s'", argv[i]);
		take(&o, arena_strndup(&o.mem, argv[i], (size_t)(equals - argv[i])), equals + 1);
	}
	if (!o.n)
		die("usage: overview NAME=REPORT...");
	overview_print(&out, &o);
	for (size_t i = 0; i < o.n; i++) {
		green += overview_green(&o.v[i]);
		seconds += o.v[i].seconds;
	}
	buf_printf(&out, "\nloaders: %zu green, %zu not, in %.0f s\n", green, o.n - green, seconds);
	fputs(buf_str(&out), stdout);
	buf_free(&out);
	green = o.n - green;
	overview_free(&o);
	return all_said(green ? 1 : 0);
}
