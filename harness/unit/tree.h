/*
 * For the tests of the build's tools: a folder of sources made on the fly, and programs run on it
 * whose output and exit status can be looked at.
 */
#ifndef TREE_H
#define TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/util.h"

struct tree {
	struct arena mem;
	const char *dir;   /* the folder; its name contains a blank */
	const char *root;  /* of the sources under test: the working directory */
	const char *build; /* folder of the programs under test */
	const char *foreign; /* the headers of other interpreters; NULL: where a run has them */
};

struct output {
	int status;       /* exit status, -1 if it died by a signal */
	const char *text; /* standard output and error */
};

/* the folder of the programs under test: the tests stand in its unit/unit */
const char *tree_build_folder(struct arena *a);
/* an empty folder; ends the test program if it cannot be made */
void tree_open(struct tree *t);
void tree_close(struct tree *t);

/* path is below the folder, whose own folders are made; NULL as text removes */
void tree_write(struct tree *t, const char *path, const char *text);
/* the bytes of a file as a string, NULL if there is none; *len, if not NULL, gets their number */
const char *tree_read(struct tree *t, const char *path, size_t *len);
bool tree_has(struct tree *t, const char *path);
/* a number that is another one when the file has been made again; 0 if there is none */
unsigned long long tree_stamp(struct tree *t, const char *path);

/* run a program, NULL-terminated words, in the folder of the sources under test */
struct output tree_run(struct tree *t, const char *const *argv);
/*
 * build the fixtures in DIR/fixtures-src to DIR/out/abi, their suffix being .x.so; what a product
 * lacks is told on a line of its own
 */
struct output tree_make(struct tree *t);

/* the tests of the other tools, each a suite; called by unit_fixtures */
void unit_fixcheck(void);
void unit_fixtures_tool(void);
void unit_elfedit(void);
void unit_srccheck(void);
void unit_bootstrap(void);
void unit_quick_start(void);

#endif
