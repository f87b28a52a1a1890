#include "tree.h"

#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixtures/catalog.h"
#include "fixtures/fixtures.h"
#include "run/run_builds.h"

const char *
tree_build_folder(struct arena *a)
{
	char path[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (len < 0)
		die("cannot tell where the tests are:");
	path[len] = '\0';
	for (int i = 0; i < 2; i++) {
		char *slash = strrchr(path, '/');

		if (slash)
			*slash = '\0';
	}
	return arena_strdup(a, path);
}

void
tree_open(struct tree *t)
{
	char template[] = "/tmp/conform tree-XXXXXX", root[PATH_MAX];

	memset(t, 0, sizeof(*t));
	if (!mkdtemp(template) || !getcwd(root, sizeof(root)))
		die("cannot make %s:", template);
	t->dir = arena_strdup(&t->mem, template);
	t->root = arena_strdup(&t->mem, root);
	t->build = tree_build_folder(&t->mem);
}

void
tree_close(struct tree *t)
{
	dir_remove(t->dir);
	arena_free(&t->mem);
}

static const char *
below(struct tree *t, const char *path)
{
	return arena_printf(&t->mem, "%s/%s", t->dir, path);
}

void
tree_write(struct tree *t, const char *path, const char *text)
{
	const char *full = below(t, path);
	char *folder = arena_strdup(&t->mem, full);

	*strrchr(folder, '/') = '\0';
	if (!text && !unlink(full))
		return;
	if (!text || dir_make(folder) || file_write(full, text, strlen(text)))
		die("cannot change %s:", full);
}

const char *
tree_read(struct tree *t, const char *path, size_t *len)
{
	struct buf b = {0};
	const char *copy = NULL;

	if (!file_read(below(t, path), &b)) {
		copy = arena_strndup(&t->mem, b.p, b.len);
		if (len)
			*len = b.len;
	}
	buf_free(&b);
	return copy;
}

bool
tree_has(struct tree *t, const char *path)
{
	return !access(below(t, path), F_OK);
}

unsigned long long
tree_stamp(struct tree *t, const char *path)
{
	struct stat st;

	if (stat(below(t, path), &st))
		return 0;
	/* a new file has a new inode; if the number is reused, the time differs */
	return (unsigned long long)st.st_mtim.tv_sec * 1000000000u +
	       (unsigned long long)st.st_mtim.tv_nsec + (unsigned long long)st.st_ino;
}

/* a make that runs the tests passes options on; they are not for the tested make */
_Noreturn static void
become(const char *const *argv, const char *dir, int out)
{
	static const char *const vars[] = {"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "CC", "CFLAGS"};

	for (size_t i = 0; i < LENGTH(vars); i++)
		unsetenv(vars[i]);
	if (!chdir(dir) && dup2(out, 1) == 1 && dup2(out, 2) == 2)
		execvp(argv[0], (char *const *)(uintptr_t)argv);
	_exit(127);
}

static const char *
read_output(struct tree *t, int fd)
{
	struct buf text = {0};
	char chunk[4096];
	const char *copy;
	ssize_t got;

	while ((got = read(fd, chunk, sizeof(chunk))) > 0 || (got < 0 && errno == EINTR))
		buf_add(&text, chunk, got > 0 ? (size_t)got : 0);
	close(fd);
	copy = arena_strdup(&t->mem, buf_str(&text));
	buf_free(&text);
	return copy;
}

static int
exit_status(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

struct output
tree_run(struct tree *t, const char *const *argv)
{
	struct output o;
	int pipes[2];
	pid_t pid;

	if (pipe(pipes) || (pid = fork()) < 0)
		die("cannot run %s:", argv[0]);
	if (!pid)
		become(argv, t->root, pipes[1]);
	close(pipes[1]);
	o.text = read_output(t, pipes[0]);
	o.status = exit_status(pid);
	return o;
}

/* build the fixtures like a run: 0, 1 if some did not build, 2 if no build was possible */
static int
build_all(struct tree *t)
{
	char *includes[] = {arena_printf(&t->mem, "%s/include", t->dir), NULL};
	const char *given = getenv("CC"), *text;
	char *cc[] = {arena_strdup(&t->mem, given && *given ? given : "cc"), NULL};
	struct fixtures_config config = {.home = t->root, .root = t->dir,
					 .build = arena_printf(&t->mem, "%s/build", t->dir),
					 .shared = arena_printf(&t->mem, "%s/build", t->root),
					 .shown = "", .abi = "abi",
					 .suffix = ".x.so", .includes = includes, .cc = cc,
					 .foreign = t->foreign, .arch = t->arch};
	struct errors errors = {0};
	struct fixtures *f = fixtures_open(&config, &errors);
	const char *link = arena_printf(&t->mem, "%s/out/abi", t->dir);
	size_t n, *all;
	int status = 0;

	fputs(buf_str(&errors.text), stderr);
	errors_free(&errors);
	if (!f)
		return 2;
	n = fixtures_catalog(f)->nproducts;
	all = xcalloc(n + 1, sizeof(*all));
	for (size_t i = 0; i < n; i++)
		all[i] = i;
	dir_make(arena_printf(&t->mem, "%s/out", t->dir));
	unlink(link);
	if (symlink(fixtures_folder(f), link))
		die("cannot link %s:", link);
	builds_all(f, all, n, 2, NULL, NULL);
	for (size_t i = 0; i < n; i++) {
		const struct catalog_source *s = fixtures_catalog(f)->products[i].source;
		enum fixture_state state = fixtures_state(f, i, &text);

		if (state == FIXTURE_LACKING)
			printf("%s: %s\n", fixtures_catalog(f)->products[i].path, text);
		if (state == FIXTURE_FAILED && status < 2)
			status = s->kind == FIXTURE_HEADER ? 2 : 1;
	}
	free(all);
	fixtures_close(f);
	return status;
}

struct output
tree_make(struct tree *t)
{
	struct output o;
	int pipes[2];
	pid_t pid;

	fflush(stdout);
	if (pipe(pipes) || (pid = fork()) < 0)
		die("cannot fork:");
	if (!pid) {
		int status;

		dup2(pipes[1], 1);
		dup2(pipes[1], 2);
		close(pipes[0]);
		close(pipes[1]);
		status = build_all(t);
		fflush(stdout);
		_exit(status);
	}
	close(pipes[1]);
	o.text = read_output(t, pipes[0]);
	o.status = exit_status(pid);
	return o;
}
