/* Private to expr: the check of a comparison's value, which is a vocabulary of its own. */
#ifndef EXPR_PRIVATE_H
#define EXPR_PRIVATE_H

#include "format/expr.h"

/*
 * NULL, or what is wrong with the capability or the value of a leaf; own: any name of an
 * implementation will do
 */
const char *expr_check_value(struct arena *a, const struct expr_leaf *leaf, bool own);

#endif
