/*
 * The extension modules below a folder: each file that ends as the loader's do and has an export
 * hook, the name by which users import it, and the folder that must be on sys.path for that. Notes
 * the archives that lie among them, too; gather.h unpacks these.
 */
#ifndef MODULES_H
#define MODULES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum module_style { MODULE_SINGLE, MODULE_MULTI, MODULE_EXPORT, MODULE_STYLES };
/* for whom a file is, by its name: each later CPython, one version, or it does not say */
enum module_kind { MODULE_ABI3, MODULE_VERSIONED, MODULE_PLAIN, MODULE_KINDS };

struct module {
	const char *file; /* absolute */
	const char *name; /* "package.module" */
	const char *root; /* the folder for sys.path */
	const char *more; /* another one behind it, with what it may import; or NULL */
	enum module_style style; /* by what it calls: how it is initialised */
	enum module_kind kind;
};

struct modules {
	struct module *v;
	size_t n, room;
	size_t other_abi; /* files for another loader, by their names */
	size_t no_hook;   /* files without an export hook: libraries */
	char **archives;  /* absolute paths of wheels and zip files, by their names */
	size_t narchives;
};

/* what a loader says of itself; both are NULL-terminated */
struct imports {
	const char *const *suffixes; /* the endings of its extension modules' files */
	const char *const *path;     /* its sys.path */
};

/* is a file of this name for the loader? */
enum module_fit { FIT_NONE, FIT_OTHER, FIT_LOADER };
enum module_fit module_fit(const char *name, const struct imports *loader);
const char *module_style_name(enum module_style style);
const char *module_kind_name(enum module_kind kind);
/*
 * add those below folder, an absolute path. root: what goes on sys.path for them. In a root,
 * archives are data, and each folder is a package. NULL if the root is to be found: each folder
 * with __init__.py is a package. Those above the first one without it are namespace packages if
 * what is installed begins above them: at a folder of the loader's sys.path, or one that has a
 * *.dist-info or *.egg-info. Otherwise that first one is the root.
 */
void modules_look(struct arena *a, struct modules *m, const char *folder, const char *root,
		  const struct imports *loader);
/* sort them by file */
void modules_sort(struct modules *m);
void modules_free(struct modules *m);
/* is this the name of a wheel or a zip file? */
bool modules_is_archive(const char *name);
/* the last component of its name */
const char *module_short_name(const struct module *m);

#endif
