/*
 * Proves what an adapter says of its interpreter. The text in the file says what the headers say;
 * the event, when it is imported, says what runs, and what the C library's dlopen does: it is asked
 * here and not through the loader, whose faults would then excuse it. It includes nothing of the
 * suite's.
 */
#include <Python.h>
#if !defined(__EMSCRIPTEN__) && !defined(_WIN32)
#define HAS_DLOPEN
#include <dlfcn.h>
#endif
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef HAS_DLOPEN
#include <sys/wait.h>
#endif
#ifdef _WIN32
#include <windows.h>
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
#define STRING(x) #x
#define NUMBER(x) STRING(x)

static const char headers[] = "conform-probe headers gil=" GIL " debug=" DEBUG " tracerefs="
			      TRACES " libc=" LIBC
			      " py=" NUMBER(PY_MAJOR_VERSION) "." NUMBER(PY_MINOR_VERSION) " ";

#ifdef HAS_DLOPEN

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
#ifndef HAS_DLOPEN
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

/* write a line to the transcript; 0, or -1 */
static int
report(const char *line, int len)
{
#ifdef _WIN32
	char path[4096];
	DWORD n = GetEnvironmentVariableA("CONFORM_FILE", path, sizeof(path));
	HANDLE file = INVALID_HANDLE_VALUE;
	int told;

	if (n && n < sizeof(path))
		file = CreateFileA(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
				   OPEN_EXISTING, 0, NULL);
	told = file != INVALID_HANDLE_VALUE && WriteFile(file, line, (DWORD)len, &n, NULL);

	if (file != INVALID_HANDLE_VALUE)
		CloseHandle(file);
	return told ? 0 : -1;
#else
	const char *number = getenv("CONFORM_FD"), *path = getenv("CONFORM_FILE");
	int fd = number ? (int)strtol(number, NULL, 10)
			: path ? open(path, O_WRONLY | O_APPEND) : -1;

	return write(fd, line, (size_t)len) == len ? 0 : -1;
#endif
}

static int
says(PyObject *module)
{
	const char *version = Py_GetVersion();
	char line[256], tried[64];
	int len;

	tries(module, tried, sizeof(tried));
	len = snprintf(line, sizeof(line), "| %srunning gil=%d%s py=%.32s\n", headers,
		       !strstr(version, "free-threading"), tried, version);
	return report(line, len);
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
