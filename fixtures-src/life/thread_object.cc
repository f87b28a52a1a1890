/* fixture: cflags=-pthread ldflags=-pthread */
/* has a thread_local object, and says when it is destroyed */
#include "fx.h"

#include <pthread.h>

struct Object {
	int touched = 0;
	~Object() { fx_event("object destroyed that was touched %d times", touched); }
};

static thread_local Object object;

static PyObject *
touch(PyObject *, PyObject *)
{
	return PyLong_FromLong(++object.touched);
}

static void *
thread(void *)
{
	object.touched = 1;
	return nullptr;
}

/* a thread gets an object and ends */
static PyObject *
touch_in_thread(PyObject *, PyObject *)
{
	pthread_t id;
	int failed;

	Py_BEGIN_ALLOW_THREADS
	failed = pthread_create(&id, nullptr, thread, nullptr) || pthread_join(id, nullptr);
	Py_END_ALLOW_THREADS
	return PyBool_FromLong(!failed);
}

static void
release(void *)
{
	fx_event("free");
}

static PyMethodDef methods[] = {{"touch", touch, METH_NOARGS, nullptr},
				{"touch_in_thread", touch_in_thread, METH_NOARGS, nullptr},
				{nullptr, nullptr, 0, nullptr}};
static PyModuleDef_Slot slots[] = {{0, nullptr}};
static PyModuleDef def = {PyModuleDef_HEAD_INIT, "thread_object", nullptr, 0, methods, slots,
			  nullptr, nullptr, release};

FX_HOOK(thread_object)
{
	return PyModuleDef_Init(&def);
}
