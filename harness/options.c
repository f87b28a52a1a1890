#include "options.h"

#include <getopt.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "options_help.h"
#include "report.h"
#include "text.h"
#include "util.h"

enum {
	OPT_TAG = 256, OPT_FAILED, OPT_SHARD, OPT_SHUFFLE, OPT_REPEAT, OPT_MIN, OPT_LOADER,
	OPT_PLUGIN, OPT_TARGET, OPT_LEVEL, OPT_ISOLATION, OPT_SCALE, OPT_KEEP, OPT_WRAPPER,
	OPT_GDB, OPT_COLOR, OPT_BLESS, OPT_NEW, OPT_LINT, OPT_ROOT, OPT_VERSION
};

static const struct option longs[] = {
	{"tag", required_argument, NULL, OPT_TAG},
	{"failed", no_argument, NULL, OPT_FAILED},
	{"shard", required_argument, NULL, OPT_SHARD},
	{"shuffle", optional_argument, NULL, OPT_SHUFFLE},
	{"repeat", required_argument, NULL, OPT_REPEAT},
	{"min", required_argument, NULL, OPT_MIN},
	{"loader", required_argument, NULL, OPT_LOADER},
	{"plugin", required_argument, NULL, OPT_PLUGIN},
	{"target", required_argument, NULL, OPT_TARGET},
	{"level", required_argument, NULL, OPT_LEVEL},
	{"isolation", required_argument, NULL, OPT_ISOLATION},
	{"timeout-scale", required_argument, NULL, OPT_SCALE},
	{"keep", no_argument, NULL, OPT_KEEP},
	{"wrapper", required_argument, NULL, OPT_WRAPPER},
	{"gdb", no_argument, NULL, OPT_GDB},
	{"list", no_argument, NULL, 'l'},
	{"color", required_argument, NULL, OPT_COLOR},
	{"bless", no_argument, NULL, OPT_BLESS},
	{"new", required_argument, NULL, OPT_NEW},
	{"lint", no_argument, NULL, OPT_LINT},
	{"root", required_argument, NULL, OPT_ROOT},
	{"help", no_argument, NULL, 'h'},
	{"version", no_argument, NULL, OPT_VERSION},
	{NULL, 0, NULL, 0},
};

static void
push(struct arena *a, char ***list, const char *s)
{
	size_t n = 0;
	char **v;

	while (*list && (*list)[n])
		n++;
	v = arena_alloc(a, (n + 2) * sizeof(*v));
	for (size_t i = 0; i < n; i++)
		v[i] = (*list)[i];
	v[n] = arena_strdup(a, s);
	*list = v;
}

static unsigned
number(const char *option, const char *s, long min, long max)
{
	long value;

	if (!text_long(s, min, max, &value))
		die("%s: expected a number from %ld to %ld, got '%s'", option, min, max, s);
	return (unsigned)value;
}

/* the index of s among the NULL-terminated words */
static int
choice(const char *option, const char *s, const char *const *words, const char *listed)
{
	for (int i = 0; words[i]; i++) {
		if (!strcmp(words[i], s))
			return i;
	}
	die("%s: expected %s, got '%s'", option, listed, s);
}

static const char *
absolute(struct arena *a, const char *path)
{
	char cwd[PATH_MAX];

	if (*path == '/')
		return arena_strdup(a, path);
	if (!getcwd(cwd, sizeof(cwd)))
		die("cannot tell the current folder:");
	return arena_printf(a, "%s/%s", cwd, path);
}

static void
set_shard(struct arena *a, struct options *o, const char *s)
{
	const char *slash = strchr(s, '/');
	const char *first = slash ? arena_strndup(a, s, (size_t)(slash - s)) : "";

	if (!slash)
		die("--shard: expected I/N, got '%s'", s);
	o->shards = number("--shard", slash + 1, 1, 100000);
	o->shard = number("--shard", first, 1, (long)o->shards);
}

static void
set_format(struct arena *a, struct options *o, const char *s)
{
	const char *colon = strchr(s, ':');
	const char *name = colon ? arena_strndup(a, s, (size_t)(colon - s)) : s;

	if (!report_find(name))
		die("-o: expected one of: %s; got '%s'", report_names(), name);
	push(a, &o->formats, s);
}

static void
set_scale(struct options *o, const char *s)
{
	if (!text_seconds(s, &o->timeout_scale) || o->timeout_scale <= 0)
		die("--timeout-scale: expected a number above 0, got '%s'", s);
}

static void
set_plugin(struct arena *a, struct options *o, const char *s)
{
	o->plugin = absolute(a, s);
	if (access(o->plugin, R_OK))
		die("--plugin: cannot read %s:", o->plugin);
}

/* one option; a switch over a closed set, which is why it is long */
static void
take(struct arena *a, struct options *o, int opt, const char *arg)
{
	static const char *const levels[] = {"required", "detail", NULL};
	static const char *const isolations[] = {"exec", "fork", NULL};
	static const char *const colors[] = {"never", "always", "auto", NULL};

	switch (opt) {
	case 'k': push(a, &o->patterns, arg); break;
	case 'j': o->jobs = number("-j", arg, 1, 256); break;
	case 'x': o->stop_first = true; break;
	case 'l': o->action = DO_LIST; break;
	case 'v': o->verbose++; break;
	case 'q': o->verbose = -1; break;
	case 'o': set_format(a, o, arg); break;
	case 'h': options_help(); break;
	case OPT_TAG: push(a, &o->tags, arg); break;
	case OPT_FAILED: o->failed = true; break;
	case OPT_SHARD: set_shard(a, o, arg); break;
	case OPT_SHUFFLE:
		o->shuffle = true;
		o->seed = arg ? number("--shuffle", arg, 0, INT_MAX) : (unsigned)getpid();
		break;
	case OPT_REPEAT: o->repeat = number("--repeat", arg, 1, 1000000); break;
	case OPT_MIN: o->min = number("--min", arg, 0, 1000000); break;
	case OPT_LOADER: push(a, &o->loaders, arg); break;
	case OPT_PLUGIN: set_plugin(a, o, arg); break;
	case OPT_TARGET: o->target = arg; break;
	case OPT_LEVEL:
		o->level = choice("--level", arg, levels, "required or detail");
		break;
	case OPT_ISOLATION:
		o->isolation = choice("--isolation", arg, isolations, "fork or exec");
		break;
	case OPT_SCALE: set_scale(o, arg); break;
	case OPT_KEEP: o->keep = true; break;
	case OPT_WRAPPER: o->wrapper = arg; break;
	case OPT_GDB: o->action = DO_GDB; break;
	case OPT_COLOR:
		o->color = choice("--color", arg, colors, "always, never or auto");
		o->color = o->color == 2 ? -1 : o->color;
		break;
	case OPT_BLESS: o->bless = true; break;
	case OPT_NEW: o->action = DO_NEW; o->new_id = arg; break;
	case OPT_LINT: o->action = DO_LINT; break;
	case OPT_ROOT: o->root = absolute(a, arg); break;
	case OPT_VERSION:
		printf("conform %s (protocol %d)\n", SUITE_VERSION, PROTOCOL_VERSION);
		exit(0);
	default: exit(EXIT_USAGE);
	}
}

/* a test runner's variables hold where no option does */
static void
take_environment(struct arena *a, struct options *o)
{
	const char *total = getenv("TEST_TOTAL_SHARDS"), *index = getenv("TEST_SHARD_INDEX");
	const char *xml = getenv("XML_OUTPUT_FILE"), *only = getenv("TESTBRIDGE_TEST_ONLY");
	const char *color = getenv("NO_COLOR");

	if (!o->shards && total && index) {
		o->shards = number("TEST_TOTAL_SHARDS", total, 1, 100000);
		o->shard = 1 + number("TEST_SHARD_INDEX", index, 0, (long)o->shards - 1);
		o->shard_status_file = getenv("TEST_SHARD_STATUS_FILE");
	}
	if (!o->formats && xml && *xml) {
		push(a, &o->formats, "console");
		push(a, &o->formats, arena_printf(a, "junit:%s", xml));
	}
	if (!o->patterns && only && *only)
		push(a, &o->patterns, only);
	if (o->color < 0 && color && *color)
		o->color = 0;
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
	if (!o->loaders)
		push(a, &o->loaders, "python3");
	if (!o->formats)
		push(a, &o->formats, "console");
	if (!o->jobs)
		o->jobs = cpus > 0 && cpus <= 256 ? (unsigned)cpus : 1;
	if (o->verbose > 2)
		o->verbose = 2;
}

void
options_parse(struct arena *a, struct options *o, int argc, char **argv)
{
	int opt;

	*o = (struct options){.repeat = 1, .level = -1, .isolation = -1, .color = -1,
			      .timeout_scale = 1};
	while ((opt = getopt_long(argc, argv, "k:j:xlvqo:h", longs, NULL)) != -1)
		take(a, o, opt, optarg);
	for (int i = optind; i < argc; i++)
		push(a, &o->patterns, argv[i]);
	take_environment(a, o);
	set_defaults(a, o);
	if (o->bless && o->loaders[1])
		die("--bless: expected one --loader, whose results are the new expectations");
	if (o->bless && o->action != DO_RUN)
		die("--bless goes with a run only");
}
