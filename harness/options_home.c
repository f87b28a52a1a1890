/* Where the suite is that the program belongs to, and where it writes. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "format/settings.h"
#include "options.h"

/* below the prefix of an installed copy, and below a user's cache folder */
#define SUITE_FOLDER "dynload-cts"

static bool
is_home(struct arena *a, const char *path)
{
	return !access(arena_printf(a, "%s/harness/adapter/conform_adapter.py", path), R_OK);
}

/* the program's own path; "" if it cannot be told */
static char *
own_path(struct arena *a)
{
	char path[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", path, sizeof(path));

	return arena_strndup(a, path, len < 0 || (size_t)len == sizeof(path) ? 0 : (size_t)len);
}

/* PREFIX/share/dynload-cts for the program PREFIX/bin/NAME, wherever PREFIX was moved; or NULL */
static const char *
installed_home(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/'), *home;
	char *folder = arena_strndup(a, path, slash ? (size_t)(slash - path) : 0);

	if (!text_ends(folder, "/bin"))
		return NULL;
	*strrchr(folder, '/') = '\0';
	home = arena_printf(a, "%s/share/" SUITE_FOLDER, folder);
	return is_home(a, home) ? home : NULL;
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

static const char *
checkout(struct arena *a, char *path)
{
	char *slash = strrchr(path, '/');
	const char *home = NULL;

	if (slash)
		home = noted_home(a, arena_strndup(a, path, (size_t)(slash - path)));
	for (; slash; slash = strrchr(path, '/')) {
		*slash = '\0';
		if (!strcmp(slash + 1, "build") && is_home(a, path))
			return path;
	}
	if (!home)
		die("cannot find harness/adapter/ of the suite: build or install the program "
		    "again, with run_tests.sh or make");
	return home;
}

bool
options_installed(void)
{
	struct arena a = {0};
	bool is = installed_home(&a, own_path(&a)) != NULL;

	arena_free(&a);
	return is;
}

void
options_home(struct arena *a, struct options *o)
{
	char *path = own_path(a);

	o->home = installed_home(a, path);
	/* the name that the caller's shell found, or the place */
	if (o->home)
		o->program = strchr(o->command[0], '/') ? path : o->command[0];
	else
		o->home = checkout(a, path);
}

/* the rules of the XDG base directory specification: a relative path does not count */
static const char *
cache(struct arena *a)
{
	const char *base = getenv("XDG_CACHE_HOME"), *user = getenv("HOME");

	if (base && *base == '/')
		return arena_printf(a, "%s/" SUITE_FOLDER, base);
	if (user && *user == '/')
		return arena_printf(a, "%s/.cache/" SUITE_FOLDER, user);
	die("neither XDG_CACHE_HOME nor HOME is a folder: expected one of them, or --build DIR, "
	    "for all that is written");
}

void
options_products(struct arena *a, struct options *o)
{
	bool own = strcmp(o->root, o->home) != 0;

	o->build_is_set = o->build;
	if (o->build) {
		o->shared = o->build;
		return;
	}
	o->shared = o->program ? cache(a) : arena_printf(a, "%s/build", o->home);
	o->build = own ? arena_printf(a, "%s/build", o->root) : o->shared;
}
