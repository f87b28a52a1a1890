/* fixture: edit=size=dynamic.offset edit=size=size-4096 */
/* Ends before the page that contains its dynamic section, which is not the file's first page. */
#include "fx_module.h"

extern const char cut_padding[1 << 16];
const char cut_padding[1 << 16] = {1};

FX_MODULE(cut, NULL)
