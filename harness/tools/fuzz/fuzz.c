/*
 * The program for libFuzzer. It has the name of its target: build/fuzz/case is a link to it, and
 * `build/fuzz/case FILE` runs the target `case` once with the bytes of FILE.
 */
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tools/fuzz/fuzz.h"
#include "format/expr.h"
#include "base/util.h"

/* the fuzzer's own names */
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static const struct {
	const char *name;
	void (*run)(const char *bytes, size_t len);
} targets[] = {
	{"case", fuzz_case},       {"expected", fuzz_expected}, {"known", fuzz_known},
	{"expr", fuzz_expr},       {"transcript", fuzz_transcript}, {"reply", fuzz_reply},
	{"hello", fuzz_hello},     {"fixture", fuzz_fixture}, {"record", fuzz_record},
	{"fixcheck", fuzz_fixcheck}, {"elfedit", fuzz_elfedit},
};

static void (*target)(const char *bytes, size_t len);

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *slash = strrchr((*argv)[0], '/'), *name = slash ? slash + 1 : (*argv)[0];

	(void)argc;
	argv0 = name;
	for (size_t i = 0; i < LENGTH(targets); i++) {
		if (!strcmp(targets[i].name, name))
			target = targets[i].run;
	}
	if (!target)
		die("no target has this name; see harness/tools/fuzz/fuzz.c");
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	/* of exactly this size, so that a read behind the NUL is seen */
	char *copy = xmalloc(len + 1);

	if (len)
		memcpy(copy, bytes, len);
	copy[len] = '\0';
	target(copy, len);
	free(copy);
	return 0;
}

void
fuzz_broken(const char *file, int line, const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%d: broken promise: ", file, line);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	abort();
}

const struct facts *
fuzz_facts(struct arena *a, size_t i)
{
	static const char *const keys[] = {"impl", "py", "libc", "arch", "abi", "gil", "debug",
					   "cap"};
	static const char *const values[FUZZ_FACTS][LENGTH(keys)] = {
		{"cpython-3.14.0", "3.14.0", "glibc-2.41", "x86_64", "cpython-314", "1", "0",
		 "fork"},
		{"pypy-7.3.11", "3.9.16", "musl", "aarch64", "pypy39-pp73", "1", "1", "abi3"},
		{NULL},
	};
	struct facts *facts = arena_alloc(a, sizeof(*facts));

	for (size_t k = 0; k < LENGTH(keys) && values[i][k]; k++)
		facts_add(a, facts, keys[k], values[i][k]);
	return facts;
}

size_t
fuzz_lines(const char *bytes, size_t len)
{
	size_t lines = len && bytes[len - 1] != '\n';

	for (size_t i = 0; i < len; i++)
		lines += bytes[i] == '\n';
	return lines;
}

/* "PATH: MISTAKE" or "PATH:LINE: MISTAKE" */
static bool
has_place(const char *line, const char *path, size_t lines)
{
	size_t len = strlen(path);
	unsigned long number = 1;
	char *end;

	if (strncmp(line, path, len))
		return false;
	end = (char *)(uintptr_t)line + len;
	if (end[0] == ':' && end[1] != ' ')
		number = strtoul(end + 1, &end, 10);
	return number && number <= (lines ? lines : 1) && end[0] == ':' && end[1] == ' ' && end[2];
}

bool
fuzz_parsed(int status, struct errors *e, const char *path, size_t lines)
{
	const char *line = buf_str(&e->text);
	bool good = !e->n;
	size_t n = 0;

	FUZZ_HOLDS(status == (good ? 0 : -1), "status %d with %zu mistakes", status, e->n);
	for (; *line; line += strcspn(line, "\n") + 1, n++)
		FUZZ_HOLDS(has_place(line, path, lines), "no place: %s", line);
	FUZZ_HOLDS(n == (e->n < ERRORS_MAX ? e->n : ERRORS_MAX), "%zu mistakes in %zu lines", e->n,
		   n);
	errors_free(e);
	return good;
}
