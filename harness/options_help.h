/* Private to options: the text of --help. */
#ifndef OPTIONS_HELP_H
#define OPTIONS_HELP_H

/* print the help and exit with 0 */
_Noreturn void options_help(void);

#endif
