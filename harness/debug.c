#include "debug.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "format/casefile.h"
#include "fixtures/fixtures.h"
#include "format/settings.h"
#include "run/run_builds.h"
#include "run/run_check.h"
#include "run/run_plan.h"
#include "run/place.h"
#include "run/session.h"
#include "process/spawn.h"
#include "run/suite.h"
#include "base/text.h"
#include "base/util.h"

static bool
is_native(const char *program)
{
	char magic[4] = {0};
	int fd = open(program, O_RDONLY | O_CLOEXEC);
	bool native = fd >= 0 && read(fd, magic, 4) == 4 && !memcmp(magic, "\177ELF", 4);

	if (fd >= 0)
		close(fd);
	return native;
}

/* build what the case needs; 0, or -1 with a warning if the case cannot be carried out */
static int
check_case(struct arena *a, const struct session_asked *asked, const struct options *o,
	   const struct casefile *c)
{
	struct fixtures *f = asked->target.fixtures;
	struct errors errors = {0};
	const struct known_line *line;
	const char *skipped = run_check_skip(a, c, &asked->target.facts, &asked->known, &line);
	struct run_needs needs = run_needs_of(a, fixtures_catalog(f), c);
	const char *why;
	bool skip;

	if (skipped)
		warn("%s: a run skips it under this loader: %s", c->id, skipped);
	run_check_names(&asked->target, c, &errors);
	errors_die(&errors);
	if (builds_all(f, needs.v, needs.n, o->jobs, stderr, asked->target.config->interrupted))
		return -1;
	why = run_check_built(a, &asked->target, c, &needs, &skip);
	if (why)
		warn("%s: a fixture that it needs is missing: %s", c->id, why);
	return why ? -1 : 0;
}

static int
write_files(const struct casefile *c, const struct debug_plan *plan,
	    const char *script)
{
	struct buf request = {0}, text = {0};
	int bad = dir_make(plan->tmp);

	if (bad)
		warn("cannot make %s:", plan->tmp);
	casefile_request(&request, c, plan->tmp, NULL);
	debug_script(&text, plan);
	bad = bad || file_write(plan->request, request.p, request.len) ||
	      file_write(script, text.p, text.len);
	buf_free(&request);
	buf_free(&text);
	return bad;
}

/* become gdb. It keeps the user's environment: the case's is for the debugged program only. */
static void
become_gdb(struct arena *a, const struct debug_plan *plan, const char *script)
{
	char *argv[] = {arena_strdup(a, "gdb"), arena_strdup(a, "-q"), arena_strdup(a, "-x"),
			arena_strdup(a, script), arena_strdup(a, debug_program(plan)), NULL};

	/* gdb starts the program with this shell, which must understand the redirections */
	setenv("SHELL", "/bin/sh", 1);
	spawn_leave();
	execvp(argv[0], argv);
	warn("cannot run gdb:");
}

/* run c under gdb; returns only if that fails, after a warning */
static void
debug(struct arena *a, const struct target *t, const struct casefile *c)
{
	const char *build = t->config->build, *place = place_wanted(a, build);
	/* gdb replaces this process, so nobody will remove these files */
	const char *dir = text_starts(place, build)
				  ? arena_printf(a, "%s/gdb/%s", build, c->id)
				  : arena_printf(a, "%s.gdb/%s", place, c->id);
	const char *script = arena_printf(a, "%s/commands", dir);
	char **argv = target_case_argv(a, t, c);
	struct debug_plan plan = {
		.args = argv + 1,
		.tmp = arena_printf(a, "%s/tmp", dir),
		.request = arena_printf(a, "%s/request", dir),
	};

	plan.program = target_find(a, argv[0]);
	if (!plan.program) {
		warn("cannot find the program %s", argv[0]);
		return;
	}
	plan.native = is_native(plan.program);
	plan.env = target_case_env(a, t, plan.tmp, c->env);
	if (write_files(c, &plan, script))
		return;
	fprintf(stderr,
		"%s: %s in a process of its own, as with --isolation exec. `run` runs it, as often "
		"as\nyou like; `break PyInit_NAME` before that stops in a fixture's hook. The "
		"transcript comes here.\n",
		argv0, c->id);
	fflush(NULL);
	become_gdb(a, &plan, script);
}

int
debug_case(struct arena *a, const struct options *o, const struct suite *suite,
	   const struct known *user, const struct casefile *const *cases, size_t n,
	   const volatile int *interrupted)
{
	struct session_asked asked;
	int bad;

	if (n != 1) {
		warn("--gdb: expected one case, %zu are selected", n);
		return EXIT_USAGE;
	}
	if (session_ask(a, &asked, o, suite, user, interrupted))
		return *interrupted ? 128 + *interrupted : EXIT_USAGE;
	bad = target_fixtures(a, &asked.target) || check_case(a, &asked, o, cases[0]);
	if (!bad)
		debug(a, &asked.target, cases[0]);
	target_close(&asked.target);
	return *interrupted ? 128 + *interrupted : EXIT_USAGE;
}

static void
put_words(struct buf *b, char *const *words)
{
	for (; *words; words++) {
		buf_putc(b, ' ');
		text_shell(b, *words);
	}
}

const char *
debug_program(const struct debug_plan *plan)
{
	return plan->native ? plan->program : "/bin/sh";
}

/*
 * What gdb does before `run`, `start` and `starti`. It names the program again, because gdb
 * follows an exec and keeps the new program for the next run. It empties the case's folder, which
 * a case may have made unreadable.
 */
static void
put_hooks(struct buf *b, const struct debug_plan *plan)
{
	static const char *const begins[] = {"run", "start", "starti"};
	struct buf word = {0}, file = {0};

	text_shell(&word, plan->tmp);
	text_shell(&file, debug_program(plan));
	for (size_t i = 0; i < LENGTH(begins); i++)
		buf_printf(b,
			   "define hook-%s\n"
			   "file %s\n"
			   "shell chmod -R u+rwx %s 2>/dev/null; rm -rf %s; mkdir %s\n"
			   "end\n",
			   begins[i], file.p, word.p, word.p, word.p);
	buf_free(&word);
	buf_free(&file);
}

/* `run` without arguments uses these again, redirections included; the shell splits them */
static void
put_args(struct buf *b, const struct debug_plan *plan)
{
	buf_puts(b, "set args");
	if (!plan->native) {
		buf_puts(b, " -c 'exec \"$@\"' sh ");
		text_shell(b, plan->program);
	}
	put_words(b, plan->args);
	buf_puts(b, " <");
	text_shell(b, plan->request);
	/* the transcript goes to the terminal */
	buf_printf(b, " %d>&1\n", SPAWN_OUT_FD);
}

void
debug_script(struct buf *b, const struct debug_plan *plan)
{
	buf_puts(b, "set breakpoint pending on\n"
		    "set startup-with-shell on\n");
	buf_puts(b, "set exec-wrapper env -i");
	put_words(b, plan->env);
	buf_putc(b, '\n');
	put_args(b, plan);
	put_hooks(b, plan);
}
