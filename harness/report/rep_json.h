/*
 * A run as a JSON document, described by report.schema.json: the report of -o json, from which
 * other formats are made, at once or later.
 */
#ifndef REP_JSON_H
#define REP_JSON_H

#include <jansson.h>
#include <stddef.h>

struct result;
struct summary;

/* the number of the form; a change of a key's meaning, or a key that goes, makes it larger */
enum { REP_SCHEMA = 2, REP_HASH_SIZE = 17 };

/* the document; the caller ends it with json_decref() */
json_t *rep_json_document(const struct summary *s, const struct result *const *all, size_t n);

/* write the hash of bytes into text, which is returned: 16 hexadecimal digits */
const char *rep_hash(char text[REP_HASH_SIZE], const char *bytes, size_t len);

#endif
