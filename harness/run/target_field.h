/*
 * Private to target: every field of what an adapter says of itself, with its type, alphabet and
 * length, in one table (FORMAT.md section 3). Nothing of an answer is used before it is checked
 * here: facts become paths, arguments and text. Pure.
 */
#ifndef TARGET_FIELD_H
#define TARGET_FIELD_H

#include <stddef.h>

struct arena;
struct json_t;

/* a row of FORMAT.md's table: the name of a field ("fact impl"), its form, and its length */
struct field_row {
	const char *name, *form;
	size_t max;
};

/* check all fields of an answer, a JSON object; NULL, or a sentence that names the wrong field */
const char *field_check(struct arena *a, const struct json_t *doc);
/* the table's row number i; the name is NULL after the last one */
struct field_row field_row(struct arena *a, size_t i);

#endif
