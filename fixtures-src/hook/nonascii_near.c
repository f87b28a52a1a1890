/* fixture: check=lacks:PyInitU_9ca */
/*
 * Everything but the hook of é: the plain prefix, the unencoded name, the encoded hyphen
 * unchanged.
 */
#include "fx_module.h"

#define WRONG(FUNCTION, SYMBOL) \
	PyMODINIT_FUNC FUNCTION(void) __asm__(SYMBOL); \
	PyMODINIT_FUNC \
	FUNCTION(void) \
	FX_BODY("wrong: " SYMBOL, NULL)

WRONG(ascii_prefix, "PyInit_9ca")
WRONG(utf8_name, "PyInit_\303\251")
WRONG(utf8_name_u, "PyInitU_\303\251")
WRONG(idna_name, "PyInitU_xn__9ca")
WRONG(utf8_bytes, "PyInit__xc3_xa9")
WRONG(first_only, "PyInitU_9c")
WRONG(upper_case, "PyInitU_9CA")
