/*
 * Private to rep_html: the parts of the page. The text around them is in html/page.*, which make
 * puts into the program.
 */
#ifndef PAGE_H
#define PAGE_H

#include <stddef.h>

struct arena;
struct buf;
struct grid;
struct json_t;
struct promises;

/* of harness/report/html, each ends with a NUL; made by tools/setup/embed.sh */
extern const char page_html[], page_css[], page_js[];

/* append the tables that are there without script: the matrix, the loaders */
void page_tables(struct arena *a, struct buf *b, const struct grid *g);
/* append a section with the table of sources and their rules' counts; nothing if there are none */
void page_rules_table(struct buf *b, const struct promises *p);
/*
 * append what the script shows, as JSON. Texts are lists of lines, and stand once each, since
 * loaders mostly do the same:
 *
 *	lines: [LINE...]           cleaned, cut to a bounded length
 *	texts: [[number of a line...]...]; text 0 is none
 *	diffs: the same, but a number is four times the line's, and 0, 1 or 2 for a line after
 *	       ' ', '-' or '+', or 3 for any other line
 *	cases: [[ID, SUMMARY, SPEC, REQUIRES, MUTANTS]...]: texts by number
 *	loaders: [{..., outcomes: a letter a case, got: a text a case, -1: as the loader before,
 *	           more: [[case, unexpected, reason, cause, diff, log, known, line, rerun,
 *	           why, tries]...]}...]: tries only of a case that was tried more than once,
 *	           [[letter, reason, got]...]
 *	rules: [[ID, URL, TEXT, STATE, REASON, [case...]]...], their texts as they are
 */
void page_data(struct arena *a, struct buf *b, const struct grid *g, const struct promises *rules);
/* the value of `rules` */
struct json_t *page_rules(const struct promises *p);
/* append bytes deflated, in base64: a fifth of the data */
void page_pack(struct buf *b, const char *bytes, size_t len);
/* the letters of `outcomes`, by enum outcome; '.' says that a loader has no such case */
extern const char page_letters[];

#endif
