#include "explore/record.h"

#include <string.h>

#include "base/newfiles.h"
#include "base/text.h"
#include "base/util.h"
#include "explore/program.h"
#include "format/folders.h"

/* the name of an actor's plan: the case's, then the module's, in letters that any file may have */
static const char *
plan_name(struct arena *a, const char *name, const struct actor *actor)
{
	char *text = arena_printf(a, "%s_%s", name, actor->file);

	for (char *p = text; *p; p++) {
		bool plain = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9');

		*p = plain ? *p : '_';
	}
	return text;
}

/* does a file or a command of the program need the folder? */
static bool
uses(const struct program *p, const char *folder)
{
	for (size_t i = 0; i < p->nactors; i++)
		if (text_starts(p->actors[i].file, folder))
			return true;
	for (size_t i = 0; i < p->n; i++)
		if (strstr(p->commands[i], folder))
			return true;
	return false;
}

/* what puts the program's files into the case's folder, each command with its answer */
static void
add_copies(struct arena *a, struct buf *commands, struct buf *expected, const struct program *p,
	   const char *area, const char *name)
{
	static const char *const folders[] = {"zoo", "ark"};
	const char *line;

	for (size_t i = 0; i < LENGTH(folders); i++) {
		if (!uses(p, folders[i]))
			continue;
		buf_printf(commands, "mkdir $TMP/%s\n", folders[i]);
		buf_printf(expected, "> mkdir $TMP/%s\n= null\n", folders[i]);
	}
	for (size_t i = 0; i < p->nactors; i++) {
		line = arena_printf(a, "copy $FIX/%s/%s$EXT $TMP/%s$EXT", area,
				    plan_name(a, name, &p->actors[i]), p->actors[i].file);
		buf_printf(commands, "%s\n", line);
		buf_printf(expected, "> %s\n= null\n", line);
	}
}

static const char *
taken(struct arena *a, struct buf *b)
{
	const char *text = arena_strndup(a, buf_str(b), b->len);

	buf_free(b);
	return text;
}

void
record_make(struct arena *a, struct newfile files[RECORD_FILES], const struct program *p,
	    const char *area, const char *name, const char *got, const char *cause)
{
	struct buf commands = {0}, expected = {0}, plan = {0};
	size_t n = 0;

	buf_printf(&commands, "# say in the summary which rule this is, and in spec where it is\n"
		   "summary:  explore found a loader that differs here: %s\n"
		   "spec:     https://docs.python.org/3/reference/import.html#loaders\n"
		   "mutant:   none -- the loader that explore was given is not one of them\n\n",
		   cause);
	add_copies(a, &commands, &expected, p, area, name);
	program_text(&commands, p);
	buf_puts(&expected, got);
	files[n++] = (struct newfile){arena_printf(a, FOLDER_CASES "/%s/%s.case", area, name),
				      taken(a, &commands)};
	files[n++] = (struct newfile){arena_printf(a, FOLDER_EXPECTED "/%s/%s.out", area, name),
				      taken(a, &expected)};
	for (size_t i = 0; i < p->nactors; i++) {
		program_plan(&plan, p, i);
		files[n++] = (struct newfile){
			arena_printf(a, FOLDER_FIXTURES "/%s/%s.plan", area,
				     plan_name(a, name, &p->actors[i])),
			taken(a, &plan)};
	}
	files[n] = (struct newfile){NULL, NULL};
}
