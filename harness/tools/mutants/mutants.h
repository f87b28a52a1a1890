/*
 * What the suite says of each mutant, of the reference loader or of what stands around it: which
 * cases catch it, which cases catch none, and whether every mutant is caught. Pure: reports as JSON
 * text in, tables out; it neither builds nor runs anything.
 */
#ifndef MUTANTS_H
#define MUTANTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/util.h"

/* what one run says of a case */
struct mutant_result {
	const char *id;
	bool ran;    /* not skipped, not known to fail */
	bool caught; /* an unexpected failure, wording included */
	bool names;  /* the case's key `mutant` names this mutant */
	bool none;   /* the case's key `mutant` names no mutant at all */
};

struct mutant {
	const char *name;
	const char *says;    /* the first line of the patch or plug-in */
	bool around;         /* of the interpreter's import system, not of the loader */
	const char *skipped; /* why it was not run, or NULL */
	const char *fault;   /* why its run is worth nothing, or NULL */
	struct mutant_result *results; /* by id */
	size_t n;
	size_t catchers;     /* how many of them caught it */
	size_t ran;
};

struct mutants {
	struct arena mem;
	struct mutant *v; /* on the heap, in order of addition */
	size_t n;
	struct mutant_case *cases; /* on the heap, by id */
	size_t ncases;
	bool brief; /* set first: not every case ran with each mutant */
	bool keys_told; /* set first: wrong keys are told, but are no fault */
};

/* a case, over all mutants */
struct mutant_case {
	const char *id;
	size_t only;    /* number of mutants that no other case catches */
	bool ran;       /* against at least one mutant */
	size_t refutes; /* number of mutants that it catches though its key says none */
};

/* begin with the text of a patch; name and text are copied */
struct mutant *mutants_add(struct mutants *all, const char *name, const char *patch);
/* what `conform -o json` wrote; a report that cannot be used becomes the mutant's fault */
void mutants_report(struct mutants *all, struct mutant *m, const char *json, size_t len);
/* count over all mutants; call once, after the last report */
void mutants_count(struct mutants *all);

/* mutants and their catchers, lone catchers unless brief, wrong keys of cases, and the numbers */
void mutants_print(struct buf *out, const struct mutants *all);
/* the whole table: mutants by cases */
void mutants_matrix(struct buf *out, const struct mutants *all);
/* the case names the mutant, ran, and did not catch it */
bool mutant_is_missed(const struct mutant_result *r);
/*
 * the case names no mutant, yet catches this one, and few others do. A mutant that more than a
 * fifth of the cases catch breaks what they all use, and proves nothing about the rule of one. Nor
 * does a broken import system prove anything about the cases that test the adapter.
 */
bool mutant_is_refuted(const struct mutant *m, const struct mutant_result *r);
/*
 * number of cases' keys `mutant` that are wrong: named and not caught, or none and refuted. The
 * latter is not asked of a brief table.
 */
size_t mutants_wrong(const struct mutants *all);
/*
 * was every mutant run or skipped, each that was run caught, and is what the cases say of it
 * true? After mutants_count().
 */
bool mutants_good(const struct mutants *all);
void mutants_free(struct mutants *all);

#endif
