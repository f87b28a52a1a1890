/* The loader's command line: its words, and the file and kind of the program it starts. */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "run/target.h"
#include "base/text.h"
#include "base/util.h"

/* the bytes shown of a script's first line */
enum { SHEBANG = 80 };

static bool
is_program(const char *path)
{
	struct stat st;

	return !access(path, X_OK) && !stat(path, &st) && S_ISREG(st.st_mode);
}

char **
target_split(struct arena *a, const char *line, const char **why)
{
	char **v;

	if (!is_program(line))
		return text_shell_words(a, line, why);
	v = arena_alloc(a, 2 * sizeof(*v));
	v[0] = arena_strdup(a, line);
	return v;
}

const char *
target_find(struct arena *a, const char *name)
{
	const char *path;

	if (strchr(name, '/'))
		return access(name, X_OK) ? NULL : name;
	for (path = target_path(); *path; path += *path == ':') {
		size_t len = strcspn(path, ":");
		const char *file = arena_printf(a, "%.*s/%s", (int)len, path, name);

		if (len && is_program(file))
			return file;
		path += len;
	}
	return NULL;
}

const char *
target_shebang(struct arena *a, const char *program)
{
	char line[SHEBANG + 1];
	int fd = open(program, O_RDONLY | O_CLOEXEC);
	ssize_t got = fd < 0 ? -1 : read(fd, line, sizeof(line) - 1);

	if (fd >= 0)
		close(fd);
	line[got < 0 ? 0 : got] = '\0';
	if (!text_starts(line, "#!"))
		return NULL;
	line[strcspn(line, "\n")] = '\0';
	return arena_strdup(a, line);
}
