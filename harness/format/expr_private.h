/* Private to expr: checks the value of a comparison; each fact has its own set of values. */
#ifndef EXPR_PRIVATE_H
#define EXPR_PRIVATE_H

#include "format/expr.h"

/*
 * NULL, or what is wrong with the capability or the value of a leaf; own: any name of an
 * implementation is accepted
 */
const char *expr_check_value(struct arena *a, const struct expr_leaf *leaf, bool own);

#endif
