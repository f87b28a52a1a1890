/*
 * The command line, and the environment variables of test runners (Bazel's sharding and XML
 * output) that stand in for options. It checks values and carries nothing out.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <getopt.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;
struct options;

/* parse into o. --help exits with 0; a mistake prints one sentence and exits with 2. */
void options_parse(struct arena *a, struct options *o, int argc, char **argv);

/* the first word that is no option may say what is to be done: then 1, otherwise 0 */
int options_verb(struct options *o, const char *word);
/* the name of the ith verb; NULL after the last one */
const char *options_verb_name(size_t i);
/* is it a verb that makes something of reports, and runs no loader? */
bool options_reads_reports(const struct options *o);
/* the format if -o says nothing else */
const char *options_format(const struct options *o);
/* are the formats and the number of reports what the verb takes? Else the program ends with 2. */
void options_check_verb(const struct options *o);

/*
 * Set home, the absolute folder of harness/, and how the program is called. A program below its
 * build/ finds home above itself, also after the checkout was moved or copied. A program in another
 * folder (make B=DIR) was told. An installed one has it in share/ beside its bin/. Without it the
 * program ends with 2.
 */
void options_home(struct arena *a, struct options *o);
bool options_installed(void);
/* set where is written what --build, home and root leave open */
void options_products(struct arena *a, struct options *o);

/* all options, in getopt_long's form */
extern const struct option options_long[];
extern const char options_short[];
/* the values of --color and --isolation; NULL-terminated */
extern const char *const options_colors[], *const options_isolations[];
/* the text of the help */
const char *options_help_text(struct arena *a);
/* print the help and exit with 0; with 2 if it cannot be printed */
_Noreturn void options_help(void);

#endif
