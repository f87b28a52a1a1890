/* What field found out about each module, and how it is told: the summary, and JSON. */
#ifndef SURVEY_H
#define SURVEY_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "explore/abi3.h"
#include "explore/findings.h"
#include "explore/gather.h"
#include "explore/modules.h"
#include "explore/ways.h"

/* what the interpreter answered: it is only asked where it can tell */
enum said { NOT_SAID, SAID_NO, SAID_YES };

struct surveyed {
	const char *why;       /* why the first loader does not load it, or NULL */
	bool loads_too;        /* under the second loader */
	const char *differs[WAY_ISOLATED]; /* by way: the cause, or NULL */
	enum said isolated;    /* can it be imported in an isolated subinterpreter? */
	enum said turns_gil_on; /* is the GIL on after its import, and was not before? */
	char **needs;          /* libraries, without the C library's own; NULL-terminated */
	struct abi3_use abi3;
};

struct survey {
	bool compares; /* two loaders */
	struct modules modules;
	struct gathered gathered;
	struct surveyed *outcomes; /* by module */
	struct findings found;    /* causes of differences, or of failures under one loader */
	int newest_abi;           /* minor version up to which the stable ABI is known */
};

/* print it, after a blank line */
void survey_tell(const struct survey *s);
/* the same as an object, with each module */
json_t *survey_json(const struct survey *s);
/* is this a library of the C library itself? */
bool survey_is_libc(const char *name);

#endif
