/* fixture: headers=3.11 out=single_by_311.so */
/* For 3.11 only, though its suffix does not say so. */
#include "single.h"
