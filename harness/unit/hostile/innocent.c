/*
 * The case after a hostile one: look(TEXT) returns a list of all that is not as it must be. TEXT
 * says what a process of the caller inherits, in the form that settings() has below.
 */
#include "deed.h"

#include <mqueue.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

static int
odd(PyObject *list, const char *format, ...)
{
	char text[512];
	PyObject *item;
	va_list ap;

	va_start(ap, format);
	vsnprintf(text, sizeof(text), format, ap);
	va_end(ap);
	item = PyUnicode_FromString(text);
	if (!item || PyList_Append(list, item))
		return -1;
	Py_DECREF(item);
	return 0;
}

/* names that contain part, in a folder */
static void
look_in(PyObject *list, const char *folder, const char *part)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	while (dir && (entry = readdir(dir)))
		if (strstr(entry->d_name, part) && entry->d_name[0] != '.')
			odd(list, "%s/%s", folder, entry->d_name);
	if (dir)
		closedir(dir);
}

/* "PID (NAME) STATE ...": a zombie has nothing, and waits only for the init to take notice of it */
static int
is_marked(FILE *stat)
{
	char line[512] = "";
	const char *name, *end;

	if (!fgets(line, sizeof(line), stat))
		return 0;
	name = strchr(line, '(');
	end = strrchr(line, ')');
	return name && end && !strncmp(name + 1, deed_mark(), strlen(deed_mark())) &&
	       !strchr("ZX", end[2]);
}

static void
look_at_processes(PyObject *list)
{
	DIR *dir = opendir("/proc");
	struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		char path[300];
		FILE *f;

		snprintf(path, sizeof(path), "/proc/%s/stat", entry->d_name);
		if (entry->d_name[0] < '1' || entry->d_name[0] > '9' || !(f = fopen(path, "r")))
			continue;
		if (is_marked(f))
			odd(list, "process %s", entry->d_name);
		fclose(f);
	}
	if (dir)
		closedir(dir);
}

static void
look_at_segments(PyObject *list)
{
	enum { DEED_KEY = 0x0deed000 };
	char name[80];

	if (shmget(DEED_KEY, 0, 0) >= 0)
		odd(list, "a segment");
	if (msgget(DEED_KEY, 0) >= 0)
		odd(list, "a queue");
	if (semget(DEED_KEY, 0, 0) >= 0)
		odd(list, "semaphores");
	snprintf(name, sizeof(name), "/%s", deed_mark());
	if (mq_open(name, O_RDONLY) != (mqd_t)-1)
		odd(list, "a POSIX queue");
}

static void
look_at_signals(PyObject *list)
{
	sigset_t blocked;

	sigprocmask(SIG_BLOCK, NULL, &blocked);
	for (int i = 1; i < NSIG; i++) {
		struct sigaction action;

		if (sigismember(&blocked, i) == 1)
			odd(list, "signal %d is blocked", i);
		/* the interpreter itself changes these */
		if (i == SIGINT || i == SIGPIPE || i == SIGXFSZ || sigaction(i, NULL, &action))
			continue;
		if (action.sa_handler != SIG_DFL)
			odd(list, "signal %d has a handler", i);
	}
}

static void
look_at_descriptors(PyObject *list)
{
	for (int i = 0; i < 64; i++)
		if (i != deed_fd() && i <= 2 && fcntl(i, F_GETFL) & O_NONBLOCK)
			odd(list, "descriptor %d does not block", i);
	if (fcntl(deed_fd(), F_GETFL) & O_NONBLOCK)
		odd(list, "the transcript does not block");
	/* 16 pages, which every pipe has in the beginning; musl has no F_GETPIPE_SZ without GNU */
	if (fcntl(deed_fd(), 1032) < 65536)
		odd(list, "the transcript's pipe holds %d bytes", fcntl(deed_fd(), 1032));
}

static void
look_at_folder(PyObject *list)
{
	char here[4096];
	const char *tmp = getenv("TMPDIR");

	if (!getcwd(here, sizeof(here)) || !tmp || strcmp(here, tmp))
		odd(list, "the folder is %s", here);
	look_in(list, ".", "");
}

/* as in the test: a change of one of them would be inherited */
static void
settings(char *text, size_t size)
{
	struct rlimit files = {0, 0}, processes = {0, 0}, cpu = {0, 0};
	char line[512], cpus[256] = "";
	FILE *f = fopen("/proc/self/status", "r");
	mode_t mask = umask(0);

	umask(mask);
	getrlimit(RLIMIT_NOFILE, &files);
	getrlimit(RLIMIT_NPROC, &processes);
	getrlimit(RLIMIT_CPU, &cpu);
	while (f && fgets(line, sizeof(line), f))
		if (!strncmp(line, "Cpus_allowed:\t", 14))
			snprintf(cpus, sizeof(cpus), "%.*s", (int)strcspn(line + 14, "\n"),
				 line + 14);
	if (f)
		fclose(f);
	snprintf(text, size, "files=%llu processes=%llu cpus=%s nice=%d umask=%o",
		 (unsigned long long)files.rlim_max, (unsigned long long)processes.rlim_max, cpus,
		 getpriority(PRIO_PROCESS, 0), (unsigned)mask);
	if (cpu.rlim_max != RLIM_INFINITY)
		snprintf(text + strlen(text), size - strlen(text), " cpu=%llu",
			 (unsigned long long)cpu.rlim_max);
}

static PyObject *
look(PyObject *self, PyObject *args)
{
	PyObject *list = PyList_New(0);
	const char *wanted;
	char text[512];

	(void)self;
	if (!list || !PyArg_ParseTuple(args, "s", &wanted))
		return NULL;
	settings(text, sizeof(text));
	if (strcmp(text, wanted))
		odd(list, "settings %s", text);
	look_at_folder(list);
	look_in(list, "/tmp", deed_mark());
	look_in(list, "/dev/shm", deed_mark());
	look_at_processes(list);
	look_at_segments(list);
	look_at_signals(list);
	look_at_descriptors(list);
	return list;
}

FX_DEF(FX_METHODS({"look", look, METH_VARARGS, NULL}));

FX_HOOK(innocent)
{
	return PyModuleDef_Init(&def);
}
