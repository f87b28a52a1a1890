/* More memory, files, output and time than a case may have. */
#include "deed.h"

#include <sys/inotify.h>

static const size_t MIB = 1 << 20;

/* touch so many MiB; false if the kernel refuses, true with all of it in use */
static bool
touch(size_t mib)
{
	for (size_t i = 0; i < mib; i += 16) {
		char *p = mmap(NULL, 16 * MIB, PROT_READ | PROT_WRITE,
			       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

		if (p == MAP_FAILED)
			return false;
		for (size_t at = 0; at < 16 * MIB; at += 4096)
			p[at] = 1;
	}
	return true;
}

/* what cannot be had ends the process, as in a program that does not look */
static void
touch_or_die(size_t mib)
{
	if (!touch(mib))
		*(volatile char *)16 = 1;
}

static void touch_some(void) { touch_or_die(512); }
static void touch_64_gib(void) { touch_or_die(65536); }

static void
touch_in_children(void)
{
	for (int i = 0; i < 8; i++)
		if (!deed_fork()) {
			touch(8192);
			deed_wait();
			_exit(0);
		}
	deed_wait();
}

static void
shared_memory(void)
{
	for (int i = 0; i < 6; i++) {
		char name[64];
		int fd = (snprintf(name, sizeof(name), "deed%d", i), memfd_create(name, 0));

		if (fd < 0 || ftruncate(fd, (off_t)(512 * MIB)))
			break;
		char *p = mmap(NULL, 512 * MIB, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

		if (p == MAP_FAILED)
			*(volatile char *)16 = 1;
		for (size_t at = 0; at < 512 * MIB; at += 4096)
			p[at] = 1;
		munmap(p, 512 * MIB);
	}
	deed_wait();
}

static void
removed_file(void)
{
	static char block[1 << 20];
	int fd = open("removed", O_WRONLY | O_CREAT | O_TRUNC, 0600);

	unlink("removed");
	for (int i = 0; i < 900; i++)
		if (write(fd, block, sizeof(block)) < 0)
			break;
	deed_wait();
}

static void *
waiting(void *nothing)
{
	deed_wait();
	return nothing;
}

static void
many_threads(void)
{
	pthread_attr_t small;
	pthread_t thread;

	pthread_attr_init(&small);
	pthread_attr_setstacksize(&small, 65536);
	for (int i = 0; i < 1000; i++)
		pthread_create(&thread, &small, waiting, NULL);
	deed_wait();
}

/* nobody waits for the children that used the time */
static void
cpu_in_children(void)
{
	for (int i = 0; i < 4; i++)
		if (!deed_fork()) {
			for (volatile unsigned long k = 0; k < 1UL << 40; k++)
				continue;
			_exit(0);
		}
	deed_wait();
}

static void
lock_memory(void)
{
	touch(64);
	mlockall(MCL_CURRENT | MCL_FUTURE);
}

static void
huge_sparse_file(void)
{
	int fd = open("sparse", O_RDWR | O_CREAT, 0600);

	if (ftruncate(fd, (off_t)8 << 30))
		return;
	deed_put(fd, "x");
}

static void
huge_sparse_signal(void)
{
	signal(SIGXFSZ, SIG_DFL);
	huge_sparse_file();
}

/* write so many MiB to the file; false after an error */
static bool
fill(const char *path, size_t mib)
{
	static char block[1 << 20];
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	memset(block, 'x', sizeof(block));
	for (size_t i = 0; fd >= 0 && i < mib; i++)
		if (write(fd, block, sizeof(block)) != (ssize_t)sizeof(block)) {
			close(fd);
			return false;
		}
	close(fd);
	return fd >= 0;
}

/* bounded: about 3 GiB */
static void
fill_folder(const char *folder)
{
	for (int i = 0; i < 24; i++) {
		char path[256];

		snprintf(path, sizeof(path), "%s/%s-%d", folder, deed_mark(), i);
		if (!fill(path, 128))
			break;
	}
	deed_wait();
}

static void fill_disk(void) { fill_folder("."); }
static void fill_tmp(void) { fill_folder("/tmp"); }
static void fill_shm(void) { fill_folder("/dev/shm"); }

static void
fill_in_one_file(void)
{
	if (!fill("full", 2048))
		_exit(9);
}

static void
many_files(void)
{
	for (int i = 0; i < 500; i++) {
		char path[64];

		snprintf(path, sizeof(path), "file-%d", i);
		close(open(path, O_WRONLY | O_CREAT, 0600));
	}
}

static void
many_links(void)
{
	close(open("one", O_WRONLY | O_CREAT, 0600));
	for (int i = 0; i < 500; i++) {
		char path[64];

		snprintf(path, sizeof(path), "link-%d", i);
		if (link("one", path))
			break;
	}
}

/* a folder in a folder, so deep that no path can name it */
static void
deep_folders(void)
{
	char name[201];
	int kept = open(".", O_RDONLY | O_DIRECTORY);

	memset(name, 'd', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	for (int i = 0; i < 300; i++)
		if (mkdir(name, 0700) || chdir(name))
			break;
	if (fchdir(kept))
		_exit(9);
}

static void
many_descriptors(void)
{
	while (open("/dev/null", O_RDONLY) >= 0)
		continue;
}

static void
many_pipes(void)
{
	static char text[65536];
	int fd[2];

	while (!pipe(fd)) {
		fcntl(fd[1], F_SETFL, O_NONBLOCK);
		if (write(fd[1], text, sizeof(text)) < 0)
			break;
	}
}

static void
watch_files(void)
{
	int fd = inotify_init1(0);

	inotify_add_watch(fd, ".", IN_ALL_EVENTS);
	inotify_add_watch(fd, deed_path("build"), IN_ALL_EVENTS);
	inotify_add_watch(fd, deed_path("expected"), IN_ALL_EVENTS);
}

static void
core_file(void)
{
	struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};

	setrlimit(RLIMIT_CORE, &all);
	abort();
}

static void
many_mappings(void)
{
	for (int i = 0; i < 70000; i++)
		if (mmap(NULL, 4096, i % 2 ? PROT_READ : PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS,
			 -1, 0) == MAP_FAILED)
			break;
}

static void
many_signals(void)
{
	union sigval value = {0};
	sigset_t one;

	sigemptyset(&one);
	sigaddset(&one, SIGRTMIN + 1);
	sigprocmask(SIG_BLOCK, &one, NULL);
	for (int i = 0; i < 100000; i++)
		if (sigqueue(getpid(), SIGRTMIN + 1, value))
			break;
}

static void *
spinning(void *nothing)
{
	for (volatile unsigned long i = 0; i < 1UL << 40; i++)
		continue;
	return nothing;
}

static void
spin_in_threads(void)
{
	pthread_t thread;

	for (int i = 0; i < 8; i++)
		pthread_create(&thread, NULL, spinning, NULL);
	pthread_join(thread, NULL);
}

DEEDS({"touch-some", touch_some}, {"touch-64-gib", touch_64_gib},
      {"touch-in-children", touch_in_children}, {"shared-memory", shared_memory},
      {"removed-file", removed_file}, {"many-threads", many_threads},
      {"cpu-in-children", cpu_in_children},
      {"lock-memory", lock_memory}, {"huge-sparse-file", huge_sparse_file},
      {"huge-sparse-signal", huge_sparse_signal}, {"fill-disk", fill_disk},
      {"fill-tmp", fill_tmp}, {"fill-shm", fill_shm}, {"fill-in-one-file", fill_in_one_file},
      {"many-files", many_files}, {"many-links", many_links}, {"deep-folders", deep_folders},
      {"many-descriptors", many_descriptors}, {"many-pipes", many_pipes},
      {"watch-files", watch_files}, {"core-file", core_file},
      {"many-mappings", many_mappings}, {"many-signals", many_signals},
      {"spin-in-threads", spin_in_threads})
