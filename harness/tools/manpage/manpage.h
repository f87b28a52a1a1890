/*
 * Makes the man page conform-case(5) of FORMAT.md, so that the formats are written down once. It
 * knows the Markdown that this file uses: headings, paragraphs, lists, tables, blocks of code by
 * indent, spans of code, bold words and links. Pure.
 */
#ifndef MANPAGE_H
#define MANPAGE_H

struct buf;

/* add the page, in mdoc, of the document; date stands after .Dd */
void manpage_make(struct buf *out, const char *markdown, const char *date);

#endif
