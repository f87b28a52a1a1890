/*
 * The recipe of an application that embeds Python (FORMAT.md section 10): how it is started with a
 * script, what it needs, and what it lacks. Parsing only. Pure.
 */
#ifndef HOSTFILE_H
#define HOSTFILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct errors;
struct facts;

struct hostfile {
	const char *name;    /* "gdb" */
	const char *path;    /* of the recipe, as given, for messages */
	const char *summary;
	char **needs;        /* programs and files; this list and the others end with NULL */
	const char *make;    /* lines for a shell, or NULL */
	char **start;        /* the words of its command line, with $SCRIPT and others */
	char **env;          /* NAME=VALUE each */
	char **include;      /* folders of headers */
	char **lacks;        /* capabilities */
	bool options;        /* the command line has $OPTIONS */
};

/* the name of the recipe in the file path: "gdb" of "hosts/gdb.host" */
const char *hostfile_name(struct arena *a, const char *path);
/*
 * parse bytes, the content of path; mistakes go to errors. 0, or -1 after a mistake. All memory
 * belongs to the arena.
 */
int hostfile_parse(struct arena *a, struct hostfile *h, const char *path, const char *bytes,
		   size_t len, struct errors *errors);

/* does its recipe say that it lacks the capability? No host (NULL) lacks none. */
bool hostfile_lacks(const struct hostfile *h, const char *cap);
/*
 * add the capabilities of hosts to what a loader has told: all of them for an interpreter (h is
 * NULL), those that the recipe does not lack for a host. What the recipe lacks is taken away.
 */
void hostfile_caps(struct arena *a, const struct hostfile *h, struct facts *facts);

#endif
