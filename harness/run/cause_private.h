/* Private to cause: folding (cause_fold.c), and what differences and deaths have in common. */
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
 * How lines are folded: by themselves flat. Of a pair, the first tells what the second is compared
 * with: a name that did not occur there becomes OTHER_NAME instead of NAME. Only in a pair a
 * name in a package differs from one in none.
 */
enum fold_mode { FOLD_FLAT, FOLD_FIRST, FOLD_SECOND };

struct fold {
	struct arena *a;
	struct fold_words names; /* modules and files of the case */
	struct fold_words seen[FOLD_KINDS];
	enum fold_mode mode;
};

/* start with the names that the case's commands and both transcripts tell */
void fold_begin(struct fold *f, struct arena *a, const struct cause_input *in);
/* append the line with names, paths and numbers replaced */
void fold_line(struct fold *f, struct buf *b, const char *line);

/* append an event without its particulars (up to a comma or a number); any other line whole */
void cause_add_brief(struct fold *f, struct buf *b, const char *line);
/* append a command as far as it matters: of a call, not its arguments */
void cause_add_command(struct fold *f, struct buf *b, const char *line);
/* append the items in which two lists differ; false if the lines are no lists */
bool cause_add_lists(struct fold *f, struct buf *b, const char *want, const char *got);
/* does the command of this line call the loader and answer with a module? */
bool cause_loads(const char *line);
/* the text of a cause, at a length that people read; frees b */
const char *cause_finish(struct arena *a, struct buf *b);

#endif
