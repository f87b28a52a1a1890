#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "format/casefile.h"
#include "format/settings.h"
#include "run/run.h"
#include "run/host.h"
#include "run/session_private.h"
#include "run/suite.h"
#include "run/suite_files.h"
#include "base/util.h"
#include "format/version.h"
#include "format/vocab.h"

/* a case with this tag tests the adapter alone, not the loader */
static const char PROTOCOL_TAG[] = "protocol";

bool
session_is_protocol(const struct casefile *c)
{
	for (size_t i = 0; c->tags[i]; i++) {
		if (!strcmp(c->tags[i], PROTOCOL_TAG))
			return true;
	}
	return false;
}

static bool
is_selected(const struct casefile *c, const struct casefile *const *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (cases[i] == c)
			return true;
	}
	return false;
}

void
session_make_list(struct session_work *w, const struct casefile *const *cases, size_t n)
{
	w->list = arena_alloc(w->a, (w->suite->n + n + 1) * sizeof(*w->list));
	for (size_t i = 0; i < w->suite->n; i++) {
		const struct casefile *c = &w->suite->cases[i];

		if (session_is_protocol(c) && !is_selected(c, cases, n))
			w->list[w->n++] = c;
	}
	w->hidden = w->n;
	for (size_t i = 0; i < n; i++)
		w->list[w->n++] = cases[i];
	w->results = arena_alloc(w->a, (n + 1) * sizeof(*w->results));
	w->again = arena_alloc(w->a, (n + 1) * sizeof(*w->again));
}

static const char *
rerun_command(const struct session_work *w, const char *loader, bool fork)
{
	char cwd[PATH_MAX];

	return session_rerun(w->a, w->o, loader, fork, getcwd(cwd, sizeof(cwd)) ? cwd : "/");
}

static bool
chosen_isolation(const struct session_work *w)
{
	bool can = facts_has_cap(&w->target.facts, "fork");

	if (w->o->wrapper)
		return false;
	return w->o->isolation < 0 ? can : w->o->isolation && can;
}

/* JSON and HTML reports contain every transcript, so that two runs can be compared */
static bool
wants_texts(const struct options *o)
{
	for (size_t i = 0; o->formats[i]; i++) {
		if (text_starts(o->formats[i], "json") || text_starts(o->formats[i], "html"))
			return true;
	}
	return false;
}

/* a start that was measured to be slow needs at least the time that follows from it */
static double
time_scale(const struct session_work *w)
{
	const double given = w->o->timeout_scale, slow = w->target.slow;

	return slow > 1 && slow > given ? slow : given;
}

int
session_make_run(struct session_work *w, const char *loader)
{
	bool fork = chosen_isolation(w);
	struct run_config config = {
		.detail = w->detail,
		.fork = fork,
		.keep = w->o->keep,
		.keep_text = w->o->verbose > 1 || w->o->bless || wants_texts(w->o),
		.workers = w->o->jobs,
		.progress = w->o->verbose < 0 ? NULL : stderr,
		.timeout_scale = time_scale(w),
		.limits = w->o->limits,
		.rerun = rerun_command(w, loader, fork),
		.interrupted = w->interrupted,
	};
	struct errors errors = {0};

	w->run = run_new(&config, w->suite, &w->target, &w->known, w->list, w->n, &errors);
	if (!w->run)
		fputs(buf_str(&errors.text), stderr);
	errors_free(&errors);
	return w->run ? 0 : -1;
}

void
session_describe(struct session_work *w, const char *loader)
{
	struct summary *s = &w->summary;

	memset(s, 0, sizeof(*s));
	s->command = w->o->command;
	s->date = session_date(w->a);
	session_machine(w->a, &s->machine, w->target.cc);
	s->revision = version_revision();
	s->hash = w->suite->hash;
	s->target = w->target.name;
	s->loader = w->o->plugin ? arena_printf(w->a, "%s with %s", loader, w->o->plugin) : loader;
	s->program = w->target.program;
	s->unseen = w->target.unseen;
	s->env = w->o->env;
	s->adapter = w->target.adapter;
	s->facts = &w->target.facts;
	s->level = vocab_level(w->detail);
	s->chosen = (struct chosen){
		.level = w->o->level < 0 && !w->o->plugin && !w->o->host,
		.list = !w->o->target && w->listed,
		.path = w->suite_list,
		.lines = w->listed,
	};
	s->isolation = chosen_isolation(w) ? "fork" : "exec";
	s->isolated_by = w->target.isolated_by;
	s->found = w->suite->n;
	s->planned = w->n - w->hidden;
	s->shard = *w->shard;
	s->notes = session_notes(w);
	if (w->o->part)
		session_note(w, "--part: the folder has some cases of a suite, not all");
}

static size_t
count_notes(const char *const *notes)
{
	size_t n = 0;

	while (notes && notes[n])
		n++;
	return n;
}

void
session_note(struct session_work *w, const char *note)
{
	size_t n = count_notes(w->summary.notes);
	const char **notes = arena_alloc(w->a, (n + 2) * sizeof(*notes));

	if (n)
		memcpy(notes, w->summary.notes, n * sizeof(*notes));
	notes[n] = note;
	w->summary.notes = notes;
}

void
session_check_files(struct session_work *w)
{
	enum { NAMES = 5 };
	struct buf names = {0};
	size_t n = suite_files_changed(w->suite->files, NAMES, &names);
	const char *more = n > NAMES ? arena_printf(w->a, " and %zu more", n - NAMES) : "";

	if (n) {
		const char *note = arena_printf(
			w->a, "these files of the suite were changed while it ran; cases and "
			"expected files count as they were before: %s%s", names.p, more);

		warn("%s", note);
		session_note(w, note);
	}
	buf_free(&names);
}

/*
 * No innocent case of those that are named becomes BROKEN, and results that were told already stay.
 * But the run is no success: a case may have run with a fixture that another one made.
 */
void
session_check_damage(struct session_work *w)
{
	for (const char *const *note = run_damage(w->run); *note; note++) {
		const char *copy = arena_strdup(w->a, *note);

		warn("%s", copy);
		session_note(w, copy);
		w->broken = true;
	}
}

/* by default wording counts for CPython's own loader with glibc only: a plug-in and another C
 * library have their own words, and what a host does is not its loader's */
static bool
counts_details(const struct options *o, const struct facts *facts)
{
	if (o->level >= 0)
		return o->level;
	return !o->plugin && !o->host && text_starts(facts_get(facts, "impl"), "cpython") &&
	       text_starts(facts_get(facts, "libc"), "glibc");
}

/* --require: 0, or -1 with a warning for each capability that the loader does not report */
static int
check_required(const struct session_work *w)
{
	int bad = 0;

	for (char *const *cap = w->o->require; cap && *cap; cap++) {
		if (facts_has_cap(&w->target.facts, *cap))
			continue;
		warn("--require: loader '%s' does not report the capability %s",
		     w->target.config->loader, *cap);
		bad = -1;
	}
	return bad;
}

int
session_hello(struct session_work *w, struct target_config *config)
{
	if (w->o->host && host_open(w->a, config, w->o))
		return -1;
	if (target_hello(w->a, &w->target, config) || check_required(w))
		return -1;
	w->detail = counts_details(w->o, &w->target.facts);
	return 0;
}

int
session_prepare(struct session_work *w, const struct known *user)
{
	/* the proof may have taken away what hello told */
	if (target_prove(w->a, &w->target) || check_required(w))
		return -1;
	return target_fixtures(w->a, &w->target) ? -1 : session_load_known(w, user);
}
