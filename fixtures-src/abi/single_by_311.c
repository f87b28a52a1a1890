/* fixture: headers=3.11 out=single_by_311.so */
/* For 3.11 alone, as far as its suffix does not tell. */
#include "single.h"
