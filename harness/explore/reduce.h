/*
 * Makes a program that shows something as small as it can: fewer commands (delta debugging), then
 * simpler plans, then fewer modules, then simpler names. It asks about many candidates at once, and
 * knows no loader.
 */
#ifndef REDUCE_H
#define REDUCE_H

#include <stdbool.h>
#include <stddef.h>

#include "explore/program.h"

/* does each of the n candidates still show it? sets shows[i]; 0, or -1 to stop */
typedef int reduce_asks(void *ctx, const struct program *candidates, size_t n, bool *shows);

/*
 * make p smaller; stops early if asks says so. p always shows it. New strings are in the arena.
 */
void reduce(struct arena *a, struct program *p, reduce_asks *asks, void *ctx);

#endif
