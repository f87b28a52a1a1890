/* sees what the case has set; its hook and its execution slot set something else: tools.step() */
#include "asks.h"
