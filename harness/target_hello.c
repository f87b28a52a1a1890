#include "target_hello.h"

#include <fcntl.h>
#include <jansson.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sched.h"
#include "util.h"

/* bytes that a process of the loader may map */
static const unsigned long long ADDRESS_SPACE = 8ull << 30;

struct asking {
	struct arena *a;
	struct hello *h;
	const struct target *t;
	struct spawn spawn;
};

static enum sched_verdict
ask_prepare(void *ctx, size_t i, struct job *job)
{
	struct asking *q = ctx;

	(void)i;
	job->spawn = q->spawn;
	job->timeout = q->t->config->hello_timeout;
	return SCHED_GO;
}

static const char *
copy_string(struct arena *a, const json_t *value)
{
	return json_is_string(value) ? arena_strdup(a, json_string_value(value)) : NULL;
}

/* the facts that may have several values */
static bool
is_list(const char *key)
{
	return !strcmp(key, "cap") || !strcmp(key, "include");
}

/* an empty member of a list says nothing */
static void
add_fact(struct arena *a, struct hello *h, const char *key, json_t *value)
{
	const char *text = copy_string(a, value);

	if (*text || !is_list(key))
		facts_add(a, &h->facts, arena_strdup(a, key), text);
}

static int
take_facts(struct arena *a, struct hello *h, json_t *facts)
{
	const char *key;
	json_t *value, *member;
	size_t i;

	json_object_foreach(facts, key, value) {
		if (json_is_string(value)) {
			add_fact(a, h, key, value);
			continue;
		}
		if (!is_list(key) || !json_is_array(value)) {
			h->error = arena_printf(a, "its fact '%s' is no string", key);
			return -1;
		}
		json_array_foreach(value, i, member) {
			if (!json_is_string(member)) {
				h->error = arena_printf(
					a, "its fact '%s' holds something that is no string", key);
				return -1;
			}
			add_fact(a, h, key, member);
		}
	}
	return 0;
}

static void
take_options(struct arena *a, struct hello *h, json_t *options)
{
	size_t n = json_array_size(options), kept = 0, i;
	json_t *option;

	h->options = arena_alloc(a, (n + 1) * sizeof(*h->options));
	json_array_foreach(options, i, option) {
		if (json_is_string(option))
			h->options[kept++] = arena_strdup(a, json_string_value(option));
	}
}

static int
take_hello(struct arena *a, struct hello *h, json_t *doc)
{
	json_t *facts = json_object_get(doc, "facts");
	json_int_t protocol = json_integer_value(json_object_get(doc, "protocol"));

	if (protocol != 1) {
		h->error = arena_printf(a, "its adapter speaks protocol %lld, expected 1",
					(long long)protocol);
		return -1;
	}
	h->adapter = copy_string(a, json_object_get(doc, "adapter"));
	if (!h->adapter)
		h->adapter = "unnamed";
	h->executable = copy_string(a, json_object_get(doc, "executable"));
	take_options(a, h, json_object_get(doc, "options"));
	if (!json_is_object(facts)) {
		h->error = "its hello has no object 'facts'";
		return -1;
	}
	return take_facts(a, h, facts);
}

/* the hello stands on a line of its own; anything else printed is noise */
static json_t *
find_hello(const char *log)
{
	for (const char *line = log; *line;) {
		size_t len = strcspn(line, "\n");

		if (*line == '{') {
			json_t *doc = json_loadb(line, len, 0, NULL);

			if (doc && json_object_get(doc, "protocol"))
				return doc;
			json_decref(doc);
		}
		line += len + (line[len] == '\n');
	}
	return NULL;
}

/* the first and the last line of what it said: an error message stands in one of them */
static const char *
its_words(struct arena *a, const char *log)
{
	size_t first = strcspn(log, "\n"), end = strlen(log), start;

	while (end && log[end - 1] == '\n')
		end--;
	for (start = end; start && log[start - 1] != '\n';)
		start--;
	if (!end)
		return "";
	if (start < first)
		return arena_printf(a, "; it said: %.*s", (int)first, log);
	return arena_printf(a, "; it said: %.*s ... %.*s", (int)first, log, (int)(end - start),
			    log + start);
}

/* what came instead of a hello, as one sentence */
static const char *
no_hello(struct arena *a, const struct asking *q, const struct ran *ran)
{
	char scratch[16];

	switch (ran->how) {
	case RAN_ERROR:
		return arena_printf(a, "%s", ran->error ? ran->error : "it cannot be started");
	case RAN_LOST:
		return "it killed the process that watched it";
	case RAN_TIMEOUT:
		return arena_printf(a, "it does not answer --hello within %g s",
				    q->t->config->hello_timeout);
	case RAN_FLOOD:
		return "it floods its output instead of answering --hello";
	default:
		break;
	}
	if (WIFSIGNALED(ran->status))
		return arena_printf(a, "it died by %s instead of answering --hello",
				    text_signal(WTERMSIG(ran->status), scratch));
	return arena_printf(a,
			    "it exited with %d and no answer to --hello: an interpreter, or a "
			    "program that honours the adapter contract, was expected%s",
			    WEXITSTATUS(ran->status), its_words(a, buf_str(&ran->log)));
}

static void
ask_done(void *ctx, size_t i, const struct ran *ran)
{
	struct asking *q = ctx;
	json_t *doc = find_hello(buf_str(&ran->log));

	(void)i;
	if (!doc || ran->how != RAN_EXITED || ran->status)
		q->h->error = no_hello(q->a, q, ran);
	else if (!take_hello(q->a, q->h, doc))
		q->h->error = NULL;
	json_decref(doc);
}

int
hello_ask(struct arena *a, struct hello *h, const struct target *t, char *const *command,
	  char *const *envp)
{
	static const struct sched_ops ops = {ask_prepare, ask_done};
	struct sched_config config = {.workers = 1, .out_max = 1 << 16, .log_max = 1 << 18,
				      .interrupted = t->config->interrupted};
	struct asking q = {a, h, t, {.envp = envp, .cwd = ".",
				     .limits.address_space = t->address_space}};
	struct sched *s;
	size_t n = 0;
	char **argv;

	while (command[n])
		n++;
	argv = arena_alloc(a, (n + 5) * sizeof(*argv));
	memcpy(argv, command, n * sizeof(*argv));
	argv[n++] = arena_strdup(a, t->script);
	argv[n++] = arena_strdup(a, "--hello");
	if (t->config->plugin) {
		argv[n++] = arena_strdup(a, "--plugin");
		argv[n++] = arena_strdup(a, t->config->plugin);
	}
	q.spawn.argv = argv;
	memset(h, 0, sizeof(*h));
	h->error = "interrupted";
	s = sched_new(&config, &ops, &q, 1);
	sched_wait(s, 0);
	sched_free(s);
	return h->error ? -1 : 0;
}

static bool
same_facts(const struct facts *x, const struct facts *y)
{
	if (x->n != y->n)
		return false;
	for (size_t i = 0; i < x->n; i++) {
		if (strcmp(x->v[i].key, y->v[i].key) || strcmp(x->v[i].value, y->v[i].value))
			return false;
	}
	return true;
}

/* a script in front of the interpreter (a version manager's shim) costs more than the case
 * and depends on an environment that the cases do not get */
static bool
is_script(const char *const *path_dirs, const char *word)
{
	struct buf path = {0};
	char magic[2] = {0};
	bool script = false;

	for (size_t i = 0; path_dirs[i]; i++) {
		int fd;

		buf_clear(&path);
		buf_printf(&path, "%s%s%s", path_dirs[i], *path_dirs[i] ? "/" : "", word);
		if (access(path.p, X_OK))
			continue;
		fd = open(path.p, O_RDONLY | O_CLOEXEC);
		if (fd < 0)
			break;
		script = read(fd, magic, 2) == 2 && magic[0] == '#' && magic[1] == '!';
		close(fd);
		break;
	}
	buf_free(&path);
	return script;
}

static bool
command_is_script(struct arena *a, const char *word)
{
	const char *const here[] = {"", NULL};
	const char *path = "";
	char **env = target_env(a, "/"), *dirs;
	size_t n;

	if (strchr(word, '/'))
		return is_script(here, word);
	for (size_t i = 0; env[i]; i++) {
		if (text_starts(env[i], "PATH="))
			path = env[i] + strlen("PATH=");
	}
	dirs = arena_strdup(a, path);
	for (char *p = dirs; *p; p++) {
		if (*p == ':')
			*p = ' ';
	}
	return is_script((const char *const *)text_fields(a, dirs, &n), word);
}

static char **
with_options(struct arena *a, char *const *command, char *const *options)
{
	size_t n = 0, m = 0;
	char **v;

	while (command[n])
		n++;
	while (options[m])
		m++;
	v = arena_alloc(a, (n + m + 1) * sizeof(*v));
	memcpy(v, command, n * sizeof(*v));
	memcpy(v + n, options, m * sizeof(*v));
	return v;
}

/*
 * a case shall not take the machine's memory, but a loader built with a sanitizer reserves more
 * address space than there is: then no limit
 */
static int
ask_within_limit(struct arena *a, struct hello *h, struct target *t, char *const *command,
		 char *const *env)
{
	t->address_space = ADDRESS_SPACE;
	if (!hello_ask(a, h, t, command, env))
		return 0;
	t->address_space = 0;
	return hello_ask(a, h, t, command, env);
}

int
hello_settle(struct arena *a, struct target *t, const struct hello *first)
{
	char **env = target_env(a, "/");
	struct hello again;

	if (first->executable && command_is_script(a, t->command[0])) {
		char *direct[] = {arena_strdup(a, first->executable), NULL};
		char **command = with_options(a, direct, first->options);

		if (!ask_within_limit(a, &again, t, command, env) &&
		    same_facts(&first->facts, &again.facts)) {
			t->command = command;
			return 0;
		}
	}
	t->command = with_options(a, t->command, first->options);
	if (ask_within_limit(a, &again, t, t->command, env)) {
		warn("loader '%s' needs an environment that cases do not get: %s",
		     t->config->loader, again.error);
		return -1;
	}
	t->facts = again.facts;
	return 0;
}
