/*
 * The folder of a run's own files, BUILD/run/PID. It is made, cleared and removed by descriptors
 * that were opened before any loader ran. A loader may replace every folder below by a link, but
 * nothing outside is ever touched. What a killed run has left is removed by the next one.
 */
#ifndef PLACE_H
#define PLACE_H

#include <stdbool.h>

struct arena;
struct folder_traits;

struct place {
	const char *path;  /* absolute; has no special character */
	const char *folder; /* the folder that contains it */
	const char *name;  /* the last part of path */
	int above;         /* descriptor of that folder; -1: not open */
	int fd;            /* its own */
	int live;          /* the locked file NAME.live: the run lives */
	bool warned;       /* about something that could not be removed */
};

/* can cases use this path? */
bool place_is_plain(const char *path);
/* where to put it for the folder build, which may have a name that cases cannot use */
const char *place_wanted(struct arena *a, const char *build);
/* remove what killed runs left, and make the folder; 0, or -1 with a warning */
int place_open(struct arena *a, struct place *p, const char *build);
/* make the folder `below` of the place, empty; 0, or -1 with errno set */
int place_make(struct arena *a, struct place *p, const char *below);
/* remove it; a warning names what cannot be removed */
void place_clear(struct place *p, const char *below);
/* the same for everything in the folder `below`, which stays, but for the entry `but`, or NULL */
void place_empty(struct place *p, const char *below, const char *but);
/* as place_make, but the folder may be there, and stays if nobody can tell it from a new one */
int place_use(struct arena *a, struct place *p, const char *below, struct folder_traits *kept);
/* a sentence if its file system has no room, so that a case there cannot be judged; else NULL */
const char *place_full(struct arena *a, const struct place *p);
/* end, and remove the folder unless it is to be kept; does nothing if it is not open */
void place_close(struct place *p, bool keep);

#endif
