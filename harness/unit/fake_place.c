/*
 * `fake_place PLACE[,PLACE...] COMMAND...` runs a command in odd surroundings, as a container or a
 * hardened service has them. Exits with 77 and a sentence if the kernel does not allow that.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { NOT_HERE = 77, NOBODY = 65534, STACK = 256 << 10 };

/* a step that the kernel refuses ends the program */
static void
step(int status, const char *what)
{
	if (status >= 0)
		return;
	fprintf(stderr, "fake_place: %s: %s\n", what, strerror(errno));
	exit(NOT_HERE);
}

static void
write_file(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY);

	step(fd, path);
	step(write(fd, text, strlen(text)) == (ssize_t)strlen(text) ? 0 : -1, path);
	close(fd);
}

/* mounts of its own; an ordinary user needs a user namespace for that, and stays who it is */
static void
own_mounts(void)
{
	static int done;
	char map[64];
	uid_t uid = geteuid();
	gid_t gid = getegid();

	if (done++)
		return;
	step(unshare(uid ? CLONE_NEWUSER | CLONE_NEWNS : CLONE_NEWNS), "unshare");
	if (uid) {
		snprintf(map, sizeof(map), "%u %u 1", (unsigned)uid, (unsigned)uid);
		write_file("/proc/self/uid_map", map);
		write_file("/proc/self/setgroups", "deny");
		snprintf(map, sizeof(map), "%u %u 1", (unsigned)gid, (unsigned)gid);
		write_file("/proc/self/gid_map", map);
	}
	step(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), "/");
}

static void
mount_over(const char *folder, unsigned long flags)
{
	own_mounts();
	step(mount("none", folder, "tmpfs", flags, "mode=1777"), folder);
}

static void
no_proc_sys(const char *unused)
{
	(void)unused;
	mount_over("/proc/sys", MS_RDONLY);
}

/* /dev as it is, with the devices that each program may expect */
static void
no_shm(const char *unused)
{
	static const char *const devices[] = {"null", "zero", "full", "random", "urandom", "tty"};
	char from[64], to[64];
	int old;

	(void)unused;
	own_mounts();
	old = open("/dev", O_PATH | O_DIRECTORY);
	mount_over("/dev", 0);
	for (size_t i = 0; i < sizeof(devices) / sizeof(*devices); i++) {
		snprintf(from, sizeof(from), "/proc/self/fd/%d/%s", old, devices[i]);
		snprintf(to, sizeof(to), "/dev/%s", devices[i]);
		step(mknod(to, S_IFREG | 0600, 0), to);
		step(mount(from, to, NULL, MS_BIND, NULL), to);
	}
	close(old);
}

static void
on_tmpfs(const char *folder)
{
	mount_over(folder, 0);
}

static void
no_exec(const char *folder)
{
	mount_over(folder, MS_NOEXEC | MS_NOSUID | MS_NODEV);
}

/* both layers are on a tmpfs that the folder hides */
static void
on_overlay(const char *folder)
{
	char options[3 * PATH_MAX];

	mount_over(folder, 0);
	step(chdir(folder), folder);
	step(mkdir("lower", 0777), "lower");
	step(mkdir("upper", 0777), "upper");
	step(mkdir("work", 0777), "work");
	step(chmod("upper", 01777), "upper");
	snprintf(options, sizeof(options), "lowerdir=lower,upperdir=upper,workdir=work%s",
		 geteuid() ? ",userxattr" : "");
	step(mount("none", folder, "overlay", 0, options), "overlay");
	step(chdir("/"), "/");
}

static void
filter(const struct sock_filter *lines, size_t n)
{
	struct sock_fprog program = {(unsigned short)n, (struct sock_filter *)(uintptr_t)lines};

	step(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs");
	step(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0), "seccomp");
}

/* as Docker does: EPERM for namespaces and mounts, and no clone3, whose flags cannot be seen */
static void
no_namespaces(const char *unused)
{
#define LOAD(what) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, what))
#define IS(number, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, yes, no)
#define SAY(what) BPF_STMT(BPF_RET | BPF_K, what)
	enum { NEW = CLONE_NEWNS | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS |
		     CLONE_NEWNET | CLONE_NEWCGROUP };
	static const struct sock_filter lines[] = {
		LOAD(nr),
		IS(SYS_unshare, 6, 0),
		IS(SYS_setns, 5, 0),
		IS(SYS_mount, 4, 0),
		IS(SYS_clone3, 4, 0),
		IS(SYS_clone, 0, 4),
		LOAD(args[0]),
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, NEW, 0, 2),
		SAY(SECCOMP_RET_ERRNO | EPERM),
		SAY(SECCOMP_RET_ERRNO | ENOSYS),
		SAY(SECCOMP_RET_ALLOW),
	};

	(void)unused;
	filter(lines, sizeof(lines) / sizeof(*lines));
}

/* memory that was written can never become executable; kernels from 6.3 on */
static void
no_write_exec(const char *unused)
{
	enum { SET_MDWE = 65, REFUSE_EXEC_GAIN = 1 };

	(void)unused;
	step(prctl(SET_MDWE, REFUSE_EXEC_GAIN, 0, 0, 0), "PR_SET_MDWE");
}

static void
one_cpu(const char *unused)
{
	cpu_set_t set;
	int cpu = 0;

	(void)unused;
	step(sched_getaffinity(0, sizeof(set), &set), "sched_getaffinity");
	while (!CPU_ISSET(cpu, &set))
		cpu++;
	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	step(sched_setaffinity(0, sizeof(set), &set), "sched_setaffinity");
}

static void
small_stack(const char *unused)
{
	struct rlimit limit = {STACK, STACK};

	(void)unused;
	step(setrlimit(RLIMIT_STACK, &limit), "RLIMIT_STACK");
}

/* root keeps what a container leaves it: no mounts, no tracing, no raw devices */
static void
few_capabilities(const char *unused)
{
	/* chown dac_override fowner fsetid kill setgid setuid setpcap mknod setfcap ... */
	static const uint64_t kept = 0xa80425fb;

	(void)unused;
	if (geteuid())
		return;
	for (int cap = 0; prctl(PR_CAPBSET_READ, cap, 0, 0, 0) >= 0; cap++) {
		if (cap > 63 || !(kept >> cap & 1))
			step(prctl(PR_CAPBSET_DROP, cap, 0, 0, 0), "PR_CAPBSET_DROP");
	}
}

static void
ordinary_user(const char *unused)
{
	(void)unused;
	if (geteuid())
		return;
	step(setgroups(0, NULL), "setgroups");
	step(setgid(NOBODY), "setgid");
	step(setuid(NOBODY), "setuid");
}

static const struct {
	const char *name;
	void (*enter)(const char *argument);
} places[] = {
	{"plain", NULL},
	{"no-proc-sys", no_proc_sys},     {"no-shm", no_shm},
	{"tmpfs", on_tmpfs},              {"overlay", on_overlay},
	{"noexec", no_exec},              {"capabilities", few_capabilities},
	{"one-cpu", one_cpu},             {"stack", small_stack},
	{"user", ordinary_user},          {"no-namespaces", no_namespaces},
	{"no-write-exec", no_write_exec},
};

/* WORD or WORD=ARGUMENT */
static void
enter(char *word)
{
	const char *argument = strchr(word, '=');

	argument = argument ? argument + 1 : "";
	word[strcspn(word, "=")] = '\0';
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		if (strcmp(places[i].name, word))
			continue;
		if (places[i].enter)
			places[i].enter(argument);
		return;
	}
	fprintf(stderr, "fake_place: no place '%s'\n", word);
	exit(2);
}

int
main(int argc, char **argv)
{
	char here[PATH_MAX];

	if (argc < 3 || !getcwd(here, sizeof(here)))
		return 2;
	for (char *word = argv[1], *end; word; word = end) {
		end = strchr(word, ',');
		if (end)
			*end++ = '\0';
		enter(word);
	}
	/* by its path, which may lead to what was mounted */
	step(chdir(here), here);
	execvp(argv[2], argv + 2);
	step(-1, argv[2]);
}
