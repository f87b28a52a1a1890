/*
 * Proves what an adapter says of its interpreter. The text in the file says what the headers say;
 * the event, when it is imported, says what runs, and what the C library's dlopen does: it is asked
 * here and not through the loader, whose faults would then excuse it. It includes nothing of the
 * suite's.
 */
#include <Python.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifndef __EMSCRIPTEN__
#include <sys/wait.h>
#endif
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

#ifndef __EMSCRIPTEN__

static int
opens(const char *path, int flags)
{
	void *handle = dlopen(path, flags);

	if (handle)
		dlclose(handle);
	return handle != NULL;
}

/* in a child, since some sanitizers end a process that does so; 5 seconds at most */
static int
binds_deep(const char *path)
{
#ifdef RTLD_DEEPBIND
	int status = 1;
	pid_t child = fork();

	if (!child) {
		alarm(5);
		_exit(!opens(path, RTLD_NOW | RTLD_DEEPBIND));
	}
	return child > 0 && waitpid(child, &status, 0) == child && status == 0;
#else
	(void)path;
	return 0;
#endif
}

/* is the library gone once it is closed? */
static int
unloads(const char *path)
{
#ifdef RTLD_NOLOAD
	return !opens(path, RTLD_LAZY | RTLD_NOLOAD);
#else
	(void)path;
	return 0;
#endif
}

#endif

/* " lazy=1 unload=1 deepbind=1", or less: what could not be tried is not there */
static void
tries(PyObject *module, char *text, size_t size)
{
	*text = '\0';
#ifdef __EMSCRIPTEN__
	(void)module;
	(void)size;
#else
	static const char beside[] = "libconform_lazy.so";
	PyObject *file = PyObject_GetAttrString(module, "__file__");
	const char *path = file ? PyUnicode_AsUTF8(file) : NULL;
	const char *slash = path ? strrchr(path, '/') : NULL;
	char lazy[4096];

	if (slash && (size_t)(slash - path) < sizeof(lazy) - sizeof(beside) - 1) {
		int len = snprintf(text, size, " deepbind=%d", binds_deep(path));

		snprintf(lazy, sizeof(lazy), "%.*s/%s", (int)(slash - path), path, beside);
		if (!access(lazy, R_OK)) {
			int opened = opens(lazy, RTLD_LAZY);

			len += snprintf(text + len, size - (size_t)len, " lazy=%d", opened);
			if (opened)
				snprintf(text + len, size - (size_t)len, " unload=%d",
					 unloads(lazy));
		}
	}
	Py_XDECREF(file);
	PyErr_Clear();
#endif
}

static int
says(PyObject *module)
{
	const char *fd = getenv("CONFORM_FD"), *version = Py_GetVersion();
	char line[256], tried[64];
	int len;

	tries(module, tried, sizeof(tried));
	len = snprintf(line, sizeof(line), "| %srunning gil=%d%s py=%.32s\n", headers,
		       !strstr(version, "free-threading"), tried, version);
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
