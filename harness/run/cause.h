/*
 * The cause of a result that is not as it should be: its first difference in words, with what only
 * this case has (names of modules, paths, numbers) folded. Two results with the same cause have the
 * same text, so that what one fix would mend can be told once. Knows transcripts and nothing of
 * outcomes: which of the functions holds is for the caller to say. Pure.
 */
#ifndef CAUSE_H
#define CAUSE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct casefile;

struct cause_input {
	const struct casefile *cs;
	char *const *want; /* the expected lines */
	size_t nwant;
	char *const *got; /* the transcript, a death of the process included */
	size_t ngot;
	bool detail;     /* details count: look at every line */
	const char *log; /* standard output and error, or NULL */
};

/* where two transcripts part; details are passed over unless they count */
struct cause_place {
	size_t want, got;           /* indexes of the first lines that differ */
	size_t want_from, got_from; /* of the command that is being answered there */
	size_t want_end, got_end;   /* where its answer ends */
};

/* find where they part; false if nowhere */
bool cause_find(struct cause_place *p, const struct cause_input *in);
/* the first difference, folded; NULL if there is none */
const char *cause_difference(struct arena *a, const struct cause_input *in);
/* what a cause begins with that is an exception which should not have been raised */
#define CAUSE_RAISED "unexpected !"
/*
 * is such a cause true of another transcript of the case, whichever its first difference; got has
 * its lines, joined by \n
 */
bool cause_raises(struct arena *a, const struct casefile *cs, const char *got, const char *cause);
/* how and where the process died, folded; got must end with its death */
const char *cause_death(struct arena *a, const struct cause_input *in);
/* the first line of a reason, folded */
const char *cause_reason(struct arena *a, const struct casefile *cs, const char *reason);

#endif
