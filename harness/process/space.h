/*
 * The namespaces of a job or a server: what it can see and change. Their init is a process of
 * ours, process 1 in there. When it ends, the kernel ends all others in there, and all mounts,
 * System V objects and message queues are gone. In there everything is read-only except one folder,
 * an own /tmp and an own /dev/shm. Knows no job and no server.
 */
#ifndef SPACE_H
#define SPACE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct view;

struct space {
	const char *place; /* the folder that can be written; NULL: none */
	unsigned long long size; /* bytes that fit into its own /tmp, and into its /dev/shm */
	char *const *seen; /* paths that must be found even if they are in /tmp or /dev/shm */
};

/* the user who makes namespaces; they do not know the user until it is mapped */
struct space_user {
	bool ordinary; /* not root: a user namespace is needed */
	uid_t uid;
	gid_t gid;
};

/*
 * Like fork, but the child is the init of new namespaces. It must call space_enter first. -1 with
 * errno set if the kernel refuses.
 */
pid_t space_fork(struct space_user *user);
/*
 * In the child: mount everything, give up what could undo it, and open the view for those outside.
 * False with the reason in why.
 */
bool space_enter(const struct space *s, const struct space_user *user, struct view *view,
		 char *why, size_t size);
/* can namespaces be made here? False with the reason in why */
bool space_try(char *why, size_t size);

#endif
