/*
 * Hooks of names with characters above U+FFFF: U+10000 alone, and a, U+65E5, U+00E9, U+1D4B3; and
 * what their names would be if each were two characters, as in UTF-16.
 */
#include "nonascii.h"

FX_U(2n7c)
FX_U(a_bga9668eyvsq)
FX_U(ib9b66e)
FX_U(a_bga9668ertxekye)
