/* The fixtures' sources as an author sees them: what is known without building anything. */
#include <string.h>

#include "fixtures/catalog.h"
#include "run/suite.h"
#include "base/util.h"

int
suite_catalog(struct arena *a, const struct suite *s, struct catalog *c, struct errors *errors)
{
	return catalog_load(a, c, s->root, s->shown, "$EXT", errors);
}
