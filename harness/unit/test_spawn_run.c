#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/spawn.h"
#include "base/util.h"
#include "test_spawn_run.h"

/* far more than any test needs */
enum { SOON_MS = 20000 };

void
one_read(int fd, struct buf *b, const char *until)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	char chunk[4096];

	while ((!until || !strstr(buf_str(b), until)) && poll(&p, 1, SOON_MS) > 0) {
		ssize_t got = read(fd, chunk, sizeof(chunk));

		if (got <= 0)
			break;
		buf_add(b, chunk, (size_t)got);
	}
}

void
one_prepare(struct one *t, const char *script)
{
	memset(t, 0, sizeof(*t));
	t->argv[0] = xstrdup("sh");
	t->argv[1] = xstrdup("-c");
	t->argv[2] = xstrdup(script);
	t->envp[0] = xstrdup("PATH=/usr/bin:/bin");
	t->spawn.argv = t->argv;
	t->spawn.envp = t->envp;
	t->spawn.cwd = "/";
}

void
one_end(struct one *t)
{
	spawn_kill(&t->p);
	spawn_close(&t->p);
	for (size_t i = 0; i < LENGTH(t->argv); i++)
		free(t->argv[i]);
	free(t->envp[0]);
	buf_free(&t->out);
	buf_free(&t->log);
	buf_free(&t->reply);
}

int
one_run(struct one *t)
{
	if (spawn_start(&t->p, &t->spawn))
		return -1;
	one_read(t->p.reply, &t->reply, NULL);
	spawn_kill(&t->p);
	one_read(t->p.out, &t->out, NULL);
	one_read(t->p.log, &t->log, NULL);
	return 0;
}

bool
nothing_left(void)
{
	return waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD;
}
