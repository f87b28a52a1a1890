/* fixture: needs=libfirst.so needs=libsecond.so ldflags=-Wl,-rpath,$ORIGIN
 * check=needed:libfirst.so check=needed:libsecond.so */
/* Two needed libraries define one symbol; a third below the first defines another of the second's. */
#include "fx_module.h"

int order_near(void);
int order_deep(void);

FX_HOOK(order_user)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "order_user"};

	fx_event("PyInit_order_user, near %d, deep %d", order_near(), order_deep());
	return PyModuleDef_Init(&def);
}
