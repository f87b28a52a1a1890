/* Private to scaffold: what each kind of new case consists of. Pure. */
#ifndef SCAFFOLD_KINDS_H
#define SCAFFOLD_KINDS_H

struct arena;

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
