/*
 * mutant_table [--matrix | --brief] [--keys-told] PATCHES AROUND RESULTS NAME...: prints which
 * cases catch which mutant. PATCHES/NAME.patch is one of the reference loader, AROUND/NAME.py one
 * of what stands around a loader; RESULTS/NAME/report.json is what the suite said of it, or
 * RESULTS/NAME/fault or RESULTS/NAME/skip says why there is no report. Exit status 0: every mutant
 * is caught; 1: not so, or there is a fault; 2: usage. With --keys-told wrong keys of cases are
 * told, but are no fault.
 */
#include <string.h>

#include "tools/mutants/mutants.h"
#include "base/util.h"

/* first line of a small file; NULL if there is none */
static const char *
line_of(struct arena *a, const char *dir, const char *name, const char *file)
{
	struct buf text = {0};
	const char *line = NULL;

	if (!file_read(arena_printf(a, "%s/%s/%s", dir, name, file), &text))
		line = arena_strndup(a, buf_str(&text), strcspn(buf_str(&text), "\n"));
	buf_free(&text);
	return line;
}

static void
take_run(struct mutants *all, struct mutant *m, const char *results)
{
	struct buf json = {0};
	const char *fault = line_of(&all->mem, results, m->name, "fault");

	m->skipped = line_of(&all->mem, results, m->name, "skip");
	if (fault)
		m->fault = fault;
	if (m->fault || m->skipped)
		return;
	if (file_read(arena_printf(&all->mem, "%s/%s/report.json", results, m->name), &json))
		m->fault = "it was not run";
	else
		mutants_report(all, m, buf_str(&json), json.len);
	buf_free(&json);
}

static void
take_mutant(struct mutants *all, char **folders, const char *name)
{
	struct buf text = {0};
	const char *path = arena_printf(&all->mem, "%s/%s.patch", folders[0], name);
	const char *plugin = arena_printf(&all->mem, "%s/%s.py", folders[1], name);
	bool around = file_read(path, &text);
	struct mutant *m;

	if (around && file_read(plugin, &text))
		die("cannot read %s:", path);
	m = mutants_add(all, name, buf_str(&text));
	m->around = around;
	take_run(all, m, folders[2]);
	buf_free(&text);
}

/* take the options; the number of the first other argument, or 0 */
static int
take_options(struct mutants *all, char **argv, bool *matrix)
{
	int i = 1;

	for (; argv[i] && *argv[i] == '-'; i++) {
		if (!strcmp(argv[i], "--matrix"))
			*matrix = true;
		else if (!strcmp(argv[i], "--brief"))
			all->brief = true;
		else if (!strcmp(argv[i], "--keys-told"))
			all->keys_told = true;
		else
			return 0;
	}
	return i;
}

int
main(int argc, char **argv)
{
	struct mutants all = {0};
	struct buf out = {0};
	bool matrix = false, good;
	int first = take_options(&all, argv, &matrix);

	argv0 = "mutant_table";
	if (!first || argc < first + 4)
		die("usage: mutant_table [--matrix | --brief] [--keys-told] PATCHES AROUND RESULTS "
		    "NAME...");
	for (int i = first + 3; i < argc; i++)
		take_mutant(&all, argv + first, argv[i]);
	mutants_count(&all);
	if (matrix)
		mutants_matrix(&out, &all);
	else
		mutants_print(&out, &all);
	good = mutants_good(&all);
	if (fwrite(buf_str(&out), 1, out.len, stdout) != out.len || fflush(stdout))
		die("cannot write the table:");
	buf_free(&out);
	mutants_free(&all);
	return good ? 0 : 1;
}
