/*
 * The reference loader: what CPython 3.14 does between "this file is the extension module of that
 * name" and a module object, as an extension module of its own, written against Python's public
 * headers. Finding the file, and everything that Python code does around a loader, is not here.
 * What public headers cannot reach stands in expected/known/reference.known.
 */
#ifndef REFERENCE_H
#define REFERENCE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <stdio.h>

/* where Python 3.15 and later have a second export hook (PEP 793) */
#define HAVE_MODEXPORT (PY_VERSION_HEX >= 0x030F0000)

/* names of our own must not meet those of another library */
#pragma GCC visibility push(hidden)

/* a function of any type, as dlsym gives it */
typedef void (*funcptr)(void);
typedef PyObject *(*init_funcptr)(void);

enum { SYMBOL_SIZE = 258 }; /* longest export hook, with its NUL */

/* what the spec says, read once (load_info.c) */
struct load_info {
	PyObject *name;       /* spec.name */
	PyObject *filename;   /* spec.origin */
	PyObject *short_name; /* bytes: last component of name, as it stands in the hook's name */
	PyObject *path;       /* bytes: filename in the file system's encoding */
	const char *utf8;     /* name; belongs to it */
	bool nonascii;        /* the last component is not ASCII */
};

/* 0, or -1 with an exception */
int load_info_init(struct load_info *info, PyObject *spec);
void load_info_clear(struct load_info *info);
/* an object whose attribute "name" is name; NULL with an exception */
PyObject *spec_of_name(const char *name);
const char *load_info_short_name(const struct load_info *info);
const char *load_info_path(const struct load_info *info);

/* last component of name as it stands in the hook's name; bytes, or NULL with an exception */
PyObject *hook_encode(PyObject *name, bool *nonascii);
/* "PyInit" or "PyInitU"; "PyModExport" or "PyModExportU" */
const char *hook_prefix(const struct load_info *info);
const char *hook_modexport_prefix(const struct load_info *info);
/* the hook's name, cut to fit */
void hook_symbol(char symbol[SYMBOL_SIZE], const char *prefix, const char *shortname);
/* ImportError: the library has none */
void hook_raise_missing(const struct load_info *info);

/* pathname as dlopen is to see it: itself, or in scratch */
enum { DL_PATH_SIZE = 260 };
const char *dl_path(char scratch[DL_PATH_SIZE], const char *pathname);
/* a handle that is never closed, or NULL with an exception */
void *dl_open(const char *shortname, const char *pathname);

/*
 * the function PREFIX_SHORTNAME of the library at pathname; NULL without an exception if the
 * library was loaded but has none. fp is the open library or NULL, and not used.
 */
funcptr find_shared_funcptr(const char *prefix, const char *shortname, const char *pathname,
			    FILE *fp);

/*
 * call init to make the module that is to have this name; *told gets whether PyModule_Create2
 * could know. What init gave, with an exception if it left one.
 */
PyObject *context_call(init_funcptr init, const char *name, bool *told);
/* where it could not, name the finished module; 0, or -1 with an exception (context_apply.c) */
int context_apply(PyObject *module, PyModuleDef *def, const char *name);

/* what an init function gave (result.c) */
enum result_kind {
	RESULT_MULTIPHASE,    /* def; no module yet */
	RESULT_SINGLEPHASE,   /* module and its def */
	RESULT_EXCEPTION,     /* NULL with an exception, which is kept in exception */
	RESULT_NULL,          /* NULL without */
	RESULT_UNREPORTED,    /* a result and an exception, which is kept in exception */
	RESULT_UNINITIALIZED, /* a definition that PyModuleDef_Init has not seen */
	RESULT_NOT_DEF,       /* a name that is not ASCII asks for a definition */
	RESULT_NOT_MODULE,
	RESULT_NO_DEF         /* a module that was not made from a definition */
};

struct result {
	enum result_kind kind;
	PyModuleDef *def;
	PyObject *module;    /* owned */
	PyObject *exception; /* owned */
};

/* call init and judge what it gives; 0, or -1 for all kinds that are errors, nothing raised */
int result_of_init(struct result *r, init_funcptr init, const struct load_info *info);
/* raise what an error kind stands for; name goes into the text */
void result_raise(struct result *r, const char *name);

/* single-phase modules that were loaded once, in any interpreter (cache.c) */
struct cached {
	struct cached *next;
	PyModuleDef *def;
	char *key;
};

/* the entry of this path and name; NULL without an exception if there is none */
struct cached *cache_find(const struct load_info *info);
/*
 * remember how to make the module again: dict is copied into def, or else init is noted there.
 * An entry that is there already stays as it is. NULL with an exception on error.
 */
struct cached *cache_add(const struct load_info *info, PyModuleDef *def, init_funcptr init,
			 PyObject *dict);
void cache_delete(struct cached *entry);

/*
 * make a module from what is remembered; NULL without an exception if nothing is left to make it
 * from (single.c)
 */
PyObject *single_reload(struct cached *cached, const struct load_info *info);
/* note __file__, which is filename, and how to make the module again */
struct cached *single_remember(struct result *r, init_funcptr init,
			       const struct load_info *info, PyObject *filename);
/* make the module known to its interpreter; 0, or -1 with an exception */
int single_finish(PyObject *module, PyModuleDef *def, const struct load_info *info);

bool interp_is_main(void);
/* make the main interpreter current; returns what was current, to be handed to interp_back */
PyThreadState *interp_switch_to_main(void);
/* end that, dropping object; NULL is allowed */
void interp_back(PyThreadState *previous, PyObject *object);
/* 0 if this interpreter takes single-phase modules; -1 with an exception that names name */
int interp_check_single_phase(const char *name);

/* the module that init makes; a new reference, or NULL with an exception (run.c) */
PyObject *run_init(init_funcptr init, const struct load_info *info, PyObject *spec);
#if HAVE_MODEXPORT
/* the same for the newer hook (modexport.c) */
PyObject *run_modexport(funcptr hook, const struct load_info *info, PyObject *spec);
#endif

/* the module of a spec that is in no cache; fp as in find_shared_funcptr */
PyObject *load_dynamic_module_with_spec(const struct load_info *info, PyObject *spec, FILE *fp);

/* the pending exception, normalized, taken away; NULL if there is none (error.c) */
PyObject *error_take(void);
/* make it pending again; steals it */
void error_restore(PyObject *exception);
/* SystemError with cause (which is stolen) as its cause and context; format has one %s */
void error_raise_from(PyObject *cause, const char *format, const char *name);

#pragma GCC visibility pop

#endif
