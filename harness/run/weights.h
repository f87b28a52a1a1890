/*
 * How long each case takes, as earlier runs have measured it, and the shards that are balanced by
 * it. Pure: the caller knows where the file is.
 */
#ifndef WEIGHTS_H
#define WEIGHTS_H

#include <stddef.h>

struct arena;
struct buf;
struct casefile;

struct weight {
	const char *id;
	unsigned long long micro; /* microseconds */
};

struct weights {
	struct weight *v; /* sorted by id */
	size_t n;
};

/* read what weights_format wrote; 0, or the number of the first line that it cannot have written */
size_t weights_parse(struct arena *a, struct weights *w, const char *bytes, size_t len);
void weights_format(struct buf *b, const struct weights *w);
/* the weight of a case, or NULL */
const struct weight *weights_find(const struct weights *w, const char *id);

/*
 * keep the cases of the n in v that belong to a shard, counted from 1, in their order; returns
 * their number. The longest case goes first, to the shard that has least; a case without a weight
 * takes the median. The same weights and cases give the same shards, whatever the order of the
 * cases.
 */
size_t weights_shard(const struct weights *w, const struct casefile **v, size_t n, unsigned shard,
		     unsigned shards);

#endif
