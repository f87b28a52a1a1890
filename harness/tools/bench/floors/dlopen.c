/*
 * The floor of any loader: fork a child that opens FILE, looks HOOK up and ends; N times. No
 * interpreter is there, so the function that FILE takes from one is defined here.
 *
 *     floor-dlopen FILE HOOK N
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

void *PyModuleDef_Init(void *def);

void *
PyModuleDef_Init(void *def)
{
	return def;
}

static int
load(const char *file, const char *hook)
{
	void *handle = dlopen(file, RTLD_NOW);

	return handle && dlsym(handle, hook) ? 0 : 1;
}

int
main(int argc, char **argv)
{
	long n = argc == 4 ? strtol(argv[3], NULL, 10) : 0;

	if (n < 1) {
		fprintf(stderr, "usage: floor-dlopen FILE HOOK N\n");
		return 2;
	}
	for (long i = 0; i < n; i++) {
		int status = 1;
		pid_t pid = fork();

		if (!pid)
			_exit(load(argv[1], argv[2]));
		if (pid < 0 || waitpid(pid, &status, 0) != pid || status) {
			fprintf(stderr, "floor-dlopen: %s cannot be loaded\n", argv[1]);
			return 2;
		}
	}
	return 0;
}
