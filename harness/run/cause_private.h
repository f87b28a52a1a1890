/* Private to cause: folding (cause_fold.c), and what differences and deaths share. */
#ifndef CAUSE_PRIVATE_H
#define CAUSE_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct cause_input;

enum fold_kind { FOLD_NAME, FOLD_FILE, FOLD_NUMBER, FOLD_KINDS };

struct fold_words {
	const char **v;
	size_t n;
};

/*
 * How a line is folded. FOLD_FLAT: alone. FOLD_FIRST and FOLD_SECOND: the two lines of a pair. In
 * the second line, a name that did not occur in the first becomes OTHER_NAME instead of NAME. Only
 * in a pair is a name in a package folded differently from a name without a package.
 */
enum fold_mode { FOLD_FLAT, FOLD_FIRST, FOLD_SECOND };

struct fold {
	struct arena *a;
	struct fold_words names; /* modules and files of the case */
	struct fold_words seen[FOLD_KINDS];
	enum fold_mode mode;
};

/* begin with the names in the case's commands and in both transcripts */
void fold_begin(struct fold *f, struct arena *a, const struct cause_input *in);
/* append the line with names, paths and numbers replaced */
void fold_line(struct fold *f, struct buf *b, const char *line);

/* append an event up to its first comma or number; any other line whole */
void cause_add_brief(struct fold *f, struct buf *b, const char *line);
/* append a command; a call without its arguments */
void cause_add_command(struct fold *f, struct buf *b, const char *line);
/* append the items in which two lists differ; false if one of the lines is no list */
bool cause_add_lists(struct fold *f, struct buf *b, const char *want, const char *got);
/* does the command of this line call the loader and answer with a module? */
bool cause_loads(const char *line);
/* the text of a cause, cut to a readable length; frees b */
const char *cause_finish(struct arena *a, struct buf *b);

#endif
