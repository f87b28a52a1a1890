/* When and where a run takes place, as the reports say it. */
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "base/util.h"
#include "run/session_private.h"

const char *
session_date(struct arena *a)
{
	time_t seconds = time(NULL);
	char text[32];

	strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", gmtime(&seconds));
	return arena_strdup(a, text);
}

/* "glibc 2.36"; NULL for a library that does not say what it is, as musl */
static const char *
own_libc(struct arena *a)
{
#ifdef _CS_GNU_LIBC_VERSION
	char text[64];
	size_t n = confstr(_CS_GNU_LIBC_VERSION, text, sizeof(text));

	if (n && n <= sizeof(text))
		return arena_strdup(a, text);
#endif
	(void)a;
	return NULL;
}

void
session_machine(struct arena *a, struct machine *m, char *const *cc)
{
	struct utsname name;
	struct buf b = {0};

	*m = (struct machine){.libc = own_libc(a)};
	if (!uname(&name)) {
		m->host = arena_strdup(a, name.nodename);
		m->kernel = arena_printf(a, "%s %s %s", name.sysname, name.release, name.machine);
	}
	for (; cc && *cc; cc++)
		buf_printf(&b, "%s%s", b.len ? " " : "", *cc);
	if (b.len)
		m->compiler = arena_strdup(a, b.p);
	buf_free(&b);
}
