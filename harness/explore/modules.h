/*
 * The extension modules below folders: each file that ends as the loader's do and has an export
 * hook, the name by which users import it, and the folder that must be on sys.path for that.
 */
#ifndef MODULES_H
#define MODULES_H

#include <stddef.h>

struct arena;

enum module_style { MODULE_SINGLE, MODULE_MULTI, MODULE_EXPORT, MODULE_STYLES };

struct module {
	const char *file; /* absolute */
	const char *name; /* "package.module" */
	const char *root; /* the folder for sys.path */
	enum module_style style; /* by what it calls: how it is initialised */
};

struct modules {
	struct module *v; /* sorted by file */
	size_t n;
	size_t other_abi; /* files for another loader, by their names */
	size_t no_hook;   /* files without an export hook: libraries */
};

/* the name of a style */
const char *module_style_name(enum module_style style);
/* find them; suffix: the loader's own. 0, or -1 with a warning if a folder cannot be read */
int modules_find(struct arena *a, struct modules *m, char *const *folders, const char *suffix);
/* the last component of its name */
const char *module_short_name(const struct module *m);

#endif
