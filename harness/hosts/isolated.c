/* A host that takes the isolated configuration: no environment, no user's folders, no signals. */
#include "host.h"

int
main(int argc, char **argv)
{
	PyConfig config;
	PyStatus status;
	int failed;

	if (argc != 2)
		return 2;
	PyConfig_InitIsolatedConfig(&config);
	status = Py_InitializeFromConfig(&config);
	PyConfig_Clear(&config);
	if (PyStatus_Exception(status))
		Py_ExitStatusException(status);
	failed = host_run(argv[1]);
	return Py_FinalizeEx() ? 120 : failed;
}
