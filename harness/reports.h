/* What is made of the reports of earlier runs. No loader is started. */
#ifndef REPORTS_H
#define REPORTS_H

struct arena;
struct buf;
struct options;

/* show the reports in other formats, all together; 0, or 2 if one could not be written */
int reports_show(struct arena *a, const struct options *o);
/* say what changed between two reports; 0, 1 if something broke, or 2 */
int reports_diff(struct arena *a, const struct options *o);
/*
 * say what a report is worth, in one line after its faults; 0, or 1 if it has faults. A file that
 * is no report ends the program with 2.
 */
int reports_verify(struct arena *a, const struct options *o);
/* one report of all shards of a run, if nothing is missing; exits as that run would */
int reports_merge(struct arena *a, const struct options *o);
/* make a badge of a report; 0, or 2 if it could not be written */
int reports_badge(struct arena *a, const struct options *o);

/* write b to what FORMAT[:PATH] names; 0, or 2 with a warning */
int reports_emit(const char *spec, const struct buf *b);

#endif
