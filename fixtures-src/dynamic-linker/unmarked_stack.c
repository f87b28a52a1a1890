/* fixture: edit=stack.type=PT_NULL */
/* Does not say which stack it needs, like files from before PT_GNU_STACK. */
#include "fx_module.h"

FX_MODULE(unmarked_stack, NULL)
