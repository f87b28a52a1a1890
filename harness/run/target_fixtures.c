/* The fixtures of a target: their compiler, their headers and their folder. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fixtures/fixtures.h"
#include "run/target.h"
#include "run/place.h"
#include "run/target_answer.h"
#include "run/target_hello.h"
#include "run/target_probe.h"
#include "run/target_seen.h"
#include "base/text.h"
#include "base/util.h"

static char **
header_folders(struct arena *a, const struct facts *facts)
{
	char **v = arena_alloc(a, (facts->n + 1) * sizeof(*v));
	size_t n = 0;

	for (size_t i = 0; i < facts->n; i++) {
		if (!strcmp(facts->v[i].key, "include") && *facts->v[i].value)
			v[n++] = arena_strdup(a, facts->v[i].value);
	}
	return v;
}

/* the interpreter's own compiler with its -m options, which choose a machine; NULL if not found */
static char **
own_compiler(struct arena *a, const struct target *t)
{
	char **words, **v;
	size_t n = 0, k = 1;

	if (!t->hello || !t->hello->compiler)
		return NULL;
	words = text_fields(a, t->hello->compiler, &n);
	if (!n || !target_find(a, words[0]))
		return NULL;
	v = arena_alloc(a, (n + 1) * sizeof(*v));
	v[0] = words[0];
	for (size_t i = 1; i < n; i++) {
		if (text_starts(words[i], "-m"))
			v[k++] = words[i];
	}
	return v;
}

/* the words of --cc, else of $CC, else the interpreter's own compiler, else cc */
static char **
compiler(struct arena *a, const struct target *t)
{
	const char *given = t->config->cc ? t->config->cc : getenv("CC"), *why;
	char **words = given && *given ? NULL : own_compiler(a, t);

	if (words)
		return words;
	words = target_split(a, given && *given ? given : "cc", &why);
	if (!words)
		warn("the compiler '%s': %s", given, why);
	return words;
}

/* why no fixture can be compiled for the loader, or NULL */
static const char *
refusal(const struct target *t, char *const *includes)
{
	bool can = facts_has_cap(&t->facts, "native") && *includes;

	return can ? NULL : "needs the capability native";
}

static int
configure(struct arena *a, const struct target *t, struct fixtures_config *c)
{
	*c = (struct fixtures_config){
		.home = t->config->home,
		.root = t->config->root,
		.build = t->config->build,
		.shared = t->config->shared,
		.shown = t->config->shown,
		.abi = facts_get(&t->facts, "abi"),
		.arch = facts_get(&t->facts, "arch"),
		.format = facts_get(&t->facts, "format"),
		.libc = facts_get(&t->facts, "libc"),
		.suffix = t->suffix,
		.includes = header_folders(a, &t->facts),
		.cc = compiler(a, t),
		.interrupted = t->config->interrupted,
	};
	c->refusal = refusal(t, c->includes);
	return c->cc ? 0 : -1;
}

int
target_locate(struct arena *a, struct target *t)
{
	struct fixtures_config config;

	if (configure(a, t, &config))
		return -1;
	t->fix = fixtures_place(a, &config);
	return 0;
}

/* compile the suite's own adapter, unless an earlier run has done it and nobody has changed that */
static void
keep_adapter(struct arena *a, struct target *t)
{
	struct place place;

	if (fixtures_keep_fresh(t->fixtures) || place_open(a, &place, t->config->build))
		return;
	if (!place_make(a, &place, "hello"))
		hello_keep(a, t, arena_printf(a, "%s/hello", place.path));
	place_close(&place, false);
	fixtures_keep(t->fixtures);
}

/* what a carrier does to the limits of time */
static const char *
longer(struct arena *a, const struct target *t)
{
	if (t->slow <= 1)
		return "";
	return arena_printf(a, "; since a start is slow, limits of time are %.1f times as long",
			    t->slow);
}

int
target_prove(struct arena *a, struct target *t)
{
	const char *carrier = seen_carrier(&t->facts, t->program), *unproven, *why;
	struct fixtures_config config;

	if (configure(a, t, &config))
		return -1;
	why = probe_target(a, t, &config, &unproven);
	if (why)
		warn("loader '%s' is not usable: %s", t->config->loader, why);
	if (carrier)
		t->proof = arena_printf(a, "the carrier is %s: arch, libc and abi are %s%s",
					carrier,
					unproven || config.refusal ? "not proven"
								   : "proven by a probe alone",
					longer(a, t));
	else if (unproven)
		t->proof = arena_printf(a, "suffix, gil, debug and py are not proven: %s",
					unproven);
	return why ? -1 : 0;
}

int
target_fixtures(struct arena *a, struct target *t)
{
	struct fixtures_config config;
	struct errors errors = {0};

	if (configure(a, t, &config))
		return -1;
	t->fix = fixtures_place(a, &config);
	if (target_link(a, t))
		return -1;
	config.seen = t->fix;
	t->cc = config.cc;
	t->fixtures = fixtures_open(&config, &errors);
	fputs(buf_str(&errors.text), stderr);
	errors_free(&errors);
	if (t->fixtures && t->adapter && text_starts(t->adapter, "conform_adapter.py "))
		keep_adapter(a, t);
	return t->fixtures ? 0 : -1;
}

void
target_close(struct target *t)
{
	if (t->fixtures)
		fixtures_close(t->fixtures);
	t->fixtures = NULL;
	target_unlink(t);
}
