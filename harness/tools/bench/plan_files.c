/* What the fixtures cost: on a fresh checkout, and after a change. In a copy of the suite. */
#include <stdio.h>
#include <string.h>

#include "format/folders.h"
#include "tools/bench/bench_run.h"
#include "tools/bench/made.h"
#include "tools/bench/plan.h"

static const char ONE[] = "hook/not-from-global-scope";

static void
append(const char *path, const char *text)
{
	FILE *f = fopen(path, "a");

	if (!f || fputs(text, f) < 0 || fclose(f))
		die("cannot change %s:", path);
}

static struct cost
run(const struct bench *b, const char *root, const char *one)
{
	return bench_run((const char *[]){b->conform, "-q", "--root", root, "--loader", b->loader,
					  one, NULL}).cost;
}

/* less what the cases themselves cost */
const char *
plan_fixtures(struct bench *b, const struct plan *p, struct cost *cost)
{
	const char *root = made_copy(&b->mem);
	const char *one = strcmp(p->with, "touched") ? NULL : ONE;
	struct cost warm;

	if (strcmp(p->with, "cold"))
		run(b, root, one);
	else
		dir_remove(arena_printf(&b->mem, "%s/build", root));
	if (!strcmp(p->with, "touched"))
		append(arena_printf(&b->mem, "%s/" FOLDER_FIXTURES "/hook/nohook.c", root),
		       "/* changed */\n");
	if (!strcmp(p->with, "header"))
		append(arena_printf(&b->mem, "%s/" FOLDER_INCLUDE "/fx.h", root),
		       "/* changed */\n");
	*cost = run(b, root, one);
	warm = run(b, root, one);
	cost->cpu -= warm.cpu;
	cost->wall -= warm.wall;
	return NULL;
}
