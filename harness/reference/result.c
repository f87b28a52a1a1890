/* Checks what an init function returned. */
#include "reference.h"

/* Takes over the reference to object. cpython:Python/importdl.c:_PyImport_RunModInitFunc */
static enum result_kind
judge_module(struct result *r, PyObject *object)
{
	enum result_kind kind = RESULT_NOT_MODULE;

	if (PyModule_Check(object)) {
		r->def = PyModule_GetDef(object);
		kind = r->def ? RESULT_SINGLEPHASE : RESULT_NO_DEF;
	}
	if (kind == RESULT_SINGLEPHASE)
		r->module = object;
	else
		Py_DECREF(object);
	return kind;
}

/*
 * https://docs.python.org/3/c-api/extension-modules.html#pyinit-function; only a module with an
 * ASCII name may be single-phase: PEP 489, "Export Hook Name". Any other result breaks the rules,
 * so nobody knows who owns its reference: it is not released.
 */
static enum result_kind
judge(struct result *r, PyObject *object, const struct load_info *info)
{
	if (PyErr_Occurred()) {
		r->exception = error_take();
		return object ? RESULT_UNREPORTED : RESULT_EXCEPTION;
	}
	if (!object)
		return RESULT_NULL;
	if (!Py_TYPE(object))
		return RESULT_UNINITIALIZED;
	if (PyObject_TypeCheck(object, &PyModuleDef_Type)) {
		r->def = (PyModuleDef *)object;
		return RESULT_MULTIPHASE;
	}
	if (info->nonascii) {
		Py_DECREF(object);
		return RESULT_NOT_DEF;
	}
	return judge_module(r, object);
}

/* cpython:Python/importdl.c:_PyImport_RunModInitFunc */
int
result_of_init(struct result *r, init_funcptr init, const struct load_info *info)
{
	bool told;

	*r = (struct result){ .kind = RESULT_NULL };
	r->kind = judge(r, context_call(init, info->utf8, &told), info);
	if (r->kind == RESULT_SINGLEPHASE && !told &&
	    context_apply(r->module, r->def, info->utf8) < 0) {
		Py_CLEAR(r->module);
		r->exception = error_take();
		r->kind = RESULT_EXCEPTION;
	}
	return r->kind <= RESULT_SINGLEPHASE ? 0 : -1;
}

/* the message about a wrong result that came without an exception */
static const char *
complaint(enum result_kind kind)
{
	switch (kind) {
	case RESULT_NULL:
		return "initialization of %s failed without raising an exception";
	case RESULT_UNINITIALIZED:
		return "init function of %s returned uninitialized object";
	case RESULT_NOT_DEF:
		return "initialization of %s did not return PyModuleDef";
	case RESULT_NOT_MODULE:
		return "initialization of %s did not return an extension module";
	default:
		return "initialization of %s did not return a valid extension module";
	}
}

/* cpython:Python/importdl.c:_Py_ext_module_loader_result_apply_error */
void
result_raise(struct result *r, const char *name)
{
	PyObject *exception = r->exception;

	r->exception = NULL;
	if (r->kind == RESULT_EXCEPTION)
		error_restore(exception);
	else if (r->kind == RESULT_UNREPORTED)
		error_raise_from(exception, "initialization of %s raised unreported exception",
				 name);
	else
		PyErr_Format(PyExc_SystemError, complaint(r->kind), name);
}
