/* Made-up reports for the tests of what is made from reports. */
#ifndef SAMPLE_DOCS_H
#define SAMPLE_DOCS_H

#include <jansson.h>

#include "format/sources.h"
#include "report/doc.h"
#include "sample_reports.h"

struct tree;

/* the JSON document of a sample */
json_t *sample_document(enum sample_kind kind);
/* the sample with hostile text in each place that a loader or a list can write to */
json_t *sample_hostile(void);
/* what the hostile text is, cleaned as reports show it, and a part that would be markup */
extern const char sample_hostile_shown[], sample_hostile_markup[];

/*
 * two lists of rules, of which sample_with_rules() names some: one rule has two cases, one has a
 * hostile text and no case, one is not covered, one not testable
 */
const struct sources *sample_sources(struct arena *a);
/* name rules in the report, as its `spec` does, and one that is in no list */
json_t *sample_with_rules(json_t *document);

/* a report of n cases in areas of 50, where nothing fails; the transcripts are about loader `k` */
json_t *sample_many(size_t n, size_t k);
/* set a member of the result of a case, or of the whole report if id is NULL; value is JSON */
void sample_set(json_t *document, const char *id, const char *key, const char *value);
/* a doc of the document, which belongs to it from now on; a failed check if it is refused */
void sample_doc(struct arena *a, struct doc *d, json_t *document);
/* write the page of n documents, which belong to it, and of the lists of rules to a file */
void sample_page(struct tree *t, const char *name, json_t *const *documents, size_t n);

#endif
