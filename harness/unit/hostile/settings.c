/* Settings of a process that children inherit, or that make its end hard to see. */
#include "deed.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/personality.h>
#include <sys/time.h>

static void mask_0(void) { umask(0); }
static void mask_all(void) { umask(0777); }

static void
limit(int resource, rlim_t most)
{
	struct rlimit limit = {most, most};

	setrlimit(resource, &limit);
}

static void limit_files(void) { limit(RLIMIT_NOFILE, 7); }
static void limit_size(void) { limit(RLIMIT_FSIZE, 0); }
static void limit_memory(void) { limit(RLIMIT_AS, 1 << 20); }
static void limit_processes(void) { limit(RLIMIT_NPROC, 0); }
static void limit_stack(void) { limit(RLIMIT_STACK, 65536); }

static void
raise_limits(void)
{
	for (int i = 0; i < 16; i++)
		limit(i, RLIM_INFINITY);
}

static void be_nice(void) { setpriority(PRIO_PROCESS, 0, 19); }
static void be_greedy(void) { setpriority(PRIO_PROCESS, 0, -20); }

static void
pin(void)
{
	cpu_set_t one;

	CPU_ZERO(&one);
	CPU_SET(0, &one);
	sched_setaffinity(0, sizeof(one), &one);
}

static void
real_time(void)
{
	struct sched_param most = {.sched_priority = 1};

	sched_setscheduler(0, SCHED_RR, &most);
}

static void
block_signals(void)
{
	sigset_t all;

	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
}

static void
ignore_signals(void)
{
	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_IGN);
}

static void
ignore_children(void)
{
	signal(SIGCHLD, SIG_IGN);
}

static void
nothing_happens(int number)
{
	(void)number;
}

static void
handle_signals(void)
{
	for (int i = 1; i < NSIG; i++)
		signal(i, nothing_happens);
}

static void
storm(void)
{
	struct itimerval often = {{0, 200}, {0, 200}};
	struct sigaction action = {.sa_handler = nothing_happens};

	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &often, NULL);
	DEED_NAP(20);
}

static void
alarm_later(void)
{
	signal(SIGALRM, SIG_DFL);
	ualarm(20000, 0);
}

static void
own_timer(void)
{
	struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGKILL};
	struct itimerspec soon = {.it_value = {.tv_nsec = 20000000}};
	timer_t timer;

	if (!timer_create(CLOCK_MONOTONIC, &event, &timer))
		timer_settime(timer, 0, &soon, NULL);
	DEED_NAP(100);
}

static void
no_signal_stack(void)
{
	stack_t none = {.ss_flags = SS_DISABLE};

	sigaltstack(&none, NULL);
}

/* only read, write and exit from now on */
static void
seccomp_strict(void)
{
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT, 0, 0, 0);
}

static void
filter(unsigned number, unsigned action)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, action),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {.len = sizeof(code) / sizeof(*code), .filter = code};

	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

static void no_write(void) { filter(SYS_write, SECCOMP_RET_ERRNO | ENOSPC); }
static void false_write(void) { filter(SYS_write, SECCOMP_RET_ERRNO); }
static void no_exit(void) { filter(SYS_exit_group, SECCOMP_RET_ERRNO | EPERM); }
static void deadly_exit(void) { filter(SYS_exit_group, SECCOMP_RET_KILL); }
static void no_new_privileges(void) { prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }
static void not_dumpable(void) { prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
static void parent_death(void) { prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }
static void no_parent_death(void) { prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0); }
static void own_name(void) { prctl(PR_SET_NAME, "\n) Z 1 1 1", 0, 0, 0); }
static void own_session(void) { setsid(); }
static void own_group(void) { setpgid(0, 0); }
static void parents_group(void) { setpgid(0, getpgid(getppid())); }
static void no_randomness(void) { personality(ADDR_NO_RANDOMIZE); }

/* the argument list as /proc shows it */
static void
own_arguments(void)
{
	char line[4096], *at = NULL;
	FILE *f = fopen("/proc/self/stat", "r");

	if (f && fgets(line, sizeof(line), f))
		at = strrchr(line, ')');
	/* the fields 48 and 49 are where the arguments begin and end */
	for (int field = 2; at && field < 48; field++)
		at = strchr(at + 1, ' ');
	if (at)
		memset((char *)strtoul(at, NULL, 10), 'x', 8);
	if (f)
		fclose(f);
}

static void
another_user(void)
{
	if (setgid(65534) || setuid(65534))
		return;
}

static void
another_user_for_a_moment(void)
{
	if (setresuid(65534, 65534, 0) || setresuid(0, 0, 0))
		return;
}

/* root must not be able to set the clock, load modules, or trace what it does not see */
static void
capabilities(void)
{
	enum { SYS_MODULE = 16, SYS_PTRACE = 19, SYS_ADMIN = 21, SYS_BOOT = 22, SYS_TIME = 25 };
	static const int refused[] = {SYS_MODULE, SYS_PTRACE, SYS_ADMIN, SYS_BOOT, SYS_TIME};

	for (size_t i = 0; deed_is_apart() && i < sizeof(refused) / sizeof(*refused); i++)
		if (prctl(PR_CAPBSET_READ, refused[i], 0, 0, 0) == 1 && !geteuid())
			fx_event("capability %d", refused[i]);
}

/* write what the kernel gives to root in /proc; the values are those that are there */
static void
kernel_settings(void)
{
	char text[64];
	int fd = open("/proc/sys/kernel/hostname", O_RDONLY);
	ssize_t got = read(fd, text, sizeof(text));

	close(fd);
	fd = deed_is_apart() ? open("/proc/sys/kernel/hostname", O_WRONLY) : -1;
	if (fd >= 0 && got > 0 && write(fd, text, (size_t)got) == got && !geteuid())
		fx_event("the kernel's settings can be written");
	close(fd);
}

static void
clear_environment(void)
{
	clearenv();
}

static void
change_environment(void)
{
	setenv("LD_PRELOAD", "/nonexistent.so", 1);
	setenv("PYTHONHOME", "/nonexistent", 1);
	setenv("PATH", "", 1);
	setenv("TMPDIR", "/", 1);
	setenv("HOME", "/", 1);
	setenv("CONFORM_TODAY", "1970-01-01", 1);
}

DEEDS({"mask-0", mask_0}, {"mask-all", mask_all}, {"limit-files", limit_files},
      {"limit-size", limit_size}, {"limit-memory", limit_memory},
      {"limit-processes", limit_processes}, {"limit-stack", limit_stack},
      {"raise-limits", raise_limits}, {"be-nice", be_nice}, {"be-greedy", be_greedy},
      {"pin", pin}, {"real-time", real_time}, {"block-signals", block_signals},
      {"ignore-signals", ignore_signals}, {"ignore-children", ignore_children},
      {"handle-signals", handle_signals}, {"storm", storm}, {"alarm-later", alarm_later},
      {"own-timer", own_timer}, {"no-signal-stack", no_signal_stack},
      {"seccomp-strict", seccomp_strict}, {"no-write", no_write}, {"false-write", false_write},
      {"no-exit", no_exit}, {"deadly-exit", deadly_exit},
      {"no-new-privileges", no_new_privileges}, {"not-dumpable", not_dumpable},
      {"parent-death", parent_death}, {"no-parent-death", no_parent_death},
      {"own-name", own_name}, {"own-arguments", own_arguments}, {"own-session", own_session},
      {"own-group", own_group}, {"parents-group", parents_group},
      {"no-randomness", no_randomness}, {"another-user", another_user},
      {"another-user-for-a-moment", another_user_for_a_moment}, {"capabilities", capabilities},
      {"kernel-settings", kernel_settings}, {"clear-environment", clear_environment},
      {"change-environment", change_environment})
