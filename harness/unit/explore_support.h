/* A chameleon without a compiler: what test_explore*.c write plans into. */
#ifndef EXPLORE_SUPPORT_H
#define EXPLORE_SUPPORT_H

#include <stdbool.h>

struct buf;

/*
 * The bytes of an ELF file with places for a plan and for the names of a dynamic section, and with
 * some hooks. linked: its first library is one that it needs, since it needs its versions.
 */
void explore_fake_image(struct buf *image, bool linked);
/* does the image have the text as a whole string? */
bool explore_has_text(const struct buf *image, const char *text);

#endif
