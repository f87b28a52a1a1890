/*
 * Linked into an interpreter whose loader is measured (loader-coverage.sh). gcov writes its counts
 * when a process ends by exit(), but the cases end by _exit() or by a signal.
 *
 * The linker's --wrap=_exit replaces every _exit() of the interpreter by the function below.
 * Writing the counts is not async-signal-safe. That is acceptable here: the process ends anyway.
 */
#include <signal.h>
#include <stddef.h>

void __gcov_dump(void);
_Noreturn void __real__exit(int status);
_Noreturn void __wrap__exit(int status);

_Noreturn void
__wrap__exit(int status)
{
	__gcov_dump();
	__real__exit(status);
}

/* SA_RESETHAND has reset the handler already, so raise() ends the process by the same signal */
static void
flush(int signo)
{
	__gcov_dump();
	raise(signo);
}

__attribute__((constructor)) static void
watch_signals(void)
{
	static const int deadly[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTERM};
	static char stack[1 << 16];
	const stack_t other = {.ss_sp = stack, .ss_size = sizeof(stack)};
	struct sigaction action = {.sa_handler = flush,
				   .sa_flags = (int)(SA_RESETHAND | SA_ONSTACK | SA_NODEFER)};

	sigaltstack(&other, NULL);
	for (size_t i = 0; i < sizeof(deadly) / sizeof(*deadly); i++)
		sigaction(deadly[i], &action, NULL);
}
