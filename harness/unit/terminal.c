#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/util.h"

/* far longer than any test needs; ends a wait for words that never come */
enum { LONGEST_MS = 60000 };

/* open both ends of a new terminal that passes all bytes unchanged */
static int
open_terminal(int *master, int *slave)
{
	struct termios settings;

	*master = posix_openpt(O_RDWR | O_NOCTTY);
	if (*master < 0 || grantpt(*master) || unlockpt(*master))
		return -1;
	*slave = open(ptsname(*master), O_RDWR | O_NOCTTY);
	if (*slave < 0 || tcgetattr(*slave, &settings))
		return -1;
	settings.c_oflag &= ~(tcflag_t)OPOST;
	return tcsetattr(*slave, TCSANOW, &settings);
}

_Noreturn static void
become(const struct watched *w, int (*fn)(void *ctx), int terminal, int pipe)
{
	int status;

	if (dup2(w->out ? terminal : pipe, 1) < 0 || dup2(w->err ? terminal : pipe, 2) < 0 ||
	    setenv("TERM", "xterm", 1))
		_exit(99);
	close(terminal);
	close(pipe);
	status = fn(w->ctx);
	fflush(stdout);
	_exit(status);
}

/* read once into b; false at the end (EIO on a terminal) */
static bool
read_some(int fd, struct buf *b)
{
	char chunk[4096];
	ssize_t got = read(fd, chunk, sizeof(chunk));

	if (got > 0)
		buf_add(b, chunk, (size_t)got);
	return got > 0 || (got < 0 && errno == EINTR);
}

static void
read_all(const struct watched *w, struct seen *seen, int terminal, int pipe, struct buf text[2])
{
	struct pollfd fds[2] = {{.fd = terminal, .events = POLLIN}, {.fd = pipe, .events = POLLIN}};
	bool called = false;

	while (fds[0].fd >= 0 || fds[1].fd >= 0) {
		int n = poll(fds, 2, LONGEST_MS);

		for (int i = 0; n > 0 && i < 2; i++) {
			if (fds[i].revents && !read_some(fds[i].fd, &text[i]))
				fds[i].fd = -1;
		}
		seen->until = w->until && (strstr(buf_str(&text[0]), w->until) ||
					   strstr(buf_str(&text[1]), w->until));
		if (w->then && !called && (seen->until || n <= 0)) {
			called = true;
			w->then(w->ctx);
		} else if (n == 0) {
			break;
		}
	}
}

struct seen
terminal_run(struct arena *a, const struct watched *w, int (*fn)(void *ctx))
{
	struct seen seen = {.status = -1};
	struct buf text[2] = {{0}, {0}};
	int master, slave, pipes[2], status;
	pid_t pid;

	if (open_terminal(&master, &slave) || pipe(pipes) || (pid = fork()) < 0)
		die("cannot make a terminal:");
	if (!pid) {
		close(master);
		close(pipes[0]);
		become(w, fn, slave, pipes[1]);
	}
	close(slave);
	close(pipes[1]);
	read_all(w, &seen, master, pipes[0], text);
	close(master);
	close(pipes[0]);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	if (WIFEXITED(status))
		seen.status = WEXITSTATUS(status);
	seen.terminal = arena_strdup(a, buf_str(&text[0]));
	seen.pipe = arena_strdup(a, buf_str(&text[1]));
	buf_free(&text[0]);
	buf_free(&text[1]);
	return seen;
}
