/*
 * Private to options: the table of options, and what checks a value.
 */
#ifndef OPTIONS_PRIVATE_H
#define OPTIONS_PRIVATE_H

#include <getopt.h>

struct arena;
struct options;

/* as getopt_long takes them */
extern const struct option options_long[];
extern const char options_short[];

/* one option, as getopt_long gave it; ends the program on a value that is wrong */
void options_parse_one(struct arena *a, struct options *o, int opt, const char *arg);

/* add a copy of s to a NULL-terminated list, which is NULL while it is empty */
void options_push(struct arena *a, char ***list, const char *s);
/* a whole number in [min, max]; option is its name in the complaint, as for the others */
unsigned options_number(const char *option, const char *s, long min, long max);
/* the index of s among the NULL-terminated words; listed are they in a sentence */
int options_choice(const char *option, const char *s, const char *const *words,
		   const char *listed);
/* path as it is found from every folder */
const char *options_absolute(struct arena *a, const char *path);

#endif
