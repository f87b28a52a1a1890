/*
 * What a program does: commands, some of which belong together. A program has a theme, whose deeds
 * come more often: what needs several steps would hardly come about otherwise. Pure.
 */
#ifndef DEEDS_H
#define DEEDS_H

#include <stdbool.h>

struct random;

enum theme {
	THEME_ALL, THEME_AGAIN, THEME_INTERPRETERS, THEME_SYMBOLS, THEME_FINDING, THEME_SPECS,
	THEME_LIBRARIES, THEME_GATES,
	THEMES
};

/*
 * The commands of a deed, separated by ';'. In them %M and %F are the name and the file of a
 * module, %N and %G those of another one; %S is %F without the suffix, %B its base name, and %R the
 * path of the file from the case's folder. threads: some may start threads.
 */
const char *deed_choose(struct random *r, enum theme theme, bool threads);
/*
 * What threads do with a module that stands at its gate, %W (%V is that of the other one), as one
 * command of several lines: the reducer must not take one of them away, or a thread would wait
 * without end, or go on when it likes. fails: the module may fail after the gate.
 */
const char *deed_meeting(struct random *r, bool fails);
/* what may come before that: it changes no file */
const char *deed_before(struct random *r);

#endif
