/* What a recipe makes: its lines for a shell, run once in a folder of their own. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "format/hostfile.h"
#include "process/spawn.h"
#include "run/host_private.h"

enum { WORDS_SHOWN = 200 };

static unsigned long long
add_file(unsigned long long hash, const char *path)
{
	struct buf b = {0};

	if (!file_read(path, &b))
		hash = hash_add(hash, buf_str(&b), b.len);
	buf_free(&b);
	return hash;
}

/* what the product depends on, as far as it is known here */
static const char *
key_of(struct arena *a, const struct host_names *n, const char *text)
{
	const char *const parts[] = {text, n->script, n->host, n->recipe, n->python, n->cc};
	unsigned long long hash = HASH_START;

	for (size_t i = 0; i < LENGTH(parts); i++)
		hash = hash_add(hash, parts[i], strlen(parts[i]) + 1);
	/* some hosts are made from the script */
	hash = add_file(hash, n->script);
	for (char *const *need = n->needs; *need; need++)
		hash = strchr(*need, '/') ? add_file(hash, *need) : hash;
	return arena_printf(a, "%016llx\n", hash);
}

static bool
is_made(const char *note, const char *key)
{
	struct buf b = {0};
	bool same = !file_read(note, &b) && !strcmp(buf_str(&b), key);

	buf_free(&b);
	return same;
}

/* in the child: the shell, in the folder, with all its words in the log */
static _Noreturn void
run_shell(const struct hostfile *file, const struct host_names *n, const char *log)
{
	int fd = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0666), null = open("/dev/null", O_RDONLY);

	spawn_leave();
	if (fd < 0 || null < 0 || dup2(null, 0) < 0 || dup2(fd, 1) < 0 || dup2(fd, 2) < 0 ||
	    chdir(n->host))
		_exit(127);
	setenv("SCRIPT", n->script, 1);
	setenv("HOST", n->host, 1);
	setenv("RECIPE", n->recipe, 1);
	setenv("PYTHON", n->python, 1);
	setenv("CC", n->cc, 1);
	execl("/bin/sh", "sh", "-ec", file->make, (char *)NULL);
	_exit(127);
}

static bool
shell_succeeds(const struct hostfile *file, const struct host_names *n, const char *log)
{
	pid_t pid = fork();
	int status = -1;

	if (!pid)
		run_shell(file, n, log);
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return pid > 0 && WIFEXITED(status) && !WEXITSTATUS(status);
}

/* the last line of the log */
static const char *
last_words(struct arena *a, const char *log)
{
	struct buf b = {0};
	const char *words = "it said nothing", *line;

	if (!file_read(log, &b) && b.len) {
		while (b.len && strchr("\n ", b.p[b.len - 1]))
			b.p[--b.len] = '\0';
		line = strrchr(buf_str(&b), '\n');
		line = line ? line + 1 : buf_str(&b);
		words = arena_strndup(a, line, strlen(line) < WORDS_SHOWN ? strlen(line)
									 : WORDS_SHOWN);
	}
	buf_free(&b);
	return words;
}

static int
make(struct arena *a, const struct hostfile *file, const struct host_names *n, const char *key)
{
	const char *log = arena_printf(a, "%s.log", n->host);
	const char *note = arena_printf(a, "%s.made", n->host);

	if (is_made(note, key))
		return 0;
	unlink(note);
	if ((dir_remove(n->host) && errno != ENOENT) || dir_make(n->host)) {
		warn("cannot make %s anew:", n->host);
		return -1;
	}
	fprintf(stderr, "making the host %s, as its recipe says\n", file->name);
	if (!shell_succeeds(file, n, log)) {
		warn("host %s is absent: its recipe did not make it: %s (all of it is in %s)",
		     file->name, last_words(a, log), log);
		return -1;
	}
	return file_write(note, key, strlen(key));
}

int
host_make(struct arena *a, const struct hostfile *file, const struct host_names *n,
	  const char *text)
{
	const char *lock = arena_printf(a, "%s.lock", n->host);
	const char *above = arena_strndup(a, n->host, (size_t)(strrchr(n->host, '/') - n->host));
	int fd, failed;

	if (!file->make)
		return 0;
	fd = dir_make(above) ? -1 : open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	/* two runs make it one after the other, and the second finds it made */
	if (fd < 0 || flock(fd, LOCK_EX)) {
		warn("cannot lock %s:", lock);
		if (fd >= 0)
			close(fd);
		return -1;
	}
	failed = make(a, file, n, arena_strdup(a, key_of(a, n, text)));
	close(fd);
	return failed;
}
