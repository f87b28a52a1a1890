/* fixture: check=initarray check=finiarray */
/* Constructors and destructors whose order in the source is not the order of their priorities. */
#include "fx_module.h"

#define STEP(KIND, NAME, ...) \
	__attribute__((KIND __VA_ARGS__)) static void \
	NAME(void) \
	{ \
		fx_event(FX_STR(NAME)); \
	}

STEP(constructor, constructor_last)
STEP(constructor, constructor_102, (102))
STEP(constructor, constructor_101, (101))
STEP(destructor, destructor_first)
STEP(destructor, destructor_101, (101))
STEP(destructor, destructor_102, (102))

FX_MODULE(ctor_order, NULL)
