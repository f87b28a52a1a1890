/*
 * For the tests of tools: makes a new folder of sources and runs programs on it, so that a test can
 * check their output and exit status.
 */
#ifndef TREE_H
#define TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/util.h"

struct tree {
	struct arena mem;
	const char *dir;   /* the folder; its name contains a blank */
	const char *root;  /* folder of the sources under test: the working directory */
	const char *build; /* folder of the programs under test */
	const char *foreign; /* folder of headers of other interpreters; NULL: the one of a run */
	const char *arch;  /* the machine to build for; NULL: this one */
};

struct output {
	int status;       /* exit status; -1: killed by a signal */
	const char *text; /* standard output and error */
};

/* the folder of the programs under test, whose unit/unit is this program */
const char *tree_build_folder(struct arena *a);
/* an empty folder; ends the test program if it cannot be made */
void tree_open(struct tree *t);
void tree_close(struct tree *t);

/* write a file below the folder, and the folders above it; text NULL removes it */
void tree_write(struct tree *t, const char *path, const char *text);
/* the bytes of a file as a string, NULL if there is none; *len, if not NULL, gets the length */
const char *tree_read(struct tree *t, const char *path, size_t *len);
bool tree_has(struct tree *t, const char *path);
/* a number that changes when the file is made again; 0 if there is no file */
unsigned long long tree_stamp(struct tree *t, const char *path);

/* run a program, whose words end with NULL, in the folder of the sources under test */
struct output tree_run(struct tree *t, const char *const *argv);
/*
 * build the fixtures in DIR/fixtures-src to DIR/out/abi, with the suffix .x.so; a product that
 * cannot be built gives a line of output
 */
struct output tree_make(struct tree *t);

/* the suites of other tools; called by unit_fixtures */
void unit_fixcheck(void);
void unit_fixtures_tool(void);
void unit_elfedit(void);
void unit_srccheck(void);
void unit_bootstrap(void);
void unit_quick_start(void);

#endif
