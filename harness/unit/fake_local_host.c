/*
 * A program that embeds Python as it should not: it opens libpython for itself alone, so that no
 * extension module finds the symbols of Python. Without a shared libpython it exits with 77.
 */
#include <dlfcn.h>
#include <stdio.h>

enum { OLDEST = 8, NEWEST = 20, NOT_HERE = 77 };

int
main(int argc, char **argv)
{
	int (*python)(int, char **);
	char name[64];
	void *lib = NULL;

	for (int minor = NEWEST; !lib && minor >= OLDEST; minor--) {
		snprintf(name, sizeof(name), "libpython3.%d.so.1.0", minor);
		lib = dlopen(name, RTLD_NOW | RTLD_LOCAL);
	}
	if (!lib)
		return NOT_HERE;
	*(void **)&python = dlsym(lib, "Py_BytesMain");
	return python ? python(argc, argv) : NOT_HERE;
}
