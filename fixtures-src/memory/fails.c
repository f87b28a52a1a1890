/* fixture: names=silent,raises,unreported,number */
/* init functions that fail as their names say, without any allocation if possible */
#include "fx.h"

static const char name[] = FX_STR(FX_NAME);

FX_HOOK(FX_NAME)
{
	if (strcmp(name, "raises") == 0 || strcmp(name, "unreported") == 0)
		PyErr_SetNone(PyExc_ValueError);
	if (strcmp(name, "silent") == 0 || strcmp(name, "raises") == 0)
		return NULL;
	return PyLong_FromLong(1);
}
