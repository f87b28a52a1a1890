/* fixture: headers=3.15 out=entire_by_315.so */
/* For 3.15 only, where slots have new numbers. */
#include "limited.h"
