/*
 * Small strict readers for the formats of reports, written from the formats' specifications and not
 * from the code that writes them: what they read is what any other program reads.
 */
#ifndef REPORT_READERS_H
#define REPORT_READERS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct xml_attribute {
	const char *name, *value;
	struct xml_attribute *next;
};

struct xml_element {
	const char *name;
	const char *text; /* all text directly in it */
	struct xml_attribute *attributes;
	struct xml_element *first, *next; /* its first child; its next sibling */
};

/* the document's element, or NULL with *why set if the document is not well-formed */
struct xml_element *xml_read(struct arena *a, const char *document, const char **why);
/* the value of an attribute, or NULL */
const char *xml_get(const struct xml_element *e, const char *name);

/* the numbers of test points in a TAP stream */
struct tap {
	size_t planned, ok, not_ok, skip, todo;
	bool bailed_out;
};

/* read a stream; NULL, or what breaks TAP's grammar */
const char *tap_read(struct arena *a, const char *stream, struct tap *tap);

/* a workflow command of GitHub, decoded */
struct github {
	const char *command;    /* "error" */
	const char *properties; /* "file=x,line=1", not decoded */
	const char *title;      /* NULL: none */
	const char *message;
};

/* read the command at the start of *text and go to the next line; false if there is none */
bool github_read(struct arena *a, const char **text, struct github *g);

/* the first character that text for people must not contain, or NULL */
const char *first_unsafe(const char *text);

#endif
