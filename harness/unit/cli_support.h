/*
 * For the tests of the whole program: makes suites in a new folder, and runs conform, so that a
 * test can check its output, exit status and JSON report.
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
/* write a case and its expected file; `commands` and `expected` are whole lines */
void cli_case(struct cli *c, const char *id, const char *header, const char *commands,
	      const char *expected);
/* write a case that imports name and expects success; its time limit is two seconds */
void cli_import(struct cli *c, const char *id, const char *name);

struct cli_ran {
	int exit_code;     /* -1: killed by a signal, or not ended in time */
	const char *text;  /* standard output and error */
	double seconds;
	long max_rss_kb;
};

/* run conform with these arguments, split at blanks, also within a %s */
struct cli_ran cli_run(struct cli *c, const char *fmt, ...) PRINTF(2, 3);
/* the same with the project's own suite instead of the made-up one */
struct cli_ran cli_run_own(struct cli *c, const char *fmt, ...) PRINTF(2, 3);
/* run a shell command in the folder dir */
struct cli_ran cli_shell(struct cli *c, const char *dir, const char *command);
/* write a shell script below the suite's root; returns its path */
const char *cli_script(struct cli *c, const char *path, const char *fmt, ...) PRINTF(3, 4);
/* path of the default interpreter itself, not of a version manager's script */
const char *cli_python(struct cli *c);
/* run another program; the format gives its name and arguments, split at blanks */
struct cli_ran cli_run_program(struct cli *c, const char *fmt, ...) PRINTF(2, 3);
/* the option --loader for the fake loader */
const char *cli_fake(struct cli *c);
/* the same for a fake loader with the capability native: fixtures are built for it */
const char *cli_native(struct cli *c);
/*
 * the options for a fake loader that is in a bad mood, so that `import moody*` fails, in its first
 * n workers; or in each that starts while another one lives. It keeps its notes in files.
 */
const char *cli_moody(struct cli *c, unsigned n);
const char *cli_shy(struct cli *c);
/* text with each FAKE replaced by the path fake */
const char *cli_with_fake(struct cli *c, const char *text, const char *fake);

/* the report of a run with -o json:ROOT/report.json; NULL if there is none */
json_t *cli_report(struct cli *c);
/* the outcome of a case in the report; "" if the case is not in it */
const char *cli_outcome(const json_t *report, const char *id);
/* the number of other processes with text in their command line */
int cli_processes(const char *text);

#endif
