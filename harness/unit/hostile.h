/* The table of hostile deeds, and what must come of each. HOSTILE.md describes them. */
#ifndef HOSTILE_H
#define HOSTILE_H

#include <stddef.h>

enum {
	DEED_HANGS = 1, /* it ends only at its deadline, which is short */
	DEED_SLOW = 2,  /* takes seconds: left out of `make unit` */
	DEED_EXIT = 4,  /* the case ends by `exit` */
	DEED_OVER = 16, /* its reason names a limit */
	DEED_FORK = 8   /* a case in a process of its own finds nothing to do it to, and passes */
};

struct deed_row {
	const char *module; /* the fixture in harness/unit/hostile that does it */
	const char *deed;
	const char *place;  /* where it does it, see hostile/deed.h; NULL: in a call */
	const char *apart;  /* the outcomes that are right with namespaces */
	const char *weak;   /* the same without; NULL: nothing is promised there */
	int flags;
};

struct arena;

/* the name of a row, "DEED" or "DEED-in-PLACE" */
const char *hostile_name(struct arena *a, const struct deed_row *row);

extern const struct deed_row deed_rows[];
extern const size_t deed_rows_count;

#endif
