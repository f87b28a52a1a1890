/*
 * Hooks of non-ASCII names: mp_é (U+00E9), é-x (whose punycode has hyphens of both kinds), two
 * characters of three bytes each, and é composed and decomposed.
 */
#include "nonascii.h"

FX_U(mp__dma)
FX_U(_x_9ia)
FX_U(wgv71a)
FX_U(9ca)
FX_U(e_xbb)
