/*
 * What surrounds a run: the caller's resource limits, umask and current folder, and the folder that
 * the run writes into. What would make all results worthless ends the program with one sentence.
 */
#ifndef SURROUNDINGS_H
#define SURROUNDINGS_H

struct arena;
struct options;

/* before everything else: open descriptors 0 to 2 if they are closed, adjust the umask */
void surroundings_begin(void);
/* before the suite is read: exit with 2 and a sentence if a limit is too low for a run */
void surroundings_limits(void);
/*
 * before an action that starts processes: check what it needs. Lowers o->jobs to what the limits
 * allow if the user has not chosen it, makes the folder o->build, and resolves links in its path.
 * Exits with 2 and a sentence if something is wrong.
 */
void surroundings_check(struct arena *a, struct options *o);
/* a sentence about limits of the caller that a loader may meet; NULL if there are none */
const char *surroundings_note(struct arena *a);

#endif
