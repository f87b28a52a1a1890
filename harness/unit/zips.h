/* For the tests of what unpacks archives: makes zip files, also such as no honest tool makes. */
#ifndef ZIPS_H
#define ZIPS_H

#include <stddef.h>

struct zip_part {
	const char *name;
	const char *text; /* its content; NULL: that of the file `from` */
	const char *from;
	unsigned mode;    /* as in st_mode; 0: not said */
	size_t more;      /* so many zeros follow the text */
};

/* write a zip file; parts end with one that has no name. Ends the test program if it cannot */
void zips_make(const char *path, const struct zip_part *parts);

#define ZIP_TEXT(n, t) {.name = (n), .text = (t)}
#define ZIP_END {.name = NULL}

#endif
