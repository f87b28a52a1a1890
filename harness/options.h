/*
 * The command line, and the environment variables of test runners (Bazel's sharding and XML
 * output) that stand in for options. It checks values and carries nothing out.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <getopt.h>
#include <stdbool.h>

struct arena;
struct options;

/* parse into o. --help exits with 0; a mistake prints one sentence and exits with 2. */
void options_parse(struct arena *a, struct options *o, int argc, char **argv);

/* the first word that is no option may say what is to be done: then 1, otherwise 0 */
int options_verb(struct options *o, const char *word);
/* is it a verb that makes something of reports, and runs no loader? */
bool options_reads_reports(const struct options *o);
/* the format if -o says nothing else */
const char *options_format(const struct options *o);
/* are the formats and the number of reports what the verb takes? Else the program ends with 2. */
void options_check_verb(const struct options *o);

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
