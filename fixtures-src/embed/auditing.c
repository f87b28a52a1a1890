/* fixture: out=auditing.so format=elf */
/*
 * What an application does before it begins Python: it has a hook in C for audit events, which
 * reports that a file is to be opened for a module whose name begins with "watched", and refuses to
 * have "watched_refused" opened. Programs without Python find no such function, so it is weak.
 */
#include "fx.h"

#include <string.h>

#pragma weak PySys_AddAuditHook
#pragma weak PyExc_PermissionError

static const char *
text_of(PyObject *args, Py_ssize_t i)
{
	PyObject *item = PyTuple_GetItem(args, i);

	return item && PyUnicode_Check(item) ? PyUnicode_AsUTF8(item) : NULL;
}

static int
hear(const char *event, PyObject *args, void *unused)
{
	const char *name, *file;

	(void)unused;
	if (strcmp(event, "import"))
		return 0;
	name = text_of(args, 0);
	file = text_of(args, 1);
	if (!name || !file || strncmp(name, "watched", strlen("watched")))
		return 0;
	fx_event("audit: import %s", name);
	if (strcmp(name, "watched_refused"))
		return 0;
	PyErr_SetString(PyExc_PermissionError, "the application refuses it");
	return -1;
}

__attribute__((constructor)) static void
begin(void)
{
	if (PySys_AddAuditHook)
		PySys_AddAuditHook(hear, NULL);
}
