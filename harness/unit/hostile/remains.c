/* What a case can leave besides processes: files of all users, segments, queues, locks. */
#include "deed.h"

#include <mqueue.h>
#include <semaphore.h>
#include <sys/file.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/un.h>

/* keys and sizes that the test looks for */
enum { DEED_KEY = 0x0deed000, DEED_SIZE = 0xdeed };

static void
leave_file(const char *folder)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s", folder, deed_mark());
	deed_write(path, "left\n");
}

static void tmp_file(void) { leave_file("/tmp"); }
static void shm_file(void) { leave_file("/dev/shm"); }
static void var_tmp_file(void) { leave_file("/var/tmp"); }
static void root_file(void) { leave_file(deed_path("")); }
static void build_file(void) { leave_file(deed_path("build/run")); }

static void
tmp_folder(void)
{
	char path[256];

	snprintf(path, sizeof(path), "/tmp/%s", deed_mark());
	mkdir(path, 0700);
	leave_file(path);
}

static void
deleted_file(void)
{
	char path[256];

	snprintf(path, sizeof(path), "/tmp/%s", deed_mark());
	open(path, O_RDWR | O_CREAT, 0600);
	unlink(path);
}

static void segment(void) { shmget(DEED_KEY, DEED_SIZE, IPC_CREAT | 0600); }
static void private_segment(void) { shmget(IPC_PRIVATE, DEED_SIZE, IPC_CREAT | 0600); }
static void queue(void) { msgget(DEED_KEY, IPC_CREAT | 0600); }
static void semaphores(void) { semget(DEED_KEY, 3, IPC_CREAT | 0600); }

static void
attached_segment(void)
{
	shmat(shmget(IPC_PRIVATE, DEED_SIZE, IPC_CREAT | 0600), NULL, 0);
}

static void
removed_segment(void)
{
	int id = shmget(IPC_PRIVATE, DEED_SIZE, IPC_CREAT | 0600);

	shmat(id, NULL, 0);
	shmctl(id, IPC_RMID, NULL);
}

static void
posix_segment(void)
{
	char name[80];

	snprintf(name, sizeof(name), "/%s", deed_mark());
	if (ftruncate(shm_open(name, O_RDWR | O_CREAT, 0600), DEED_SIZE))
		_exit(9);
}

static void
posix_queue(void)
{
	char name[80];

	snprintf(name, sizeof(name), "/%s", deed_mark());
	mq_open(name, O_RDWR | O_CREAT, 0600, NULL);
}

static void
posix_semaphore(void)
{
	char name[80];

	snprintf(name, sizeof(name), "/%s", deed_mark());
	sem_open(name, O_CREAT, 0600, 1);
}

static int
listen_at(const char *name)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(address.sun_path + 1, sizeof(address.sun_path) - 1, "%s", name);
	if (bind(fd, (struct sockaddr *)&address, sizeof(address)) || listen(fd, 1))
		_exit(9);
	return fd;
}

static void abstract_socket(void) { listen_at(deed_mark()); }

/* the lock of a build, and all other files that the harness may want to lock */
static void
lock_files(void)
{
	static const char *const paths[] = {"build", "build/run", "build/state", "build/fixtures",
					    "build/fixtures/lock", "build/.lock", "report.json"};

	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		int fd = open(deed_path(paths[i]), O_RDONLY);

		if (fd >= 0)
			flock(fd, LOCK_EX | LOCK_NB);
	}
}

static void
lock_in_child(void)
{
	if (deed_fork())
		return;
	lock_files();
	deed_wait();
	_exit(0);
}

DEEDS({"tmp-file", tmp_file}, {"tmp-folder", tmp_folder}, {"deleted-file", deleted_file},
      {"shm-file", shm_file}, {"var-tmp-file", var_tmp_file}, {"root-file", root_file},
      {"build-file", build_file}, {"segment", segment}, {"private-segment", private_segment},
      {"attached-segment", attached_segment}, {"removed-segment", removed_segment},
      {"queue", queue}, {"semaphores", semaphores}, {"posix-segment", posix_segment},
      {"posix-queue", posix_queue}, {"posix-semaphore", posix_semaphore},
      {"abstract-socket", abstract_socket}, {"lock-files", lock_files},
      {"lock-in-child", lock_in_child})
