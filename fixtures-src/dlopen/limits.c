/* Functions that limit a resource of the process and remove the limit. */
#include "fx_module.h"

#include <sys/resource.h>

/* new files get descriptors below this number; open files stay open */
static PyObject *
files(PyObject *self, PyObject *arg)
{
	struct rlimit limit;
	long n = PyLong_AsLong(arg);

	if (getrlimit(RLIMIT_NOFILE, &limit))
		return PyErr_SetFromErrno(PyExc_OSError);
	limit.rlim_cur = (rlim_t)n;
	if (setrlimit(RLIMIT_NOFILE, &limit))
		return PyErr_SetFromErrno(PyExc_OSError);
	Py_RETURN_NONE;
}

/* the pages in use now; 0: unknown */
static rlim_t
pages(void)
{
	FILE *f = fopen("/proc/self/statm", "r");
	char text[64] = "";

	if (f) {
		if (!fgets(text, sizeof(text), f))
			text[0] = 0;
		fclose(f);
	}
	return strtoul(text, NULL, 10);
}

/* allow this many MiB of addresses beyond those in use */
static PyObject *
addresses(PyObject *self, PyObject *arg)
{
	rlim_t used = pages() * (rlim_t)sysconf(_SC_PAGESIZE);
	struct rlimit limit;
	long more = PyLong_AsLong(arg);

	if (getrlimit(RLIMIT_AS, &limit))
		return PyErr_SetFromErrno(PyExc_OSError);
	limit.rlim_cur = more < 0 ? limit.rlim_max : used + ((rlim_t)more << 20);
	if (setrlimit(RLIMIT_AS, &limit))
		return PyErr_SetFromErrno(PyExc_OSError);
	Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
	{"files", files, METH_O, NULL},
	{"addresses", addresses, METH_O, NULL},
	{NULL, NULL, 0, NULL},
};

FX_MODULE(limits, methods)
