/*
 * One of the two loaders that are compared: its target, its workers, and the chameleon that is
 * built for it. It runs programs, each in a fork of its own, in a folder with the program's files.
 */
#ifndef SIDE_H
#define SIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/util.h"
#include "fixtures/chameleon.h"
#include "format/casefile.h"
#include "format/result.h"
#include "run/target.h"
#include "run/workers.h"

struct options;
struct place;
struct program;
struct sched;

/* one program under one side */
struct trial {
	const struct program *program;
	const struct casefile *cs; /* the same as a case */
	const char *want;          /* the transcript to compare with; "" for none */
	struct arena *mem;         /* gets the strings of the result */
	struct result result;
};

struct side {
	struct arena mem;
	struct target target;
	struct target_config config;
	struct place *place;
	struct workers workers;
	struct sched *sched;
	struct buf images[CHAMELEONS]; /* the built chameleons */
	unsigned long long secret; /* the end tokens are made from it */
	bool detail;               /* wording counts */
	const char *other_suffix;  /* of the loader that this one is compared with, or NULL */
	const char *refused;       /* why the loader is not the one that answered hello, or NULL */
	size_t njobs;              /* given to the scheduler so far */
	struct trial *trials;      /* those that run now */
	size_t first;              /* the job of the first of them */
	struct running *running;   /* what they need while they run */
};

/*
 * ask the loader and prepare the workers; prefix distinguishes the folders of its workers from the
 * other side's. If programs will have actors, chameleons are built. Other runs may build the same
 * fixtures afterwards. 0, or -1 with a warning
 */
int side_open(struct side *s, const struct options *o, const char *loader, const char *plugin,
	      struct place *place, const char *prefix, bool actors,
	      const volatile int *interrupted);
/* run n programs and fill in their results; 0, or -1 if that was interrupted or refused */
int side_run(struct side *s, struct trial *trials, size_t n);
void side_close(struct side *s);
/*
 * which suffix of files becomes $EXT in a transcript of one of two loaders: its own, or that of the
 * other one if it loaded such a file, as a debug build does. other may be NULL
 */
const char *side_suffix(const char *transcript, const char *own, const char *other);

#endif
