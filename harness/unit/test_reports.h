/*
 * Parts of the tests of reporters that are in other files: common functions for text, the JSON
 * report and its schema, and the files that reports are written to.
 */
#ifndef TEST_REPORTS_H
#define TEST_REPORTS_H

struct reporter;
struct sample;
struct summary;

/* the path of a source file, given its path relative to harness/unit; the caller frees it */
char *reports_source(const char *name);
/* give all of a run to the reporter */
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
