/* What the hosts in C share: the script's words, and the end of the process. */
#ifndef HOST_H
#define HOST_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdio.h>
#include <stdlib.h>

/* run the script at path, as an application does that has a file of Python code */
static inline int
host_run(const char *path)
{
	FILE *file = fopen(path, "rb");

	if (!file) {
		perror(path);
		return 1;
	}
	return PyRun_SimpleFileEx(file, path, 1) ? 1 : 0;
}

#endif
