/* fixture: check=tlssize:4194304 */
/* Thread-local storage of a dynamic model, of the size that is too much as static storage. */
#include "fx_module.h"

static __thread char block[4 << 20] __attribute__((tls_model("local-dynamic")));

FX_HOOK(dynamic_tls)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "dynamic_tls"};

	block[sizeof block - 1]++;
	fx_event("PyInit_dynamic_tls, %d", block[sizeof block - 1]);
	return PyModuleDef_Init(&def);
}
