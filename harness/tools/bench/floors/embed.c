/*
 * The floor of a case: a program that embeds Python forks a child, which loads one extension
 * module and ends; N times. Nothing is written, watched, bounded or judged. The interpreter is
 * isolated and imports no site, as that of a case.
 *
 *     floor-embed EXECUTABLE (create|import) FOLDER NAME FILE N
 *
 * EXECUTABLE is the interpreter whose library this is. create: create_dynamic and exec_dynamic on
 * FILE. import: FOLDER is the first entry of sys.path, and NAME is imported.
 */
#include <Python.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORDS = 7 };

static const char create[] =
	"def load():\n"
	"    spec = type(sys.implementation)(name=NAME, origin=FILE)\n"
	"    _imp.exec_dynamic(_imp.create_dynamic(spec))\n";

static const char import[] =
	"def load():\n"
	"    __import__(NAME)\n";

static void
begin(const char *executable)
{
	PyConfig config;
	PyStatus status;

	PyConfig_InitIsolatedConfig(&config);
	config.site_import = 0;
	status = PyConfig_SetBytesString(&config, &config.program_name, executable);
	if (!PyStatus_Exception(status))
		status = Py_InitializeFromConfig(&config);
	PyConfig_Clear(&config);
	if (PyStatus_Exception(status))
		Py_ExitStatusException(status);
}

static int
prepare(char **argv)
{
	char text[4096];
	int len = snprintf(text, sizeof(text),
			   "import sys, _imp\nNAME = '%s'\nFILE = '%s'\n"
			   "sys.path.insert(0, '%s')\n%s",
			   argv[4], argv[5], argv[3],
			   strcmp(argv[2], "create") ? import : create);

	return len < (int)sizeof(text) ? PyRun_SimpleString(text) : -1;
}

static int
load_in_child(PyObject *load)
{
	int status = 1;
	pid_t pid;

	PyOS_BeforeFork();
	pid = fork();
	if (!pid) {
		PyOS_AfterFork_Child();
		_exit(PyObject_CallObject(load, NULL) ? 0 : 1);
	}
	PyOS_AfterFork_Parent();
	return pid < 0 || waitpid(pid, &status, 0) != pid ? -1 : status;
}

int
main(int argc, char **argv)
{
	PyObject *load = NULL;
	long n = argc == WORDS ? strtol(argv[6], NULL, 10) : 0;

	if (n < 1) {
		fprintf(stderr, "usage: floor-embed EXECUTABLE create|import FOLDER NAME FILE "
				"N\n");
		return 2;
	}
	begin(argv[1]);
	if (!prepare(argv))
		load = PyObject_GetAttrString(PyImport_AddModule("__main__"), "load");
	for (long i = 0; i < n; i++) {
		if (!load || load_in_child(load)) {
			fprintf(stderr, "floor-embed: %s cannot be loaded\n", argv[5]);
			return 2;
		}
	}
	return 0;
}
