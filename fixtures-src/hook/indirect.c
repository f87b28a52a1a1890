/* fixture: check=ifunc:PyInit_indirect */
/* The hook is an indirect function. */
#include "fx_module.h"

typedef PyObject *hook(void);
hook *choose(void);

static PyObject *
chosen(void)
FX_BODY("chosen for PyInit_indirect", NULL)

/* makes no call, since it runs before the library is ready */
__attribute__((visibility("hidden"))) hook *
choose(void)
{
	return chosen;
}

__asm__(".globl PyInit_indirect\n"
	".type PyInit_indirect, %gnu_indirect_function\n"
	".set PyInit_indirect, choose");
