/* FX_U(CODE): the hook of the name whose punycode, with underscores for hyphens, is CODE. */
#ifndef NONASCII_H
#define NONASCII_H

#include "fx_module.h"

#define FX_U(CODE) \
	PyMODINIT_FUNC PyInitU_##CODE(void); \
	PyMODINIT_FUNC \
	PyInitU_##CODE(void) \
	FX_BODY("PyInitU_" #CODE, NULL)

#endif
