/* fixture: names=unique_a,unique_b check=exports:unique_value check=globdat:unique_value */
/*
 * A variable that exists once in the whole process, whatever the scopes are. C++ asks the linker
 * for this for the variables of its inline functions.
 */
#include "fx_module.h"

extern int unique_value;

/* written in assembly, since not every compiler can mark its own definition */
__asm__(".pushsection .data\n"
	".balign 4\n"
	".globl unique_value\n"
	".type unique_value, %gnu_unique_object\n"
	".size unique_value, 4\n"
	"unique_value: .long 0\n"
	".popsection");

FX_MODULE_FINDS(FX_NAME, "%d", ++unique_value)
