/* fixture: cflags=-D_GNU_SOURCE */
/* what malloc has given out: Python counts its own blocks, and a loader in C may keep others */
#include "fx_multi.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* bytes; 0 where the C library does not tell, as musl and Windows */
static size_t
given_out(void)
{
#if !defined(__GLIBC__)
	return 0;
#elif __GLIBC_PREREQ(2, 33)
	struct mallinfo2 now = mallinfo2();

	return now.uordblks + now.hblkhd;
#else
	struct mallinfo now = mallinfo();

	return (size_t)(unsigned)now.uordblks + (unsigned)now.hblkhd;
#endif
}

static PyObject *
bytes(PyObject *module, PyObject *unused)
{
	(void)module, (void)unused;
	return PyLong_FromSize_t(given_out());
}

FX_MULTI(FX_METHODS({"bytes", bytes, METH_NOARGS, NULL}), FX_SLOTS(FX_NEEDS_NO_GIL))
