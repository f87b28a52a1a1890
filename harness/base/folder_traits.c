#include "base/folder.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/folder_private.h"
#include "base/util.h"

/* a user can change all of these, so that a later user of the folder would notice */
static int
traits_read(int fd, struct folder_traits *t)
{
	struct stat st;
	int flags;

	memset(t, 0, sizeof(*t));
	if (fstat(fd, &st))
		return -1;
	t->known = true;
	t->device = st.st_dev;
	t->inode = st.st_ino;
	t->mode = st.st_mode;
	t->uid = st.st_uid;
	t->gid = st.st_gid;
	t->size = st.st_size;
	t->flags = ioctl(fd, FS_IOC_GETFLAGS, &flags) ? -1 : flags;
	if (ioctl(fd, FS_IOC_FSGETXATTR, t->project))
		memset(t->project, 0, sizeof(t->project));
	t->attributes = flistxattr(fd, NULL, 0);
	return 0;
}

static bool
traits_equal(const struct folder_traits *a, const struct folder_traits *b)
{
	return a->device == b->device && a->inode == b->inode && a->mode == b->mode &&
	       a->uid == b->uid && a->gid == b->gid && a->size == b->size &&
	       a->flags == b->flags && a->attributes == b->attributes &&
	       !memcmp(a->project, b->project, sizeof(a->project));
}

int
folder_note(int fd, const char *path, struct folder_traits *t)
{
	int at = folder_reach(fd, path), bad;

	t->known = false;
	if (at < 0)
		return -1;
	bad = traits_read(at, t);
	close(at);
	return bad;
}

bool
folder_as_new(int fd, const char *path, const struct folder_traits *t)
{
	int at = t->known ? folder_reach(fd, path) : -1;
	struct folder_traits now;
	struct buf names = {0};
	bool same;

	if (at < 0)
		return false;
	same = !traits_read(at, &now) && traits_equal(&now, t);
	if (!same)
		close(at);
	else /* closes it, too */
		same = !folder_names(at, &names) && !names.len;
	buf_free(&names);
	return same;
}
