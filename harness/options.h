/*
 * The command line, and the environment variables of test runners (Bazel's sharding and XML
 * output) that stand in for options. It checks values and carries nothing out.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <getopt.h>

struct arena;
struct options;

/* parse into o. --help exits with 0; a mistake prints one sentence and exits with 2. */
void options_parse(struct arena *a, struct options *o, int argc, char **argv);

/*
 * The absolute folder of harness/. A program below its build/ finds it above itself, also after the
 * checkout was moved or copied. A program in another folder (make B=DIR) was told. Without it the
 * program ends with 2.
 */
const char *options_home(struct arena *a);

/* all options, in getopt_long's form */
extern const struct option options_long[];
extern const char options_short[];
/* print the help and exit with 0; with 2 if it cannot be printed */
_Noreturn void options_help(void);

#endif
