/*
 * A host that takes the isolated configuration: no environment, no user's folders, no signals. With
 * it Python leaves the locale to the application, which has to choose one: the encoding of file
 * names depends on it.
 */
#include "host.h"

#include <locale.h>

int
main(int argc, char **argv)
{
	PyConfig config;
	PyStatus status;
	int failed;

	if (argc != 2)
		return 2;
	setlocale(LC_ALL, "");
	PyConfig_InitIsolatedConfig(&config);
	status = Py_InitializeFromConfig(&config);
	PyConfig_Clear(&config);
	if (PyStatus_Exception(status))
		Py_ExitStatusException(status);
	failed = host_run(argv[1]);
	return Py_FinalizeEx() ? 120 : failed;
}
