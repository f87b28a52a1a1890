/* Suites that are made to be measured, below build/bench: many equal cases, or many fixtures. */
#ifndef MADE_H
#define MADE_H

#include <stddef.h>

struct arena;

#define MADE_PLACE "build/bench"

/* what a case of a made suite does */
enum made_kind { MADE_CREATE, MADE_IMPORT, MADE_EIGHT, MADE_FAILING, MADE_KINDS };

/* the root of a suite of n such cases, made if it is not there */
const char *made_suite(struct arena *a, enum made_kind kind, size_t n);
/* the root of a copy of the whole suite, made if it is not there */
const char *made_copy(struct arena *a);
/* n files that a person may want to keep a list of: one line for each case of made_suite */
const char *made_known(struct arena *a, size_t n);
/* a file of n tests for pytest, each of which imports the fixture in FOLDER; its path */
const char *made_pytest(struct arena *a, const char *folder, size_t n);
void made_remove(void);

#endif
