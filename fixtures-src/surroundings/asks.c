/* sees what the case has set */
#include "asks.h"
