/* fixture: names=starts_plain,starts_self,hook_starts_plain cflags=-pthread ldflags=-pthread */
/*
 * The exec slot (or the hook) starts a thread that imports plain, and waits for it; or one that
 * imports the module itself, and waits until that sleeps: then finish() tells what it got.
 */
#include "fx_multi.h"

#include <pthread.h>
#include <sys/syscall.h>

#include "asleep.h"

static pthread_t thread;
static volatile long number; /* of the thread */
static const char *got = "nothing";

static void *
import(void *name)
{
	PyGILState_STATE state = PyGILState_Ensure();
	PyObject *module;

	number = syscall(SYS_gettid);
	module = PyImport_ImportModule(name);
	if (module)
		got = PyObject_HasAttrString(module, "answer") ? "whole" : "in part";
	else
		PyErr_Clear();
	Py_XDECREF(module);
	PyGILState_Release(state);
	return NULL;
}

static void
wait_for_sleep(void)
{
	const struct timespec nap = {0, 1000000};

	while (!number)
		nanosleep(&nap, NULL);
	wait_asleep(number);
}

static int
start(void)
{
	static const char self[] = "starts_self";
	int own = !strcmp(FX_STR(FX_NAME), self);

	fx_begin_threads();
	if (pthread_create(&thread, NULL, import, own ? (void *)self : (void *)"plain")) {
		PyErr_SetString(PyExc_OSError, "no thread");
		return -1;
	}
	Py_BEGIN_ALLOW_THREADS
	if (own)
		wait_for_sleep();
	else
		pthread_join(thread, NULL);
	Py_END_ALLOW_THREADS
	if (!own)
		fx_event("the thread got plain, %s", got);
	return 0;
}

static PyObject *
finish(PyObject *module, PyObject *unused)
{
	(void)module, (void)unused;
	Py_BEGIN_ALLOW_THREADS
	pthread_join(thread, NULL);
	Py_END_ALLOW_THREADS
	return PyUnicode_FromString(got);
}

static int
run(PyObject *module)
{
	if (FX_STR(FX_NAME)[0] == 's' && start() < 0)
		return -1;
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_DEF(FX_METHODS({"finish", finish, METH_NOARGS, NULL}),
       FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL));

FX_HOOK(FX_NAME)
{
	if (FX_STR(FX_NAME)[0] == 'h' && start() < 0)
		return NULL;
	return PyModuleDef_Init(&def);
}
