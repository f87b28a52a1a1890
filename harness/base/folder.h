/*
 * Folders that a hostile process can write, too, reached from a descriptor: it may put a link, a
 * mount or a folder without rights in the place of any folder below, at any moment. Nothing here
 * follows a link below the descriptor, or leaves its file system.
 */
#ifndef FOLDER_H
#define FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct buf;

/* by what a folder that was used differs from a new one, if it is as empty; start from {0} */
struct folder_traits {
	bool known;
	dev_t device;
	ino_t inode;
	mode_t mode;
	uid_t uid;
	gid_t gid;
	off_t size;
	long flags;            /* as of chattr; -1: the file system has none */
	unsigned project[7];   /* struct fsxattr */
	ssize_t attributes;    /* the size of the list of extended attributes; -1: there are none */
};

/* make the folder at path and those above it, and open it; a descriptor, or -1 with errno set */
int folder_open(const char *path);
/*
 * make the folder at path below fd, empty, and those above it; what has their names and is no
 * folder is removed. 0, or -1 with errno set.
 */
int folder_make(int fd, const char *path);
/*
 * remove what is at path below fd, with everything in it. 0, also if it is not there; or -1 with
 * errno set, and left, unless it is NULL, gets a line "PATH: reason" for each thing that is left.
 */
int folder_remove(int fd, const char *path, struct buf *left);
/* the same for all that is in the folder at path, which stays, but for the entry `but`, or NULL */
int folder_empty(int fd, const char *path, const char *but, struct buf *left);
/* note what the folder at path is like; 0, or -1 with errno set */
int folder_note(int fd, const char *path, struct folder_traits *t);
/* is it still there, the same, empty, and like a new one? */
bool folder_as_new(int fd, const char *path, const struct folder_traits *t);

#endif
