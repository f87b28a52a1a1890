/*
 * The suite on disk: finds and parses cases, expected files and known lists below a root, and
 * selects the cases to run. It knows no loader and no outcome.
 */
#ifndef SUITE_H
#define SUITE_H

#include <stdbool.h>
#include <stddef.h>

#include "format/casefile.h"

struct arena;
struct catalog;
struct errors;
struct expected;
struct known;
struct sources;
struct suite_files;

struct suite {
	const char *root;       /* absolute */
	const char *shown;      /* put before paths in messages: "ROOT/", or "" if cwd is root */
	const char *hash;       /* of its files, in 16 hexadecimal digits, or "unknown" */
	bool part;              /* --part: its cases are some of a suite's; the caller sets it */
	struct suite_files *files; /* as suite_load() read them */
	struct sources *sources; /* the lists of rules that cases name */
	struct casefile *cases; /* sorted by area, then name; area "adapter" first */
	size_t n;
};

/*
 * read all files of the suite, and parse every case and list of rules; mistakes go to errors. In
 * the cases, `spec` becomes a text for reports: each rule's URL, with its id in parentheses.
 * Returns 0, or -1 if there was any. The caller calls suite_free in any case.
 */
int suite_load(struct arena *a, struct suite *s, const char *root, struct errors *errors);
void suite_free(struct suite *s);
/* the case with this id; NULL if there is none, or a case could not be read */
const struct casefile *suite_case(const struct suite *s, const char *id);
/* the number of the first case, from i on, whose id matches the glob; s->n if there is none */
size_t suite_match(const struct suite *s, const char *glob, size_t i);

struct shard;
struct weights;

struct selection {
	char *const *patterns; /* NULL-terminated globs or ids; none: all */
	char *const *tags;     /* NULL-terminated; none: all */
	unsigned shard, shards; /* 1-based; shards 0: no sharding */
	const struct weights *weights; /* by which shards are balanced, or NULL */
	struct shard *told;     /* gets what is to be said of the shard; or NULL */
	bool shuffle;
	unsigned seed;
};

/* the chosen cases in running order; *n gets their number. NULL, warned, if a pattern is wrong. */
const struct casefile **suite_select(struct arena *a, const struct suite *s,
				     const struct selection *sel, size_t *n);

/* a hash of the ids of n cases, whatever their order, in the arena */
const char *suite_selection(struct arena *a, const struct casefile *const *v, size_t n);

/* suggestions for a pattern that matches no case, as the end of a sentence; pure */
const char *suite_nearest(struct arena *a, const struct suite *s, const char *pattern);

/* path of a case's expected file, in the arena */
const char *suite_expected_path(struct arena *a, const struct suite *s, const struct casefile *c);
/* parse it, as it was read by suite_load; 0, or -1 with the mistake in errors */
int suite_expected(struct arena *a, const struct suite *s, const struct casefile *c,
		   struct expected *e, struct errors *errors);
/* parse expected/known/TARGET.known, as it was read by suite_load; absent: an empty list */
int suite_known(struct arena *a, const struct suite *s, const char *target, struct known *k,
		struct errors *errors);
/* read the known list at path; own: it is the user's, not a suite's */
int suite_known_file(struct arena *a, const char *path, bool own, struct known *k,
		     struct errors *errors);
/*
 * check that each glob of k matches a case of the suite, if it is whole; 0, or -1 with the mistakes
 * in errors
 */
int suite_check_known(const struct suite *s, const struct known *k, struct errors *errors);
/*
 * read what the sources below fixtures-src make, without building it. The products have the suffix
 * $EXT, as authors write them. 0, or -1 with the mistakes in errors.
 */
int suite_catalog(struct arena *a, const struct suite *s, struct catalog *c,
		  struct errors *errors);
/* NULL if --target may be name, an implementation or a known list of the suite; else why not */
const char *suite_target_unknown(struct arena *a, const struct suite *s, const char *name);

#endif
