/*
 * --completion: what a shell needs to complete the command line. It is made from the program's own
 * tables, and what it says of an option is the first sentence of the help.
 */
#ifndef OPTIONS_COMPLETION_H
#define OPTIONS_COMPLETION_H

/* the shells that it knows; NULL-terminated */
extern const char *const completion_shells[];

/* print the script for a shell, an index of completion_shells; exit as options_help does */
_Noreturn void completion_print(int shell);

#endif
