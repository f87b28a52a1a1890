#include "report/report.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/util.h"

static const struct report_format *const formats[] = {
	&rep_console, &rep_tap, &rep_junit, &rep_json, &rep_github, &rep_html,
	&rep_md,
};

static const struct report_format *
find(const char *name, size_t len)
{
	for (size_t i = 0; i < LENGTH(formats); i++) {
		const char *have = formats[i]->name;

		if (strlen(have) == len && !memcmp(have, name, len))
			return formats[i];
	}
	return NULL;
}

const struct report_format *
report_find(const char *name)
{
	return find(name, strlen(name));
}

const struct report_format *
report_of_spec(const char *spec)
{
	return find(spec, strcspn(spec, ":"));
}

const char *
report_names(void)
{
	return "console tap junit json github html md";
}

/* say if the file's folder is missing: "cannot create" would not tell */
static void
warn_create(const char *path, const char *beside)
{
	const char *slash = strrchr(path, '/');
	int saved = errno;
	struct stat st;
	char *dir;

	if (saved != ENOENT || !slash || slash == path) {
		warn("cannot create %s:", beside);
		return;
	}
	dir = xstrdup(path);
	dir[slash - path] = '\0';
	if (stat(dir, &st)) {
		warn("cannot write report %s: there is no folder %s", path, dir);
	} else {
		errno = saved;
		warn("cannot create %s:", beside);
	}
	free(dir);
}

/* O_NONBLOCK: opening a pipe without a reader would wait forever */
static int
open_direct(struct reporter *r)
{
	int fd = open(r->path, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

	if (fd >= 0 && !fcntl(fd, F_SETFL, 0))
		r->out = fdopen(fd, "w");
	if (r->out)
		return 0;
	if (errno == ENXIO)
		warn("cannot write report %s: nobody reads it", r->path);
	else
		warn("cannot write report %s:", r->path);
	if (fd >= 0)
		close(fd);
	return -1;
}

/* /dev/stdout and the like are names for a descriptor, whatever it leads to: never replaced */
static bool
names_descriptor(const char *path)
{
	return !strncmp(path, "/proc/", strlen("/proc/")) ||
	       !strncmp(path, "/dev/fd/", strlen("/dev/fd/")) ||
	       !strcmp(path, "/dev/stdout") || !strcmp(path, "/dev/stderr");
}

/*
 * Standard output or error if it is this file, else -1: open() would begin at the file's start. One
 * that the caller had closed leads to /dev/null, and cannot be written (surroundings_begin).
 */
static int
own_descriptor(const char *path, const struct stat *st)
{
	for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO; fd++) {
		bool closed = (fcntl(fd, F_GETFL) & O_ACCMODE) == O_RDONLY;
		struct stat own;

		if (closed && !names_descriptor(path))
			continue;
		if (!fstat(fd, &own) && own.st_dev == st->st_dev && own.st_ino == st->st_ino)
			return fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	}
	return -1;
}

static int
open_beside(struct reporter *r)
{
	struct buf beside = {0};

	/* a name of its own: another run may write the same report */
	buf_printf(&beside, "%s.%ld.new", r->path, (long)getpid());
	r->out = fopen(beside.p, "w");
	if (!r->out) {
		warn_create(r->path, beside.p);
		buf_free(&beside);
		return -1;
	}
	r->beside = beside.p;
	return 0;
}

/*
 * A path that is not a regular file (/dev/full, a pipe) cannot be replaced and is written directly.
 * The report of an earlier run stays until this one is whole.
 */
static int
open_path(struct reporter *r)
{
	struct stat st;
	int own;

	if (stat(r->path, &st) || (S_ISREG(st.st_mode) && !names_descriptor(r->path)))
		return open_beside(r);
	own = own_descriptor(r->path, &st);
	if (own < 0)
		return open_direct(r);
	r->out = fdopen(own, "w");
	if (!r->out)
		warn("cannot write report %s: the descriptor is closed", r->path);
	return r->out ? 0 : -1;
}

int
report_open(struct reporter *r, const char *spec, const struct report_config *config)
{
	const char *colon = strchr(spec, ':');
	size_t len = strcspn(spec, ":");

	memset(r, 0, sizeof(*r));
	r->config = config;
	r->format = report_of_spec(spec);
	if (!r->format) {
		warn("unknown report format '%.*s' (formats: %s)", (int)len, spec,
		     report_names());
		return -1;
	}
	if (colon && !colon[1]) {
		warn("report '%s' lacks the path after ':'", spec);
		return -1;
	}
	if (!colon || !strcmp(colon + 1, "-")) {
		r->out = stdout;
		return 0;
	}
	r->path = colon + 1;
	return open_path(r);
}

void
report_note(struct reporter *r)
{
	if (!r->error && ferror(r->out))
		r->error = errno;
}

/* 0 if every byte was written, else -1 with a warning */
static int
finish(struct reporter *r)
{
	const char *name = r->path ? r->path : "standard output";
	bool earlier = ferror(r->out);
	int bad = fflush(r->out);
	int saved = errno;

	if (r->path && fclose(r->out) && !bad) {
		bad = -1;
		saved = errno;
	}
	errno = r->error ? r->error : saved;
	if (bad || r->error)
		warn("cannot write the %s report to %s:", r->format->name, name);
	else if (earlier)
		warn("cannot write the whole %s report to %s", r->format->name, name);
	return bad || earlier ? -1 : 0;
}

int
report_close(struct reporter *r)
{
	int bad = 0;

	if (r->out)
		bad = finish(r);
	if (r->beside && !bad && rename(r->beside, r->path)) {
		warn("cannot rename %s to %s:", r->beside, r->path);
		bad = -1;
	}
	if (r->beside && bad) {
		unlink(r->beside);
		if (!access(r->path, F_OK))
			warn("%s is still the report of an earlier run", r->path);
	}
	free(r->beside);
	free(r->state);
	memset(r, 0, sizeof(*r));
	return bad;
}
