/*
 * The cases on disk: discovery, parsing, and the selection of those to be run. Knows the folders
 * cases/, expected/ and expected/known/ under a root.
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

struct suite {
	const char *root;       /* absolute */
	const char *shown;      /* in front of paths: root with '/', or "" in root itself */
	const char *hash;       /* as suite_hash() gave it before anything ran; NULL until then */
	struct casefile *cases; /* sorted by area, then name; area "adapter" first */
	size_t n;
};

/* read and parse every case; mistakes go to errors. Returns 0, or -1 if there was any. */
int suite_load(struct arena *a, struct suite *s, const char *root, struct errors *errors);

struct selection {
	char *const *patterns; /* NULL-terminated globs or ids; none: all */
	char *const *tags;     /* NULL-terminated; none: all */
	unsigned shard, shards; /* 1-based; shards 0: no sharding */
	bool shuffle;
	unsigned seed;
};

/* the chosen cases in order of running; *n gets their number. NULL with a warning on error. */
const struct casefile **suite_select(struct arena *a, const struct suite *s,
				     const struct selection *sel, size_t *n);

/* what may have been meant by a pattern that matches no case, as the end of a sentence; pure */
const char *suite_nearest(struct arena *a, const struct suite *s, const char *pattern);

/*
 * 16 hexadecimal digits that tell the suite's files apart from others: names and bytes of all that
 * is in cases/, expected/ and fixtures-src/; "unknown" if something cannot be read
 */
const char *suite_hash(struct arena *a, const char *root);

/* path of a case's expected file, in the arena */
const char *suite_expected_path(struct arena *a, const struct suite *s, const struct casefile *c);
/* read and parse it; 0, or -1 with the mistake in errors */
int suite_expected(struct arena *a, const struct suite *s, const struct casefile *c,
		   struct expected *e, struct errors *errors);
/* read expected/known/TARGET.known; an absent file is an empty list */
int suite_known(struct arena *a, const struct suite *s, const char *target, struct known *k,
		struct errors *errors);
/* read the known list at path, a user's own or one of a suite */
int suite_known_file(struct arena *a, const char *path, bool own, struct known *k,
		     struct errors *errors);
/* each of its globs must match a case of the suite; 0, or -1 with the mistakes in errors */
int suite_check_known(const struct suite *s, const struct known *k, struct errors *errors);
/*
 * all that the sources below fixtures-src make, with products named as authors do, $EXT being their
 * suffix; 0, or -1 with the mistakes in errors
 */
int suite_catalog(struct arena *a, const struct suite *s, struct catalog *c,
		  struct errors *errors);
/* NULL if --target may be name: an implementation or a known list of the suite; or a complaint */
const char *suite_target_unknown(struct arena *a, const struct suite *s, const char *name);

#endif
