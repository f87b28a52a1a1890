/*
 * The reference loader: it makes a module object from a spec, which names a module and its file, as
 * CPython 3.14 does. It is an extension module, written against Python's public headers only.
 * Finding the file and the Python code around a loader are not its work. What public headers cannot
 * reach is listed in expected/known/reference.known.
 */
#ifndef REFERENCE_H
#define REFERENCE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <stdio.h>

/* Python 3.15 and later have a second export hook (PEP 793) */
#define HAVE_MODEXPORT (PY_VERSION_HEX >= 0x030F0000)

/* our names must not clash with those of another library */
#pragma GCC visibility push(hidden)

/* a function of any type, as dlsym returns it */
typedef void (*funcptr)(void);
typedef PyObject *(*init_funcptr)(void);
struct load_info;
/* makes the module of a hook: a new reference, or NULL with an exception */
typedef PyObject *(*maker_funcptr)(funcptr hook, const struct load_info *info, PyObject *spec);

enum { SYMBOL_SIZE = 258 }; /* longest export hook, with its NUL */

/* what the spec says, read once (load_info.c) */
struct load_info {
	PyObject *name;       /* spec.name */
	PyObject *filename;   /* spec.origin */
	PyObject *short_name; /* bytes: last component of name, encoded as in the hook's name */
	PyObject *path;       /* bytes: filename in the file system's encoding */
	const char *utf8;     /* name in UTF-8; owned by name */
	bool nonascii;        /* the last component is not ASCII */
	PyObject *reference;  /* the extension module that we are; borrowed */
};

/* 0, or -1 with an exception */
int load_info_init(struct load_info *info, PyObject *spec);
void load_info_clear(struct load_info *info);
/* a new object with the attribute "name"; NULL with an exception */
PyObject *spec_of_name(const char *name);
const char *load_info_short_name(const struct load_info *info);
const char *load_info_path(const struct load_info *info);

/* last component of name, encoded as in the hook's name; bytes, or NULL with an exception */
PyObject *hook_encode(PyObject *name, bool *nonascii);
/* "PyInit" or "PyInitU"; "PyModExport" or "PyModExportU" */
const char *hook_prefix(const struct load_info *info);
const char *hook_modexport_prefix(const struct load_info *info);
/* write the hook's name into symbol, cut to fit */
void hook_symbol(char symbol[SYMBOL_SIZE], const char *prefix, const char *shortname);
/* raise ImportError: the library has no export hook */
void hook_raise_missing(const struct load_info *info);

/* the path to give to dlopen: pathname itself, or a string in scratch */
enum { DL_PATH_SIZE = 260 };
const char *dl_path(char scratch[DL_PATH_SIZE], const char *pathname);
/* a handle that is never closed, or NULL with an exception */
void *dl_open(const char *shortname, const char *pathname);

/*
 * the function PREFIX_SHORTNAME of the library at pathname; NULL without an exception if the
 * library was loaded but has no such function. fp is the open library or NULL; it is not used.
 */
funcptr find_shared_funcptr(const char *prefix, const char *shortname, const char *pathname,
			    FILE *fp);

#ifdef _WIN32
/* the library of a Python that a loaded library imports by name; NULL if it imports none */
const char *python_import(const void *library);
/* like open(), with its audit event; NULL with an exception */
FILE *open_library(const struct load_info *info);
#endif

/*
 * call init with name as the package context; *told says whether PyModule_Create2 could see the
 * name. Returns the result of init; an exception that init left stays set.
 */
PyObject *context_call(init_funcptr init, const char *name, bool *told);
/* if it could not, give the name to the finished module; 0, or -1 with an exception */
int context_apply(PyObject *module, PyModuleDef *def, const char *name);

/* what an init function returned (result.c) */
enum result_kind {
	RESULT_MULTIPHASE,    /* def; no module yet */
	RESULT_SINGLEPHASE,   /* module and its def */
	RESULT_EXCEPTION,     /* NULL with an exception, which is kept in exception */
	RESULT_NULL,          /* NULL without an exception */
	RESULT_UNREPORTED,    /* a result and an exception, which is kept in exception */
	RESULT_UNINITIALIZED, /* a definition that PyModuleDef_Init has not seen */
	RESULT_NOT_DEF,       /* no definition, but a non-ASCII name needs one */
	RESULT_NOT_MODULE,
	RESULT_NO_DEF         /* a module that was not made from a definition */
};

struct result {
	enum result_kind kind;
	PyModuleDef *def;
	PyObject *module;    /* owned */
	PyObject *exception; /* owned */
};

/* call init and classify its result; 0, or -1 if the kind is an error; raises nothing */
int result_of_init(struct result *r, init_funcptr init, const struct load_info *info);
/* raise the exception for an error kind; its message contains name */
void result_raise(struct result *r, const char *name);

/* a single-phase module that some interpreter has loaded (cache.c) */
struct cached {
	struct cached *next;
	PyModuleDef *def;
	char *key;
};

/* the entry of this path and name; NULL without an exception if there is none */
struct cached *cache_find(const struct load_info *info);
/*
 * remember how to make the module again: def gets init, and a copy of dict if dict is not NULL.
 * An existing entry stays unchanged. NULL with an exception on error.
 */
struct cached *cache_add(const struct load_info *info, PyModuleDef *def, init_funcptr init,
			 PyObject *dict);
void cache_delete(struct cached *entry);

/*
 * make a module from its cache entry; NULL without an exception if the definition no longer has
 * what it is made from (single.c)
 */
PyObject *single_reload(struct cached *cached, const struct load_info *info);
/* set __file__ to filename, and add the module to the cache; NULL with an exception */
struct cached *single_remember(struct result *r, init_funcptr init,
			       const struct load_info *info, PyObject *filename);
/* register the module with its interpreter; 0, or -1 with an exception */
int single_finish(PyObject *module, PyModuleDef *def, const struct load_info *info);

bool interp_is_main(void);
/* make the main interpreter current; the old state for interp_back, or NULL with an exception */
PyThreadState *interp_switch_to_main(void);
/* release object, which may be NULL, and make previous current again */
void interp_back(PyThreadState *previous, PyObject *object);
/* 0 if this interpreter accepts single-phase modules; -1 with an exception about name */
int interp_check_single_phase(const char *name);

/* the module that init makes; a new reference, or NULL with an exception (run.c) */
PyObject *run_init(init_funcptr init, const struct load_info *info, PyObject *spec);
#if HAVE_MODEXPORT
/* the same for the newer hook (modexport.c) */
PyObject *run_modexport(funcptr hook, const struct load_info *info, PyObject *spec);
#endif

/* call make with the GIL, and keep it enabled if the module needs it (gil.c) */
PyObject *gil_make(maker_funcptr make, funcptr hook, const struct load_info *info, PyObject *spec);
/* for the module that we are, when it is executed; 0, or -1 with an exception */
int gil_init(PyObject *reference);

/* load a module that is not in the cache; fp as in find_shared_funcptr */
PyObject *load_dynamic_module_with_spec(const struct load_info *info, PyObject *spec, FILE *fp);

/* take the pending exception, normalized; NULL if there is none (error.c) */
PyObject *error_take(void);
/* make exception pending again; steals the reference */
void error_restore(PyObject *exception);
/* raise SystemError with cause (stolen) as its cause and context; format has one %s, for name */
void error_raise_from(PyObject *cause, const char *format, const char *name);

#pragma GCC visibility pop

#endif
