/*
 * As much of Markdown as the project's documents use: blocks of code (indented by four blanks),
 * spans of code, tables, and the links of a paragraph. Pure.
 */
#ifndef DOCS_MARKDOWN_H
#define DOCS_MARKDOWN_H

#include <stddef.h>

struct arena;
struct names;

/* a block of code, and the paragraphs around it */
struct block {
	int line;           /* of its first line */
	const char *text;   /* whole lines, without the indent */
	const char *before; /* the paragraph in front of it, one string; "" if there is none */
	const char *after;
};

struct blocks {
	struct block *v;
	size_t n;
};

struct blocks markdown_blocks(struct arena *a, const char *text);
/* the spans of code of a text, each once; a bar in a table stands behind a backslash there */
void markdown_spans(struct arena *a, struct names *names, const char *text);
/* the spans in the first column of the table whose head begins with this */
void markdown_column(struct arena *a, struct names *names, const char *text, const char *head);
/* the paragraph that begins with this, or NULL */
const char *markdown_paragraph(struct arena *a, const char *text, const char *begin);
/* the paths that a text links to, without what stands behind a # */
void markdown_links(struct arena *a, struct names *names, const char *text);

#endif
