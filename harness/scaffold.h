/* --new: a case, an expected file and fixtures that work as they are, ready to edit. */
#ifndef SCAFFOLD_H
#define SCAFFOLD_H

struct arena;

/*
 * write those of a kind (NULL: multi-phase) for id "AREA/NAME" below root; run is the command that
 * runs cases there, for the advice. 0, or -1 with a warning and nothing written at all.
 */
int scaffold_write(const char *root, const char *id, const char *kind, const char *run);

enum { SCAFFOLD_FILES = 4 };

struct scaffold_file {
	const char *path; /* below the root; NULL after the last */
	const char *text;
};

/* names of all kinds, NULL-terminated; the first is what is made if nothing is said */
extern const char *const scaffold_kinds[];

/*
 * the module's name for a case: words joined by '_', since '-' can stand in no hook's symbol. A
 * lone word may be a keyword, a macro of C or a module that the interpreter has: it gets "_module"
 * behind it; what does not begin with a letter gets an 'm' in front.
 */
const char *scaffold_module(struct arena *a, const char *name);

/* the files of the case AREA/NAME of a kind, an index of scaffold_kinds */
void scaffold_make(struct arena *a, struct scaffold_file files[SCAFFOLD_FILES + 1], int kind,
		   const char *area, const char *name);

#endif
