/* Texts that show several runs at once, made of their reports (doc.h). Pure. */
#ifndef REP_HTML_H
#define REP_HTML_H

#include <stddef.h>

struct arena;
struct buf;
struct doc;
struct sources;

/*
 * append one page for n runs, at least one: complete, without anything from elsewhere. It shows the
 * rules of the sources too; NULL: nothing of rules.
 */
void html_page(struct arena *a, struct buf *b, const struct doc *docs, size_t n,
	       const struct sources *sources);
/* append text for an element or an attribute: what a reader obeys is shown, not obeyed */
void html_text(struct buf *b, const char *s);
/* append a picture: areas, loaders, and how many of a hundred cases are right */
void svg_page(struct arena *a, struct buf *b, const struct doc *docs, size_t n);
/* append the loaders, the areas and the causes of n runs as GitHub's Markdown */
void md_page(struct arena *a, struct buf *b, const struct doc *docs, size_t n);
/* append text of a loader so that Markdown shows it on one line, and obeys nothing in it */
void md_text(struct buf *b, const char *s);

#endif
