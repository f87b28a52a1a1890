#include "process/channel.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

int
channel_open(struct channel *c, int folder)
{
	unsigned long long name[2];
	struct stat st;
	int saved;

	if (getrandom(name, sizeof(name), 0) != (ssize_t)sizeof(name))
		return -1;
	snprintf(c->name, sizeof(c->name), "job-%016llx%016llx", name[0], name[1]);
	if (mkfifoat(folder, c->name, 0600)) {
		c->name[0] = '\0';
		return -1;
	}
	c->folder = folder;
	c->fd = openat(folder, c->name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
	/* the server may belong to another user */
	if (c->fd >= 0 && !fstat(c->fd, &st) && S_ISFIFO(st.st_mode) && !fchmod(c->fd, 0622))
		return 0;
	saved = errno;
	channel_close(c);
	errno = saved;
	return -1;
}

void
channel_remove(struct channel *c)
{
	if (c->name[0])
		unlinkat(c->folder, c->name, 0);
	c->name[0] = '\0';
}

void
channel_close(struct channel *c)
{
	channel_remove(c);
	if (c->fd >= 0)
		close(c->fd);
	c->fd = -1;
}
