/*
 * A program that embeds Python in a wrong way: it opens libpython with RTLD_LOCAL, so extension
 * modules do not find the symbols of Python. Exits with 77 if there is no shared libpython.
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
