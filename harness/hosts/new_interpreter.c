/* A host that makes a subinterpreter before anything else, and runs the script in it. */
#include "host.h"

int
main(int argc, char **argv)
{
	PyThreadState *first, *second;
	int failed;

	if (argc != 2)
		return 2;
	Py_InitializeEx(0);
	first = PyThreadState_Get();
	second = Py_NewInterpreter();
	if (!second)
		return 1;
	failed = host_run(argv[1]);
	Py_EndInterpreter(second);
	PyThreadState_Swap(first);
	return Py_FinalizeEx() ? 120 : failed;
}
