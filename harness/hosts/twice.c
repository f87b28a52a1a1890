/* A host that begins and ends Python, begins it again, and only then runs the script. */
#include "host.h"

int
main(int argc, char **argv)
{
	int failed;

	if (argc != 2)
		return 2;
	Py_InitializeEx(0);
	failed = PyRun_SimpleString("import sys; sys.first_run = True");
	if (Py_FinalizeEx() || failed)
		return 120;
	Py_InitializeEx(0);
	failed = host_run(argv[1]);
	return Py_FinalizeEx() ? 120 : failed;
}
