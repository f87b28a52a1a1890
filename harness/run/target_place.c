/* The paths by which a loader finds a run's folder and the fixtures. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "run/target.h"

/*
 * Search paths and LD_PRELOAD are lists, transcripts and messages are lines: they cannot contain
 * every name that a folder may have.
 */
static bool
is_plain(const char *path)
{
	return !path[strcspn(path, " \t\n\r:;,$'\"\\\\")] &&
	       text_utf8(path, strlen(path)) == strlen(path);
}

const char *
target_place(struct arena *a, const char *build)
{
	const char *tmp = getenv("TMPDIR");

	if (is_plain(build))
		return arena_printf(a, "%s/run/%ld", build, (long)getpid());
	return arena_printf(a, "%s/conform-%ld", tmp && *tmp == '/' && is_plain(tmp) ? tmp : "/tmp",
			    (long)getpid());
}

int
target_link(struct arena *a, struct target *t)
{
	const char *link = arena_printf(a, "%s.fix", target_place(a, t->config->build));

	if (is_plain(t->fix))
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
