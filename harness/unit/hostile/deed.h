/*
 * A module of hostile deeds. Each source here ends with DEEDS({NAME, FUNCTION}, ...), which makes
 * the module: do(NAME) carries a deed out. A deed can also happen in another place than a call: if
 * the case's folder has a symbolic link "deed" to the text "PLACE NAME", the deed happens there.
 * PLACE is constructor, hook, exec, thread, atexit or destructor.
 *
 * A deed returns if it did all it can. It is bounded, so that it costs this machine some seconds
 * even if nothing stops it. All that it leaves bears the mark "deed-RUN", where RUN is the number
 * of the run.
 */
#ifndef DEED_H
#define DEED_H

#include "fx.h"

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>

#define DEED_NAP(ms) usleep((ms) * 1000)

struct deed {
	const char *name;
	void (*run)(void);
};

/* $TMP as ROOT/build/run/RUN/AREA/NAME: the length of ROOT, or -1 */
static inline int
deed_root(void)
{
	const char *tmp = getenv("TMPDIR");
	const char *run = tmp ? strstr(tmp, "/build/run/") : NULL;

	return run ? (int)(run - tmp) : -1;
}

/* "deed-RUN" */
static inline const char *
deed_mark(void)
{
	static char mark[64];
	const char *tmp = getenv("TMPDIR");
	int root = deed_root();

	snprintf(mark, sizeof(mark), "deed-%ld",
		 root < 0 ? 0 : strtol(tmp + root + strlen("/build/run/"), NULL, 10));
	return mark;
}

/* a path below ROOT, or "" */
static inline const char *
deed_path(const char *below)
{
	static char path[4096];
	int root = deed_root();

	path[0] = '\0';
	if (root >= 0)
		snprintf(path, sizeof(path), "%.*s/%s", root, getenv("TMPDIR"), below);
	return path;
}

/* fork; a child can be recognized by its name, and ends by itself after some time */
static inline pid_t
deed_fork(void)
{
	pid_t pid = fork();

	if (!pid) {
		prctl(PR_SET_NAME, deed_mark(), 0, 0, 0);
		alarm(20);
	}
	return pid;
}

/* do nothing for as long as a run may take */
static inline void
deed_wait(void)
{
	for (int i = 0; i < 200; i++)
		DEED_NAP(100);
}

static inline void
deed_put(int fd, const char *text)
{
	size_t len = strlen(text);

	while (len) {
		ssize_t put = write(fd, text, len);

		if (put <= 0)
			return;
		text += put;
		len -= (size_t)put;
	}
}

static inline int
deed_fd(void)
{
	const char *number = getenv("CONFORM_FD");

	return number ? (int)strtol(number, NULL, 10) : -1;
}

/* the file at path consists of text from now on, if that is possible */
static inline void
deed_write(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (fd < 0)
		return;
	deed_put(fd, text);
	close(fd);
}

/* is process 1 a process of the harness? Then the machine's processes are out of reach. */
static inline bool
deed_is_apart(void)
{
	char line[64] = "";
	FILE *f = fopen("/proc/1/comm", "r");

	if (f && !fgets(line, sizeof(line), f))
		line[0] = '\0';
	if (f)
		fclose(f);
	return !strncmp(line, "conform", strlen("conform"));
}

static inline void
deed_carry_out(const struct deed *deeds, const char *name)
{
	for (const struct deed *d = deeds; d->name; d++)
		if (!strcmp(d->name, name)) {
			d->run();
			return;
		}
	if (strcmp(name, "nothing"))
		fx_event("there is no deed %s", name);
}

/* carry out the deed that the link asks for in this place */
static inline void
deed_place(const struct deed *deeds, const char *place)
{
	char text[256];
	ssize_t got = readlink("deed", text, sizeof(text) - 1);
	size_t len = strlen(place);

	text[got < 0 ? 0 : got] = '\0';
	if (!strncmp(text, place, len) && text[len] == ' ')
		deed_carry_out(deeds, text + len + 1);
}

#define DEEDS(...)                                                                           \
	static const struct deed deeds[] = {__VA_ARGS__, {NULL, NULL}};                       \
	__attribute__((constructor)) static void at_load(void)                                \
	{                                                                                     \
		deed_place(deeds, "constructor");                                             \
	}                                                                                     \
	__attribute__((destructor)) static void at_unload(void)                               \
	{                                                                                     \
		deed_place(deeds, "destructor");                                              \
	}                                                                                     \
	static void at_exit(void)                                                             \
	{                                                                                     \
		deed_place(deeds, "atexit");                                                  \
	}                                                                                     \
	static void *in_thread(void *nothing)                                                 \
	{                                                                                     \
		deed_place(deeds, "thread");                                                  \
		return nothing;                                                               \
	}                                                                                     \
	static int in_exec(PyObject *module)                                                  \
	{                                                                                     \
		pthread_t thread;                                                             \
                                                                                              \
		(void)module;                                                                 \
		deed_place(deeds, "exec");                                                    \
		if (!pthread_create(&thread, NULL, in_thread, NULL))                          \
			pthread_join(thread, NULL);                                           \
		return PyErr_Occurred() ? -1 : 0;                                             \
	}                                                                                     \
	static PyObject *carry_out(PyObject *self, PyObject *args)                            \
	{                                                                                     \
		const char *name;                                                             \
                                                                                              \
		(void)self;                                                                   \
		if (!PyArg_ParseTuple(args, "s", &name))                                      \
			return NULL;                                                          \
		deed_carry_out(deeds, name);                                                  \
		if (PyErr_Occurred())                                                         \
			return NULL;                                                          \
		Py_RETURN_NONE;                                                               \
	}                                                                                     \
	FX_DEF(FX_METHODS({"do", carry_out, METH_VARARGS, NULL}),                             \
	       FX_SLOTS({Py_mod_exec, (void *)in_exec}));                                     \
	FX_HOOK(FX_NAME)                                                                      \
	{                                                                                     \
		deed_place(deeds, "hook");                                                    \
		atexit(at_exit);                                                              \
		return PyErr_Occurred() ? NULL : PyModuleDef_Init(&def);                      \
	}

#endif
