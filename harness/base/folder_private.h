/* What folder.c and folder_traits.c share. */
#ifndef FOLDER_PRIVATE_H
#define FOLDER_PRIVATE_H

struct buf;

/* open the folder at path below fd, without following a link; -1 with errno set */
int folder_reach(int fd, const char *path);
/* the names in a folder, each with its NUL; closes fd. 0, or -1 with errno set */
int folder_names(int fd, struct buf *names);

#endif
