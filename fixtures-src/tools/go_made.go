/* fixture: check=exports:PyInit_go_made check=tls:ie */
/*
 * A module written in Go: the hook and the functions are in Go, and C provides the tables that
 * Python needs and the calls of functions with variable arguments.
 */
package main

/*
#include "fx.h"

PyObject *goAdd(PyObject *, PyObject *);
PyObject *goSum(PyObject *, PyObject *);
int goRun(PyObject *);

static inline void
event(char *text)
{
	fx_event("%s", text);
}

static inline int
two_numbers(PyObject *args, long *a, long *b)
{
	return PyArg_ParseTuple(args, "ll", a, b);
}

static inline PyObject *
definition(void)
{
	static PyMethodDef methods[] = {
		{"add", goAdd, METH_VARARGS, NULL},
		{"sum", goSum, METH_O, NULL},
		{NULL, NULL, 0, NULL},
	};
	static PyModuleDef_Slot slots[] = {
		{Py_mod_exec, goRun},
		{0, NULL},
	};
	static PyModuleDef def = {
		PyModuleDef_HEAD_INIT, .m_name = "go_made", .m_methods = methods, .m_slots = slots,
	};

	return PyModuleDef_Init(&def);
}
*/
import "C"

import "runtime"

//export goAdd
func goAdd(_, args *C.PyObject) *C.PyObject {
	var a, b C.long
	if C.two_numbers(args, &a, &b) == 0 {
		return nil
	}
	return C.PyLong_FromLong(a + b)
}

// work for several goroutines, with garbage for their collector
//
//export goSum
func goSum(_, arg *C.PyObject) *C.PyObject {
	n := int(C.PyLong_AsLong(arg))
	parts := make(chan []int)
	for i := 0; i < n; i++ {
		go func(i int) { parts <- make([]int, i) }(i)
	}
	total := 0
	for i := 0; i < n; i++ {
		total += len(<-parts)
	}
	runtime.GC()
	return C.PyLong_FromLong(C.long(total))
}

//export goRun
func goRun(_ *C.PyObject) C.int {
	C.event(C.CString("exec"))
	return 0
}

//export PyInit_go_made
func PyInit_go_made() *C.PyObject {
	C.event(C.CString("init"))
	return C.definition()
}

func main() {}
