/* fixture: ldflags=-Wl,-z,notext check=textrel */
/* An address in the program text that the dynamic linker must write. */
#include "fx_module.h"

extern void *const text_address;
extern int text_target;
int text_target = 6;

/* among the instructions: a compiler puts no data into their section */
__asm__(".pushsection .text\n"
	".balign 8\n"
	".globl text_address\n"
	".hidden text_address\n"
	"text_address: .dc.a text_target\n"
	".popsection");

FX_MODULE_FINDS(text_relocation, "%d", *(int *)text_address)
