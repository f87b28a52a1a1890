#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "debug.h"
#include "explore/explore.h"
#include "explore/field.h"
#include "format/settings.h"
#include "fixtures/catalog.h"
#include "format/known.h"
#include "lint.h"
#include "list.h"
#include "run/matrix.h"
#include "options.h"
#include "report/report.h"
#include "reports.h"
#include "scaffold.h"
#include "run/session.h"
#include "show.h"
#include "spec_map.h"
#include "process/procs.h"
#include "process/spawn.h"
#include "run/suite.h"
#include "run/suite_files.h"
#include "run/surroundings.h"
#include "run/weights.h"
#include "run/weights_file.h"
#include "base/util.h"
#include "format/version.h"

static volatile int interrupted;

static void
on_signal(int sig)
{
	/* a second signal: no report, no clean-up, but all children are killed */
	if (interrupted) {
		procs_abort();
		_exit(128 + sig);
	}
	interrupted = sig;
}

static void
catch_signals(void)
{
	/* SA_RESTART: the first signal must not break off the writing of a report */
	struct sigaction act = {.sa_handler = on_signal, .sa_flags = SA_RESTART};

	sigaction(SIGINT, &act, NULL);
	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGHUP, &act, NULL);
	/* then a write beyond the limit of file sizes fails like one on a full disk */
	signal(SIGXFSZ, SIG_IGN);
	/* and a write to a pipe without a reader is an error that is reported, too */
	signal(SIGPIPE, SIG_IGN);
}

/* the user's own lists, in the order of the options */
static void
load_known(struct arena *a, const struct options *o, const struct suite *suite,
	   struct known *known, struct errors *errors)
{
	for (size_t i = 0; o->known && o->known[i]; i++) {
		struct known one;

		if (!suite_known_file(a, o->known[i], true, &one, errors))
			suite_check_known(suite, &one, errors);
		known_append(a, known, &one);
	}
}

/* the file that --write-known will rewrite must be a known list */
static void
check_written_known(struct arena *a, const struct options *o, const struct suite *suite,
		    struct errors *errors)
{
	struct known one;

	/* load_known() has reported its mistakes if it is a --known list too */
	for (size_t i = 0; o->write_known && o->known && o->known[i]; i++) {
		if (!strcmp(o->known[i], o->write_known))
			return;
	}
	if (o->write_known && !access(o->write_known, F_OK) &&
	    !suite_known_file(a, o->write_known, true, &one, errors))
		suite_check_known(suite, &one, errors);
}

static int
lint(const struct suite *suite)
{
	struct errors errors = {0};

	lint_suite(suite, &errors);
	errors_die(&errors);
	printf("%zu cases: no mistakes found\n", suite->n);
	return 0;
}

/* tell the test runner that this program supports sharding */
static void
touch(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);

	if (fd < 0)
		warn("cannot touch %s:", path);
	else
		close(fd);
}

static const struct casefile **
choose(struct arena *a, const struct options *o, const struct suite *suite, struct shard *shard,
       size_t *n)
{
	struct weights weights;
	struct selection sel = {
		.patterns = o->patterns, .tags = o->tags, .shard = o->shard, .shards = o->shards,
		.shuffle = o->shuffle, .seed = o->seed, .told = shard,
	};
	const char *why = o->target ? suite_target_unknown(a, suite, o->target) : NULL;
	const struct casefile **cases;

	if (why)
		die("--target: %s", why);
	if (o->weights && weights_read(a, &weights, "--weights", o->weights))
		exit(EXIT_USAGE);
	sel.weights = o->weights ? &weights : NULL;
	cases = suite_select(a, suite, &sel, n);
	if (!cases)
		exit(EXIT_USAGE);
	if (o->shuffle)
		printf("order: --shuffle=%u\n", o->seed);
	/* a run chooses again for each loader; other actions use the first loader's failures */
	if (o->failed && o->action != DO_RUN &&
	    session_choose_failed(a, o, suite, cases, n, &interrupted))
		exit(EXIT_USAGE);
	/* a shard of a small selection may be empty, the selection may not */
	if (!*n && !o->shards)
		die("nothing selected");
	return cases;
}

static int
version(struct arena *a, const struct options *o)
{
	struct suite_files files = {0};

	(void)a;
	suite_files_read(&files, o->root);
	printf("conform %s, revision %s, hash %s, protocol %d\n", SUITE_VERSION, version_revision(),
	       files.hash, PROTOCOL_VERSION);
	suite_files_free(&files);
	return 0;
}

static int
new_case(struct arena *a, const struct options *o)
{
	const char *run = o->program ? o->program : "./run_tests.sh";

	if (strcmp(o->root, o->home))
		run = arena_printf(a, "%s --root %s", run, o->root);
	else if (o->program)
		die("--new: expected --root DIR, a suite of your own: %s is installed", o->root);
	return scaffold_write(o->root, o->new_id, o->new_kind, run) ? EXIT_USAGE : 0;
}

/* the exit code of several sessions is the worst one */
static int
worse(int a, int b)
{
	return a > b ? a : b;
}

static int
run_all(struct arena *a, const struct options *o, struct suite *suite,
	const struct known *known, const struct shard *shard, const struct casefile *const *cases,
	size_t n)
{
	struct report_gather gather = {.documents = json_array(), .sources = suite->sources};
	struct session *sessions;
	size_t count = 0, ran = 0, idle = 0;
	int code = 0;

	while (o->loaders[count])
		count++;
	sessions = arena_alloc(a, count * sizeof(*sessions));
	for (; ran < count && !interrupted; ran++) {
		gather.number = ran + 1;
		sessions[ran].gather = &gather;
		sessions[ran].known = known;
		sessions[ran].shard = shard;
		session_run(a, &sessions[ran], o, suite, cases, n, o->loaders[ran], &interrupted);
		code = worse(code, sessions[ran].exit_code);
		idle += sessions[ran].idle;
	}
	if (count > 1 && o->verbose >= 0)
		matrix_print(stdout, sessions, ran, cases, n);
	json_decref(gather.documents);
	if (idle && idle == ran)
		die("nothing selected: no chosen case failed when it was last run");
	if (interrupted)
		code = 128 + interrupted;
	return code;
}

static int
of_reports(struct arena *a, const struct options *o)
{
	switch (o->action) {
	case DO_DIFF: return reports_diff(a, o);
	case DO_VERIFY: return reports_verify(a, o);
	case DO_MERGE: return reports_merge(a, o);
	case DO_BADGE: return reports_badge(a, o);
	default: return reports_show(a, o);
	}
}

static bool
starts_loaders(const struct options *o)
{
	if (o->action == DO_LINT || o->action == DO_SPEC_MAP)
		return false;
	return o->action != DO_LIST || o->asks || o->failed;
}

int
main(int argc, char **argv)
{
	struct arena arena = {0};
	struct errors errors = {0};
	struct options options;
	struct known known = {0};
	struct suite suite;
	struct catalog catalog;
	struct shard shard = {0};
	const struct casefile **cases;
	size_t n;
	int code;

	surroundings_begin();
	/* with too little memory jansson would say that a text is not JSON */
	json_set_alloc_funcs(xmalloc, free);
	options_parse(&arena, &options, argc, argv);
	catch_signals();
	if (options.action == DO_NEW || options.action == DO_VERSION) {
		code = options.action == DO_VERSION ? version(&arena, &options)
						     : new_case(&arena, &options);
		arena_free(&arena);
		return all_said(code);
	}
	if (options_reads_reports(&options)) {
		code = of_reports(&arena, &options);
		arena_free(&arena);
		return all_said(code);
	}
	surroundings_limits();
	spawn_init();
	if (options.action == DO_EXPLORE || options.action == DO_FIELD) {
		code = options.action == DO_FIELD ? field(&arena, &options, &interrupted)
						  : explore(&arena, &options, &interrupted);
		arena_free(&arena);
		return all_said(code);
	}
	suite_load(&arena, &suite, options.root, &errors);
	suite.part = options.part;
	/* a run reads the fixtures' sources later, for its target */
	if (options.action == DO_LINT)
		suite_catalog(&arena, &suite, &catalog, &errors);
	errors_die(&errors);
	load_known(&arena, &options, &suite, &known, &errors);
	check_written_known(&arena, &options, &suite, &errors);
	errors_die(&errors);
	if (starts_loaders(&options))
		surroundings_check(&arena, &options);
	if (options.shard_status_file)
		touch(options.shard_status_file);
	if (options.action == DO_LINT) {
		code = lint(&suite);
	} else if (options.action == DO_SPEC_MAP) {
		code = spec_map(&arena, &options, &suite);
	} else {
		cases = choose(&arena, &options, &suite, &shard, &n);
		if (options.action == DO_LIST)
			code = list_cases(&arena, &options, &suite, &known, cases, n,
					  &interrupted);
		else if (options.action == DO_SHOW)
			code = show_cases(&arena, &options, &suite, &known, cases, n,
					  &interrupted);
		else if (options.action == DO_GDB)
			code = debug_case(&arena, &options, &suite, &known, cases, n,
					  &interrupted);
		else
			code = run_all(&arena, &options, &suite, &known, &shard, cases, n);
	}
	errors_free(&errors);
	suite_free(&suite);
	arena_free(&arena);
	return all_said(code);
}
