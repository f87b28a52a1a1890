#include "run/target_probe.h"

#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "base/util.h"
#include "fixtures/catalog.h"
#include "fixtures/fixtures.h"
#include "format/expr.h"
#include "format/limits.h"
#include "process/sched.h"
#include "run/run_builds.h"
#include "run/target.h"
#include "run/place.h"
#include "run/target_seen.h"

static const char MARK[] = "conform-probe headers ";

/* the value of NAME= in words, up to the next blank; NULL if there is none */
static const char *
value_of(struct arena *a, const char *words, const char *name)
{
	const char *at = strstr(words, name);

	at = at ? at + strlen(name) : NULL;
	return at ? arena_strndup(a, at, strcspn(at, " \n")) : NULL;
}

/* where: what says otherwise, "its headers say" */
static const char *
fact_differs(struct arena *a, const struct facts *facts, const char *fact, const char *seen,
	     const char *where)
{
	const char *told = facts_get(facts, fact);
	int order;

	if (!told || !seen || (expr_compare(told, seen, &order) && !order))
		return NULL;
	return arena_printf(a, "its fact '%s' is '%s', but %s %s", fact, told, where, seen);
}

/* what a carrier executes has no program of its own: the probe stands for it */
static const char *
carried_differs(struct arena *a, const struct facts *facts, const char *words,
		struct buf *product)
{
	struct seen seen = {.program = "(the probe)", .machine = seen_machine(product)};
	const char *libc = value_of(a, words, " libc=");

	if (libc && strcmp(libc, "other"))
		seen.libc = libc;
	return seen_compare(a, &seen, facts, "the probe that it imports");
}

/* the text that the probe holds; NULL if there is none */
static const char *
find_mark(struct arena *a, const struct buf *product)
{
	for (size_t i = 0; i + sizeof(MARK) < product->len; i++) {
		if (!memcmp(product->p + i, MARK, sizeof(MARK) - 1))
			return arena_strdup(a, product->p + i);
	}
	return NULL;
}

const char *
probe_headers(struct arena *a, const struct facts *facts, const char *carrier,
	      struct buf *product, const char **unproven)
{
	static const char *const told[] = {"gil", "debug", "tracerefs", "py"};
	const char *words = find_mark(a, product), *why = NULL;

	if (!words) {
		*unproven = "the probe module is not what was built";
		return NULL;
	}
	for (size_t i = 0; i < LENGTH(told) && !why; i++)
		why = fact_differs(a, facts, told[i],
				   value_of(a, words, arena_printf(a, " %s=", told[i])),
				   "the headers that it names say");
	return why || !carrier ? why : carried_differs(a, facts, words, product);
}

const char *
probe_import(struct arena *a, const struct facts *facts, const char *transcript,
	     const char **unproven)
{
	const char *event = strstr(transcript, "\n| conform-probe "), *running, *py;

	if (!event && strstr(transcript, "\n! ModuleNotFoundError\n"))
		return arena_printf(a, "its fact 'suffix' is '%s', but its import finds no module "
				       "with that ending", facts_get(facts, "suffix"));
	running = event ? strstr(event, "running gil=") : NULL;
	if (!running) {
		*unproven = "the probe module cannot be imported";
		return NULL;
	}
	py = value_of(a, running, " py=");
	/* major and minor: a pre-release is written in other ways */
	if (py && strchr(py, '.'))
		py = arena_strndup(a, py, strcspn(py, ".") + 1 +
					  strspn(strchr(py, '.') + 1, "0123456789"));
	transcript = fact_differs(a, facts, "py", py, "what runs is");
	return transcript ? transcript
			  : fact_differs(a, facts, "gil", value_of(a, running, " gil="),
					 "what runs has");
}

void
probe_caps(struct arena *a, const char *transcript, struct facts *facts)
{
	struct facts kept = {0};

	for (size_t i = 0; i < facts->n; i++) {
		const struct fact *f = &facts->v[i];
		bool cap = !strcmp(f->key, "cap");
		const char *tried = cap ? value_of(a, transcript,
						   arena_printf(a, " %s=", f->value))
					: NULL;

		if (!tried || strcmp(tried, "0"))
			facts_add(a, &kept, f->key, f->value);
	}
	*facts = kept;
}

/* the import of the probe */
struct probing {
	struct arena *a;
	const struct target *t;
	const char *fix, *tmp;
	const char *transcript; /* NULL if it did not end well */
};

static enum sched_verdict
prepare(void *ctx, size_t i, struct job *job)
{
	struct probing *p = ctx;
	const char *request = arena_printf(p->a, "# case probe/probe\n# tmp %s\n"
					   "import conform_probe\n", p->tmp);

	(void)i;
	job->spawn.argv = target_probe_argv(p->a, p->t, p->fix);
	job->spawn.envp = target_env(p->a, p->t->config, p->tmp);
	job->spawn.cwd = ".";
	job->spawn.limits.address_space = p->t->address_space;
	job->timeout = p->t->config->hello_timeout * p->t->slow;
	job->input = request;
	job->input_len = strlen(request);
	return SCHED_GO;
}

static void
done(void *ctx, size_t i, const struct ran *ran)
{
	struct probing *p = ctx;

	(void)i;
	p->transcript = arena_printf(p->a, "\n%s", buf_str(&ran->out));
}

/* import the probe, without a plug-in: these facts are the host's */
static const char *
run_probe(struct arena *a, const struct target *t, const char *fix)
{
	static const struct sched_ops ops = {.prepare = prepare, .done = done};
	struct sched_config config = {.workers = 1, .out_max = TRANSCRIPT_KIB << 10,
				      .log_max = LOG_KIB << 10, .log_flood = LOG_FLOOD_KIB << 10,
				      .interrupted = t->config->interrupted};
	struct probing p = {a, t, fix, NULL, "\n"};
	struct place place;
	struct sched *s;

	if (place_open(a, &place, t->config->build))
		return "\n";
	p.tmp = arena_printf(a, "%s/probe", place.path);
	if (!place_make(a, &place, "probe")) {
		s = sched_new(&config, &ops, &p, 1);
		sched_wait(s, 0);
		sched_free(s);
	}
	place_close(&place, false);
	return p.transcript;
}

static unsigned long long
hash_file(unsigned long long hash, const char *path)
{
	struct stat st;

	if (!path || stat(path, &st))
		return hash_add(hash, "", 1);
	hash = hash_add(hash, path, strlen(path) + 1);
	hash = hash_add(hash, &st.st_ino, sizeof(st.st_ino));
	hash = hash_add(hash, &st.st_size, sizeof(st.st_size));
	hash = hash_add(hash, &st.st_mtim, sizeof(st.st_mtim));
	return hash_add(hash, &st.st_ctim, sizeof(st.st_ctim));
}

/* what the proof depends on: the command, the program, the facts, and the built probe */
static const char *
proof_of(struct arena *a, const struct target *t, const char *product)
{
	unsigned long long hash = HASH_START;

	for (char *const *word = t->command; *word; word++) {
		hash = hash_add(hash, *word, strlen(*word) + 1);
		hash = hash_file(hash, target_find(a, *word));
	}
	for (char *const *env = t->config->env; env && *env; env++)
		hash = hash_add(hash, *env, strlen(*env) + 1);
	for (size_t i = 0; i < t->facts.n; i++) {
		hash = hash_add(hash, t->facts.v[i].key, strlen(t->facts.v[i].key) + 1);
		hash = hash_add(hash, t->facts.v[i].value, strlen(t->facts.v[i].value) + 1);
	}
	hash = hash_file(hash, t->script);
	return arena_printf(a, "%016llx\n",
			    hash_file(hash_file(hash, t->program), product));
}

/* the path of the built probe; NULL if it cannot be built */
static const char *
build_probe(struct arena *a, const struct fixtures_config *config)
{
	struct errors errors = {0};
	struct fixtures *f = fixtures_open(config, &errors);
	const char *path = NULL, *why;
	size_t n[2];
	bool both;

	errors_free(&errors);
	if (!f)
		return NULL;
	/* the other one is what the probe opens; if it cannot be built, the probe tries less */
	both = catalog_find(fixtures_catalog(f), "probe/libconform_lazy.so", &n[1]);
	if (catalog_find(fixtures_catalog(f),
			 arena_printf(a, "probe/conform_probe%s", config->suffix), &n[0]) &&
	    !builds_all(f, n, both ? 2 : 1, 1, NULL, config->interrupted) &&
	    fixtures_state(f, n[0], &why) == FIXTURE_BUILT)
		path = arena_printf(a, "%s/%s", fixtures_folder(f),
				    fixtures_catalog(f)->products[n[0]].path);
	fixtures_close(f);
	return path;
}

/* prove the facts with the built probe at path, in the folder of products place */
static const char *
prove(struct arena *a, const struct target *t, const char *place, const char *path,
      const char **event, const char **unproven)
{
	const char *record = arena_printf(a, "%s/.proven", place), *why, *kept = "";
	const char *proof = proof_of(a, t, path);
	struct buf product = {0}, before = {0};

	if (!file_read(record, &before))
		kept = arena_strdup(a, buf_str(&before));
	buf_free(&before);
	if (text_starts(kept, proof)) {
		*event = kept + strlen(proof);
		return NULL;
	}
	if (file_read(path, &product))
		*unproven = "the probe module cannot be read";
	why = *unproven ? NULL
			: probe_headers(a, &t->facts, seen_carrier(&t->facts, t->program),
					&product, unproven);
	buf_free(&product);
	if (why || *unproven)
		return why;
	kept = run_probe(a, t, place);
	why = probe_import(a, &t->facts, kept, unproven);
	if (why || *unproven)
		return why;
	*event = kept;
	proof = arena_printf(a, "%s%s", proof, kept);
	if (file_write(record, proof, strlen(proof)))
		warn("cannot write %s:", record);
	return NULL;
}

const char *
probe_target(struct arena *a, struct target *t, const struct fixtures_config *given,
	     const char **unproven)
{
	struct fixtures_config config = *given;
	const char *path, *event = "", *why;

	*unproven = NULL;
	if (config.refusal)
		return NULL;
	config.root = arena_printf(a, "%s/harness/adapter", config.home);
	config.build = arena_printf(a, "%s/probe", config.build);
	config.seen = NULL;
	config.quiet = true;
	path = build_probe(a, &config);
	if (path) {
		why = prove(a, t, fixtures_place(a, &config), path, &event, unproven);
		probe_caps(a, event, &t->facts);
		return why;
	}
	*unproven = "the probe module cannot be built with its headers";
	return NULL;
}
