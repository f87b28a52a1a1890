/* fixture: check=ifunc:chosen */
/* A function that a resolver chooses while the library is relocated. */
#include "fx_module.h"

int chosen(void);

static int
chosen_forty_two(void)
{
	return 42;
}

typedef int function(void);

/* clang does not see that the dynamic linker calls it */
__attribute__((used)) static function *
resolve(void)
{
	return chosen_forty_two;
}

__attribute__((ifunc("resolve"))) int chosen(void);

FX_MODULE_FINDS(ifunc, "%d", chosen())
