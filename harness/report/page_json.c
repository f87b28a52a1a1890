#include "report/page_json.h"

#include <string.h>

#include "base/text.h"
#include "base/util.h"

json_t *
page_number(size_t n)
{
	return json_integer((json_int_t)n);
}

json_t *
page_string(const char *s)
{
	struct buf b = {0};
	json_t *value;

	if (!s)
		return json_null();
	text_clean(&b, s, strlen(s));
	value = json_string(buf_str(&b));
	buf_free(&b);
	return value;
}

void
page_put(json_t *object, const char *key, json_t *value)
{
	if (!value || json_object_set_new(object, key, value))
		die("report html: cannot hold '%s'", key);
}

void
page_push(json_t *array, json_t *value)
{
	if (!value || json_array_append_new(array, value))
		die("report html: cannot hold a value");
}
