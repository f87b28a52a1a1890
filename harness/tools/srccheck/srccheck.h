/*
 * Private to srccheck: one file of source text and what can be wrong with it. The checks see the
 * file alone; they read nothing and end nothing.
 */
#ifndef SRCCHECK_H
#define SRCCHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct source {
	const char *path; /* below the root */
	const char *text; /* NUL-terminated, without NULs inside */
	char *code;       /* the same with blanks for what comments and literals contain */
	FILE *out;        /* where complaints go */
	size_t complaints;
};

/* the definition of one function */
struct function {
	const char *name; /* in the source's text, of name_len bytes */
	size_t name_len;
	size_t line;  /* of the name */
	size_t lines; /* from the name to the last brace */
};

/* "PATH:LINE: MESSAGE" */
__attribute__((format(printf, 3, 4))) void complain(struct source *s, size_t line,
						     const char *fmt, ...);

/* a line without its end, the next in *rest; NULL at the end of the text */
const char *next_line(const char **rest, size_t *len);

/* a copy of C text in which comments and literals are blank, but for the slashes of a // comment;
 * to be freed */
char *code_of(const char *text);
/* the function definitions in s, complaining of those that do not have the house's form; to be
 * freed, *n gets their number */
struct function *functions_of(struct source *s, size_t *n);

/* width, blanks at the end, tabs; c: is it C, otherwise a case or an expected transcript */
void check_lines(struct source *s, bool c);
/* what no C file may call or write, and the length of the file */
void check_code(struct source *s);
/* a header's guard */
void check_guard(struct source *s);
/* an include goes down the rows of the design */
void check_includes(struct source *s);
/* no function is too long */
void check_functions(struct source *s, const struct function *f, size_t n);

#endif
