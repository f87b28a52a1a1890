/* The path by which a loader finds the fixtures. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "run/place.h"
#include "run/target.h"

int
target_link(struct arena *a, struct target *t)
{
	const char *link = arena_printf(a, "%s.fix", place_wanted(a, t->config->build));

	if (place_is_plain(t->fix))
		return 0;
	/* a link that exists already is not of this run */
	if (unlink(link) && errno != ENOENT) {
		warn("cannot remove %s:", link);
		return -1;
	}
	if (symlink(t->fix, link)) {
		warn("cannot make %s:", link);
		return -1;
	}
	t->fix = t->link = link;
	return 0;
}

void
target_unlink(struct target *t)
{
	if (t->link && unlink(t->link))
		warn("cannot remove %s:", t->link);
	t->link = NULL;
}
