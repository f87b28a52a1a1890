/* What field found out, as a page: complete, without script and anything from elsewhere. */
#ifndef SURVEY_HTML_H
#define SURVEY_HTML_H

struct buf;
struct options;
struct survey;

/* append the page */
void survey_html(struct buf *b, const struct survey *s, const struct options *o);
/* write it to the file of each -o html:FILE; 0, or -1 with a warning */
int survey_html_write(const struct survey *s, const struct options *o);

#endif
