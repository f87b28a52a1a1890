/* Private to rep_html: JSON values for the page's data. What cannot be held ends the program. */
#ifndef PAGE_JSON_H
#define PAGE_JSON_H

#include <jansson.h>
#include <stddef.h>

json_t *page_number(size_t n);
/* s as a reader may see it: cleaned, and valid; null for NULL */
json_t *page_string(const char *s);
/* both take ownership of value */
void page_put(json_t *object, const char *key, json_t *value);
void page_push(json_t *array, json_t *value);

#endif
