/*
 * The single-phase modules that were loaded, by path and full name. The table belongs to the
 * process, not to an interpreter: it outlives subinterpreters, and interpreters with their own GIL
 * share it.
 */
#include "reference.h"

#include <pthread.h>
#include <string.h>

static struct {
	pthread_mutex_t lock;
	struct cached *head;
	bool ends_with_python; /* Python will call forget when it ends */
} table = { PTHREAD_MUTEX_INITIALIZER, NULL, false };

static void
free_entry(struct cached *entry)
{
	PyMem_RawFree(entry->key);
	PyMem_RawFree(entry);
}

/*
 * Python is finalized and may be initialized again. The copies in the definitions belonged to the
 * interpreters and are freed already. The definitions and their libraries stay.
 * https://docs.python.org/3/c-api/sys.html#c.Py_AtExit
 */
static void
forget(void)
{
	struct cached *entry;

	while ((entry = table.head) != NULL) {
		table.head = entry->next;
		entry->def->m_base.m_copy = NULL;
		free_entry(entry);
	}
	table.ends_with_python = false;
}

/*
 * The length tells where the path ends, because both parts may contain any separator.
 * cpython:Python/import.c:hashtable_key_from_2_strings; the caller frees the key
 */
static char *
key_of(const struct load_info *info)
{
	const char *path = load_info_path(info);
	size_t size = strlen(path) + strlen(info->utf8) + sizeof("18446744073709551615:");
	char *key = PyMem_RawMalloc(size);

	if (!key)
		PyErr_NoMemory();
	else
		snprintf(key, size, "%zu:%s%s", strlen(path), path, info->utf8);
	return key;
}

static struct cached *
find_locked(const char *key)
{
	struct cached *entry = table.head;

	while (entry && strcmp(entry->key, key) != 0)
		entry = entry->next;
	return entry;
}

/* cpython:Python/import.c:_extensions_cache_get */
struct cached *
cache_find(const struct load_info *info)
{
	struct cached *entry;
	char *key = key_of(info);

	if (!key)
		return NULL;
	pthread_mutex_lock(&table.lock);
	entry = find_locked(key);
	pthread_mutex_unlock(&table.lock);
	PyMem_RawFree(key);
	return entry;
}

/*
 * The copy and the init function are stored in the definition, so modules that share a definition
 * overwrite each other's. cpython:Python/import.c:fixup_cached_def
 */
static int
fill_definition(PyModuleDef *def, init_funcptr init, PyObject *dict)
{
	PyObject *copy = NULL;
	PyObject *old = def->m_base.m_copy;

	if (dict) {
		copy = PyDict_Copy(dict);
		if (!copy)
			return -1;
	}
	def->m_base.m_init = init;
	if (copy) {
		def->m_base.m_copy = copy;
		Py_XDECREF(old);
	}
	return 0;
}

static struct cached *
insert(char *key, PyModuleDef *def)
{
	struct cached *entry = PyMem_RawMalloc(sizeof(*entry));

	if (!entry) {
		PyErr_NoMemory();
		return NULL;
	}
	pthread_mutex_lock(&table.lock);
	*entry = (struct cached){ table.head, def, key };
	table.head = entry;
	if (!table.ends_with_python)
		table.ends_with_python = Py_AtExit(forget) == 0;
	pthread_mutex_unlock(&table.lock);
	return entry;
}

/*
 * An entry can exist already, if the init function has loaded its own module. It stays.
 * cpython:Python/import.c:_extensions_cache_set
 */
struct cached *
cache_add(const struct load_info *info, PyModuleDef *def, init_funcptr init, PyObject *dict)
{
	struct cached *entry = cache_find(info);
	char *key;

	if (entry || PyErr_Occurred())
		return entry;
	if (fill_definition(def, init, dict) < 0)
		return NULL;
	key = key_of(info);
	if (!key)
		return NULL;
	entry = insert(key, def);
	if (!entry)
		PyMem_RawFree(key);
	return entry;
}

/* cpython:Python/import.c:_extensions_cache_delete */
void
cache_delete(struct cached *entry)
{
	struct cached **link = &table.head;

	pthread_mutex_lock(&table.lock);
	while (*link && *link != entry)
		link = &(*link)->next;
	if (*link)
		*link = entry->next;
	pthread_mutex_unlock(&table.lock);
	Py_CLEAR(entry->def->m_base.m_copy);
	free_entry(entry);
}
