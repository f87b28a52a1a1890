/*
 * For the tests of the whole program: suites made on the fly in a folder of their own, and
 * runs of conform whose output, exit status and JSON report can be looked at.
 */
#ifndef CLI_SUPPORT_H
#define CLI_SUPPORT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/util.h"

struct cli {
	struct arena mem;
	const char *root;  /* the made-up suite */
	const char *build; /* folder of the programs under test */
	const char *home;  /* the project's own folder */
};

/* an empty suite; ends the test program if the folder cannot be made */
void cli_open(struct cli *c);
void cli_close(struct cli *c);
/* write a file below the suite's root; the format is printf's */
void cli_write(struct cli *c, const char *path, const char *fmt, ...) PRINTF(3, 4);
/* a case and its expected file: `commands` and `expected` are whole lines */
void cli_case(struct cli *c, const char *id, const char *header, const char *commands,
	      const char *expected);
/* a case that imports name and expects that to go well; with a deadline of two seconds */
void cli_import(struct cli *c, const char *id, const char *name);

struct cli_ran {
	int exit_code;     /* -1 if it died by a signal or did not end in time */
	const char *text;  /* standard output and error */
	double seconds;
	long max_rss_kb;
};

/* run conform with these words (split at blanks; %s's are not quoted) */
struct cli_ran cli_run(struct cli *c, const char *fmt, ...) PRINTF(2, 3);
/* the same with the project's own suite in the place of the made-up one */
struct cli_ran cli_run_own(struct cli *c, const char *fmt, ...) PRINTF(2, 3);
/* run a command of the shell in the folder dir */
struct cli_ran cli_shell(struct cli *c, const char *dir, const char *command);
/* write a shell script below the suite's root; its path */
const char *cli_script(struct cli *c, const char *path, const char *fmt, ...) PRINTF(3, 4);
/* the default interpreter's own program, not the script of a version manager */
const char *cli_python(struct cli *c);
/* run another program; its name and words are split at blanks likewise */
struct cli_ran cli_run_program(struct cli *c, const char *fmt, ...) PRINTF(2, 3);
/* the loader option for the fake loader with an optional first word for it */
const char *cli_fake(struct cli *c);
/* the same for one that says that it loads C extensions, whose fixtures are built */
const char *cli_native(struct cli *c);
/* text with the path fake in the place of each FAKE */
const char *cli_with_fake(struct cli *c, const char *text, const char *fake);

/* the report that a run with -o json:ROOT/report.json wrote; NULL if it is absent */
json_t *cli_report(struct cli *c);
/* the outcome of a case in it, "" if it is not there */
const char *cli_outcome(const json_t *report, const char *id);
/* how many processes have text in their command line, this one not counted */
int cli_processes(const char *text);

#endif
