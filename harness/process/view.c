#include "process/view.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "process/procs.h"
#include "base/util.h"

/* /proc lists its processes from this position on, after the files that are always there */
enum { FIRST_PROCESS = 256 };

static const struct {
	const char *path, *words;
	bool folder;
} kinds[VIEW_KINDS] = {
	[VIEW_QUEUES] = {"/proc/sysvipc/msg", "a System V message queue", false},
	[VIEW_SEMAPHORES] = {"/proc/sysvipc/sem", "System V semaphores", false},
	[VIEW_SEGMENTS] = {"/proc/sysvipc/shm", "a System V segment", false},
	[VIEW_POSIX] = {"/dev/mqueue", "a POSIX message queue", true},
	[VIEW_TMP] = {"/tmp", "a file in /tmp", true},
	[VIEW_SHM] = {"/dev/shm", "a file in /dev/shm", true},
};

/* an entry of getdents64(2); name is NUL-terminated and padded to length */
struct entry {
	uint64_t inode;
	int64_t next;
	unsigned short length;
	unsigned char type;
	char name[];
};

/* call fn with the name of each entry from the position on; false after an error */
static bool
each_entry(int folder, off_t position, void (*fn)(void *ctx, const char *name), void *ctx)
{
	union {
		struct entry first;
		char bytes[2048];
	} room;
	long got;

	if (lseek(folder, position, SEEK_SET) < 0)
		return false;
	while ((got = syscall(SYS_getdents64, folder, room.bytes, sizeof(room.bytes))) > 0) {
		for (long at = 0; at < got;) {
			const struct entry *e = (const void *)(room.bytes + at);

			fn(ctx, e->name);
			at += e->length;
		}
	}
	return !got;
}

static void
count(void *ctx, const char *name)
{
	size_t *n = ctx;

	*n += strcmp(name, ".") && strcmp(name, "..");
}

static size_t
count_files(int folder)
{
	size_t n = 0;

	each_entry(folder, 0, count, &n);
	return n;
}

/* the folder of these namespaces' message queues, which is mounted nowhere; kernels from 5.2 on */
static int
open_queues(void)
{
	int fd = VIEW_NO_FD;
#if defined(SYS_fsopen) && defined(SYS_fsmount) && defined(SYS_fsconfig)
	enum { CLOEXEC = 1, CREATE = 6 };
	int context = (int)syscall(SYS_fsopen, "mqueue", CLOEXEC), mounted;

	if (context < 0)
		return VIEW_NO_FD;
	syscall(SYS_fsconfig, context, CREATE, NULL, NULL, 0);
	mounted = (int)syscall(SYS_fsmount, context, CLOEXEC, 0);
	close(context);
	if (mounted < 0)
		return VIEW_NO_FD;
	fd = openat(mounted, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	close(mounted);
#endif
	return fd;
}

int
view_open(struct view *v)
{
	memset(v, 0, sizeof(*v));
	v->open = true;
	v->known[v->nknown++] = 1; /* the init, who calls this */
	v->proc = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	for (size_t i = 0; i < VIEW_KINDS; i++) {
		v->kinds[i] = i == VIEW_POSIX ? open_queues()
					      : open(kinds[i].path, O_RDONLY | O_CLOEXEC);
		if (kinds[i].folder && v->kinds[i] >= 0)
			v->files[i] = count_files(v->kinds[i]);
	}
	return v->proc < 0 ? -1 : 0;
}

void
view_close(struct view *v)
{
	if (!v->open)
		return;
	close(v->proc);
	for (size_t i = 0; i < VIEW_KINDS; i++)
		if (v->kinds[i] >= 0)
			close(v->kinds[i]);
	v->open = false;
}

/* a view's way through a socket: the numbers of files as bytes, its descriptors beside them */
struct parcel {
	size_t files[VIEW_KINDS];
	bool there[VIEW_KINDS];
};

union control {
	struct cmsghdr align;
	char bytes[CMSG_SPACE((VIEW_KINDS + 1) * sizeof(int))];
};

int
view_send(const struct view *v, int socket)
{
	struct parcel parcel = {{0}, {0}};
	union control control;
	struct iovec iov = {&parcel, sizeof(parcel)};
	struct msghdr m = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = &control};
	int fds[VIEW_KINDS + 1];
	size_t n = 0;

	memset(&control, 0, sizeof(control));
	memcpy(parcel.files, v->files, sizeof(parcel.files));
	fds[n++] = v->proc;
	for (size_t i = 0; i < VIEW_KINDS; i++) {
		parcel.there[i] = v->kinds[i] >= 0;
		if (parcel.there[i])
			fds[n++] = v->kinds[i];
	}
	m.msg_controllen = CMSG_SPACE(n * sizeof(int));
	control.align = (struct cmsghdr){.cmsg_len = CMSG_LEN(n * sizeof(int)),
					 .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
	memcpy(CMSG_DATA(&control.align), fds, n * sizeof(int));
	return sendmsg(socket, &m, MSG_NOSIGNAL) == (ssize_t)sizeof(parcel) ? 0 : -1;
}

/* take the descriptors out of a message; returns how many */
static size_t
take_fds(struct msghdr *m, int *fds)
{
	struct cmsghdr *c = CMSG_FIRSTHDR(m);
	size_t n;

	if (!c || c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS)
		return 0;
	n = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);
	memcpy(fds, CMSG_DATA(c), n * sizeof(int));
	return n;
}

int
view_receive(struct view *v, int socket)
{
	struct parcel parcel = {{0}, {0}};
	union control control;
	struct iovec iov = {&parcel, sizeof(parcel)};
	struct msghdr m = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = &control,
			   .msg_controllen = sizeof(control)};
	int fds[VIEW_KINDS + 1];
	ssize_t got = recvmsg(socket, &m, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
	size_t n = got < 0 ? 0 : take_fds(&m, fds), next = 1, want = 1;

	for (size_t i = 0; i < VIEW_KINDS; i++)
		want += parcel.there[i];
	if (got != (ssize_t)sizeof(parcel) || n != want) {
		while (n)
			close(fds[--n]);
		return -1;
	}
	memset(v, 0, sizeof(*v));
	v->open = true;
	v->proc = fds[0];
	memcpy(v->files, parcel.files, sizeof(v->files));
	for (size_t i = 0; i < VIEW_KINDS; i++)
		v->kinds[i] = parcel.there[i] ? fds[next++] : VIEW_NO_FD;
	return 0;
}

static bool
is_known(const struct view *v, pid_t pid)
{
	for (size_t i = 0; i < v->nknown; i++)
		if (v->known[i] == pid)
			return true;
	return false;
}

static void
learn(void *ctx, const char *name)
{
	struct view *v = ctx;
	pid_t pid = (pid_t)strtol(name, NULL, 10);

	if (pid > 0 && v->nknown < VIEW_KNOWN_MAX)
		v->known[v->nknown++] = pid;
}

int
view_learn(struct view *v)
{
	v->nknown = 0;
	if (!each_entry(v->proc, FIRST_PROCESS, learn, v) || !v->nknown)
		return -1;
	return v->nknown < VIEW_KNOWN_MAX ? 0 : -1;
}

struct looking {
	const struct view *view;
	bool spare;
	int found;
	uint64_t ended; /* the sum of the process ids that are listed and run no more */
};

/* the init is process 1: orphans become its children, so none of them is a spare one */
static void
look_at(void *ctx, const char *name)
{
	struct looking *l = ctx;
	struct proc p;
	pid_t pid = (pid_t)strtol(name, NULL, 10);

	if (pid <= 0 || is_known(l->view, pid))
		return;
	if (!procs_read_at(&p, l->view->proc, pid) || p.dead)
		l->ended += (uint64_t)pid;
	else if (l->spare && p.ppid > 1 && is_known(l->view, p.ppid))
		l->spare = false;
	else
		l->found++;
}

/* is there anything after the headings? */
static bool
lists_more(int fd)
{
	char text[512];
	ssize_t got = pread(fd, text, sizeof(text), 0);
	const char *newline = got > 0 ? memchr(text, '\n', (size_t)got) : NULL;

	return newline && newline + 1 < text + got;
}

/*
 * A process that ends while it is looked at may have forked after the list was made, so the list is
 * made again, until the ended ones are the same twice.
 */
static int
look_at_all(const struct view *v, bool spare)
{
	uint64_t before = 0;

	for (;;) {
		struct looking l = {.view = v, .spare = spare};

		each_entry(v->proc, FIRST_PROCESS, look_at, &l);
		if (l.found || l.ended == before)
			return l.found;
		before = l.ended;
	}
}

struct view_left
view_look(const struct view *v, bool spare)
{
	struct view_left left = {.processes = look_at_all(v, spare)};

	for (size_t i = 0; i < VIEW_KINDS; i++) {
		int fd = v->kinds[i];

		if (fd >= 0 && (kinds[i].folder ? count_files(fd) > v->files[i] : lists_more(fd)))
			left.kinds |= 1u << i;
	}
	return left;
}

void
view_words(struct buf *b, unsigned set)
{
	const char *between = "";

	for (size_t i = 0; i < VIEW_KINDS; i++) {
		if (!(set >> i & 1))
			continue;
		buf_printf(b, "%s%s", between, kinds[i].words);
		between = ", ";
	}
}
