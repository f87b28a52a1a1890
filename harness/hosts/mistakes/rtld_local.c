/*
 * A host that makes the usual mistake: it opens libpython with RTLD_LOCAL. An extension module that
 * is not linked against libpython finds no symbol of Python then.
 */
#include <dlfcn.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
	int (*python)(int, char **);
	void *lib = dlopen(LIBPYTHON, RTLD_NOW | RTLD_LOCAL);

	if (!lib) {
		fprintf(stderr, "%s\n", dlerror());
		return 1;
	}
	*(void **)&python = dlsym(lib, "Py_BytesMain");
	return python ? python(argc, argv) : 1;
}
