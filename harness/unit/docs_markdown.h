/*
 * Parses the Markdown that the project's documents use: blocks of code (indented by four blanks),
 * spans of code, tables, and links in paragraphs. Pure.
 */
#ifndef DOCS_MARKDOWN_H
#define DOCS_MARKDOWN_H

#include <stddef.h>

struct arena;
struct names;

/* a block of code, and the paragraphs around it */
struct block {
	int line;           /* number of its first line */
	const char *text;   /* whole lines, without the indent */
	const char *before; /* the paragraph before the block, one string; "" if there is none */
	const char *after;
};

struct blocks {
	struct block *v;
	size_t n;
};

struct blocks markdown_blocks(struct arena *a, const char *text);
/* add the spans of code in text, each once; "\|" in a table is a bar */
void markdown_spans(struct arena *a, struct names *names, const char *text);
/* add the spans in the first column of the table whose head begins with head */
void markdown_column(struct arena *a, struct names *names, const char *text, const char *head);
/* the paragraph that begins with begin, or NULL */
const char *markdown_paragraph(struct arena *a, const char *text, const char *begin);
/* add the paths that text links to, each up to a # */
void markdown_links(struct arena *a, struct names *names, const char *text);

#endif
