/*
 * The border between a fixture and the harness, for fx.h: where the transcript is, and how paths
 * are shown if a loader is carried, so that its system has others (FORMAT.md, section 3).
 */
#ifndef FX_BORDER_H
#define FX_BORDER_H

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#endif

/* a variable of the environment; "" without it */
static inline void
fx_variable(const char *name, char *value, size_t size)
{
#ifdef _WIN32
	/* not getenv: each C library of the process has a copy of its own */
	DWORD n = GetEnvironmentVariableA(name, value, (DWORD)size);

	if (!n || n >= size)
		*value = '\0';
#else
	const char *found = getenv(name);

	*value = '\0';
	if (found && strlen(found) < size)
		memcpy(value, found, strlen(found) + 1);
#endif
}

#ifdef _WIN32

/* write a line to the transcript, if there is one */
static inline void
fx_write(const char *line, size_t len)
{
	char path[1024];
	DWORD error = GetLastError(), n;
	HANDLE file = INVALID_HANDLE_VALUE;

	fx_variable("CONFORM_FILE", path, sizeof(path));
	if (*path)
		file = CreateFileA(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
				   OPEN_EXISTING, 0, NULL);
	if (file != INVALID_HANDLE_VALUE) {
		WriteFile(file, line, (DWORD)len, &n, NULL);
		CloseHandle(file);
	}
	SetLastError(error);
}

#else

/* write all to the descriptor */
static inline void
fx_write_to(int fd, const char *line, size_t len)
{
	for (size_t done = 0; done < len;) {
		ssize_t n = write(fd, line + done, len - done);
		if (n > 0)
			done += (size_t)n;
		else if (n < 0 && errno != EINTR)
			break;
	}
}

/* write a line to the transcript, if there is one: an open descriptor, or a file */
static inline void
fx_write(const char *line, size_t len)
{
	char number[16], path[1024];
	int fd;

	fx_variable("CONFORM_FD", number, sizeof(number));
	if (*number) {
		fx_write_to((int)strtol(number, NULL, 10), line, len);
		return;
	}
	fx_variable("CONFORM_FILE", path, sizeof(path));
	fd = *path ? open(path, O_WRONLY | O_APPEND) : -1;
	if (fd < 0)
		return;
	fx_write_to(fd, line, len);
	close(fd);
}

#endif

/* with CONFORM_ROOT=Z:, "Z:\a\b" becomes "/a/b"; a path ends where no name of Windows goes on */
static inline void
fx_outward(char *text)
{
	char root[256], *to = text;
	size_t len;
	int inside = 0;

	fx_variable("CONFORM_ROOT", root, sizeof(root));
	len = strlen(root);
	for (; len && *text; text++) {
		if (!strncmp(text, root, len) && (text[len] == '\\' || text[len] == '/')) {
			text += len;
			inside = 1;
		}
		inside = inside && !strchr("\"'<>|:*?\n", *text);
		*to++ = inside && *text == '\\' ? '/' : *text;
	}
	if (len)
		*to = '\0';
}

#endif
