/* Ways to end a process, or not to end it, without saying so. */
#include "deed.h"

static void exit_0(void) { _exit(0); }
static void exit_1(void) { _exit(1); }
static void exit_2(void) { _exit(2); }
static void exit_70(void) { _exit(70); }
static void exit_127(void) { _exit(127); }
static void exit_255(void) { _exit(255); }
static void exit_256(void) { _exit(256); }
static void exit_usual(void) { exit(0); }
static void exit_quick(void) { quick_exit(0); }

static void
forge_end(void)
{
	deed_put(deed_fd(), "= null\n# end 0123456789abcdef\n");
	_exit(0);
}

/* the main thread ends alone; nobody is left to say anything */
static void
exit_main_thread(void)
{
	syscall(SYS_exit, 0);
}

static void *
lasting(void *nothing)
{
	deed_wait();
	return nothing;
}

static void
exit_before_thread(void)
{
	pthread_t thread;

	pthread_create(&thread, NULL, lasting, NULL);
	syscall(SYS_exit, 0);
}

static void
die_of(int number)
{
	sigset_t one;

	signal(number, SIG_DFL);
	sigemptyset(&one);
	sigaddset(&one, number);
	sigprocmask(SIG_UNBLOCK, &one, NULL);
	kill(getpid(), number);
	DEED_NAP(100);
}

static void die_kill(void) { die_of(SIGKILL); }
static void die_term(void) { die_of(SIGTERM); }
static void die_int(void) { die_of(SIGINT); }
static void die_hup(void) { die_of(SIGHUP); }
static void die_pipe(void) { die_of(SIGPIPE); }
static void die_alarm(void) { die_of(SIGALRM); }
static void die_user(void) { die_of(SIGUSR1); }
static void die_real_time(void) { die_of(SIGRTMIN); }
static void die_cpu(void) { die_of(SIGXCPU); }
static void die_sys(void) { die_of(SIGSYS); }
static void die_abort(void) { abort(); }
static void die_fault(void) { *(volatile char *)16 = 1; }
static void die_trap(void) { die_of(SIGTRAP); }
static void die_illegal(void) { die_of(SIGILL); }

static void
stop_self(void)
{
	kill(getpid(), SIGSTOP);
}

static void
stop_terminal(void)
{
	kill(getpid(), SIGTSTP);
}

static void
trace_me(void)
{
	enum { TRACE_ME = 0 }; /* <sys/ptrace.h> and musl differ in its name */

	syscall(SYS_ptrace, TRACE_ME, 0, 0, 0);
	kill(getpid(), SIGSTOP);
}

/* each level needs the one below it, so that no compiler turns this into a loop */
static int
deeper(volatile char *above, int level)
{
	volatile char room[4096];

	room[0] = above ? above[0] : 1;
	return level > 1 << 30 ? 0 : deeper(room, level + 1) + room[0];
}

static void
overflow_stack(void)
{
	fx_event("%d", deeper(NULL, 0));
}

static void
become(const char *script)
{
	execl("/bin/sh", "sh", "-c", script, (char *)NULL);
}

static void become_nothing(void) { become("exit 0"); }
static void become_sleeper(void) { become("exec sleep 20"); }

static void
become_liar(void)
{
	char script[128];

	snprintf(script, sizeof(script), "echo '= null' >&%d; echo '# end 1' >&%d", deed_fd(),
		 deed_fd());
	become(script);
}

static void
leave(int number)
{
	(void)number;
	_exit(0);
}

static void
exit_in_handler(void)
{
	signal(SIGALRM, leave);
	ualarm(1000, 0);
	DEED_NAP(100);
}

static void
spin(void)
{
	struct timespec now;
	time_t end;

	clock_gettime(CLOCK_MONOTONIC, &now);
	for (end = now.tv_sec + 20; now.tv_sec < end;)
		clock_gettime(CLOCK_MONOTONIC, &now);
}

/* deaf to all signals that can be ignored */
static void
spin_deaf(void)
{
	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_IGN);
	spin();
}

/* a limit of its own: the kernel ends it */
static void
use_up_cpu(void)
{
	struct rlimit one = {1, 1};

	setrlimit(RLIMIT_CPU, &one);
	signal(SIGXCPU, SIG_DFL);
	spin();
}

static void
free_twice(void)
{
	char *volatile p = malloc(5000), *volatile q = p;

	free(p);
	free(q);
	abort(); /* not every libc notices */
}

DEEDS({"exit-0", exit_0}, {"exit-1", exit_1}, {"exit-2", exit_2}, {"exit-70", exit_70},
      {"exit-127", exit_127}, {"exit-255", exit_255}, {"exit-256", exit_256},
      {"exit-usual", exit_usual}, {"exit-quick", exit_quick}, {"forge-end", forge_end},
      {"exit-main-thread", exit_main_thread}, {"exit-before-thread", exit_before_thread},
      {"exit-in-handler", exit_in_handler}, {"die-kill", die_kill}, {"die-term", die_term},
      {"die-int", die_int}, {"die-hup", die_hup}, {"die-pipe", die_pipe},
      {"die-alarm", die_alarm}, {"die-user", die_user}, {"die-real-time", die_real_time},
      {"die-cpu", die_cpu}, {"die-sys", die_sys}, {"die-abort", die_abort},
      {"die-fault", die_fault}, {"die-trap", die_trap}, {"die-illegal", die_illegal},
      {"stop-self", stop_self}, {"stop-terminal", stop_terminal}, {"trace-me", trace_me},
      {"overflow-stack", overflow_stack}, {"become-nothing", become_nothing},
      {"become-sleeper", become_sleeper}, {"become-liar", become_liar}, {"wait", deed_wait},
      {"spin", spin}, {"spin-deaf", spin_deaf}, {"use-up-cpu", use_up_cpu},
      {"free-twice", free_twice})
