#include "options.h"

#include <errno.h>
#include <limits.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "format/casefile.h"
#include "options_completion.h"
#include "report/report.h"
#include "format/settings.h"
#include "run/target.h"
#include "base/text.h"
#include "base/util.h"
#include "format/vocab.h"

/* how long `explore` looks, unless it is told */
static const double EXPLORE_SECONDS = 60;

static void
push(struct arena *a, char ***list, const char *s)
{
	size_t n = text_count(*list);
	char **v = arena_alloc(a, (n + 2) * sizeof(*v));

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
absolute_path(struct arena *a, const char *path)
{
	char cwd[PATH_MAX];

	if (*path == '/')
		return arena_strdup(a, path);
	if (!getcwd(cwd, sizeof(cwd)))
		die("cannot tell the current folder:");
	return arena_printf(a, "%s/%s", cwd, path);
}

enum {
	OPT_TAG = 256, OPT_FAILED, OPT_SHARD, OPT_SHUFFLE, OPT_REPEAT, OPT_MIN, OPT_LOADER,
	OPT_HOST,
	OPT_ENV, OPT_REQUIRE, OPT_CC, OPT_PLUGIN, OPT_TARGET, OPT_KNOWN, OPT_WRITE_KNOWN, OPT_LEVEL,
	OPT_ISOLATION,
	OPT_SCALE, OPT_KEEP, OPT_WRAPPER, OPT_GDB, OPT_COLOR, OPT_BLESS, OPT_NEW, OPT_KIND,
	OPT_SHOW, OPT_LINT, OPT_ROOT, OPT_BUILD, OPT_VERSION,
	OPT_COMPLETION, OPT_RETRIES, OPT_WEIGHTS, OPT_WRITE_WEIGHTS, OPT_PART,
	OPT_LIMIT, OPT_SECONDS, OPT_ROUNDS, OPT_SEED, OPT_NEW_CASE
};

const struct option options_long[] = {
	{"tag", required_argument, NULL, OPT_TAG},
	{"failed", no_argument, NULL, OPT_FAILED},
	{"shard", required_argument, NULL, OPT_SHARD},
	{"shuffle", optional_argument, NULL, OPT_SHUFFLE},
	{"repeat", required_argument, NULL, OPT_REPEAT},
	{"part", no_argument, NULL, OPT_PART},
	{"weights", required_argument, NULL, OPT_WEIGHTS},
	{"write-weights", required_argument, NULL, OPT_WRITE_WEIGHTS},
	{"retries", required_argument, NULL, OPT_RETRIES},
	{"min", required_argument, NULL, OPT_MIN},
	{"loader", required_argument, NULL, OPT_LOADER},
	{"host", required_argument, NULL, OPT_HOST},
	{"env", required_argument, NULL, OPT_ENV},
	{"require", required_argument, NULL, OPT_REQUIRE},
	{"plugin", required_argument, NULL, OPT_PLUGIN},
	{"cc", required_argument, NULL, OPT_CC},
	{"target", required_argument, NULL, OPT_TARGET},
	{"known", required_argument, NULL, OPT_KNOWN},
	{"write-known", required_argument, NULL, OPT_WRITE_KNOWN},
	{"level", required_argument, NULL, OPT_LEVEL},
	{"isolation", required_argument, NULL, OPT_ISOLATION},
	{"timeout-scale", required_argument, NULL, OPT_SCALE},
	{"limit", required_argument, NULL, OPT_LIMIT},
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
	{"build", required_argument, NULL, OPT_BUILD},
	{"completion", required_argument, NULL, OPT_COMPLETION},
	{"help", no_argument, NULL, 'h'},
	{"version", no_argument, NULL, OPT_VERSION},
	{"seconds", required_argument, NULL, OPT_SECONDS},
	{"rounds", required_argument, NULL, OPT_ROUNDS},
	{"seed", required_argument, NULL, OPT_SEED},
	{"new-case", required_argument, NULL, OPT_NEW_CASE},
	{NULL, 0, NULL, 0},
};

const char *const options_colors[] = {"never", "always", "auto", NULL};
const char *const options_isolations[] = {"exec", "fork", "weak", "exec,weak", "fork,weak", NULL};

const char options_short[] = "k:j:xlvqo:h";

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
set_tag(struct arena *a, struct options *o, const char *s)
{
	const char *why = vocab_unknown(a, VOCAB_TAG, s);

	if (why)
		die("--tag: %s", why);
	push(a, &o->tags, s);
}

static void
set_scale(struct options *o, const char *s)
{
	if (!text_seconds(s, &o->timeout_scale) || o->timeout_scale <= 0)
		die("--timeout-scale: expected a number above 0, got '%s'", s);
}

static void
set_seconds(struct options *o, const char *s)
{
	if (!text_seconds(s, &o->seconds) || o->seconds <= 0)
		die("--seconds: expected a number above 0, got '%s'", s);
	o->seconds_are_set = true;
}

/* a name without a value takes the caller's value */
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
	push(a, &o->env, s);
}

/* capabilities, with commas between them */
static void
add_required(struct arena *a, struct options *o, const char *s)
{
	for (size_t len; s; s = s[len] ? s + len + 1 : NULL) {
		const char *cap, *why;

		len = strcspn(s, ",");
		cap = arena_strndup(a, s, len);
		why = vocab_unknown(a, VOCAB_CAP, cap);
		if (why)
			die("--require: %s", why);
		push(a, &o->require, cap);
	}
}

static void
set_host(struct options *o, const char *s)
{
	if (o->host)
		die("--host: expected it once");
	o->host = s;
}

static void
set_plugin(struct arena *a, struct options *o, const char *s)
{
	if (o->before)
		die("--plugin: expected it at most twice");
	o->before = o->plugin;
	o->plugin = absolute_path(a, s);
	if (access(o->plugin, R_OK))
		die("--plugin: cannot read %s:", o->plugin);
}

/* whether the file can be written is checked before the cases run, not after */
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

static void
set_limit(struct arena *a, struct options *o, const char *arg)
{
	const char *why = limits_set(a, &o->limits, arg);

	if (why)
		die("--limit: %s", why);
}

/* fork, exec, weak, or one of the first two and weak */
static void
set_isolation(struct options *o, const char *arg)
{
	int chosen = choice("--isolation", arg, options_isolations,
			    "fork, exec, weak, fork,weak or exec,weak");

	o->weak = chosen >= 2;
	o->isolation = chosen == 2 ? -1 : chosen % 3;
}

/* one option; a switch over a closed set, which is why it is long */
static void
take(struct arena *a, struct options *o, int opt, const char *arg)
{
	const char *const levels[] = {vocab_level(false), vocab_level(true), NULL};

	switch (opt) {
	case 'k': push(a, &o->patterns, arg); break;
	case 'j':
		o->jobs = number("-j", arg, 1, 256);
		o->jobs_is_set = true;
		break;
	case 'x': o->stop_first = true; break;
	case 'l': o->action = DO_LIST; break;
	case 'v': o->verbose++; break;
	case 'q': o->verbose = -1; break;
	case 'o': push(a, &o->formats, arg); break;
	case 'h': options_help(); break;
	case OPT_COMPLETION:
		completion_print(choice("--completion", arg, completion_shells, "bash or zsh"));
		break;
	case OPT_TAG: set_tag(a, o, arg); break;
	case OPT_FAILED: o->failed = true; break;
	case OPT_SHARD: set_shard(a, o, arg); break;
	case OPT_SHUFFLE:
		o->shuffle = true;
		o->seed = arg ? number("--shuffle", arg, 0, INT_MAX) : (unsigned)getpid();
		break;
	case OPT_REPEAT: o->repeat = number("--repeat", arg, 1, 1000000); break;
	case OPT_PART: o->part = true; break;
	case OPT_WEIGHTS: o->weights = arg; break;
	case OPT_WRITE_WEIGHTS: o->write_weights = arg; break;
	case OPT_RETRIES: o->retries = number("--retries", arg, 0, 100); break;
	case OPT_MIN:
		o->min = number("--min", arg, 0, 1000000);
		o->min_is_set = true;
		break;
	case OPT_LOADER: push(a, &o->loaders, arg); break;
	case OPT_HOST: set_host(o, arg); break;
	case OPT_ENV: set_env(a, o, arg); break;
	case OPT_REQUIRE: add_required(a, o, arg); break;
	case OPT_PLUGIN: set_plugin(a, o, arg); break;
	case OPT_CC: o->cc = arg; break;
	case OPT_TARGET: o->target = arg; break;
	case OPT_KNOWN: push(a, &o->known, arg); break;
	case OPT_WRITE_KNOWN: set_write_known(a, o, arg); break;
	case OPT_LEVEL:
		o->level = choice("--level", arg, levels, "required or detail");
		break;
	case OPT_ISOLATION:
		set_isolation(o, arg);
		break;
	case OPT_SCALE: set_scale(o, arg); break;
	case OPT_KEEP: o->keep = true; break;
	case OPT_WRAPPER: o->wrapper = arg; break;
	case OPT_GDB: o->action = DO_GDB; break;
	case OPT_COLOR:
		o->color = choice("--color", arg, options_colors, "always, never or auto");
		o->color = o->color == 2 ? -1 : o->color;
		break;
	case OPT_BLESS: o->bless = true; break;
	case OPT_NEW: o->action = DO_NEW; o->new_id = arg; break;
	case OPT_KIND: o->new_kind = arg; break;
	case OPT_SHOW: o->action = DO_SHOW; break;
	case OPT_LINT: o->action = DO_LINT; break;
	case OPT_ROOT: o->root = absolute_path(a, arg); break;
	case OPT_LIMIT: set_limit(a, o, arg); break;
	case OPT_BUILD: o->build = absolute_path(a, arg); break;
	case OPT_VERSION: o->action = DO_VERSION; break;
	case OPT_NEW_CASE: o->new_case = arg; break;
	case OPT_SECONDS: set_seconds(o, arg); break;
	case OPT_ROUNDS: o->rounds = number("--rounds", arg, 1, 1000000000); break;
	case OPT_SEED:
		o->seed = number("--seed", arg, 0, INT_MAX);
		o->seed_is_set = true;
		break;
	default: exit(EXIT_USAGE);
	}
}

/* does the report go to standard output: no PATH, "-", or another name for the same file? */
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

/* a test runner's variables stand in for options that are not given */
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
	if (xml && *xml && !has_format(o, is_junit))
		push(a, &o->formats, arena_printf(a, "junit:%s", xml));
	if (!o->patterns && only && *only)
		push(a, &o->patterns, only);
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

/* the host takes the place of the loader, which becomes what a recipe may need */
static void
replace_loader(struct arena *a, struct options *o)
{
	if (text_count(o->loaders) > 1)
		die("--host: expected at most one --loader, the interpreter that its recipe needs");
	o->python_is_set = o->loaders;
	o->python = o->loaders ? o->loaders[0] : "python3";
	o->loaders = NULL;
	push(a, &o->loaders, arena_printf(a, "host %s", o->host));
}

static void
set_defaults(struct arena *a, struct options *o)
{
	long cpus = sysconf(_SC_NPROCESSORS_ONLN);
	char resolved[PATH_MAX];

	options_home(a, o);
	if (!o->root)
		o->root = o->home;
	if (!realpath(o->root, resolved))
		die("--root: no folder %s:", o->root);
	o->root = arena_strdup(a, resolved);
	options_products(a, o);
	o->asks = o->loaders || o->plugin || o->host;
	if (o->host)
		replace_loader(a, o);
	if (!o->loaders)
		push(a, &o->loaders, "python3");
	if (!has_format(o, is_on_stdout) &&
	    (!o->formats || !options_reads_reports(o) || o->action == DO_MERGE))
		push(a, &o->formats, options_format(o));
	if (!o->jobs)
		o->jobs = cpus > 0 && cpus <= 256 ? (unsigned)cpus : 1;
	if (o->verbose > 2)
		o->verbose = 2;
	if (!o->seconds_are_set)
		o->seconds = EXPLORE_SECONDS;
	if (o->action == DO_EXPLORE && !o->seed_is_set)
		o->seed = (unsigned)getpid() ^ (unsigned)time(NULL);
}

/* the option of an action that takes one loader and is not a run; NULL for other actions */
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

static void
check_explore(const struct options *o)
{
	struct arena scratch = {0};
	const char *why = o->new_case ? casefile_id_fault(&scratch, o->new_case) : NULL;

	if (why)
		die("--new-case: %s, got '%s'", why, o->new_case);
	if (o->patterns)
		die("explore: it makes its programs up, and takes no cases");
	if (o->seconds_are_set && o->rounds)
		die("explore: expected --seconds or --rounds, not both");
	if (!o->plugin && !o->loaders[1])
		die("explore: expected --plugin FILE once or twice, or --loader twice");
}

/* what compares two loaders */
static void
check_pair(const struct options *o)
{
	const char *verb = o->action == DO_EXPLORE ? "explore" : "field";

	if (o->tags || o->failed)
		die("%s: it takes no cases", verb);
	if (o->host || o->wrapper || o->isolation >= 0)
		die("%s: it goes without --host, --wrapper and --isolation fork or exec", verb);
	if (o->loaders[1] && (o->plugin || o->loaders[2]))
		die("%s: expected --plugin FILE once or twice, or --loader twice", verb);
	if (o->action == DO_FIELD && !o->folders)
		die("field: expected a folder, a wheel or a zip file that has extension modules");
}

/* options that are right alone but not together */
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
		die("--write-known: expected one --loader, for which the list is written");
	if (o->write_known && (o->action != DO_RUN || o->bless))
		die("--write-known goes with a run only, without --bless");
	if (o->part && o->action == DO_LINT)
		die("--part: --lint needs the whole suite");
	if (o->weights && !o->shards)
		die("--weights goes with --shard only");
	if (o->write_weights && o->loaders[1])
		die("--write-weights: expected one --loader, whose times are written");
	if (asking_option(o) && o->loaders[1])
		die("%s: expected one --loader", asking_option(o));
	if (o->action == DO_GDB && o->wrapper)
		die("--gdb does not go with --wrapper");
	options_check_verb(o);
	if (o->action == DO_EXPLORE || o->action == DO_FIELD)
		check_pair(o);
	if (o->action == DO_EXPLORE)
		check_explore(o);
	else if (o->seconds_are_set || o->rounds || o->seed_is_set || o->new_case)
		die("--seconds, --rounds, --seed and --new-case go with explore only");
	else if (o->before && o->action != DO_FIELD)
		die("--plugin: expected it once");
	if (o->action == DO_SHOW && !o->patterns && !o->tags && !o->failed)
		die("--show: expected a case, as in --show hook/plain-name");
}

/* where the words go that are no options */
static char ***
words_of(struct options *o)
{
	if (o->action == DO_FIELD)
		return &o->folders;
	return options_reads_reports(o) ? &o->files : &o->patterns;
}

void
options_parse(struct arena *a, struct options *o, int argc, char **argv)
{
	int opt;

	*o = (struct options){.repeat = 1, .level = -1, .isolation = -1, .color = -1,
			      .timeout_scale = 1, .limits = limits_default};
	/* options may stand behind patterns, whatever the caller's other programs do */
	unsetenv("POSIXLY_CORRECT");
	/* getopt_long() changes their order */
	for (int i = 0; i < argc; i++)
		push(a, &o->command, argv[i]);
	while ((opt = getopt_long(argc, argv, options_short, options_long, NULL)) != -1)
		take(a, o, opt, optarg);
	for (int i = optind + options_verb(o, argv[optind]); i < argc; i++)
		push(a, words_of(o), argv[i]);
	take_environment(a, o);
	set_today(a, o);
	set_defaults(a, o);
	check(o);
}
