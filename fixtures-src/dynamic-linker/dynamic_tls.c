/* fixture: check=tlssize:4194304 */
/* Thread-local storage of a dynamic model, of a size that is too large for static storage. */
#include "fx_module.h"

/* not static, or a compiler would keep only the byte in use */
__thread char dynamic_tls_block[4 << 20] __attribute__((tls_model("global-dynamic")));

FX_HOOK(dynamic_tls)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "dynamic_tls"};

	dynamic_tls_block[sizeof dynamic_tls_block - 1]++;
	fx_event("PyInit_dynamic_tls, %d", dynamic_tls_block[sizeof dynamic_tls_block - 1]);
	return PyModuleDef_Init(&def);
}
