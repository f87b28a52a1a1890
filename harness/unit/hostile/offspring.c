/* Processes and threads that a case leaves behind, or by which it avoids its end. */
#include "deed.h"

static void
stay(void)
{
	deed_wait();
	_exit(0);
}

static void
child(void)
{
	if (!deed_fork())
		stay();
}

static void
ten_children(void)
{
	for (int i = 0; i < 10; i++)
		child();
}

static void
daemon_child(void)
{
	if (deed_fork())
		return;
	setsid();
	if (deed_fork())
		_exit(0);
	for (int i = 0; i < 64; i++)
		close(i);
	stay();
}

static void
stopped_child(void)
{
	if (deed_fork())
		return;
	kill(getpid(), SIGSTOP);
	stay();
}

static void
deaf_child(void)
{
	sigset_t all;

	if (deed_fork())
		return;
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_IGN);
	stay();
}

static void
disguised_child(void)
{
	if (deed_fork())
		return;
	setsid();
	prctl(PR_SET_NAME, ") S 1 1", 0, 0, 0);
	stay();
}

static void
executed_child(void)
{
	if (deed_fork())
		return;
	execlp("sleep", "sleep", "20", (char *)NULL);
	_exit(0);
}

static void
child_of_child(void)
{
	pid_t pid = deed_fork();

	if (!pid) {
		child();
		_exit(0);
	}
	waitpid(pid, NULL, 0);
}

static void
subreaper(void)
{
	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
	child_of_child();
}

static void
zombies(void)
{
	for (int i = 0; i < 50; i++)
		if (!deed_fork())
			_exit(0);
	DEED_NAP(5);
}

/* each process lives for a moment only, and its child goes on */
static void
chain(void)
{
	if (deed_fork())
		return;
	for (int i = 0; i < 20000; i++)
		if (deed_fork())
			_exit(0);
	_exit(0);
}

static void
eight_chains(void)
{
	for (int i = 0; i < 8; i++)
		chain();
}

static void
chain_of_sessions(void)
{
	if (deed_fork())
		return;
	for (int i = 0; i < 5000; i++) {
		setsid();
		if (deed_fork())
			_exit(0);
	}
	_exit(0);
}

/* the first process ends only when its chain has begun */
static void
late_chain(void)
{
	chain();
	DEED_NAP(20);
}

/* a fork bomb with a bound: all its processes count themselves */
static void
bomb(int bound)
{
	int *count = mmap(NULL, sizeof(*count), PROT_READ | PROT_WRITE,
			  MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (count == MAP_FAILED)
		return;
	while (__sync_fetch_and_add(count, 1) < bound)
		deed_fork();
	if (*deed_mark())
		deed_wait();
}

static void small_bomb(void) { bomb(200); }
static void large_bomb(void) { bomb(1500); }

static void
bomb_and_end(void)
{
	if (!deed_fork())
		bomb(200);
	DEED_NAP(20);
}

static void
wait_for_vfork(void)
{
	pid_t pid = vfork();

	if (!pid) {
		sleep(20);
		_exit(0);
	}
}

/* shares the memory of the case */
static int
sharing(void *nothing)
{
	(void)nothing;
	sleep(20);
	return 0;
}

static void
clone_memory(void)
{
	static char stack[65536];

	clone(sharing, stack + sizeof(stack), CLONE_VM | SIGCHLD, NULL);
}

static void
clone_files(void)
{
	static char stack[65536];

	clone(sharing, stack + sizeof(stack), CLONE_VM | CLONE_FILES | CLONE_FS, NULL);
}

/* the parent gets no signal, and an ordinary wait does not see the child */
static void
clone_silent(void)
{
	if (!syscall(SYS_clone, 0UL, 0UL, 0UL, 0UL, 0UL))
		stay();
}

/* the child becomes a child of the case's parent */
static void
clone_sibling(void)
{
	if (!syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0UL, 0UL, 0UL, 0UL)) {
		prctl(PR_SET_NAME, deed_mark(), 0, 0, 0);
		stay();
	}
}

static void
dying_sibling(void)
{
	if (!syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0UL, 0UL, 0UL, 0UL))
		_exit(3);
}

static void
namespaces(void)
{
	if (deed_fork())
		return;
	unshare(CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS);
	child();
	stay();
}

static void *
endless(void *nothing)
{
	deed_wait();
	return nothing;
}

static void
threads(void)
{
	pthread_t thread;

	for (int i = 0; i < 100; i++)
		pthread_create(&thread, NULL, endless, NULL);
}

/* its main thread has ended, so it looks like a dead process; another thread lives on */
static void
headless_child(void)
{
	pthread_t thread;

	if (deed_fork())
		return;
	pthread_create(&thread, NULL, endless, NULL);
	syscall(SYS_exit, 0);
}

static int written;

static void *
writing(void *nothing)
{
	for (int i = 0; i < 1000; i++) {
		fx_event("thread");
		__sync_fetch_and_add(&written, 1);
		DEED_NAP(1);
	}
	return nothing;
}

static void
writing_thread(void)
{
	pthread_t thread;

	if (pthread_create(&thread, NULL, writing, NULL))
		return;
	while (!__sync_fetch_and_add(&written, 0))
		DEED_NAP(5);
}

/* both processes go on as the case */
static void
both_return(void)
{
	deed_fork();
}

static void
child_returns(void)
{
	pid_t pid = deed_fork();

	if (pid)
		waitpid(pid, NULL, 0);
	if (pid)
		_exit(0);
}

static void
die_with_parent(void)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
	child();
}

DEEDS({"child", child}, {"ten-children", ten_children}, {"daemon", daemon_child},
      {"stopped-child", stopped_child}, {"deaf-child", deaf_child},
      {"disguised-child", disguised_child}, {"executed-child", executed_child},
      {"child-of-child", child_of_child}, {"subreaper", subreaper}, {"zombies", zombies},
      {"chain", chain}, {"eight-chains", eight_chains},
      {"chain-of-sessions", chain_of_sessions}, {"late-chain", late_chain},
      {"small-bomb", small_bomb}, {"large-bomb", large_bomb}, {"bomb-and-end", bomb_and_end},
      {"wait-for-vfork", wait_for_vfork}, {"clone-memory", clone_memory},
      {"clone-files", clone_files}, {"clone-silent", clone_silent},
      {"clone-sibling", clone_sibling}, {"dying-sibling", dying_sibling},
      {"namespaces", namespaces}, {"threads", threads}, {"headless-child", headless_child},
      {"writing-thread", writing_thread},
      {"both-return", both_return}, {"child-returns", child_returns},
      {"die-with-parent", die_with_parent})
