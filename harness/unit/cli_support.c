#include "cli_support.h"

#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/sched.h"
#include "base/text.h"
#include "tree.h"

extern char **environ;

enum { CLI_TIMEOUT = 300 };

/* the project's own folder, which contains build/ or build/asan/ */
static const char *
home_folder(struct arena *a, const char *build)
{
	char *path = arena_strdup(a, build), *slash;

	while ((slash = strrchr(path, '/'))) {
		*slash = '\0';
		if (!access(arena_printf(a, "%s/harness/adapter", path), F_OK))
			return path;
	}
	die("the tests do not stand below the project's folder");
}

void
cli_open(struct cli *c)
{
	char template[] = "/tmp/conform-XXXXXX";

	memset(c, 0, sizeof(*c));
	if (!mkdtemp(template))
		die("cannot make %s:", template);
	c->root = arena_strdup(&c->mem, template);
	c->build = tree_build_folder(&c->mem);
	c->home = home_folder(&c->mem, c->build);
	if (dir_make(arena_printf(&c->mem, "%s/cases", c->root)) ||
	    dir_make(arena_printf(&c->mem, "%s/expected/known", c->root)) ||
	    dir_make(arena_printf(&c->mem, "%s/build", c->root)))
		die("cannot make the folders of %s:", c->root);
}

void
cli_close(struct cli *c)
{
	dir_remove(c->root);
	arena_free(&c->mem);
}

void
cli_write(struct cli *c, const char *path, const char *fmt, ...)
{
	char *whole = arena_printf(&c->mem, "%s/%s", c->root, path);
	char *dir = arena_strdup(&c->mem, whole);
	char text[8192];
	va_list ap;

	*strrchr(dir, '/') = '\0';
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (dir_make(dir) || file_write(whole, text, strlen(text)))
		die("cannot write %s:", whole);
}

void
cli_case(struct cli *c, const char *id, const char *header, const char *commands,
	 const char *expected)
{
	struct arena scratch = {0};

	cli_write(c, arena_printf(&scratch, "cases/%s.case", id),
		  "summary: made up\nspec: PEP 489, Export Hook Name\n%s\n%s", header, commands);
	cli_write(c, arena_printf(&scratch, "expected/%s.out", id), "%s", expected);
	arena_free(&scratch);
}

void
cli_import(struct cli *c, const char *id, const char *name)
{
	struct arena scratch = {0};

	cli_case(c, id, "timeout: 2\n", arena_printf(&scratch, "import %s\n", name),
		 arena_printf(&scratch, "> import %s\n= <module \"%s\">\n", name, name));
	arena_free(&scratch);
}

struct running {
	struct arena *mem;
	char **argv;
	const char *cwd;
	struct cli_ran result;
};

static enum sched_verdict
cli_prepare(void *ctx, size_t i, struct job *job)
{
	struct running *r = ctx;

	(void)i;
	job->spawn = (struct spawn){.argv = r->argv, .envp = environ, .cwd = r->cwd};
	job->timeout = CLI_TIMEOUT;
	return SCHED_GO;
}

static void
cli_done(void *ctx, size_t i, const struct ran *ran)
{
	struct running *r = ctx;

	(void)i;
	r->result.text = arena_strdup(r->mem, buf_str(&ran->log));
	r->result.seconds = ran->seconds;
	r->result.max_rss_kb = ran->max_rss_kb;
	if (ran->how == RAN_EXITED && WIFEXITED(ran->status))
		r->result.exit_code = WEXITSTATUS(ran->status);
}

static struct cli_ran
run_argv(struct cli *c, char **argv, const char *cwd)
{
	static const struct sched_ops ops = {.prepare = cli_prepare, .done = cli_done};
	struct sched_config config = {.workers = 1, .out_max = 1 << 16, .log_max = 8 << 20,
				      .log_flood = 128 << 20};
	struct running r = {&c->mem, argv, cwd, {-1, "", 0, 0}};
	struct sched *s = sched_new(&config, &ops, &r, 1);

	sched_wait(s, 0);
	sched_free(s);
	return r.result;
}

static struct cli_ran
run_words(struct cli *c, const char *words)
{
	char **argv = text_fields(&c->mem, words, NULL);

	/* '+' becomes a blank, so that one word can hold a command of several words */
	for (size_t i = 0; argv[i]; i++) {
		for (char *p = argv[i]; *p; p++) {
			if (*p == '+')
				*p = ' ';
		}
	}
	return run_argv(c, argv, ".");
}

struct cli_ran
cli_shell(struct cli *c, const char *dir, const char *command)
{
	char *argv[] = {arena_strdup(&c->mem, "sh"), arena_strdup(&c->mem, "-c"),
			arena_strdup(&c->mem, command), NULL};

	return run_argv(c, argv, dir);
}

struct cli_ran
cli_run(struct cli *c, const char *fmt, ...)
{
	char words[2048];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(words, sizeof(words), fmt, ap);
	va_end(ap);
	return run_words(
		c, arena_printf(&c->mem, "%s/conform --root %s %s", c->build, c->root, words));
}

struct cli_ran
cli_run_own(struct cli *c, const char *fmt, ...)
{
	char words[2048];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(words, sizeof(words), fmt, ap);
	va_end(ap);
	return run_words(c, arena_printf(&c->mem, "%s/conform %s", c->build, words));
}

const char *
cli_script(struct cli *c, const char *path, const char *fmt, ...)
{
	const char *whole = arena_printf(&c->mem, "%s/%s", c->root, path);
	char text[4096];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	cli_write(c, path, "#!/bin/sh\n%s\n", text);
	if (chmod(whole, 0755))
		die("cannot make %s executable:", whole);
	return whole;
}

const char *
cli_python(struct cli *c)
{
	struct cli_ran ran = cli_shell(c, ".", "python3 -c 'import sys; print(sys.executable)'");

	if (ran.exit_code)
		die("there is no python3: %s", ran.text);
	return arena_strndup(&c->mem, ran.text, strcspn(ran.text, "\n"));
}

struct cli_ran
cli_run_program(struct cli *c, const char *fmt, ...)
{
	char words[2048];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(words, sizeof(words), fmt, ap);
	va_end(ap);
	return run_words(c, words);
}

const char *
cli_fake(struct cli *c)
{
	return arena_printf(&c->mem, "--loader %s/unit/fake_loader", c->build);
}

const char *
cli_native(struct cli *c)
{
	return arena_printf(&c->mem, "%s+native", cli_fake(c));
}

const char *
cli_moody(struct cli *c, unsigned n)
{
	const char *script = cli_script(
		c, "moody.sh",
		"mood=good n=0\n"
		"case $* in *--serve)\n"
		"\t[ -e %s/starts ] && read n <%s/starts\n"
		"\techo $((n + 1)) >%s/starts\n"
		"\t[ $n -lt %u ] && mood=moody ;;\n"
		"esac\n"
		"exec %s/unit/fake_loader $mood \"$@\"", c->root, c->root, c->root, n, c->build);

	cli_write(c, "starts", "0\n");
	return arena_printf(&c->mem, "--isolation weak --loader %s", script);
}

/* it waits until another one has started, at most 5 s, before it looks for those that live */
const char *
cli_shy(struct cli *c)
{
	const char *script = cli_script(
		c, "shy.sh",
		"mood=good\n"
		"case $* in *--serve)\n"
		"\t: >%s/alive/$$\n"
		"\tn=0\n"
		"\twhile [ $((n += 1)) -lt 100 ] && [ $(ls %s/alive | wc -l) -lt 3 ]; do\n"
		"\t\tsleep 0.05\n"
		"\tdone\n"
		"\tfor p in %s/alive/*; do\n"
		"\t\t[ ${p##*/} = $$ ] || ! kill -0 ${p##*/} 2>/dev/null || mood=moody\n"
		"\tdone ;;\n"
		"esac\n"
		"exec %s/unit/fake_loader $mood \"$@\"", c->root, c->root, c->root, c->build);

	cli_write(c, "alive/none", "%s", "");
	return arena_printf(&c->mem, "--isolation weak --loader %s", script);
}

const char *
cli_with_fake(struct cli *c, const char *text, const char *fake)
{
	struct buf b = {0};
	const char *at, *filled;

	for (; (at = strstr(text, "FAKE")); text = at + 4) {
		buf_add(&b, text, (size_t)(at - text));
		buf_puts(&b, fake);
	}
	buf_puts(&b, text);
	filled = arena_strdup(&c->mem, buf_str(&b));
	buf_free(&b);
	return filled;
}

json_t *
cli_report(struct cli *c)
{
	return json_load_file(arena_printf(&c->mem, "%s/report.json", c->root), 0, NULL);
}

const char *
cli_outcome(const json_t *report, const char *id)
{
	json_t *result;
	size_t i;

	json_array_foreach(json_object_get(report, "results"), i, result) {
		const char *outcome = json_string_value(json_object_get(result, "outcome"));

		if (!strcmp(json_string_value(json_object_get(result, "id")), id))
			return outcome ? outcome : "";
	}
	return "";
}

struct search {
	const char *text;
	int n;
};

static void
look_at(void *ctx, const char *name)
{
	struct search *s = ctx;
	struct buf path = {0}, line = {0};
	long pid;

	if (!text_long(name, 1, LONG_MAX, &pid) || pid == (long)getpid())
		return;
	buf_printf(&path, "/proc/%s/cmdline", name);
	if (!file_read(path.p, &line)) {
		for (size_t i = 0; i + 1 < line.len; i++) {
			if (!line.p[i])
				line.p[i] = ' ';
		}
		s->n += strstr(buf_str(&line), s->text) != NULL;
	}
	buf_free(&path);
	buf_free(&line);
}

int
cli_processes(const char *text)
{
	struct search s = {text, 0};

	dir_each("/proc", look_at, &s);
	return s.n;
}
