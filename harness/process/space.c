#include "process/space.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/view.h"
#include "base/util.h"

enum { PLAIN = MS_NOSUID | MS_NODEV, NAMES = CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWIPC };

/* paths that can be kept visible in one private folder */
enum { KEPT_MAX = 32 };

/* the folders that are empty and private in there */
static const char *const private_folders[] = {"/tmp", "/dev/shm"};

struct entering {
	const struct space *space;
	char *why; /* the reason of a failure */
	size_t size;
};

static PRINTF(2, 3) bool
failed(const struct entering *e, const char *fmt, ...)
{
	int error = errno;
	char what[PATH_MAX + 64];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	snprintf(e->why, e->size, "cannot %s: %s", what, strerror(error));
	return false;
}

pid_t
space_fork(struct space_user *user)
{
	unsigned long flags = NAMES | SIGCHLD;

	*user = (struct space_user){geteuid() != 0, geteuid(), getegid()};
	/* root in a user namespace could do less than root, and cases would differ */
	if (user->ordinary)
		flags |= CLONE_NEWUSER;
#if defined(__s390__) || defined(__CRIS__)
	return (pid_t)syscall(SYS_clone, 0UL, flags, 0UL, 0UL, 0UL);
#elif defined(__sparc__)
	errno = ENOSYS;
	return -1;
#else
	return (pid_t)syscall(SYS_clone, flags, 0UL, 0UL, 0UL, 0UL);
#endif
}

static bool
put(const struct entering *e, const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool good = fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text);

	if (!good)
		failed(e, "write to %s", path);
	if (fd >= 0)
		close(fd);
	return good;
}

/* the same user inside as outside: as root, a process would have what the capability says */
static bool
map_user(const struct entering *e, const struct space_user *user)
{
	char uid[64], gid[64];

	snprintf(uid, sizeof(uid), "%lu %lu 1", (unsigned long)user->uid,
		 (unsigned long)user->uid);
	snprintf(gid, sizeof(gid), "%lu %lu 1", (unsigned long)user->gid,
		 (unsigned long)user->gid);
	return put(e, "/proc/self/setgroups", "deny") && put(e, "/proc/self/uid_map", uid) &&
	       put(e, "/proc/self/gid_map", gid);
}

/* struct mount_attr of the kernel, which not every libc has */
struct attributes {
	uint64_t set, clear, propagation, users;
};

/* change attributes with one call; false with errno ENOSYS if the kernel cannot */
static bool
set_attributes(const char *path, bool all, bool readonly)
{
	struct attributes a = {.propagation = MS_PRIVATE};

	if (readonly)
		a.set = 1; /* MOUNT_ATTR_RDONLY */
	else
		a.clear = 1;
#ifdef SYS_mount_setattr
	return !syscall(SYS_mount_setattr, AT_FDCWD, path, all ? 0x8000 /* AT_RECURSIVE */ : 0, &a,
			sizeof(a));
#else
	(void)path;
	(void)all;
	errno = ENOSYS;
	return false;
#endif
}

/* the flags of a mount, which must stay when it is mounted again */
static unsigned long
flags_of(const char *options)
{
	static const struct {
		const char *name;
		unsigned long flag;
	} words[] = {
		{"nosuid", MS_NOSUID}, {"nodev", MS_NODEV}, {"noexec", MS_NOEXEC},
		{"noatime", MS_NOATIME}, {"nodiratime", MS_NODIRATIME}, {"relatime", MS_RELATIME},
	};
	unsigned long flags = MS_BIND | MS_REMOUNT;

	for (size_t len; (len = strcspn(options, ", ")); options += len + (options[len] == ',')) {
		for (size_t i = 0; i < LENGTH(words); i++)
			if (len == strlen(words[i].name) && !strncmp(options, words[i].name, len))
				flags |= words[i].flag;
	}
	return flags;
}

/* "/a\040b" of mountinfo is "/a b" */
static void
unescape(char *s)
{
	char *to = s;

	for (; *s; s++) {
		if (*s == '\\' && s[1] && s[2] && s[3]) {
			*to++ = (char)((s[1] - '0') * 64 + (s[2] - '0') * 8 + (s[3] - '0'));
			s += 3;
		} else {
			*to++ = *s;
		}
	}
	*to = '\0';
}

/* line: "36 35 98:0 /root /mount/point options ..." */
static bool
remount_line(const struct entering *e, char *line)
{
	enum { BEFORE = 4 };
	char *point = line, *options;

	for (int i = 0; i < BEFORE && point; i++) {
		point = strchr(point, ' ');
		point += point != NULL;
	}
	options = point ? strchr(point, ' ') : NULL;
	if (!options)
		return true;
	*options++ = '\0';
	unescape(point);
	if (!mount(NULL, point, NULL, flags_of(options) | MS_RDONLY, NULL))
		return true;
	/* another mount hides it, so nobody can write there */
	return errno == ENOENT || errno == EINVAL || failed(e, "make %s read-only", point);
}

/* for kernels before 5.12: all mounts read-only, one by one */
static bool
remount_all(const struct entering *e)
{
	FILE *f;
	char *line = NULL;
	size_t room = 0;
	bool good = true;

	if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL))
		return failed(e, "make the mounts private");
	f = fopen("/proc/self/mountinfo", "re");
	if (!f)
		return failed(e, "read the table of mounts");
	while (good && getline(&line, &room, f) > 0)
		good = remount_line(e, line);
	free(line);
	fclose(f);
	return good;
}

static bool
make_readonly(const struct entering *e)
{
	if (set_attributes("/", true, true))
		return true;
	if (errno == ENOSYS)
		return remount_all(e);
	return failed(e, "make the mounts read-only");
}

/* an entry of a private folder that must stay: opened before the folder is hidden */
struct kept {
	char name[NAME_MAX + 1];
	int fd;
};

struct keeping {
	const char *folder;
	struct kept v[KEPT_MAX];
	size_t n;
	bool all; /* the folder itself must stay */
};

/* keep the first part of the path below the folder */
static bool
keep(const struct entering *e, struct keeping *k, const char *path)
{
	size_t len = strlen(k->folder);
	struct kept *new = &k->v[k->n];
	const char *name = path + len + 1;
	char full[PATH_MAX];

	if (strncmp(path, k->folder, len) || (path[len] && path[len] != '/'))
		return true;
	if (!path[len] || !*name) {
		k->all = true;
		return true;
	}
	snprintf(new->name, sizeof(new->name), "%.*s", (int)strcspn(name, "/"), name);
	for (size_t i = 0; i < k->n; i++)
		if (!strcmp(k->v[i].name, new->name))
			return true;
	snprintf(full, sizeof(full), "%s/%s", k->folder, new->name);
	new->fd = open(full, O_PATH | O_CLOEXEC);
	if (new->fd < 0)
		return errno == ENOENT || failed(e, "open %s", full);
	errno = ENOSPC;
	return ++k->n < KEPT_MAX || failed(e, "keep so many paths in %s", k->folder);
}

/* keep the path and, if it is a symbolic link, what it leads to */
static bool
keep_path(const struct entering *e, struct keeping *k, const char *path)
{
	char real[PATH_MAX];

	return !path || (keep(e, k, path) && (!realpath(path, real) || keep(e, k, real)));
}

/* mount what fd is open for at path */
static bool
bind_fd(const struct entering *e, int fd, const char *path)
{
	char source[64];

	snprintf(source, sizeof(source), "/proc/self/fd/%d", fd);
	return !mount(source, path, NULL, MS_BIND | MS_REC, NULL) || failed(e, "mount %s", path);
}

static bool
bind_kept(const struct entering *e, const char *folder, const struct kept *kept)
{
	struct stat st;
	char path[PATH_MAX];
	int fd;

	snprintf(path, sizeof(path), "%s/%s", folder, kept->name);
	if (fstat(kept->fd, &st))
		return failed(e, "look at %s", path);
	if (S_ISDIR(st.st_mode)) {
		if (mkdir(path, 0755))
			return failed(e, "make %s", path);
	} else {
		fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
		if (fd < 0)
			return failed(e, "make %s", path);
		close(fd);
	}
	return bind_fd(e, kept->fd, path);
}

/* put an empty folder in the place of this one, but keep the paths that must be seen */
static bool
make_private(const struct entering *e, const char *folder, const char *cwd)
{
	const struct space *s = e->space;
	struct keeping k = {.folder = folder};
	char options[64];
	bool good = keep_path(e, &k, s->place) && keep_path(e, &k, cwd);

	for (size_t i = 0; good && s->seen && s->seen[i]; i++)
		good = keep_path(e, &k, s->seen[i]);
	if (good && !k.all && !access(folder, F_OK)) {
		snprintf(options, sizeof(options), "mode=1777,size=%llu", s->size);
		good = !mount("tmpfs", folder, "tmpfs", PLAIN, options) ||
		       failed(e, "mount %s", folder);
		for (size_t i = 0; good && i < k.n; i++)
			good = bind_kept(e, folder, &k.v[i]);
	}
	while (k.n)
		close(k.v[--k.n].fd);
	return good;
}

/* the folders of all users; the working folder is found again in them */
static bool
make_folders(const struct entering *e)
{
	char cwd[PATH_MAX];
	bool known = getcwd(cwd, sizeof(cwd)) != NULL;

	for (size_t i = 0; i < LENGTH(private_folders); i++)
		if (!make_private(e, private_folders[i], known ? cwd : NULL))
			return false;
	return !known || !chdir(cwd) || failed(e, "change to %s", cwd);
}

static bool
make_place(const struct entering *e, int fd)
{
	const char *place = e->space->place;

	if (!place)
		return true;
	if (!bind_fd(e, fd, place))
		return false;
	if (set_attributes(place, false, false))
		return true;
	if (errno == ENOSYS &&
	    !mount(NULL, place, NULL, MS_BIND | MS_REMOUNT | MS_NOSUID | MS_NODEV, NULL))
		return true;
	return failed(e, "make %s writable", place);
}

/* root could change the kernel's settings by its /proc, though it cannot by its capabilities */
static bool
protect_proc(const struct entering *e)
{
	static const char *const paths[] = {"/proc/sys", "/proc/sysrq-trigger"};

	for (size_t i = 0; i < LENGTH(paths); i++) {
		if (access(paths[i], F_OK))
			continue;
		if (mount(paths[i], paths[i], NULL, MS_BIND, NULL) ||
		    mount(NULL, paths[i], NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL))
			return failed(e, "make %s read-only", paths[i]);
	}
	return true;
}

static bool
make_mounts(const struct entering *e, const struct space_user *user, struct view *view)
{
	const char *place = e->space->place;
	int fd = place ? open(place, O_PATH | O_DIRECTORY | O_CLOEXEC) : -1;
	bool good;

	if (place && fd < 0)
		return failed(e, "open %s", place);
	good = make_readonly(e) && make_folders(e) && make_place(e, fd);
	if (fd >= 0)
		close(fd);
	if (!good)
		return false;
	if (mount("proc", "/proc", "proc", PLAIN | MS_NOEXEC, NULL))
		return failed(e, "mount /proc");
	if (!user->ordinary && !protect_proc(e))
		return false;
	return !view_open(view) || failed(e, "open /proc");
}

/* give up the capabilities by which root could undo all this, or reach what it does not see */
static bool
drop_capabilities(const struct entering *e)
{
	static const unsigned long kept =
		1UL << CAP_CHOWN | 1UL << CAP_DAC_OVERRIDE | 1UL << CAP_FOWNER | 1UL << CAP_FSETID |
		1UL << CAP_KILL | 1UL << CAP_SETGID | 1UL << CAP_SETUID | 1UL << CAP_SETPCAP |
		1UL << CAP_NET_BIND_SERVICE | 1UL << CAP_NET_RAW | 1UL << CAP_IPC_LOCK |
		1UL << CAP_IPC_OWNER | 1UL << CAP_SYS_CHROOT | 1UL << CAP_SYS_NICE;
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3] = {{0}};

	for (unsigned long cap = 0; prctl(PR_CAPBSET_READ, cap, 0, 0, 0) >= 0; cap++) {
		if ((cap >= 32 || !(kept >> cap & 1)) && prctl(PR_CAPBSET_DROP, cap, 0, 0, 0))
			return failed(e, "drop capability %lu", cap);
	}
	/* what a program may inherit is not bounded: a container may have left something there */
	if (syscall(SYS_capget, &header, data))
		return failed(e, "read the capabilities");
	for (size_t i = 0; i < LENGTH(data); i++)
		data[i].inheritable = 0;
	return !syscall(SYS_capset, &header, data) || failed(e, "set the capabilities");
}

bool
space_enter(const struct space *s, const struct space_user *user, struct view *view, char *why,
	    size_t size)
{
	const struct entering e = {s, why, size};

	return (!user->ordinary || map_user(&e, user)) && make_mounts(&e, user, view) &&
	       drop_capabilities(&e);
}

/* the child's part of space_try */
static _Noreturn void
try_inside(const struct space_user *user, int out)
{
	static const struct space nothing;
	struct view view;
	char why[256];

	if (!space_enter(&nothing, user, &view, why, sizeof(why)))
		fd_write(out, why, strlen(why));
	_exit(0);
}

bool
space_try(char *why, size_t size)
{
	struct space_user user;
	size_t len = 0;
	ssize_t got;
	int fd[2];
	pid_t pid;

	if (pipe2(fd, O_CLOEXEC)) {
		snprintf(why, size, "cannot make a pipe: %s", strerror(errno));
		return false;
	}
	pid = space_fork(&user);
	if (!pid)
		try_inside(&user, fd[1]);
	close(fd[1]);
	if (pid < 0)
		snprintf(why, size, "cannot make namespaces: %s", strerror(errno));
	while (pid > 0 && len + 1 < size && (got = read(fd[0], why + len, size - len - 1)) != 0)
		len += got > 0 ? (size_t)got : 0;
	close(fd[0]);
	if (pid < 0)
		return false;
	why[len] = '\0';
	while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	return !len;
}
