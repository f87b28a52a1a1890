/*
 * What a chameleon imports while its code runs: in the same thread, in one that it starts and waits
 * for, or in an interpreter that it makes and ends.
 */
#ifndef DEEDS_NESTED_H
#define DEEDS_NESTED_H

#include <pthread.h>

#include "plan_words.h"

enum { NESTED_MAX = 3, BUSY_BYTES = 2048 };

/*
 * `sys.conform_busy` has "THREAD NAME;" for each module whose code imports another one now. A
 * thread that a module waits for must not wait for that module, or for one around it: such an
 * import is left out.
 */
static void
busy(char text[BUSY_BYTES])
{
	PyObject *names = PySys_GetObject("conform_busy");
	const char *utf8 = names ? PyUnicode_AsUTF8(names) : NULL;

	snprintf(text, BUSY_BYTES, "%s", utf8 ? utf8 : "");
}

static void
set_busy(const char *text)
{
	PyObject *names = PyUnicode_FromString(text);

	if (names)
		PySys_SetObject("conform_busy", names);
	Py_XDECREF(names);
}

static int
would_wait(const char *other)
{
	unsigned long self = (unsigned long)pthread_self();
	char text[BUSY_BYTES];

	busy(text);
	for (char *at = text, *end; (end = strchr(at, ';')); at = end + 1) {
		char *name;
		unsigned long thread = strtoul(at, &name, 16);
		size_t len = (size_t)(end - ++name);

		if (thread != self && !strncmp(name, other, len) &&
		    (!other[len] || other[len] == '.'))
			return 1;
	}
	return 0;
}

/* import a module from the code of another one, but not without end; 0, or -1 with an exception */
static int
nested_import(const char *name, const char *other)
{
	static int depth;
	PyObject *module;

	if (depth >= NESTED_MAX || would_wait(other))
		return 0;
	depth++;
	module = PyImport_ImportModule(other);
	depth--;
	fx_event("%s: import %s", name, module ? "done" : "failed");
	Py_XDECREF(module);
	return module ? 0 : -1;
}

struct errand {
	const char *name, *other; /* other: "" for none */
	PyInterpreterState *interpreter;
};

static void
do_errand(const struct errand *e)
{
	fx_event("%s: a thread", e->name);
	if (*e->other && nested_import(e->name, e->other) < 0)
		PyErr_Clear();
}

#ifndef PYPY_VERSION
static int
in_main(void)
{
	return PyThreadState_Get()->interp == PyInterpreterState_Main();
}
#endif

/* a thread of the main interpreter, or of another one, which PyGILState_Ensure does not know */
static void *
run_errand(void *arg)
{
	const struct errand *e = arg;

	if (!e->interpreter) {
		PyGILState_STATE state = PyGILState_Ensure();

		do_errand(e);
		PyGILState_Release(state);
		return NULL;
	}
#ifndef PYPY_VERSION
	PyEval_RestoreThread(PyThreadState_New(e->interpreter));
	do_errand(e);
	PyThreadState_Clear(PyThreadState_Get());
	PyThreadState_DeleteCurrent();
#endif
	return NULL;
}

/* let a thread import another module, or only say that it runs, and wait for its end */
static int
nested_thread(const char *name, const char *other)
{
	struct errand e = {name, other, NULL};
	pthread_t thread;

	fx_begin_threads();
#ifndef PYPY_VERSION
	if (!in_main())
		e.interpreter = PyThreadState_Get()->interp;
#endif
	if (pthread_create(&thread, NULL, run_errand, &e)) {
		PyErr_SetString(PyExc_OSError, "no thread");
		return -1;
	}
	Py_BEGIN_ALLOW_THREADS
	pthread_join(thread, NULL);
	Py_END_ALLOW_THREADS
	return 0;
}

/* make an interpreter, import a module there and end it; an interpreter in one is not made */
static int
nested_interpreter(const char *name, const char *other)
{
#ifndef PYPY_VERSION
	const char *folder = getenv("TMPDIR");
	PyThreadState *own = PyThreadState_Get(), *inner;
	PyObject *path, *entry, *module;

	if (!in_main())
		return 0;
	inner = Py_NewInterpreter();
	if (!inner) {
		PyThreadState_Swap(own);
		PyErr_SetString(PyExc_OSError, "no interpreter");
		return -1;
	}
	path = PySys_GetObject("path");
	entry = PyUnicode_DecodeFSDefault(folder ? folder : ".");
	if (path && entry)
		PyList_Append(path, entry);
	Py_XDECREF(entry);
	module = PyImport_ImportModule(other);
	fx_event("%s: import in an interpreter %s", name, module ? "done" : "failed");
	Py_XDECREF(module);
	PyErr_Clear();
	Py_EndInterpreter(inner);
	PyThreadState_Swap(own);
#else
	(void)name;
	(void)other;
#endif
	return 0;
}

/* do what the line `does` says, if it is one of these; its second word names the other module */
static int
nested(const char *name)
{
	char other[WORD_BYTES], outer[BUSY_BYTES], text[BUSY_BYTES + 300];
	int bad = 0;

	busy(outer);
	snprintf(text, sizeof(text), "%s%lx %s;", outer, (unsigned long)pthread_self(), name);
	set_busy(text);
	plan_word(other, "does", 1);
	if (plan_says("does", "import"))
		bad = nested_import(name, other);
	else if (plan_says("does", "self"))
		bad = nested_import(name, name);
	else if (plan_says("does", "thread"))
		bad = nested_thread(name, other);
	else if (plan_says("does", "interp"))
		bad = nested_interpreter(name, other);
	set_busy(outer);
	return bad;
}

#endif
