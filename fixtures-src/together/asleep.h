/* Waits until a thread of this process sleeps: it has not run between many looks at it. */
#ifndef ASLEEP_H
#define ASLEEP_H

#include <string.h>
#include <time.h>

enum { LOOKS = 20 };

/* copy the lines of its status that tell how often it has run; false while it does not sleep */
static int
look(long thread, char *lines, size_t size)
{
	char path[64];
	char line[256];
	int sleeps = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/self/task/%ld/status", thread);
	file = fopen(path, "r");
	*lines = '\0';
	while (file && fgets(line, sizeof(line), file)) {
		if (!strncmp(line, "State:\tS", 8))
			sleeps = 1;
		if (strstr(line, "ctxt") && strlen(lines) + strlen(line) < size)
			strcat(lines, line);
	}
	if (file)
		fclose(file);
	return sleeps;
}

static void
wait_asleep(long thread)
{
	const struct timespec nap = {0, 1000000};
	char before[512] = "", now[512];

	for (int calm = 0; calm < LOOKS;) {
		nanosleep(&nap, NULL);
		calm = look(thread, now, sizeof(now)) && !strcmp(now, before) ? calm + 1 : 0;
		memcpy(before, now, sizeof(now));
	}
}

#endif
