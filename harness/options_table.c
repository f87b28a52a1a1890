#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "options.h"
#include "options_help.h"
#include "options_private.h"
#include "report.h"
#include "target.h"
#include "text.h"
#include "util.h"
#include "vocab.h"

enum {
	OPT_TAG = 256, OPT_FAILED, OPT_SHARD, OPT_SHUFFLE, OPT_REPEAT, OPT_MIN, OPT_LOADER,
	OPT_ENV, OPT_CC, OPT_PLUGIN, OPT_TARGET, OPT_KNOWN, OPT_WRITE_KNOWN, OPT_LEVEL, OPT_ISOLATION,
	OPT_SCALE, OPT_KEEP, OPT_WRAPPER, OPT_GDB, OPT_COLOR, OPT_BLESS, OPT_NEW, OPT_KIND,
	OPT_SHOW, OPT_LINT, OPT_ROOT, OPT_VERSION
};

const struct option options_long[] = {
	{"tag", required_argument, NULL, OPT_TAG},
	{"failed", no_argument, NULL, OPT_FAILED},
	{"shard", required_argument, NULL, OPT_SHARD},
	{"shuffle", optional_argument, NULL, OPT_SHUFFLE},
	{"repeat", required_argument, NULL, OPT_REPEAT},
	{"min", required_argument, NULL, OPT_MIN},
	{"loader", required_argument, NULL, OPT_LOADER},
	{"env", required_argument, NULL, OPT_ENV},
	{"plugin", required_argument, NULL, OPT_PLUGIN},
	{"cc", required_argument, NULL, OPT_CC},
	{"target", required_argument, NULL, OPT_TARGET},
	{"known", required_argument, NULL, OPT_KNOWN},
	{"write-known", required_argument, NULL, OPT_WRITE_KNOWN},
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
	{"kind", required_argument, NULL, OPT_KIND},
	{"show", no_argument, NULL, OPT_SHOW},
	{"lint", no_argument, NULL, OPT_LINT},
	{"root", required_argument, NULL, OPT_ROOT},
	{"help", no_argument, NULL, 'h'},
	{"version", no_argument, NULL, OPT_VERSION},
	{NULL, 0, NULL, 0},
};

const char options_short[] = "k:j:xlvqo:h";

static void
set_shard(struct arena *a, struct options *o, const char *s)
{
	const char *slash = strchr(s, '/');
	const char *first = slash ? arena_strndup(a, s, (size_t)(slash - s)) : "";

	if (!slash)
		die("--shard: expected I/N, got '%s'", s);
	o->shards = options_number("--shard", slash + 1, 1, 100000);
	o->shard = options_number("--shard", first, 1, (long)o->shards);
}

static void
set_tag(struct arena *a, struct options *o, const char *s)
{
	const char *why = vocab_unknown(a, VOCAB_TAG, s);

	if (why)
		die("--tag: %s", why);
	options_push(a, &o->tags, s);
}

static void
set_format(struct arena *a, struct options *o, const char *s)
{
	const char *colon = strchr(s, ':');
	const char *name = colon ? arena_strndup(a, s, (size_t)(colon - s)) : s;

	if (!report_find(name))
		die("-o: expected one of: %s; got '%s'", report_names(), name);
	options_push(a, &o->formats, s);
}

static void
set_scale(struct options *o, const char *s)
{
	if (!text_seconds(s, &o->timeout_scale) || o->timeout_scale <= 0)
		die("--timeout-scale: expected a number above 0, got '%s'", s);
}

/* a name alone has the caller's value */
static void
set_env(struct arena *a, struct options *o, const char *s)
{
	const char *refused = target_env_refuses(a, s), *value;

	if (refused)
		die("--env: %s", refused);
	if (!strchr(s, '=')) {
		value = getenv(s);
		if (!value)
			die("--env: %s is not set here: expected NAME=VALUE, or the name of a "
			    "variable that is", s);
		s = arena_printf(a, "%s=%s", s, value);
	}
	options_push(a, &o->env, s);
}

static void
set_plugin(struct arena *a, struct options *o, const char *s)
{
	o->plugin = options_absolute(a, s);
	if (access(o->plugin, R_OK))
		die("--plugin: cannot read %s:", o->plugin);
}

/* that it can be written is known before the cases run, not after */
static void
set_write_known(struct arena *a, struct options *o, const char *s)
{
	const char *slash = strrchr(s, '/');
	const char *dir = slash ? arena_strndup(a, s, (size_t)(slash - s) + 1) : ".";
	struct stat st;

	o->write_known = s;
	if (!stat(s, &st)) {
		if (!S_ISREG(st.st_mode))
			die("--write-known: %s is not a regular file", s);
		if (access(s, R_OK))
			die("--write-known: cannot read %s:", s);
	} else if (errno != ENOENT || !*s) {
		die("--write-known: cannot write %s:", s);
	}
	if (access(dir, W_OK))
		die("--write-known: cannot write into the folder %s:", dir);
}

/* one option; a switch over a closed set, which is why it is long */
void
options_parse_one(struct arena *a, struct options *o, int opt, const char *arg)
{
	static const char *const levels[] = {"required", "detail", NULL};
	static const char *const isolations[] = {"exec", "fork", NULL};
	static const char *const colors[] = {"never", "always", "auto", NULL};

	switch (opt) {
	case 'k': options_push(a, &o->patterns, arg); break;
	case 'j': o->jobs = options_number("-j", arg, 1, 256); break;
	case 'x': o->stop_first = true; break;
	case 'l': o->action = DO_LIST; break;
	case 'v': o->verbose++; break;
	case 'q': o->verbose = -1; break;
	case 'o': set_format(a, o, arg); break;
	case 'h': options_help(); break;
	case OPT_TAG: set_tag(a, o, arg); break;
	case OPT_FAILED: o->failed = true; break;
	case OPT_SHARD: set_shard(a, o, arg); break;
	case OPT_SHUFFLE:
		o->shuffle = true;
		o->seed = arg ? options_number("--shuffle", arg, 0, INT_MAX) : (unsigned)getpid();
		break;
	case OPT_REPEAT: o->repeat = options_number("--repeat", arg, 1, 1000000); break;
	case OPT_MIN:
		o->min = options_number("--min", arg, 0, 1000000);
		o->min_is_set = true;
		break;
	case OPT_LOADER: options_push(a, &o->loaders, arg); break;
	case OPT_ENV: set_env(a, o, arg); break;
	case OPT_PLUGIN: set_plugin(a, o, arg); break;
	case OPT_CC: o->cc = arg; break;
	case OPT_TARGET: o->target = arg; break;
	case OPT_KNOWN: options_push(a, &o->known, arg); break;
	case OPT_WRITE_KNOWN: set_write_known(a, o, arg); break;
	case OPT_LEVEL:
		o->level = options_choice("--level", arg, levels, "required or detail");
		break;
	case OPT_ISOLATION:
		o->isolation = options_choice("--isolation", arg, isolations, "fork or exec");
		break;
	case OPT_SCALE: set_scale(o, arg); break;
	case OPT_KEEP: o->keep = true; break;
	case OPT_WRAPPER: o->wrapper = arg; break;
	case OPT_GDB: o->action = DO_GDB; break;
	case OPT_COLOR:
		o->color = options_choice("--color", arg, colors, "always, never or auto");
		o->color = o->color == 2 ? -1 : o->color;
		break;
	case OPT_BLESS: o->bless = true; break;
	case OPT_NEW: o->action = DO_NEW; o->new_id = arg; break;
	case OPT_KIND: o->new_kind = arg; break;
	case OPT_SHOW: o->action = DO_SHOW; break;
	case OPT_LINT: o->action = DO_LINT; break;
	case OPT_ROOT: o->root = options_absolute(a, arg); break;
	case OPT_VERSION: o->action = DO_VERSION; break;
	default: exit(EXIT_USAGE);
	}
}
