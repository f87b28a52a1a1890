/* fixture: check=tls:ie */
/* As much thread-local storage of the initial-exec model as fits into any reserve. */
#include "fx_module.h"

static __thread int value __attribute__((tls_model("initial-exec"))) = 41;

FX_HOOK(small_static_tls)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "small_static_tls"};

	fx_event("PyInit_small_static_tls, %d", ++value);
	return PyModuleDef_Init(&def);
}
