/*
 * The workers that run a target's cases: how their servers are started, where they may write, and
 * what a case may use.
 */
#ifndef WORKERS_H
#define WORKERS_H

#include <stdbool.h>

#include "process/sched.h"

struct arena;
struct target;

struct workers {
	struct arena *mem;
	const struct target *target;
	const char *path;      /* the folder that contains the cases' folders */
	const char *prefix;    /* of the names of the workers' own folders in there */
	bool shared;           /* the workers have no folders of their own */
	const char *cases;     /* the name of the folder in there that all cases use, or NULL */
	struct spawn server;   /* of a worker, but for its namespaces */
	struct spawn *servers; /* by worker; argv is NULL before its first start */
	struct usage most;     /* what a case may use */
	double scale;          /* of limits of time */
};

/* fill in w; what it refers to must live as long as it */
void workers_begin(struct workers *w, struct arena *mem, const struct target *target,
		   const char *path, const char *prefix, double scale);
/* the configuration of a scheduler with n workers */
struct sched_config workers_sched(struct workers *w, unsigned n);
/*
 * The folder, below path, of the cases that this worker's server forks: they can write into this
 * one only. NULL: it has none. What --keep keeps is found without the number of a worker.
 */
const char *workers_folder(struct arena *a, const struct workers *w, unsigned worker);
/* how to start the worker's server */
const struct spawn *workers_server(struct workers *w, unsigned worker);

#endif
