/* fixture: format=pe ldflags=$SRC/ordinal.def check=lacks:PyInit_ordinal */
/* Exports its hook by number alone. */
#include "fx.h"

PyObject *PyInit_ordinal(void);

PyObject *
PyInit_ordinal(void)
{
	fx_event("PyInit_ordinal");
	return NULL;
}
