#include "run/place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/text.h"
#include "base/util.h"

static const char LIVE[] = ".live", IN_TMP[] = "conform-";

/* a number can be in use: by a kept folder, or in another pid namespace with the same build/ */
enum { TRIES = 1000 };

/* with less than this, a case's own files may be what does not fit */
enum { ROOM_KIB = 1024, ROOM_FILES = 16 };

/*
 * Search paths and LD_PRELOAD are lists, transcripts and messages are lines: they cannot contain
 * every name that a folder may have.
 */
bool
place_is_plain(const char *path)
{
	return !path[strcspn(path, " \t\n\r:;,$'\"\\\\")] &&
	       text_utf8(path, strlen(path)) == strlen(path);
}

const char *
place_wanted(struct arena *a, const char *build)
{
	const char *tmp = getenv("TMPDIR");

	if (place_is_plain(build))
		return arena_printf(a, "%s/run/%ld", build, (long)getpid());
	return arena_printf(a, "%s/%s%ld", tmp && *tmp == '/' && place_is_plain(tmp) ? tmp : "/tmp",
			    IN_TMP, (long)getpid());
}

/* print the lines of `left`, if there are any, as one warning each */
static bool
warn_left(const char *folder, const struct buf *left)
{
	for (const char *line = buf_str(left); *line;) {
		size_t len = strcspn(line, "\n");

		warn("cannot remove %s/%.*s", folder, (int)len, line);
		line += len + (line[len] == '\n');
	}
	return left->len > 0;
}

/*
 * Get the lock that the run of a .live file holds for its life; the file system may have none. It
 * belongs to the open file: a process that has two places must not take one of them for nobody's.
 */
static bool
lock(int fd)
{
	return !flock(fd, LOCK_EX | LOCK_NB);
}

/* PID or PID-N, as place_open names folders, before the ending of a .live file */
static bool
is_ours(const char *name)
{
	size_t len;

	if (text_starts(name, IN_TMP))
		name += strlen(IN_TMP);
	len = strspn(name, "0123456789");
	if (len && name[len] == '-')
		len += 1 + strspn(name + len + 1, "0123456789");
	return len && !strcmp(name + len, LIVE);
}

struct sweep {
	int above;
	const char *folder;
};

/* NAME.live without a lock: the run was killed, so its folder and its link NAME.fix are nobody's */
static void
sweep_entry(void *ctx, const char *name)
{
	const struct sweep *s = ctx;
	size_t len = strlen(name);
	struct buf run = {0}, left = {0};
	struct stat st;
	int fd;

	if (!is_ours(name))
		return;
	fd = openat(s->above, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd >= 0 && !fstat(fd, &st) && st.st_uid == geteuid() && lock(fd)) {
		buf_add(&run, name, len - strlen(LIVE));
		if (folder_remove(s->above, run.p, &left))
			warn_left(s->folder, &left);
		else
			unlinkat(s->above, name, 0);
		buf_puts(&run, ".fix");
		unlinkat(s->above, run.p, 0);
	}
	if (fd >= 0)
		close(fd);
	buf_free(&run);
	buf_free(&left);
}

static bool
is_there(int above, const char *name, int fd)
{
	struct stat named, open;

	return !fstatat(above, name, &named, AT_SYMLINK_NOFOLLOW) && !fstat(fd, &open) &&
	       named.st_ino == open.st_ino && named.st_dev == open.st_dev;
}

/* make NAME.live and lock it before another run may take it for a killed run's; -1: it is taken */
static int
make_live(struct arena *a, int above, const char *name)
{
	const char *live = arena_printf(a, "%s%s", name, LIVE);
	int fd = openat(above, live, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);

	if (fd < 0)
		return -1;
	lock(fd);
	if (is_there(above, live, fd))
		return fd;
	close(fd);
	errno = EEXIST;
	return -1;
}

static int
open_made(struct place *p)
{
	p->fd = openat(p->above, p->name,
		       O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	return p->fd < 0 ? -1 : 0;
}

static void
remove_live(struct arena *a, struct place *p)
{
	unlinkat(p->above, arena_printf(a, "%s%s", p->name, LIVE), 0);
	close(p->live);
	p->live = -1;
}

/* try one name; 0, or -1 with errno set, EEXIST if it is taken */
static int
take_name(struct arena *a, struct place *p)
{
	int error;

	p->live = make_live(a, p->above, p->name);
	if (p->live < 0)
		return -1;
	if (!mkdirat(p->above, p->name, 0777) && !open_made(p))
		return 0;
	/* a kept folder: it has no .live */
	error = errno;
	remove_live(a, p);
	errno = error;
	return -1;
}

int
place_open(struct arena *a, struct place *p, const char *build)
{
	const char *wanted = place_wanted(a, build), *slash = strrchr(wanted, '/');
	const char *folder = arena_strndup(a, wanted, (size_t)(slash - wanted));
	struct sweep sweep = {.folder = folder};

	*p = (struct place){.fd = -1, .live = -1, .path = wanted, .name = slash + 1,
			    .folder = folder};
	p->above = text_starts(slash + 1, IN_TMP) ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
						  : folder_open(folder);
	if (p->above < 0) {
		warn("cannot open the folder %s:", folder);
		return -1;
	}
	sweep.above = p->above;
	dir_each(folder, sweep_entry, &sweep);
	for (int i = 2; take_name(a, p); i++) {
		if (errno != EEXIST || i > TRIES) {
			warn("cannot make %s:", p->path);
			close(p->above);
			p->above = -1;
			return -1;
		}
		p->path = arena_printf(a, "%s-%d", wanted, i);
		p->name = strrchr(p->path, '/') + 1;
	}
	return 0;
}

struct search {
	struct stat wanted;
	int above;
	char *name; /* found, or NULL */
};

static void
look_at(void *ctx, const char *name)
{
	struct search *s = ctx;
	struct stat st;

	if (!s->name && !fstatat(s->above, name, &st, AT_SYMLINK_NOFOLLOW) &&
	    st.st_ino == s->wanted.st_ino && st.st_dev == s->wanted.st_dev)
		s->name = xstrdup(name);
}

/* a case has moved our folder: it is ours, wherever it is now */
static void
remove_moved(struct arena *a, struct place *p)
{
	struct search s = {.above = openat(p->fd, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)};

	if (s.above >= 0 && !fstat(p->fd, &s.wanted))
		dir_each(arena_printf(a, "/proc/self/fd/%d", s.above), look_at, &s);
	if (s.name)
		folder_remove(s.above, s.name, NULL);
	free(s.name);
	if (s.above >= 0)
		close(s.above);
}

/* a case has put something in the place of the folder: remove it, and make the folder again */
static int
make_again(struct arena *a, struct place *p)
{
	struct buf left = {0};
	int bad = folder_remove(p->above, p->name, &left);

	remove_moved(a, p);
	p->warned |= warn_left(p->folder, &left);
	buf_free(&left);
	if (bad || mkdirat(p->above, p->name, 0777))
		return -1;
	close(p->fd);
	return open_made(p);
}

/* a folder above it may be another one: then the loader would work there */
static int
is_seen(struct arena *a, const struct place *p, const char *below)
{
	struct stat made, seen;

	if (fstatat(p->fd, below, &made, AT_SYMLINK_NOFOLLOW) ||
	    lstat(arena_printf(a, "%s/%s", p->path, below), &seen))
		return -1;
	errno = ESTALE;
	return made.st_ino == seen.st_ino && made.st_dev == seen.st_dev ? 0 : -1;
}

int
place_make(struct arena *a, struct place *p, const char *below)
{
	if (!is_there(p->above, p->name, p->fd) && make_again(a, p))
		return -1;
	if (folder_make(p->fd, below))
		return -1;
	return is_seen(a, p, below);
}

int
place_use(struct arena *a, struct place *p, const char *below, struct folder_traits *kept)
{
	if (is_there(p->above, p->name, p->fd) && folder_as_new(p->fd, below, kept) &&
	    !is_seen(a, p, below))
		return 0;
	kept->known = false;
	return place_make(a, p, below) ? -1 : folder_note(p->fd, below, kept);
}

void
place_clear(struct place *p, const char *below)
{
	struct buf left = {0};

	folder_remove(p->fd, below, &left);
	p->warned |= warn_left(p->path, &left);
	buf_free(&left);
}

void
place_empty(struct place *p, const char *below, const char *but)
{
	struct buf left = {0};

	folder_empty(p->fd, below, but, &left);
	p->warned |= warn_left(p->path, &left);
	buf_free(&left);
}

const char *
place_full(struct arena *a, const struct place *p)
{
	struct statvfs fs;
	unsigned long long room;

	if (fstatvfs(p->fd, &fs))
		return NULL;
	room = (unsigned long long)fs.f_bavail * fs.f_frsize;
	if (room < ROOM_KIB * 1024ULL)
		return arena_printf(a, "the file system of %s is full: %llu KiB are free",
				    p->folder, room / 1024);
	/* some file systems do not count files */
	if (fs.f_files && fs.f_favail < ROOM_FILES)
		return arena_printf(a, "the file system of %s is full: it has room for %llu files",
				    p->folder, (unsigned long long)fs.f_favail);
	return NULL;
}

void
place_close(struct place *p, bool keep)
{
	struct arena scratch = {0};
	struct buf left = {0};

	if (!p->path || p->above < 0)
		return;
	if (!keep && !is_there(p->above, p->name, p->fd))
		remove_moved(&scratch, p);
	/* the .live file of a folder that cannot be removed stays: the next run tries again */
	if (keep || !folder_remove(p->above, p->name, &left))
		remove_live(&scratch, p);
	else if (!p->warned)
		warn_left(p->folder, &left);
	if (p->live >= 0)
		close(p->live);
	close(p->fd);
	close(p->above);
	p->above = -1;
	buf_free(&left);
	arena_free(&scratch);
}
