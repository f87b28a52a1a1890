/*
 * fx_gate.h: places at which a fixture waits for the case. fx_gate(NAME) lets the verb `reached
 * NAME` go on, and waits until `open NAME`; a gate that was opened remains open. It works in the
 * whole process, in each interpreter, also before and without Python. It keeps the GIL if the
 * thread has it, so that only another interpreter can go on; fx_gate_released() releases the GIL
 * while it waits. fx_let_others_run() waits for nobody: it only offers other threads the time.
 */
#ifndef FX_GATE_H
#define FX_GATE_H

#include "fx.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/stat.h>

/* open the gate's FIFO of this name; for reading only, this waits until there is a writer */
static inline int
fx_gate_file(const char *name, const char *state, int mode)
{
	const char *folder = getenv("TMPDIR");
	char path[4096];
	int fd;

	snprintf(path, sizeof(path), "%s/gate-%s.%s", folder ? folder : ".", name, state);
	mkfifo(path, 0600);
	do
		fd = open(path, mode | O_CLOEXEC);
	while (fd < 0 && errno == EINTR);
	return fd;
}

static inline FX_UNUSED void
fx_gate(const char *name)
{
	fx_gate_file(name, "reached", O_RDWR); /* stays open: it has been reached */
	close(fx_gate_file(name, "open", O_RDONLY));
}

#ifndef FX_NO_PYTHON
static inline FX_UNUSED void
fx_gate_released(const char *name)
{
	Py_BEGIN_ALLOW_THREADS
	fx_gate(name);
	Py_END_ALLOW_THREADS
}

static inline FX_UNUSED void
fx_let_others_run(void)
{
	Py_BEGIN_ALLOW_THREADS
	for (int i = 0; i < 1000; i++)
		sched_yield();
	Py_END_ALLOW_THREADS
}
#endif

#endif
