/* Creates files, all of them or none. It overwrites nothing. */
#ifndef NEWFILES_H
#define NEWFILES_H

struct newfile {
	const char *path; /* below the root; NULL after the last */
	const char *text;
};

/* create the files, and the folders above them; 0, or -1 with a warning and nothing created */
int newfiles_write(const char *root, const struct newfile *files);

#endif
