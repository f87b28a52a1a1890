/* PyInitU_9ca is the hook of the name \u00e9: a module object, which says when it is freed */
#include "fx.h"

PyMODINIT_FUNC PyInitU_9ca(void);

static void
released(void *module)
{
	(void)module;
	fx_event("free");
}

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = "nonascii_freed", .m_size = -1, .m_free = released
};

PyMODINIT_FUNC
PyInitU_9ca(void)
{
	fx_event("init");
	return PyModule_Create(&def);
}
