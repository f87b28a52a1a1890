/*
 * For the tests of the HTML page: headless Chromium, driven through its debugging protocol over a
 * pipe (https://chromedevtools.github.io/devtools-protocol/). One browser with one page.
 */
#ifndef BROWSER_H
#define BROWSER_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/util.h"

struct browser {
	struct arena mem;
	int to, from;        /* pipes; messages end with a NUL */
	int pid;
	struct buf unread;
	int number;          /* of the last command */
	const char *session; /* of the page; NULL: none yet */
	struct buf said;     /* what pages said on their console, and their errors */
};

/* false, with a note, if no Chromium is installed; profile is a folder that may be made */
bool browser_open(struct browser *b, const char *profile);
void browser_close(struct browser *b);

/* send a command; params belongs to it, and may be NULL. Its result; NULL, a failed check: none */
json_t *browser_call(struct browser *b, const char *method, json_t *params);
/* load a page with its fragment, and wait until its script has run: so many ms later */
double browser_load(struct browser *b, const char *path);
/* the value of an expression of the page's language, or of a promise that it gives */
json_t *browser_eval(struct browser *b, const char *expression);
/* the same for a number */
double browser_number(struct browser *b, const char *expression);

#endif
