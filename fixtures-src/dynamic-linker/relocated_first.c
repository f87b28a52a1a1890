/* Its constructor uses what relocations make: addresses in data, and functions of other objects. */
#include "fx_module.h"

#include <string.h>

static const char *name_of_one(void);

/* not static, so that the entries have relocations of their own */
const char *const relocated_words[] = {"zero", "one"};
const char *(*relocated_function)(void) = name_of_one;
size_t (*relocated_import)(const char *) = strlen;
PyObject **relocated_object = &PyExc_ImportError;

static const char *
name_of_one(void)
{
	return relocated_words[1];
}

__attribute__((constructor)) static void
begin(void)
{
	const char *volatile word = relocated_function();

	fx_event("constructor, %s, %d, %s", word, (int)relocated_import(word),
		 *relocated_object ? "object" : "null");
}

FX_MODULE(relocated_first, NULL)
