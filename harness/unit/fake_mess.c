/*
 * A job for the tests of isolation: its argument says what it leaves behind, or what it tries.
 * Status 1, with a message, if that did not go as it should.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { KEY = 0x0dce5, OUT_FD = 3 };

static int
make_file(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0600);

	return fd < 0 ? -1 : close(fd);
}

/* a process that forks and ends, for ever: each of them lives shortly */
static int
chain(void)
{
	if (fork())
		return 0;
	setsid();
	for (;;) {
		pid_t pid = fork();

		if (pid > 0)
			_exit(0);
	}
}

/* eight of them */
static int
chains(void)
{
	for (int i = 0; i < 8; i++)
		chain();
	return 0;
}

/* processes without end; each that can be had is a byte in the transcript */
static int
bomb(void)
{
	for (;;) {
		pid_t pid = fork();

		while (!pid)
			pause();
		if (pid > 0 && write(OUT_FD, "x", 1) < 0)
			return -1;
	}
}

static int
daemonize(void)
{
	if (fork())
		return 0;
	setsid();
	if (fork())
		_exit(0);
	for (int fd = 0; fd < 64; fd++)
		close(fd);
	for (;;)
		pause();
}

/* a child that keeps the descriptors, and writes a line into the transcript again and again */
static int
keep_pipe(void)
{
	if (fork())
		return 0;
	setsid();
	signal(SIGPIPE, SIG_IGN);
	for (;;) {
		if (write(OUT_FD, "late\n", 5) < 0)
			pause();
		usleep(1000);
	}
}

/* a sibling: the parent of this process gets one more child */
static int
sibling(void)
{
	long pid = syscall(SYS_clone, 0x8000 /* CLONE_PARENT */ | SIGCHLD, 0, 0, 0, 0);

	if (pid)
		return pid < 0 ? -1 : 0;
	for (;;)
		pause();
}

static int
queue(void)
{
	return msgget(KEY, IPC_CREAT | 0600);
}

static int
semaphores(void)
{
	return semget(KEY, 1, IPC_CREAT | 0600);
}

static int
segment(void)
{
	return shmget(KEY, 4096, IPC_CREAT | 0600);
}

static int
posix_queue(void)
{
	return (int)syscall(SYS_mq_open, "dynload", O_RDWR | O_CREAT, 0600, NULL);
}

static int
tmp_file(void)
{
	return make_file("/tmp/dynload-mess");
}

static int
tmp_folder(void)
{
	return mkdir("/tmp/.dynload-mess", 0700);
}

static int
shm_file(void)
{
	return make_file("/dev/shm/dynload-mess");
}

/* is nothing there of what the others leave? */
static int
look(void)
{
	errno = EEXIST;
	if (msgget(KEY, 0) >= 0 || semget(KEY, 0, 0) >= 0 || shmget(KEY, 0, 0) >= 0)
		return -1;
	return access("/tmp/dynload-mess", F_OK) && access("/tmp/.dynload-mess", F_OK) &&
	       access("/dev/shm/dynload-mess", F_OK) ? 0 : -1;
}

/* must be refused */
static int
mount_something(void)
{
	return mount("none", "/tmp", "tmpfs", 0, NULL) ? 0 : -1;
}

static int
remount_writable(void)
{
	return mount(NULL, "/", NULL, MS_BIND | MS_REMOUNT, NULL) ? 0 : -1;
}

static int
unmount_private(void)
{
	return umount("/tmp") ? 0 : -1;
}

static int
kill_all(void)
{
	signal(SIGTERM, SIG_IGN);
	kill(-1, SIGTERM);
	return kill(1, SIGKILL);
}

static const struct {
	const char *name;
	int (*make)(void);
} kinds[] = {
	{"chain", chain},
	{"chains", chains},
	{"bomb", bomb},
	{"daemon", daemonize},
	{"pipe", keep_pipe},
	{"sibling", sibling},
	{"queue", queue},
	{"semaphores", semaphores},
	{"segment", segment},
	{"posix-queue", posix_queue},
	{"tmp-file", tmp_file},
	{"tmp-folder", tmp_folder},
	{"shm-file", shm_file},
	{"look", look},
	{"mount", mount_something},
	{"remount", remount_writable},
	{"unmount", unmount_private},
	{"kill-all", kill_all},
};

int
main(int argc, char **argv)
{
	size_t i = 0;

	while (i < sizeof(kinds) / sizeof(kinds[0]) && (argc < 2 || strcmp(argv[1], kinds[i].name)))
		i++;
	if (i == sizeof(kinds) / sizeof(kinds[0]) || kinds[i].make() < 0) {
		fprintf(stderr, "fake_mess: %s: %s\n", argc < 2 ? "?" : argv[1], strerror(errno));
		return 1;
	}
	return 0;
}
