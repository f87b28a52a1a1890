#include "run/surroundings.h"

#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "format/limits.h"
#include "format/settings.h"

/* what the program itself needs, apart from what a worker needs */
enum { FILES = 64, FILES_OF_WORKER = 12, PROCESSES = 16, PROCESSES_OF_WORKER = 4 };

enum {
	KIB = 1024,
	MIB = 1024 * 1024,
	CPU_LITTLE = 3600,
	FILES_FEW = 256,
	PROCESSES_FEW = 1024
};

#define GIB (1024ULL * MIB)

/*
 * A limit below `least` would stop the suite itself. One below `enough`, which is what a case may
 * need, may stop a loader: that is the caller's wish.
 */
static const struct limit {
	int resource;
	const char *option; /* of ulimit */
	const char *what;
	const char *unit;
	unsigned long long size; /* of the unit */
	unsigned long long least, enough;
} limits[] = {
	{RLIMIT_STACK, "-s", "the stack", "KiB", KIB, 256 * KIB, 4 * MIB},
	{RLIMIT_AS, "-v", "memory", "KiB", KIB, 64 * MIB, ADDRESS_SPACE_GIB * GIB},
	{RLIMIT_DATA, "-d", "data", "KiB", KIB, 64 * MIB, ADDRESS_SPACE_GIB * GIB},
	{RLIMIT_FSIZE, "-f", "the size of a file", "KiB", KIB, 64 * MIB, FILE_SIZE_GIB * GIB},
	{RLIMIT_CPU, "-t", "CPU time", "seconds", 1, 30, CPU_LITTLE},
	{RLIMIT_NOFILE, "-n", "open files", "files", 1, FILES + FILES_OF_WORKER, FILES_FEW},
};

/* the soft limit, or ULLONG_MAX if there is none */
static unsigned long long
limit_of(int resource)
{
	struct rlimit now;

	if (getrlimit(resource, &now) || now.rlim_cur == RLIM_INFINITY)
		return ULLONG_MAX;
	return now.rlim_cur;
}

/*
 * Files that we open must not get the numbers 0 to 2 if the caller has closed these. A descriptor
 * that can only be read fails when something is said on it: all_said notices that.
 */
static void
open_standard(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDONLY);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd < 0)
		die("cannot open /dev/null:");
	close(fd);
}

/* this process's number in /proc; 0: it is not there */
static long
number_in_proc(void)
{
	char text[32];
	ssize_t got = readlink("/proc/self", text, sizeof(text) - 1);

	text[got < 0 ? 0 : got] = '\0';
	return strtol(text, NULL, 10);
}

void
surroundings_begin(void)
{
	open_standard();
	if (!number_in_proc())
		die("/proc is not mounted: by it conform finds the processes that a case leaves");
	/* a compiler that is found by a name without a path asks for it; FORMAT.md, section 3 */
	setenv("PATH", "/usr/bin:/bin", 0);
	/* files that their owner cannot use would stop the run; the rest is the caller's choice */
	umask(umask(077) & 077);
}

void
surroundings_limits(void)
{
	for (size_t i = 0; i < LENGTH(limits); i++) {
		const struct limit *l = &limits[i];
		unsigned long long now = limit_of(l->resource);

		if (now < l->least)
			die("the limit of %s (ulimit %s) is %llu %s; a run needs %llu", l->what,
			    l->option, now / l->size, l->unit, l->least / l->size);
	}
}

/* the workers that a limit allows, each of which needs `each`; at most UINT_MAX */
static unsigned
workers(unsigned long long limit, unsigned base, unsigned each)
{
	if (limit == ULLONG_MAX || limit / each > INT_MAX)
		return INT_MAX;
	return limit < base + each ? 0 : (unsigned)((limit - base) / each);
}

/* -j, which the user or the number of processors has chosen, against one limit */
static void
check_jobs(struct options *o, int resource, const char *option, unsigned base, unsigned each)
{
	unsigned long long now = limit_of(resource);
	unsigned most = workers(now, base, each);

	if (o->jobs <= most)
		return;
	if (o->jobs_is_set || !most)
		die("the limit of %s (ulimit %s) is %llu; -j %u needs %u",
		    resource == RLIMIT_NOFILE ? "open files" : "processes", option, now,
		    most ? o->jobs : 1, base + each * (most ? o->jobs : 1));
	o->jobs = most;
}

/* an ordinary user has it; root has no limit of processes */
static bool
has_process_limit(void)
{
	return geteuid() != 0;
}

static void
check_build(struct arena *a, struct options *o)
{
	char resolved[PATH_MAX];

	if (dir_make(o->build) || access(o->build, W_OK | X_OK) || !realpath(o->build, resolved))
		die("cannot write into %s; --build DIR names another folder for all that a run "
		    "writes:", o->build);
	if (!strcmp(o->shared, o->build))
		o->shared = arena_strdup(a, resolved);
	o->build = arena_strdup(a, resolved);
}

void
surroundings_check(struct arena *a, struct options *o)
{
	char cwd[PATH_MAX];

	if (number_in_proc() != (long)getpid())
		die("/proc is that of another pid namespace: by it conform finds the processes "
		    "that a case leaves; mount it again");
	if (!getcwd(cwd, sizeof(cwd)))
		die("cannot tell the current folder, in which the loader is started:");
	check_jobs(o, RLIMIT_NOFILE, "-n", FILES, FILES_OF_WORKER);
	if (has_process_limit())
		check_jobs(o, RLIMIT_NPROC, "-u", PROCESSES, PROCESSES_OF_WORKER);
	check_build(a, o);
}

const char *
surroundings_note(struct arena *a)
{
	struct buf b = {0};
	const char *note = NULL;

	for (size_t i = 0; i < LENGTH(limits); i++) {
		const struct limit *l = &limits[i];
		unsigned long long now = limit_of(l->resource);

		if (now < l->enough)
			buf_printf(&b, "%sulimit %s %llu (%s of %s)", b.len ? ", " : "", l->option,
				   now / l->size, l->unit, l->what);
	}
	if (has_process_limit() && limit_of(RLIMIT_NPROC) < PROCESSES_FEW)
		buf_printf(&b, "%sulimit -u %llu (processes)", b.len ? ", " : "",
			   limit_of(RLIMIT_NPROC));
	if (b.len)
		note = arena_printf(a, "limits of the caller, which a loader may meet: %s", b.p);
	buf_free(&b);
	return note;
}
