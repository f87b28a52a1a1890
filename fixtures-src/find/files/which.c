/* an extension that is copied to where a finder may find it */
#include "fx_multi.h"

FX_MULTI(.m_doc = "extension")
