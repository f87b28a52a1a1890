/* fixture: cflags=-pthread ldflags=-pthread */
/* keeps a value for each thread, and says when a thread's end destroys it */
#include "fx_multi.h"

#include <pthread.h>

static pthread_key_t key;

static void
destroy(void *value)
{
	fx_event("value %d of a thread destroyed", *(int *)value);
}

static int
run(PyObject *module)
{
	(void)module;
	if (!pthread_key_create(&key, destroy))
		return 0;
	PyErr_SetString(PyExc_OSError, "no key");
	return -1;
}

static void *
thread(void *value)
{
	pthread_setspecific(key, value);
	return NULL;
}

/* a thread gets a value and ends */
static PyObject *
touch(PyObject *module, PyObject *unused)
{
	static int value;
	pthread_t id;
	int failed;

	(void)module, (void)unused;
	value++;
	Py_BEGIN_ALLOW_THREADS
	failed = pthread_create(&id, NULL, thread, &value) || pthread_join(id, NULL);
	Py_END_ALLOW_THREADS
	return PyBool_FromLong(!failed);
}

FX_MULTI(FX_METHODS({"touch", touch, METH_NOARGS, NULL}), FX_SLOTS({Py_mod_exec, run}))
