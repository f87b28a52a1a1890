/* fixture: check=tls:ie check=tlssize:4194304 */
/* More thread-local storage of the initial-exec model than any C library reserves. */
#include "fx_module.h"

/* not static, or a compiler would keep only the byte in use */
__thread char static_tls_block[4 << 20] __attribute__((tls_model("initial-exec")));

FX_HOOK(static_tls)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "static_tls"};

	static_tls_block[sizeof static_tls_block - 1]++;
	fx_event("PyInit_static_tls, %d", static_tls_block[sizeof static_tls_block - 1]);
	return PyModuleDef_Init(&def);
}
