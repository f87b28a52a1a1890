/* Deeds against other processes: the parent, its parent, the group, the next case's process. */
#include "deed.h"

#include <limits.h>

/* the parent of a process; 0 if it cannot be seen */
static pid_t
parent_of(pid_t pid)
{
	char path[64], text[1024], *end;
	FILE *f;
	size_t got;

	snprintf(path, sizeof(path), "/proc/%ld/stat", (long)pid);
	f = fopen(path, "r");
	if (!f)
		return 0;
	got = fread(text, 1, sizeof(text) - 1, f);
	fclose(f);
	text[got] = '\0';
	end = strrchr(text, ')');
	return end && strlen(end) > 4 ? (pid_t)strtol(end + 4, NULL, 10) : 0;
}

static void kill_parent(void) { kill(getppid(), SIGKILL); DEED_NAP(200); }
static void terminate_parent(void) { kill(getppid(), SIGTERM); DEED_NAP(200); }
static void interrupt_parent(void) { kill(getppid(), SIGINT); DEED_NAP(200); }
static void crash_parent(void) { kill(getppid(), SIGSEGV); DEED_NAP(200); }
static void stop_parent(void) { kill(getppid(), SIGSTOP); }
static void stop_parent_and_wait(void) { kill(getppid(), SIGSTOP); deed_wait(); }
static void wake_parent(void) { kill(getppid(), SIGCONT); }
static void kill_group(void) { kill(0, SIGKILL); }
static void stop_group(void) { kill(0, SIGSTOP); }
static void terminate_group(void) { signal(SIGTERM, SIG_IGN); kill(0, SIGTERM); }

static void
child_signals_parent(void)
{
	for (int i = 0; i < 1000; i++)
		kill(getppid(), SIGCHLD);
}

/* above the parent is the harness, if there are no namespaces */
static void
kill_ancestors(void)
{
	pid_t pid = getppid();

	if (!deed_is_apart())
		return;
	while (pid > 0) {
		pid_t next = parent_of(pid);

		kill(pid, SIGKILL);
		pid = next;
	}
	DEED_NAP(200);
}

static void
all(int number)
{
	if (deed_is_apart())
		kill(-1, number);
	DEED_NAP(200);
}

static void kill_all(void) { all(SIGKILL); }
static void terminate_all(void) { all(SIGTERM); }

static void
stop_all(void)
{
	all(SIGSTOP);
}

static void
signal_init(void)
{
	static const int numbers[] = {SIGKILL, SIGSTOP, SIGTERM, SIGINT, SIGSEGV, SIGCHLD, SIGUSR1};

	for (size_t i = 0; deed_is_apart() && i < sizeof(numbers) / sizeof(*numbers); i++)
		kill(1, numbers[i]);
}

/* the other children of the parent: the process that will run the next case may be one */
static void
siblings(int number)
{
	char path[64], text[4096], *at = text;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%ld/task/%ld/children", (long)getppid(),
		 (long)getppid());
	/* the parent may not have forked it yet */
	DEED_NAP(20);
	f = fopen(path, "r");
	if (!f || !fgets(text, sizeof(text), f))
		text[0] = '\0';
	if (f)
		fclose(f);
	for (;;) {
		char *end;
		long pid = strtol(at, &end, 10);

		if (end == at)
			break;
		if (pid != (long)getpid() && parent_of((pid_t)pid) == getppid() &&
		    (deed_is_apart() || getppid() != 1))
			kill((pid_t)pid, number);
		at = end;
	}
}

static void kill_siblings(void) { siblings(SIGKILL); }
static void stop_siblings(void) { siblings(SIGSTOP); }

enum { ATTACH = 16 };

static void
trace_parent(void)
{
	syscall(SYS_ptrace, ATTACH, getppid(), 0, 0);
	DEED_NAP(20);
}

static void
trace_parent_and_wait(void)
{
	syscall(SYS_ptrace, ATTACH, getppid(), 0, 0);
	deed_wait();
}

static void
limit_parent(int resource, rlim_t most)
{
	struct rlimit limit = {most, most};

	syscall(SYS_prlimit64, getppid(), resource, &limit, NULL);
}

static void limit_parent_files(void) { limit_parent(RLIMIT_NOFILE, 3); }
static void limit_parent_processes(void) { limit_parent(RLIMIT_NPROC, 0); }
static void limit_parent_size(void) { limit_parent(RLIMIT_FSIZE, 7777); }
static void limit_parent_memory(void) { limit_parent(RLIMIT_AS, 1 << 20); }
static void limit_parent_cpu(void) { limit_parent(RLIMIT_CPU, 1); }
static void nice_parent(void) { setpriority(PRIO_PROCESS, (id_t)getppid(), 19); }

static void
pin_parent(void)
{
	cpu_set_t one;

	CPU_ZERO(&one);
	CPU_SET(0, &one);
	sched_setaffinity(getppid(), sizeof(one), &one);
}

/* change what is open in the parent, or say something in its name */
static void
write_to_parent(int first, int last, const char *text)
{
	for (int i = first; i <= last; i++) {
		char path[64];
		int fd;

		snprintf(path, sizeof(path), "/proc/%ld/fd/%d", (long)getppid(), i);
		fd = open(path, O_WRONLY | O_NONBLOCK);
		if (fd < 0)
			continue;
		deed_put(fd, text);
		close(fd);
	}
}

static void tell_ended(void) { write_to_parent(3, 20, "ended 0 0 0 0\n"); }
static void tell_started(void) { write_to_parent(3, 20, "started 1\n"); }
static void tell_ready(void) { write_to_parent(3, 20, "ready {}\n"); }
static void tell_nonsense(void) { write_to_parent(3, 20, "\001\377 nonsense\n"); }
static void tell_half(void) { write_to_parent(3, 20, "ended 0 0"); }
static void ask_for_more(void) { write_to_parent(0, 0, "run 2\n#\n"); }
static void ask_for_nonsense(void) { write_to_parent(0, 0, "nonsense\n"); }
static void ask_for_half(void) { write_to_parent(0, 0, "run 100000\n#"); }

static void
take_request_of(pid_t server)
{
	char path[64], text[65536];
	int fd;

	snprintf(path, sizeof(path), "/proc/%ld/fd/0", (long)server);
	fd = open(path, O_RDONLY);
	if (fd >= 0 && read(fd, text, sizeof(text)) < 0)
		fx_event("no request");
}

static void
take_request(void)
{
	take_request_of(getppid());
}

/* a survivor takes the next case's request and answers it */
static void
answer_next(void)
{
	pid_t server = getppid();

	if (deed_fork())
		return;
	DEED_NAP(30);
	take_request_of(server);
	write_to_parent(3, 20, "started 1\nended 0 0 0 0\n");
	_exit(0);
}

DEEDS({"kill-parent", kill_parent}, {"terminate-parent", terminate_parent},
      {"interrupt-parent", interrupt_parent}, {"crash-parent", crash_parent},
      {"stop-parent", stop_parent}, {"stop-parent-and-wait", stop_parent_and_wait},
      {"wake-parent", wake_parent}, {"kill-group", kill_group}, {"stop-group", stop_group},
      {"terminate-group", terminate_group}, {"child-signals-parent", child_signals_parent},
      {"kill-ancestors", kill_ancestors}, {"kill-all", kill_all},
      {"terminate-all", terminate_all}, {"stop-all", stop_all}, {"signal-init", signal_init},
      {"kill-siblings", kill_siblings}, {"stop-siblings", stop_siblings},
      {"trace-parent", trace_parent}, {"trace-parent-and-wait", trace_parent_and_wait},
      {"limit-parent-files", limit_parent_files},
      {"limit-parent-processes", limit_parent_processes},
      {"limit-parent-size", limit_parent_size}, {"limit-parent-memory", limit_parent_memory},
      {"limit-parent-cpu", limit_parent_cpu}, {"nice-parent", nice_parent},
      {"pin-parent", pin_parent}, {"tell-ended", tell_ended}, {"tell-started", tell_started},
      {"tell-ready", tell_ready}, {"tell-nonsense", tell_nonsense}, {"tell-half", tell_half},
      {"ask-for-more", ask_for_more}, {"ask-for-nonsense", ask_for_nonsense},
      {"ask-for-half", ask_for_half}, {"take-request", take_request},
      {"answer-next", answer_next})
