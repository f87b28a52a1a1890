/*
 * Linked into a conform of its own, build/unit/fake_malloc, this takes the place of malloc, for the
 * libraries, too. The environment says which allocation fails:
 *
 *	FAKE_MALLOC_FAIL=N    the Nth of conform; N- that one and all later ones
 *	FAKE_MALLOC_CHILD=1   of each process that conform forks, not of conform itself
 *	FAKE_MALLOC_HIT=FILE  is made when an allocation fails
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static pid_t first; /* conform itself */
static pid_t mine;  /* the process that counted up to count */
static unsigned long count, wanted;
static bool later, in_child;
static const char *hit;

static void
look(void)
{
	const char *fail = getenv("FAKE_MALLOC_FAIL");
	char *end = NULL;

	first = mine = getpid();
	wanted = fail ? strtoul(fail, &end, 10) : 0;
	later = end && *end == '-';
	in_child = getenv("FAKE_MALLOC_CHILD");
	hit = getenv("FAKE_MALLOC_HIT");
}

extern char **environ;

/* does this allocation fail */
static bool
fails(void)
{
	pid_t now = getpid();

	/* a sanitizer's allocations come before there is an environment */
	if (!first && environ)
		look();
	if (now != mine) {
		mine = now;
		count = 0;
	}
	if ((now != first) != in_child || !wanted)
		return false;
	count++;
	if (count != wanted && !(later && count > wanted))
		return false;
	if (hit)
		close(open(hit, O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
	errno = ENOMEM;
	return true;
}

/* the next definition of name, as a pointer at real */
static void
find(const char *name, void *real)
{
	void *found = dlsym(RTLD_NEXT, name);

	if (!found)
		abort();
	memcpy(real, &found, sizeof(found));
}

void *
malloc(size_t size)
{
	static void *(*real)(size_t);

	if (!real)
		find("malloc", &real);
	return fails() ? NULL : real(size);
}

void *
calloc(size_t n, size_t size)
{
	static void *(*real)(size_t, size_t);

	if (!real)
		find("calloc", &real);
	return fails() ? NULL : real(n, size);
}

void *
realloc(void *p, size_t size)
{
	static void *(*real)(void *, size_t);

	if (!real)
		find("realloc", &real);
	return fails() ? NULL : real(p, size);
}
