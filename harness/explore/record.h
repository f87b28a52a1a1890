/*
 * Writes a program, with what the trusted loader did, as a case: the case file, its expected file
 * and a plan for each of its modules.
 */
#ifndef RECORD_H
#define RECORD_H

#include "base/newfiles.h"

struct arena;
struct program;

enum { RECORD_FILES = 8 };

/*
 * make the files of the case AREA/NAME; got: the transcript of the trusted loader; cause: what
 * differs under the other one
 */
void record_make(struct arena *a, struct newfile files[RECORD_FILES], const struct program *p,
		 const char *area, const char *name, const char *got, const char *cause);

#endif
