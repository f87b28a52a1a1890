/*
 * What the processes and files of a job use at the moment, and whether that is too much. A look
 * reads the table of processes, so only jobs that run for some time are looked at.
 */
#ifndef USAGE_H
#define USAGE_H

#include <stddef.h>
#include <sys/types.h>

struct buf;
struct lineage;

struct usage {
	unsigned long long memory; /* bytes */
	unsigned long long disk;   /* bytes */
	unsigned long processes;   /* threads count, too */
	double cpu;                /* seconds */
};

/* where a job's processes and files are */
struct usage_of {
	pid_t root;                    /* its processes are below this one */
	const struct lineage *without; /* these are not its own; or NULL */
	const char *folder;            /* its folder, or NULL */
	pid_t init;                    /* the init of its namespaces, or 0 */
};

/* the number of processes and threads on the machine; cheap */
unsigned long usage_machine(void);
void usage_look(struct usage *u, const struct usage_of *of);
/* append what is more than the limits allow, "used 2100 MiB of memory, ..."; or nothing */
void usage_judge(struct buf *b, const struct usage *u, const struct usage *most);

#endif
