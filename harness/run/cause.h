/*
 * The cause of an unexpected result: its first difference in words. What belongs to this case alone
 * (names of modules, paths, numbers) is folded: a placeholder stands for it. Results that one fix
 * would repair then have the same text and are reported together. The module knows transcripts and
 * no outcomes: the caller chooses the function for an outcome. Pure.
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
	char *const *got; /* the transcript, with the line of the process's death */
	size_t ngot;
	bool detail;     /* details count: look at every line */
	const char *log; /* standard output and error, or NULL */
};

/* where two transcripts first differ; details are skipped unless they count */
struct cause_place {
	size_t want, got;           /* indexes of the first lines that differ */
	size_t want_from, got_from; /* of the command that these lines answer */
	size_t want_end, got_end;   /* the end of its answer */
};

/* find where they first differ; false if they do not */
bool cause_find(struct cause_place *p, const struct cause_input *in);
/* the first difference, folded; NULL if there is none */
const char *cause_difference(struct arena *a, const struct cause_input *in);
/* the beginning of a cause that is an exception which should not have been raised */
#define CAUSE_RAISED "unexpected !"
/*
 * does another transcript of the case contain the exception of such a cause, at any place? got has
 * the lines, joined by \n
 */
bool cause_raises(struct arena *a, const struct casefile *cs, const char *got, const char *cause);
/* how and where the process died, folded; got must end with its death */
const char *cause_death(struct arena *a, const struct cause_input *in);
/* the first line of a log in which a sanitizer reports a mistake, from its report on; or NULL */
const char *cause_sanitizer(struct arena *a, const char *log);
/* the first line of a reason, folded */
const char *cause_reason(struct arena *a, const struct casefile *cs, const char *reason);

#endif
