#include "options.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "options_private.h"
#include "text.h"
#include "util.h"

/* a report that standard output gets: no PATH, "-", or the same file by another name */
static bool
is_on_stdout(const char *format)
{
	const char *colon = strchr(format, ':');
	struct stat path, out;

	if (!colon || !strcmp(colon, ":-"))
		return true;
	return !stat(colon + 1, &path) && !fstat(STDOUT_FILENO, &out) &&
	       path.st_dev == out.st_dev && path.st_ino == out.st_ino;
}

static bool
is_junit(const char *format)
{
	return text_starts(format, "junit");
}

static bool
has_format(const struct options *o, bool (*is)(const char *format))
{
	for (size_t i = 0; o->formats && o->formats[i]; i++) {
		if (is(o->formats[i]))
			return true;
	}
	return false;
}

/* a test runner's variables hold where no option does */
static void
take_environment(struct arena *a, struct options *o)
{
	const char *total = getenv("TEST_TOTAL_SHARDS"), *index = getenv("TEST_SHARD_INDEX");
	const char *xml = getenv("XML_OUTPUT_FILE"), *only = getenv("TESTBRIDGE_TEST_ONLY");
	const char *color = getenv("NO_COLOR");

	if (!o->shards && total && index) {
		o->shards = options_number("TEST_TOTAL_SHARDS", total, 1, 100000);
		o->shard = 1 + options_number("TEST_SHARD_INDEX", index, 0, (long)o->shards - 1);
		o->shard_status_file = getenv("TEST_SHARD_STATUS_FILE");
	}
	if (xml && *xml && !has_format(o, is_junit))
		options_push(a, &o->formats, arena_printf(a, "junit:%s", xml));
	if (!o->patterns && only && *only)
		options_push(a, &o->patterns, only);
	if (o->color < 0 && color && *color)
		o->color = 0;
}

static void
set_today(struct arena *a, struct options *o)
{
	const char *fixed = getenv("CONFORM_TODAY");
	time_t now = time(NULL);
	char text[16];

	if (fixed && !text_date(fixed))
		die("CONFORM_TODAY: expected a day as YYYY-MM-DD, got '%s'", fixed);
	strftime(text, sizeof(text), "%Y-%m-%d", localtime(&now));
	o->today_is_set = fixed;
	o->today = arena_strdup(a, fixed ? fixed : text);
}

/* the nearest folder above the program itself, build/conform, that holds the adapter */
static const char *
program_home(struct arena *a)
{
	char path[PATH_MAX], *slash;
	ssize_t len = readlink("/proc/self/exe", path, sizeof(path) - 1);

	path[len < 0 ? 0 : len] = '\0';
	while ((slash = strrchr(path, '/'))) {
		*slash = '\0';
		if (!access(arena_printf(a, "%s/harness/adapter/conform_adapter.py", path), R_OK))
			return arena_strdup(a, path);
	}
	die("cannot find harness/adapter/ in any folder above the program");
}

static void
set_defaults(struct arena *a, struct options *o)
{
	long cpus = sysconf(_SC_NPROCESSORS_ONLN);
	char resolved[PATH_MAX];

	o->home = program_home(a);
	if (!o->root)
		o->root = o->home;
	if (!realpath(o->root, resolved))
		die("--root: no folder %s:", o->root);
	o->root = arena_strdup(a, resolved);
	o->asks = o->loaders || o->plugin;
	if (!o->loaders)
		options_push(a, &o->loaders, "python3");
	if (!has_format(o, is_on_stdout))
		options_push(a, &o->formats, "console");
	if (!o->jobs)
		o->jobs = cpus > 0 && cpus <= 256 ? (unsigned)cpus : 1;
	if (o->verbose > 2)
		o->verbose = 2;
}

/* what acts on one loader without a run; NULL for what does not */
static const char *
asking_option(const struct options *o)
{
	switch (o->action) {
	case DO_LIST: return "--list";
	case DO_SHOW: return "--show";
	case DO_GDB: return "--gdb";
	default: return NULL;
	}
}

/* options that are right by themselves and not together */
static void
check(const struct options *o)
{
	if (o->bless && o->loaders[1])
		die("--bless: expected one --loader, whose results are the new expectations");
	if (o->bless && o->action != DO_RUN)
		die("--bless goes with a run only");
	if (o->new_kind && o->action != DO_NEW)
		die("--kind goes with --new only");
	if (o->write_known && o->loaders[1])
		die("--write-known: expected one --loader, of which the list is to speak");
	if (o->write_known && (o->action != DO_RUN || o->bless))
		die("--write-known goes with a run only, without --bless");
	if (asking_option(o) && o->loaders[1])
		die("%s: expected one --loader", asking_option(o));
	if (o->action == DO_GDB && o->wrapper)
		die("--gdb does not go with --wrapper");
	if (o->action == DO_SHOW && !o->patterns && !o->tags && !o->failed)
		die("--show: expected a case, as in --show hook/plain-name");
}

void
options_parse(struct arena *a, struct options *o, int argc, char **argv)
{
	int opt;

	*o = (struct options){.repeat = 1, .level = -1, .isolation = -1, .color = -1,
			      .timeout_scale = 1};
	while ((opt = getopt_long(argc, argv, options_short, options_long, NULL)) != -1)
		options_parse_one(a, o, opt, optarg);
	for (int i = optind; i < argc; i++)
		options_push(a, &o->patterns, argv[i]);
	take_environment(a, o);
	set_today(a, o);
	set_defaults(a, o);
	check(o);
}
