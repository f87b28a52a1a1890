/*
 * The view into namespaces (space.h) from outside: which processes live in there, and what lies in
 * there that a process could leave behind.
 */
#ifndef VIEW_H
#define VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct buf;

/* what a process can leave behind, besides processes; a set of them has the bits 1 << KIND */
enum view_kind {
	VIEW_QUEUES,     /* System V */
	VIEW_SEMAPHORES,
	VIEW_SEGMENTS,
	VIEW_POSIX,      /* POSIX message queues */
	VIEW_TMP,        /* files */
	VIEW_SHM,
	VIEW_KINDS
};

enum { VIEW_KNOWN_MAX = 64, VIEW_NO_FD = -1 };

struct view {
	bool open;
	int proc;                    /* the folder /proc in there */
	int kinds[VIEW_KINDS];       /* files and folders that list them, or VIEW_NO_FD */
	size_t files[VIEW_KINDS];    /* entries of these folders in the beginning */
	pid_t known[VIEW_KNOWN_MAX]; /* processes that belong there, by their numbers there */
	size_t nknown;
};

/* what was found that does not belong there */
struct view_left {
	int processes;
	unsigned kinds;
};

/* open it from inside; a file that is not there is not looked at. 0, or -1 with errno set */
int view_open(struct view *v);
void view_close(struct view *v);
/* pass a view through a Unix socket; 0, or -1 with errno set. view_receive does not wait */
int view_send(const struct view *v, int socket);
int view_receive(struct view *v, int socket);
/* the processes that live now belong there; 0, or -1 if they cannot be seen or are too many */
int view_learn(struct view *v);
/* look. If spare is true, one child of a process that belongs there belongs there, too. */
struct view_left view_look(const struct view *v, bool spare);
/* append the kinds in words, "a file in /tmp, a System V segment" */
void view_words(struct buf *b, unsigned kinds);

#endif
