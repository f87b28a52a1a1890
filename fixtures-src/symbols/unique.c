/* fixture: names=unique_a,unique_b check=exports:unique_value */
/* A variable that is to be one in the whole process, whatever the scopes: C++ asks that of the
 * linker for the variables of its inline functions. */
#include "fx_module.h"

extern int unique_value;

/* defined here as a whole: not every compiler lets its own definition be marked */
__asm__(".pushsection .data\n"
	".balign 4\n"
	".type unique_value, %gnu_unique_object\n"
	".size unique_value, 4\n"
	"unique_value: .long 0\n"
	".popsection");

FX_MODULE_FINDS(FX_NAME, "%d", ++unique_value)
