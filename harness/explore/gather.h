/*
 * From what the command line names to modules: folders are searched, wheels and zip files are
 * unpacked below the run's own place. Each archive has a folder of its own, which is the root for
 * sys.path; behind it comes a folder with links to what all of them have, so that their modules
 * find each other as if they were installed together.
 */
#ifndef GATHER_H
#define GATHER_H

#include <stddef.h>

struct arena;
struct imports;
struct modules;
struct place;

/* the bytes that a run may unpack; README says it, too */
#define GATHER_ROOM (4ULL << 30)

struct gathered {
	size_t unpacked; /* archives with a module for the loader, or wheels with none at all */
	size_t other;    /* with modules for other loaders only */
	size_t broken;   /* that were found and cannot be read or unpacked; each was told */
	const char *folder; /* of what was unpacked, or NULL */
};

/*
 * named: paths of folders, wheels and zip files, NULL-terminated. room: bytes that may be
 * unpacked. 0, or -1 with a warning if something that is named cannot be read
 */
int gather(struct arena *a, struct gathered *g, struct modules *m, char *const *named,
	   const struct imports *loader, struct place *place, unsigned long long room);

#endif
