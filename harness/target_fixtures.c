#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "progress.h"
#include "sched.h"
#include "target.h"
#include "target_words.h"
#include "util.h"

enum { BUILD_TIMEOUT = 3600, BUILD_LOG = 1 << 20 };

static const double TICK = 0.1;

struct building {
	char **argv;
	const char *cwd;
	const char *mistake; /* exists after a mistake that keeps everything from being built */
	const char *todo;    /* holds how many products are to be built, once that is known */
	const char *done;    /* has a byte for each that is over */
	struct progress progress;
	int bad;
};

static enum sched_verdict
build_prepare(void *ctx, size_t i, struct job *job)
{
	struct building *b = ctx;

	(void)i;
	job->spawn = (struct spawn){.argv = b->argv, .envp = environ, .cwd = b->cwd};
	job->timeout = BUILD_TIMEOUT;
	return SCHED_GO;
}

static size_t
count_todo(const char *path)
{
	struct buf text = {0};
	long n = 0;

	if (!file_read(path, &text))
		text_long(buf_str(&text), 0, INT_MAX, &n);
	buf_free(&text);
	return (size_t)n;
}

static void
build_tick(void *ctx)
{
	struct building *b = ctx;
	size_t todo = count_todo(b->todo);
	struct stat st = {0};

	stat(b->done, &st);
	/* what an earlier build left is complete */
	if ((size_t)st.st_size < todo)
		progress_step(&b->progress, now_seconds(), (size_t)st.st_size, todo);
}

static void
say_words(const char *said)
{
	struct buf words = {0};

	words_once(&words, said);
	fputs(buf_str(&words), stderr);
	buf_free(&words);
}

static void
build_done(void *ctx, size_t i, const struct ran *ran)
{
	struct building *b = ctx;

	(void)i;
	progress_end(&b->progress);
	/* a fixture that does not build is its cases' affair; a mistake in all, .err, is not */
	b->bad = ran->how != RAN_EXITED || !WIFEXITED(ran->status) ||
		 WEXITSTATUS(ran->status) > 2 || !access(b->mistake, F_OK);
	if (ran->how == RAN_ERROR)
		warn("cannot run make: %s", ran->error);
	if (ran->log.len && (b->bad || ran->status))
		say_words(buf_str(&ran->log));
}

/* two interpreters may share an ABI name and yet have other headers */
static unsigned
header_hash(const char *s)
{
	unsigned h = 2166136261u;

	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h;
}

static char **
build_argv(struct arena *a, const struct target *t, const char *include)
{
	const char *home = t->config->home, *root = t->config->root, *cc = getenv("CC");
	char **v = arena_alloc(a, 16 * sizeof(*v));
	size_t n = 0;

	v[n++] = arena_strdup(a, "make");
	v[n++] = arena_strdup(a, "-s");
	v[n++] = arena_strdup(a, "-k");
	v[n++] = arena_printf(a, "-j%u", t->config->jobs);
	v[n++] = arena_strdup(a, "-f");
	v[n++] = arena_printf(a, "%s/harness/fixtures.mk", home);
	v[n++] = arena_printf(a, "ROOT=%s", home);
	v[n++] = arena_printf(a, "SRC=%s/fixtures-src", root);
	v[n++] = arena_printf(a, "OUT=%s", t->fix);
	v[n++] = arena_printf(a, "INCLUDE=%s", include);
	v[n++] = arena_printf(a, "EXT=%s", t->suffix);
	v[n++] = arena_printf(a, "CC=%s", cc && *cc ? cc : "cc");
	v[n++] = arena_printf(a, "FIXCHECK=%s/build/fixcheck", home);
	return v;
}

/*
 * the folders of the headers in one string, "" if there are none; NULL after a warning if make
 * and the shell would not take one of them for one word
 */
static const char *
header_folders(struct arena *a, const struct facts *facts)
{
	struct buf b = {0};
	const char *joined = NULL;

	for (size_t i = 0; i < facts->n; i++) {
		const char *folder = facts->v[i].value;

		if (strcmp(facts->v[i].key, "include"))
			continue;
		if (folder[strcspn(folder, " \t\n$#*?[\\'\"")]) {
			warn("cannot build fixtures: the folder of headers '%s' has a blank or "
			     "another character in its name that make cannot take", folder);
			goto out;
		}
		buf_printf(&b, "%s%s", b.len ? " " : "", folder);
	}
	joined = arena_strdup(a, buf_str(&b));
out:
	buf_free(&b);
	return joined;
}

/* the folders of the headers, and where the fixtures for them are; NULL with a warning */
static const char *
locate(struct arena *a, struct target *t)
{
	const char *include = header_folders(a, &t->facts);

	if (include)
		t->fix = arena_printf(a, "%s/build/fixtures/%s-%08x", t->config->root,
				      facts_get(&t->facts, "abi"), header_hash(include));
	return include;
}

bool
target_native(const struct target *t)
{
	return facts_has_cap(&t->facts, "native") && facts_get(&t->facts, "include");
}

int
target_locate(struct arena *a, struct target *t)
{
	return locate(a, t) ? 0 : -1;
}

int
target_fixtures(struct arena *a, struct target *t)
{
	static const struct sched_ops ops = {.prepare = build_prepare, .done = build_done};
	struct sched_config config = {.workers = 1, .out_max = BUILD_LOG, .log_max = BUILD_LOG,
				      .tick = build_tick, .tick_seconds = TICK,
				      .interrupted = t->config->interrupted};
	const char *include = locate(a, t);
	struct building b = {.cwd = t->config->root, .bad = 1};
	struct sched *s;

	if (!include)
		return -1;
	/* a suite need not have any */
	if (access(arena_printf(a, "%s/fixtures-src", t->config->root), F_OK) && !target_native(t))
		return 0;
	if (dir_make(t->fix)) {
		warn("cannot make %s:", t->fix);
		return -1;
	}
	b.argv = build_argv(a, t, target_native(t) ? include : "");
	b.mistake = arena_printf(a, "%s/.err", t->fix);
	b.todo = arena_printf(a, "%s/.todo", t->fix);
	b.done = arena_printf(a, "%s/.done", t->fix);
	progress_begin(&b.progress, t->config->progress, "building fixtures", now_seconds());
	s = sched_new(&config, &ops, &b, 1);
	sched_wait(s, 0);
	sched_free(s);
	progress_end(&b.progress);
	return b.bad ? -1 : 0;
}
