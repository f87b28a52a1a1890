/*
 * mutant_table [--matrix | --brief] PATCHES RESULTS NAME...: prints which cases catch which mutant
 * of the reference loader. PATCHES/NAME.patch is the mutant; RESULTS/NAME/report.json is what the
 * suite said of it, or RESULTS/NAME/fault or RESULTS/NAME/skip says why there is no report. Exit
 * status 0: every mutant is caught; 1: not so, or there is a fault; 2: usage.
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
take_mutant(struct mutants *all, const char *patches, const char *results, const char *name)
{
	struct buf patch = {0};
	const char *path = arena_printf(&all->mem, "%s/%s.patch", patches, name);

	if (file_read(path, &patch))
		die("cannot read %s:", path);
	take_run(all, mutants_add(all, name, buf_str(&patch)), results);
	buf_free(&patch);
}

int
main(int argc, char **argv)
{
	struct mutants all = {0};
	struct buf out = {0};
	const char *option = argc > 1 && *argv[1] == '-' ? argv[1] : "";
	int first = *option ? 2 : 1;
	bool good;

	argv0 = "mutant_table";
	if (argc < first + 3 ||
	    (*option && strcmp(option, "--matrix") && strcmp(option, "--brief")))
		die("usage: mutant_table [--matrix | --brief] PATCHES RESULTS NAME...");
	all.brief = !strcmp(option, "--brief");
	for (int i = first + 2; i < argc; i++)
		take_mutant(&all, argv[first], argv[first + 1], argv[i]);
	mutants_count(&all);
	if (!strcmp(option, "--matrix"))
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
