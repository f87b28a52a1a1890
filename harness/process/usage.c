#include "process/usage.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysinfo.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "process/lineage.h"
#include "process/procs.h"
#include "base/util.h"

/* a look may not take long: what is beyond is not counted, but these files are */
enum {
	FILES_MOST = 20000,
	DEPTH_MOST = 64,
	UNNAMED_MOST = 256,
	FILES_OPEN_MOST = 4096,
	SECTOR = 512,
	TMPFS = 0x01021994
};

static const double MIB = 1 << 20;

struct walk {
	unsigned long long bytes;
	size_t files;
};

static void
add_file(struct walk *w, int folder, const char *name)
{
	struct stat st;

	w->files++;
	if (!fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW))
		w->bytes += (unsigned long long)st.st_blocks * SECTOR;
}

/* fd is closed; nothing follows a link, since the job may be at work in there */
static void
walk(struct walk *w, int fd, int depth)
{
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *entry;

	if (!dir && fd >= 0)
		close(fd);
	while (dir && w->files < FILES_MOST && (entry = readdir(dir))) {
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		add_file(w, dirfd(dir), entry->d_name);
		if (depth < DEPTH_MOST && (entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN))
			walk(w, openat(dirfd(dir), entry->d_name,
				       O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC),
			     depth + 1);
	}
	if (dir)
		closedir(dir);
}

/* what is in a private folder of all users; one that is not private is another file system */
static unsigned long long
private_bytes(pid_t init, const char *folder)
{
	char path[64];
	struct statfs of_init, ours;

	snprintf(path, sizeof(path), "/proc/%ld/root%s", (long)init, folder);
	if (statfs(path, &of_init) || of_init.f_type != TMPFS || statfs(folder, &ours) ||
	    !memcmp(&of_init.f_fsid, &ours.f_fsid, sizeof(ours.f_fsid)))
		return 0;
	return (unsigned long long)(of_init.f_blocks - of_init.f_bfree) *
	       (unsigned long long)of_init.f_bsize;
}

static bool
is_without(const struct usage_of *of, pid_t pid)
{
	for (size_t i = 0; of->without && i < of->without->n; i++)
		if (of->without->pids[i] == pid)
			return true;
	return false;
}

/* an open file without a name, which no walk finds: a memfd, or one that was removed */
struct unnamed {
	dev_t dev;
	ino_t ino;
};

struct looking {
	const struct usage_of *of;
	struct usage *usage;
	struct unnamed seen[UNNAMED_MOST]; /* each counts once */
	size_t nseen;
};

static bool
is_new(struct looking *l, const struct stat *st)
{
	for (size_t i = 0; i < l->nseen; i++)
		if (l->seen[i].dev == st->st_dev && l->seen[i].ino == st->st_ino)
			return false;
	if (l->nseen == UNNAMED_MOST)
		return false;
	l->seen[l->nseen++] = (struct unnamed){st->st_dev, st->st_ino};
	return true;
}

static void
add_unnamed(struct looking *l, int folder, const char *name)
{
	struct stat st;
	struct statfs fs;
	unsigned long long bytes;
	int fd;

	if (fstatat(folder, name, &st, 0) || !S_ISREG(st.st_mode) || st.st_nlink ||
	    !is_new(l, &st))
		return;
	bytes = (unsigned long long)st.st_blocks * SECTOR;
	fd = openat(folder, name, O_PATH | O_CLOEXEC);
	if (fd >= 0 && !fstatfs(fd, &fs) && fs.f_type == TMPFS)
		l->usage->memory += bytes;
	else
		l->usage->disk += bytes;
	if (fd >= 0)
		close(fd);
}

static void
add_descriptors(struct looking *l, pid_t pid)
{
	char path[64];
	struct dirent *entry;
	size_t n = 0;
	DIR *dir;

	snprintf(path, sizeof(path), "/proc/%ld/fd", (long)pid);
	dir = opendir(path);
	while (dir && n++ < FILES_OPEN_MOST && (entry = readdir(dir)))
		if (entry->d_name[0] != '.')
			add_unnamed(l, dirfd(dir), entry->d_name);
	if (dir)
		closedir(dir);
}

static void
add_process(void *ctx, const struct proc *p)
{
	struct looking *l = ctx;
	struct usage *u = l->usage;

	if (p->dead || is_without(l->of, p->pid))
		return;
	u->processes += p->threads > 0 ? (unsigned long)p->threads : 1;
	u->memory += (unsigned long long)p->pages * (unsigned long long)sysconf(_SC_PAGESIZE);
	add_descriptors(l, p->pid);
	u->cpu += (double)p->ticks / (double)sysconf(_SC_CLK_TCK);
}

unsigned long
usage_machine(void)
{
	struct sysinfo info;

	return sysinfo(&info) ? 0 : info.procs;
}

void
usage_look(struct usage *u, const struct usage_of *of)
{
	struct looking l = {.of = of, .usage = u};
	struct walk w = {0, 0};

	memset(u, 0, sizeof(*u));
	procs_below(of->root, add_process, &l);
	if (of->folder)
		walk(&w, open(of->folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), 0);
	u->disk += w.bytes;
	if (of->init)
		u->disk += private_bytes(of->init, "/tmp") + private_bytes(of->init, "/dev/shm");
}

void
usage_judge(struct buf *b, const struct usage *u, const struct usage *most)
{
	if (u->memory > most->memory)
		buf_printf(b, "used %.0f MiB of memory, more than its limit of %.0f (--limit "
			   "memory)", (double)u->memory / MIB, (double)most->memory / MIB);
	else if (u->processes > most->processes)
		buf_printf(b, "ran %lu processes and threads, more than its limit of %lu (--limit "
			   "processes)", u->processes, most->processes);
	else if (u->disk > most->disk)
		buf_printf(b, "filled %.0f MiB with files, more than its limit of %.0f (--limit "
			   "disk)", (double)u->disk / MIB, (double)most->disk / MIB);
	else if (u->cpu > most->cpu)
		buf_printf(b, "used %.1f s of CPU time, more than its limit of %.1f (--limit cpu)",
			   u->cpu, most->cpu);
}
