/* Private to host: what a recipe's words stand for, and what it makes. */
#ifndef HOST_PRIVATE_H
#define HOST_PRIVATE_H

struct arena;
struct host;
struct hostfile;

/* the values of $SCRIPT and the other names of a recipe */
struct host_names {
	const char *script; /* the script that the host has to run */
	const char *host;   /* the folder of what is made */
	const char *recipe; /* the folder of the recipe */
	const char *python; /* the command of the interpreter */
	const char *cc;     /* the command of the compiler */
	char *const *needs; /* the programs and files without which it is absent */
};

/*
 * make what the recipe, whose bytes are text, says, unless that was made before; 0, or -1 with a
 * warning
 */
int host_make(struct arena *a, const struct hostfile *file, const struct host_names *names,
	      const char *text);

#endif
