/* Where the suite is that the program belongs to. */
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "base/util.h"
#include "options.h"

static bool
is_home(struct arena *a, const char *path)
{
	return !access(arena_printf(a, "%s/harness/adapter/conform_adapter.py", path), R_OK);
}

/* the folder whose path make wrote into the file `home` beside the program; NULL if it is none */
static const char *
noted_home(struct arena *a, const char *folder)
{
	struct buf b = {0};
	const char *home = NULL;

	if (!file_read(arena_printf(a, "%s/home", folder), &b) && b.len > 1)
		home = arena_strndup(a, b.p, b.len - 1);
	buf_free(&b);
	return home && *home == '/' && is_home(a, home) ? home : NULL;
}

const char *
options_home(struct arena *a)
{
	char path[PATH_MAX], *slash;
	ssize_t len = readlink("/proc/self/exe", path, sizeof(path) - 1);
	const char *home = NULL;

	path[len < 0 ? 0 : len] = '\0';
	slash = strrchr(path, '/');
	if (slash)
		home = noted_home(a, arena_strndup(a, path, (size_t)(slash - path)));
	for (; slash; slash = strrchr(path, '/')) {
		*slash = '\0';
		if (!strcmp(slash + 1, "build") && is_home(a, path))
			return arena_strdup(a, path);
	}
	if (!home)
		die("cannot find harness/adapter/ of the suite: build the program again, with "
		    "run_tests.sh or make");
	return home;
}
