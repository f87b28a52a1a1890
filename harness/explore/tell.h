/* What explore says: a finding as soon as it is explained, and the end of the run; field, too. */
#ifndef TELL_H
#define TELL_H

#include <jansson.h>
#include <stddef.h>

struct arena;
struct finding;
struct findings;
struct options;
struct program;

/* how a run went */
struct tell_run {
	const char *word;  /* SAME, DIFFERENT, NOTHING or STOPPED */
	size_t rounds;     /* that ran, reduction aside */
	size_t broken;     /* of which the first loader did not come to the end */
	size_t reductions; /* programs that ran to reduce others */
	double seconds;
};

/* set the finding's modules and program from a reduced program */
void tell_program(struct arena *a, struct finding *f, const struct program *p);
void tell_finding(const struct finding *f);
void tell_end(const struct options *o, const struct findings *f, const struct tell_run *run);
/* each cause that was found, with how often */
void tell_causes(const struct findings *f);

/* for machines: text as JSON, whatever bytes it has */
json_t *tell_text(const char *text);
/* the same as tell_end, as an object */
json_t *tell_run_json(const struct options *o, const struct tell_run *run);
/*
 * write an object to the file of each -o json:FILE, after it got the loaders and causes; it is
 * released. 0, or -1 with a warning
 */
int tell_json(json_t *root, const struct options *o, const struct findings *f);

#endif
