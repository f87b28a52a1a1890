/* The file of --write-weights and --weights: see weights.h. */
#ifndef WEIGHTS_FILE_H
#define WEIGHTS_FILE_H

struct arena;
struct result;
struct suite;
struct weights;

/* read the file; 0, or -1 with a warning that begins with the option */
int weights_read(struct arena *a, struct weights *w, const char *option, const char *path);
/*
 * write what the cases took: by_case has a result, or NULL, for each case of the suite. Of cases
 * that were not run, what the file said stays. 0, or -1 with a warning.
 */
int weights_write(struct arena *a, const char *path, const struct suite *suite,
		  const struct result *const *by_case);

#endif
