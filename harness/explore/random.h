/* Random numbers from a seed, the same everywhere (splitmix64). Pure. */
#ifndef RANDOM_H
#define RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct random {
	uint64_t state;
};

uint64_t random_next(struct random *r);
/* a number below n, which is not 0 */
size_t random_below(struct random *r, size_t n);
/* true in one of n cases */
int random_once_in(struct random *r, size_t n);

#endif
