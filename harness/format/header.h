/* The lines "KEY: VALUE" at the top of an author's file. Pure. */
#ifndef HEADER_H
#define HEADER_H

struct arena;
struct errors;

struct header {
	struct arena *a;
	struct errors *errors;
	const char *path;
	int line;                 /* of the line that is split */
	const char *const *names; /* the keys, at most 32; NULL-terminated */
	const char *const *many;  /* those that may be given more than once */
	const char *then;         /* ends the sentence about a line without a key; or "" */
};

/* the line without blanks at both ends; changes the line itself */
char *header_trim(char *line);
/*
 * split a line, which is changed. The index of its key in names, with the value; or -1, after a
 * mistake. Bit i of *seen says that names[i] was given.
 */
int header_split(const struct header *h, char *line, unsigned *seen, const char **value);

#endif
