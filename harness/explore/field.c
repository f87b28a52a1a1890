#include "explore/field.h"

#include <elf.h>
#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "explore/bytecode.h"
#include "explore/pair.h"
#include "explore/stable_abi.h"
#include "explore/survey.h"
#include "explore/survey_html.h"
#include "explore/tell.h"
#include "explore/ways.h"
#include "fixtures/fixcheck.h"
#include "format/settings.h"
#include "run/cause.h"
#include "run/place.h"

/* seconds for a program without --limit time: packages import much more than cases do */
enum { IMPORT_SECONDS = 60 };

enum { BATCH = 32, WAYS_MOST = WAY_GIL + 1, TASKS_MOST = BATCH * WAYS_MOST };

/* a module to be loaded in one way */
struct task {
	size_t module;
	enum way way;
};

struct field {
	struct arena *a;
	const struct options *o;
	struct place place;
	struct side first, second;
	enum way ways[WAYS_MOST];
	size_t nways;
	struct task tasks[TASKS_MOST]; /* that come next */
	size_t ntasks;
	struct survey survey;
};

/* what the first side tells of a module, and whether it loads under the second */
static void
count(struct field *f, size_t module, const struct pair *p)
{
	struct survey *s = &f->survey;
	struct arena scratch = {0};
	const char *why = way_failure(&scratch, &p->first.result);

	s->outcomes[module].why = why ? arena_strdup(f->a, why) : NULL;
	if (s->compares)
		s->outcomes[module].loads_too = !way_failure(&scratch, &p->second.result);
	else if (why)
		findings_add(f->a, &s->found, cause_reason(&scratch, &p->cs, why));
	if (why && !s->compares)
		printf("%s: %s\n", s->modules.v[module].name, why);
	arena_free(&scratch);
}

static void
add_task(struct field *f, size_t module, enum way way)
{
	f->tasks[f->ntasks++] = (struct task){module, way};
}

static void
compare(struct field *f, size_t module, enum way way, const struct pair *p)
{
	struct survey *s = &f->survey;
	const char *cause = pair_difference(p);
	struct buf b = {0};
	size_t i;

	if (!cause)
		return;
	if (way == WAY_IMPORT) {
		add_task(f, module, WAY_AGAIN);
		add_task(f, module, WAY_EXIT);
	}
	i = findings_add(f->a, &s->found, cause);
	s->outcomes[module].differs[way] = arena_strdup(f->a, cause);
	if (s->found.v[i].known)
		return;
	printf("%zu. %s, %s: %s\n", s->found.v[i].number, s->modules.v[module].name,
	       way_name(way), cause);
	if (s->found.v[i].times == 1 && p->second.result.diff) {
		text_indent(&b, p->second.result.diff, "    ");
		fputs(buf_str(&b), stdout);
	}
	fflush(stdout);
	buf_free(&b);
}

/* does it load in an isolated subinterpreter? only of one that loads */
static void
note_isolated(struct field *f, size_t module, const struct pair *p)
{
	struct surveyed *o = &f->survey.outcomes[module];
	struct arena scratch = {0};
	const char *made = way_answer(&scratch, &p->first.result, 0);

	if (!o->why && made && *made == '=')
		o->isolated = way_failure(&scratch, &p->first.result) ? SAID_NO : SAID_YES;
	arena_free(&scratch);
}

/* the GIL is on if it was off before the import, and is on after it */
static void
note_gil(struct field *f, size_t module, const struct pair *p)
{
	struct surveyed *o = &f->survey.outcomes[module];
	struct arena scratch = {0};
	const struct result *r = &p->first.result;
	size_t last = p->program.n - 1;
	const char *before = way_answer(&scratch, r, 0), *after = way_answer(&scratch, r, last);

	if (!o->why && before && after && !strcmp(before, "= false"))
		o->turns_gil_on = !strcmp(after, "= true")    ? SAID_YES
				  : !strcmp(after, "= false") ? SAID_NO
							      : NOT_SAID;
	arena_free(&scratch);
}

static void
note(struct field *f, size_t module, enum way way, const struct pair *p)
{
	if (way == WAY_IMPORT)
		count(f, module, p);
	if (way == WAY_ISOLATED)
		note_isolated(f, module, p);
	else if (way == WAY_GIL)
		note_gil(f, module, p);
	else if (f->survey.compares)
		compare(f, module, way, p);
}

/* carry out the tasks; what they find may add others, which come next */
static int
run_tasks(struct field *f)
{
	struct task tasks[TASKS_MOST];
	struct pair *pairs = xcalloc(f->ntasks, sizeof(*pairs));
	size_t n = f->ntasks;
	int bad;

	memcpy(tasks, f->tasks, n * sizeof(*tasks));
	f->ntasks = 0;
	for (size_t i = 0; i < n; i++)
		way_program(&pairs[i].mem, &pairs[i].program,
			    &f->survey.modules.v[tasks[i].module], tasks[i].way);
	bad = f->survey.compares ? pair_run(&f->first, &f->second, pairs, n)
				 : pair_run_first(&f->first, pairs, n);
	for (size_t i = 0; i < n; i++) {
		if (!bad)
			note(f, tasks[i].module, tasks[i].way, &pairs[i]);
		pair_free(&pairs[i]);
	}
	free(pairs);
	return bad;
}

static int
batch(struct field *f, size_t from, size_t n)
{
	int bad = 0;

	for (size_t way = 0; way < f->nways; way++)
		for (size_t i = 0; i < n; i++)
			add_task(f, from + i, f->ways[way]);
	while (f->ntasks && !bad)
		bad = run_tasks(f);
	return bad;
}

/* two loaders are compared; one alone tells what an interpreter can tell of a module */
static void
choose_ways(struct field *f)
{
	const struct facts *facts = &f->first.target.facts;
	const char *gil = facts_get(facts, "gil");

	if (f->survey.compares) {
		while (f->nways < WAYS_COMPARED) {
			f->ways[f->nways] = (enum way)f->nways;
			f->nways++;
		}
		return;
	}
	f->ways[f->nways++] = WAY_IMPORT;
	if (facts_has_cap(facts, "isolated"))
		f->ways[f->nways++] = WAY_ISOLATED;
	if (gil && !strcmp(gil, "0"))
		f->ways[f->nways++] = WAY_GIL;
}

/* the strings of a list that a command tells of the first loader; NULL if it tells none */
static const char **
ask_list(struct field *f, const char *command)
{
	struct pair pair = {0};
	const char *answer = NULL;
	json_t *list = NULL;
	const char **strings = NULL;

	way_ask(&pair.mem, &pair.program, command);
	if (!pair_run_first(&f->first, &pair, 1))
		answer = way_answer(&pair.mem, &pair.first.result, 0);
	/* a transcript shows the first one as $EXT */
	if (answer && text_starts(answer, "= "))
		list = json_loads(text_replace(&pair.mem, answer + strlen("= "), "$EXT",
					       f->first.target.suffix), 0, NULL);
	if (json_array_size(list)) {
		strings = arena_alloc(f->a, (json_array_size(list) + 1) * sizeof(*strings));
		for (size_t i = 0; i < json_array_size(list); i++) {
			const char *one = json_string_value(json_array_get(list, i));

			strings[i] = arena_strdup(f->a, one ? one : "");
		}
	}
	json_decref(list);
	pair_free(&pair);
	return strings;
}

/* 0, or -1 with a warning */
static int
ask_imports(struct field *f, struct imports *loader)
{
	static const char *const none[] = {NULL};
	const char **path = ask_list(f, "get sys.path");

	loader->path = path ? path : none;
	loader->suffixes = ask_list(f, "suffixes");
	if (!loader->suffixes)
		warn("field: '%s' does not tell the suffixes of its extension modules",
		     f->o->loaders[0]);
	return loader->suffixes ? 0 : -1;
}

/* the libraries that a file needs, without the C library's own */
static char **
needs_of(struct arena *a, const char *file)
{
	const char *why, *name;
	struct elf_file *f = elf_file_open(file, &why);
	char **needs;
	size_t n = 0, kept = 0;

	while (f && elf_dynamic_string(f, DT_NEEDED, n))
		n++;
	needs = arena_alloc(a, (n + 1) * sizeof(*needs));
	for (size_t i = 0; i < n; i++) {
		name = elf_dynamic_string(f, DT_NEEDED, i);
		if (!survey_is_libc(name))
			needs[kept++] = arena_strdup(a, name);
	}
	if (f)
		elf_file_close(f);
	return needs;
}

/* what the files themselves say */
static int
look_at_files(struct field *f)
{
	struct survey *s = &f->survey;
	struct stable_abi abi;

	s->outcomes = arena_alloc(f->a, s->modules.n * sizeof(*s->outcomes));
	if (stable_abi_read(f->a, &abi,
			    arena_printf(f->a, "%s/harness/explore/stable_abi.txt", f->o->home)))
		return -1;
	s->newest_abi = abi.newest;
	for (size_t i = 0; i < s->modules.n; i++) {
		s->outcomes[i].needs = needs_of(f->a, s->modules.v[i].file);
		if (s->modules.v[i].kind == MODULE_ABI3)
			abi3_look(f->a, &s->outcomes[i].abi3, s->modules.v[i].file, &abi);
	}
	return 0;
}

static int
open_first(struct field *f, const volatile int *interrupted)
{
	const struct options *o = f->o;
	struct survey *s = &f->survey;
	struct imports loader;

	if (place_open(f->a, &f->place, o->build) ||
	    side_open(&f->first, o, o->loaders[0], o->before, &f->place, "a", false,
		      interrupted))
		return -1;
	if (ask_imports(f, &loader) ||
	    gather(f->a, &s->gathered, &s->modules, o->folders, &loader, &f->place, GATHER_ROOM))
		return -1;
	if (s->modules.n)
		return look_at_files(f);
	warn("field: no extension module for %s in what was named (%zu files have another tag, "
	     "%zu archives are for other loaders)", o->loaders[0], s->modules.other_abi,
	     s->gathered.other);
	return -1;
}

/* the second loader, and the bytecode of what was unpacked for each interpreter */
static int
open_second(struct field *f, const volatile int *interrupted)
{
	const struct options *o = f->o;
	const char *second = o->loaders[1] ? o->loaders[1] : o->loaders[0];
	const char *unpacked = f->survey.gathered.folder;

	f->survey.compares = o->plugin || o->loaders[1];
	if (unpacked)
		bytecode_make(&f->first.target, unpacked, o->jobs);
	if (!f->survey.compares)
		return 0;
	if (side_open(&f->second, o, second, o->plugin, &f->place, "b", false, interrupted))
		return -1;
	f->second.other_suffix = f->first.target.suffix;
	if (unpacked && o->loaders[1])
		bytecode_make(&f->second.target, unpacked, o->jobs);
	return 0;
}

static int
open_sides(struct field *f, const volatile int *interrupted)
{
	int bad = open_first(f, interrupted) || open_second(f, interrupted);

	choose_ways(f);
	return bad ? -1 : 0;
}

static int
run(struct field *f, const volatile int *interrupted)
{
	struct survey *s = &f->survey;
	int bad = open_sides(f, interrupted);

	bad = bad || findings_know(f->a, &s->found, f->o->known);
	for (size_t i = 0; i < s->modules.n && !bad && !*interrupted; i += BATCH)
		bad = batch(f, i, s->modules.n - i < BATCH ? s->modules.n - i : BATCH);
	if (bad || *interrupted)
		return bad;
	survey_tell(s);
	bad = tell_json(survey_json(s), f->o, &s->found);
	return survey_html_write(s, f->o) || bad ? -1 : 0;
}

/* what was named, as absolute paths; what is not there keeps its name, and is refused later */
static char **
absolute(struct arena *a, char *const *named)
{
	char **paths = arena_alloc(a, (text_count(named) + 1) * sizeof(*paths));
	char real[PATH_MAX];

	for (size_t i = 0; named[i]; i++)
		paths[i] = arena_strdup(a, realpath(named[i], real) ? real : named[i]);
	return paths;
}

int
field(struct arena *a, const struct options *options, const volatile int *interrupted)
{
	struct options o = *options;
	struct field f = {.a = a, .o = &o};
	struct survey *s = &f.survey;
	int bad, code;

	o.folders = absolute(a, options->folders);
	if (o.limits.time == limits_default.time)
		o.limits.time = IMPORT_SECONDS;
	f.place.above = -1;
	bad = run(&f, interrupted);
	side_close(&f.first);
	side_close(&f.second);
	place_close(&f.place, false);
	modules_free(&s->modules);
	code = bad ? 2 : s->compares && findings_new(&s->found) ? 1 : 0;
	findings_free(&s->found);
	return *interrupted ? 128 + *interrupted : code;
}
