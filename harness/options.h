/*
 * The command line, and the environment variables of test runners (Bazel's sharding and XML
 * output) that stand in for options. Checks values; acts on nothing.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <getopt.h>

struct arena;
struct options;

/*
 * parse; on --help prints and exits with 0, on a mistake exits with 2 and a sentence
 */
void options_parse(struct arena *a, struct options *o, int argc, char **argv);

/* all of them, as getopt_long takes them */
extern const struct option options_long[];
extern const char options_short[];
/* print the help and exit with 0 */
_Noreturn void options_help(void);

#endif
