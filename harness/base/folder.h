/*
 * Folders that a hostile process can write, too, reached from a descriptor: it may put a link, a
 * mount or a folder without rights in the place of any folder below, at any moment. Nothing here
 * follows a link below the descriptor, or leaves its file system.
 */
#ifndef FOLDER_H
#define FOLDER_H

struct buf;

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

#endif
