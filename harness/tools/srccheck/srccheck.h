/*
 * Private to srccheck: one source file and the rules for it. The checks see the text of one file
 * only; they do not read files and do not end the program.
 */
#ifndef SRCCHECK_H
#define SRCCHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct source {
	const char *path; /* below the root */
	const char *text; /* NUL-terminated, without NULs inside */
	char *code;       /* the same, with blanks in place of comments and literals */
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

/* take a line, of *len bytes without its end, from *rest; NULL at the end of the text */
const char *next_line(const char **rest, size_t *len);

/* a copy of C text with blanks in place of comments and literals; the slashes of a // comment stay;
 * the caller frees it */
char *code_of(const char *text);
/* the *n function definitions in s, with a complaint about each that is not written in the house
 * style; the caller frees them */
struct function *functions_of(struct source *s, size_t *n);

/* width, blanks at the end, tabs; c: true for C, false for a case or an expected file */
void check_lines(struct source *s, bool c);
/* banned functions, // comments, and the length of the file */
void check_code(struct source *s);
/* the guard of a header */
void check_guard(struct source *s);
/* includes only of lower folders */
void check_includes(struct source *s);
/* the length of each function */
void check_functions(struct source *s, const struct function *f, size_t n);

#endif
