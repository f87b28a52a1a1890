/* A host whose main thread never knows Python: another one begins, runs and ends everything. */
#include "host.h"

#include <pthread.h>

struct work {
	const char *path;
	int failed;
};

static void *
run(void *arg)
{
	struct work *work = arg;

	Py_InitializeEx(0);
	work->failed = host_run(work->path);
	if (Py_FinalizeEx())
		work->failed = 120;
	/* a child that Python forked has this thread alone: nobody would see it return */
	exit(work->failed);
}

int
main(int argc, char **argv)
{
	struct work work = {.path = argc == 2 ? argv[1] : NULL};
	pthread_t thread;

	if (!work.path || pthread_create(&thread, NULL, run, &work))
		return 2;
	pthread_join(thread, NULL);
	return work.failed;
}
