/*
 * The plan of a chameleon, which is read without Python: a hook may be called, and a file opened,
 * before there is anything else. A plan is lines `KEY: WORD...`.
 */
#ifndef PLAN_WORDS_H
#define PLAN_WORDS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLAN_BYTES = 1024, WORD_BYTES = 128 };

/* volatile: the compiler must not know what it is */
static volatile char plan[PLAN_BYTES] = "conform plan:\n";

/* the word number n of the plan's line KEY into found; "" if there is none */
static const char *
plan_word(char found[WORD_BYTES], const char *key, int n)
{
	char text[PLAN_BYTES], line[WORD_BYTES];
	const char *at;

	for (size_t i = 0; i < PLAN_BYTES; i++)
		text[i] = plan[i];
	found[0] = '\0';
	snprintf(line, sizeof(line), "\n%s:", key);
	at = strstr(text, line);
	for (at = at ? at + strlen(line) : ""; *at == ' '; n--) {
		size_t len = strcspn(++at, " \n");

		if (!n && len < WORD_BYTES) {
			memcpy(found, at, len);
			found[len] = '\0';
			return found;
		}
		at += len;
	}
	return found;
}

/* is the value among the words of the line KEY? */
static int
plan_says(const char *key, const char *value)
{
	char word[WORD_BYTES];

	for (int n = 0; *plan_word(word, key, n); n++)
		if (!strcmp(word, value))
			return 1;
	return 0;
}

static long
plan_number(const char *key)
{
	char word[WORD_BYTES];

	return strtol(plan_word(word, key, 0), NULL, 10);
}

#endif
