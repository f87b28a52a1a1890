/*
 * Proves what an adapter says of its interpreter. The text in the file says what the headers say;
 * the event, when it is imported, says what runs. It includes nothing of the suite's.
 */
#include <Python.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef Py_GIL_DISABLED
#define GIL "0"
#else
#define GIL "1"
#endif
#ifdef Py_DEBUG
#define DEBUG "1"
#else
#define DEBUG "0"
#endif
#ifdef Py_TRACE_REFS
#define TRACES "1"
#else
#define TRACES "0"
#endif
#ifdef __GLIBC__
#define LIBC "glibc"
#else
#define LIBC "other"
#endif
#define TEXT(x) #x
#define NUMBER(x) TEXT(x)

static const char headers[] = "conform-probe headers gil=" GIL " debug=" DEBUG " tracerefs="
			      TRACES " libc=" LIBC
			      " py=" NUMBER(PY_MAJOR_VERSION) "." NUMBER(PY_MINOR_VERSION) " ";

static int
says(PyObject *module)
{
	const char *fd = getenv("CONFORM_FD"), *version = Py_GetVersion();
	char line[256];
	int len = snprintf(line, sizeof(line), "| %srunning gil=%d py=%.32s\n", headers,
			   !strstr(version, "free-threading"), version);

	(void)module;
	return fd && write((int)strtol(fd, NULL, 10), line, (size_t)len) == len ? 0 : -1;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, (void *)says},
#ifdef Py_mod_gil
	{Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = "conform_probe", .m_slots = slots,
};

PyMODINIT_FUNC
PyInit_conform_probe(void)
{
	return PyModuleDef_Init(&def);
}
