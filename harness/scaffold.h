/*
 * --new: writes a case, its expected file and its fixtures, which pass as they are and are ready to
 * edit. It overwrites no file.
 */
#ifndef SCAFFOLD_H
#define SCAFFOLD_H

#include "base/newfiles.h"

struct arena;

/*
 * write the files of a kind (NULL: multi-phase) for id "AREA/NAME" below root, and print their
 * names. The advice printed after them uses run, the command that runs cases there. 0, or -1 with a
 * warning and nothing written.
 */
int scaffold_write(const char *root, const char *id, const char *kind, const char *run);

enum { SCAFFOLD_FILES = 4 };

/* names of all kinds, NULL-terminated; the first is the default */
extern const char *const scaffold_kinds[];

/*
 * the module's name for a case: the case's name with '_' for '-', which a hook's symbol cannot
 * contain. A single word may be a keyword, a macro of C or a module of the interpreter, so
 * "_module" is appended to it. A name that does not begin with a letter gets an 'm' in front.
 */
const char *scaffold_module(struct arena *a, const char *name);

/* make the files of the case AREA/NAME; kind is an index into scaffold_kinds */
void scaffold_make(struct arena *a, struct newfile files[SCAFFOLD_FILES + 1], int kind,
		   const char *area, const char *name);

#endif
