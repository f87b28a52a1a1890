/*
 * The tools of every fixture: fx_event() reports to the transcript that code ran, FX_HOOK() names
 * the export hook, FX_DEF() defines the module. It includes Python.h first, as Python.h demands.
 * A plain library, or a program that is not an extension, defines FX_NO_PYTHON and gets
 * fx_event() only. C11 and C++11.
 */
#ifndef FX_H
#define FX_H

#ifdef _WIN32
#define __USE_MINGW_ANSI_STDIO 1 /* %zd, as elsewhere */
#endif

#ifndef FX_NO_PYTHON
#include <Python.h>
#endif

#include <errno.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "fx_border.h"

#if defined(__GNUC__)
#define FX_UNUSED __attribute__((unused))
#ifdef _WIN32
#define FX_PRINTF __attribute__((unused, format(gnu_printf, 1, 2)))
#else
#define FX_PRINTF __attribute__((unused, format(printf, 1, 2)))
#endif
#else
#define FX_UNUSED
#define FX_PRINTF
#endif

/* the macro's value as a string, not its name: FX_STR(FX_NAME) */
#define FX_STR(x) FX_STR_(x)
#define FX_STR_(x) #x

/*
 * FX_NAME, pasted together: gcc does not use a precompiled header in which the name of a macro of
 * the command line stands. The headers here write FX_OWN, fixtures FX_NAME.
 */
#define FX_OWN FX_JOIN_(FX_, NAME)
#define FX_JOIN_(a, b) a##b

/* PREFIX_NAME, a macro that a fixture with several names defines for each of them */
#define FX_OF_NAME(prefix) FX_OF_NAME_(prefix, FX_OWN)
#define FX_OF_NAME_(prefix, name) FX_OF_NAME__(prefix, name)
#define FX_OF_NAME__(prefix, name) prefix##_##name

/*
 * The head of the export hook, before its body: FX_HOOK(FX_NAME) { ... }. It has two levels, so
 * that a macro is replaced by its value before it is pasted. It declares the hook first, so that
 * no compiler warns of a missing prototype.
 */
#define FX_HOOK(name) FX_HOOK_(name)
#define FX_HOOK_(name)                  \
	PyMODINIT_FUNC PyInit_##name(void); \
	PyMODINIT_FUNC PyInit_##name(void)

/*
 * The definition `def` of the module, which is named as its file, with the given fields:
 * FX_DEF(.m_size = -1, FX_METHODS({"f", f, METH_NOARGS, NULL})). FX_METHODS and FX_SLOTS are the
 * fields m_methods and m_slots with the given entries; they add the end of the list. C only.
 */
#define FX_DEF(...) \
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_OWN), __VA_ARGS__}
#define FX_METHODS(...) .m_methods = (PyMethodDef[]){__VA_ARGS__, {NULL, NULL, 0, NULL}}
#define FX_SLOTS(...) .m_slots = (PyModuleDef_Slot[]){__VA_ARGS__, {0, NULL}}

/*
 * For a fixture whose case must see no warning that the GIL is enabled: the last entry of FX_SLOTS,
 * or a call with the new module, says on a build without GIL that it needs none.
 */
#if !defined(FX_NO_PYTHON) && defined(Py_GIL_DISABLED) && !defined(Py_LIMITED_API)
#define FX_NEEDS_NO_GIL {Py_mod_gil, Py_MOD_GIL_NOT_USED}
#define fx_needs_no_gil(module) PyUnstable_Module_SetGIL(module, Py_MOD_GIL_NOT_USED)
#else
#define FX_NEEDS_NO_GIL {0, NULL}
#define fx_needs_no_gil(module) ((void)(module), 0)
#endif

/*
 * To be called before a fixture starts a thread that runs Python. PyPy
 * (https://foss.heptapod.net/pypy/pypy/-/issues/2274) and CPython before 3.7
 * (https://docs.python.org/3.6/c-api/init.html#c.PyEval_InitThreads) make the GIL no earlier.
 */
#if !defined(FX_NO_PYTHON) && (defined(PYPY_VERSION) || PY_VERSION_HEX < 0x03070000)
#define fx_begin_threads() PyEval_InitThreads()
#else
#define fx_begin_threads() ((void)0)
#endif

/*
 * In a thread T of the verb `start`, and in those that it starts, write "T: "; return its length.
 * The adapter has named the thread; the name is the only thing that all fixtures share.
 */
static inline FX_UNUSED size_t
fx_thread(char *line)
{
	char name[17] = "";

#ifdef PR_GET_NAME
	prctl(PR_GET_NAME, name);
#endif
	return name[0] == 'T' && name[1] == ':' ? (size_t)sprintf(line, "%s: ", name + 2) : 0;
}

/*
 * Write "| TEXT" as one line of the transcript. One write() does it, so that lines of several
 * threads or processes never mix. It does not use the interpreter: constructors and destructors
 * may call it before the interpreter starts and after it ends. It writes nothing without a
 * transcript ($CONFORM_FD and $CONFORM_FILE unset). Text past 8 KiB is cut; errno is kept.
 */
static inline FX_PRINTF void
fx_event(const char *format, ...)
{
	int saved = errno;
	char line[8192] = "| ";
	va_list args;

	size_t start = 2 + fx_thread(line + 2);
	va_start(args, format);
	int text = vsnprintf(line + start, sizeof(line) - start - 1, format, args);
	va_end(args);

	size_t len = text < 0 ? start : (size_t)text + start;
	if (len > sizeof(line) - 2)
		len = sizeof(line) - 2;
	for (size_t i = 2; i < len; i++)
		if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
			line[i] = '?'; /* one event is one line */
	line[len] = '\0';
	fx_outward(line);
	len = strlen(line);
	line[len++] = '\n';
	fx_write(line, len);
	errno = saved;
}

#endif
