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
	THEMES
};

/*
 * The commands of a deed, separated by ';'. In them %M and %F are the name and the file of a
 * module, %N and %G those of another one; %S is %F without the suffix, %B its base name, and %R the
 * path of the file from the case's folder. threads: some may start threads.
 */
const char *deed_choose(struct random *r, enum theme theme, bool threads);

#endif
