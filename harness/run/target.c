#include "run/target.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "format/hostfile.h"
#include "process/procs.h"
#include "run/host.h"
#include "run/place.h"
#include "run/target_hello.h"
#include "run/target_seen.h"
#include "base/util.h"

/* a start of a loader with a carrier that takes longer than this makes limits of time longer */
static const double START_SECONDS = 0.25;
/* and at most by this */
static const double SLOWEST = 20;

void
target_expand(struct buf *out, const struct target *t, const char *tmp, const char *text)
{
	while (*text) {
		const char *value = NULL;

		if (text_starts(text, "$FIX"))
			value = t->fix;
		else if (text_starts(text, "$EXT"))
			value = t->suffix;
		else if (text_starts(text, "$TMP"))
			value = tmp;
		if (value) {
			buf_puts(out, value);
			text += 4;
		} else {
			buf_putc(out, *text++);
		}
	}
}

/* "cpython" of "cpython-3.11.2" */
static const char *
name_part(struct arena *a, const char *impl)
{
	const char *dash = strchr(impl, '-');

	return dash ? arena_strndup(a, impl, (size_t)(dash - impl)) : impl;
}

static char **
with_options(struct arena *a, char *const *command, char *const *options)
{
	size_t n = text_count(command), more = text_count(options);
	char **v = arena_alloc(a, (n + more + 1) * sizeof(*v));

	memcpy(v, command, n * sizeof(*v));
	if (more)
		memcpy(v + n, options, more * sizeof(*v));
	return v;
}

/* split a command line of the user; 0, or -1 with a warning */
static int
split(struct arena *a, char ***words, const char *option, const char *line)
{
	const char *why;

	*words = target_split(a, line, &why);
	if (!*words)
		warn("%s: %s", option, why);
	else if (!**words)
		warn("%s is empty: expected a command", option);
	return *words && **words ? 0 : -1;
}

/* a note if the command is a script, such as a version manager's: it is part of the loader */
static const char *
script_note(struct arena *a, const char *word, double seconds)
{
	const char *program = target_find(a, word);
	const char *shebang = program ? target_shebang(a, program) : NULL;

	if (!shebang)
		return NULL;
	return arena_printf(a, "%s is a script (%s): each start of the loader goes through it; "
			    "the first took %.2f s", program, shebang, seconds);
}

double
target_slowness(const char *carrier, double seconds)
{
	double times = seconds / START_SECONDS;

	if (!carrier || times < 1)
		return 1;
	return times < SLOWEST ? times : SLOWEST;
}

static void
take(struct arena *a, struct target *t, const struct hello *h)
{
	const struct target_config *config = t->config;
	struct answer *answer = arena_alloc(a, sizeof(*answer));
	const char *carrier = seen_carrier(&h->answer.facts, h->seen.program);

	*answer = h->answer;
	/* what the program's name says is a fact as well as what the adapter says */
	if (carrier && !facts_get(&answer->facts, "carrier"))
		facts_add(a, &answer->facts, "carrier", carrier);
	t->slow = target_slowness(carrier, h->seconds);
	t->hello = answer;
	t->adapter = answer->adapter;
	t->facts = answer->facts;
	t->program = h->seen.program;
	t->unseen = h->seen.unseen;
	if (!t->program && answer->executable)
		t->unseen = arena_printf(a, "%s; it calls itself %s", t->unseen,
					 answer->executable);
	t->note = script_note(a, t->command[0], h->seconds);
	t->options = answer->options;
	if (config->host)
		host_facts(a, config->host, &t->facts);
	else
		t->command = with_options(a, t->command, answer->options);
	hostfile_caps(a, config->host ? config->host->file : NULL, &t->facts);
	t->name = config->name ? config->name
				  : name_part(a, facts_get(&t->facts, "impl"));
	t->suffix = facts_get(&t->facts, "suffix");
}

int
target_hello(struct arena *a, struct target *t, const struct target_config *config)
{
	struct hello hello;
	struct place place;
	const char *why, *tmp;

	memset(t, 0, sizeof(*t));
	t->config = config;
	t->script = arena_printf(a, "%s/harness/adapter/conform_adapter.py", config->home);
	if (config->host)
		t->command = config->host->start;
	if ((!config->host && split(a, &t->command, "--loader", config->loader)) ||
	    (config->wrapper && split(a, &t->wrapper, "--wrapper", config->wrapper)))
		return -1;
	target_isolate(a, t);
	if (place_open(a, &place, config->build))
		return -1;
	tmp = arena_printf(a, "%s/hello", place.path);
	if (place_make(a, &place, "hello"))
		why = arena_printf(a, "cannot make %s: %s", tmp, strerror(errno));
	else
		why = hello_ask(a, &hello, t, tmp);
	place_close(&place, false);
	if (!why)
		why = seen_differs(a, &hello.seen, &hello.answer.facts);
	if (why) {
		warn("loader '%s' is not usable: %s", config->loader, why);
		return -1;
	}
	take(a, t, &hello);
	return 0;
}

/* hello and a worker must have the same executable, if the harness can see both */
static const char *
program_differs(struct arena *a, const struct target *t, pid_t pid, long number)
{
	char path[PATH_MAX];
	const char *unseen = "it does not report its process id";

	if (!t->program)
		return NULL;
	if (number)
		unseen = procs_program(pid, number, path, sizeof(path));
	if (unseen)
		return arena_printf(a, "hello was answered by %s, and a worker's program cannot be "
				    "seen: %s", t->program, unseen);
	if (strcmp(path, t->program))
		return arena_printf(a, "hello was answered by %s and a worker is %s", t->program,
				    path);
	return NULL;
}

static const char *
not_the_same(struct arena *a, const struct target *t, const char *why)
{
	return why ? arena_printf(a, "loader '%s' is not the same at each start: %s",
				  t->config->loader, why) : NULL;
}

const char *
target_worker(struct arena *a, const struct target *t, pid_t pid, const char *text)
{
	struct answer worker;
	const char *why = answer_worker(a, &worker, text);

	if (why)
		return arena_printf(a, "a worker of loader '%s' is not usable: %s",
				    t->config->loader, why);
	why = answer_differs(a, t->hello, &worker);
	if (!why)
		why = program_differs(a, t, pid, worker.pid);
	return not_the_same(a, t, why);
}

const char *
target_process(struct arena *a, const struct target *t, const struct buf *out)
{
	static const char mark[] = "# adapter ";
	const char *text = buf_str(out);
	struct answer worker;
	const char *why;

	if (!text_starts(text, mark))
		return NULL;
	text = arena_strndup(a, text, strcspn(text, "\n")) + strlen(mark);
	why = answer_worker(a, &worker, text);
	return not_the_same(a, t, why ? why : answer_differs(a, t->hello, &worker));
}
