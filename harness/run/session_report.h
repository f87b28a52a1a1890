/* Private to session: the reporters of one run, and the calls that feed them. */
#ifndef SESSION_REPORT_H
#define SESSION_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "report/report.h"

struct options;
struct result;
struct arena;

enum { REPORTERS_MAX = 16 };

struct session_reports {
	struct report_config config;
	struct reporter reporters[REPORTERS_MAX];
	size_t n;
};

/*
 * open the reports of the -o options; 0, or -1 with a warning. gather->number is put into the file
 * names if there are several loaders.
 */
int reports_open(struct arena *a, struct session_reports *r, const struct options *o,
		 const struct report_gather *gather);
void reports_begin(struct session_reports *r, const struct summary *s);
/* count the result in s and pass it to all reporters */
void reports_result(struct session_reports *r, struct summary *s, const struct result *res);
/* end and close all reports; 0, or -1 if one could not be written */
int reports_end(struct session_reports *r, const struct summary *s,
		const struct result *const *all, size_t n);

#endif
