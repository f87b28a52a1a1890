/* fixture: names=kib_1,kib_2,kib_3,kib_4 check=tls:ie check=tlssize:1024 */
/* One KiB of static thread-local storage. */
#include "fx_module.h"

/* not static, or a compiler would keep only the byte in use */
__thread char FX_NAME[1024] __attribute__((tls_model("initial-exec")));

FX_HOOK(FX_NAME)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME)};

	FX_NAME[1023]++;
	fx_event("PyInit_" FX_STR(FX_NAME) ", %d, %d", FX_NAME[0], FX_NAME[1023]);
	return PyModuleDef_Init(&def);
}
