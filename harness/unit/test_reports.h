/*
 * The parts of the reporters' tests that stand in files of their own: the common pieces of text,
 * the JSON report and its schema, and the files that reports are written to.
 */
#ifndef TEST_REPORTS_H
#define TEST_REPORTS_H

struct reporter;
struct sample;
struct summary;

/* path of a file of the source tree, given one relative to harness/unit; to be freed */
char *reports_source(const char *name);
/* tell the reporter of a whole run */
void reports_run(struct reporter *r, const struct sample *sample, const struct summary *s);

void test_report_cleans(void);
void test_report_cuts(void);
void test_report_completeness(void);
void test_report_sorts(void);

void test_report_schema(void);
void test_report_schema_fails(void);

void test_report_open(void);
void test_report_open_refuses(void);
void test_report_replaces(void);
void test_report_full(void);

#endif
