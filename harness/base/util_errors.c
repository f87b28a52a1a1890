#include "base/util.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* a message may quote a loader's words, which must not become commands to a terminal */
static void PRINTF(1, 0)
say_clean(const char *fmt, va_list ap)
{
	struct buf text = {0}, clean = {0};

	buf_vprintf(&text, fmt, ap);
	text_clean_lines(&clean, buf_str(&text), text.len);
	fputs(buf_str(&clean), stderr);
	buf_free(&text);
	buf_free(&clean);
}

static void PRINTF(1, 0)
vwarn(const char *fmt, va_list ap)
{
	int saved = errno;
	size_t len = strlen(fmt);

	fprintf(stderr, "%s: ", argv0);
	say_clean(fmt, ap);
	if (len && fmt[len - 1] == ':')
		fprintf(stderr, " %s", strerror(saved));
	fputc('\n', stderr);
}

void
warn(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vwarn(fmt, ap);
	va_end(ap);
}

void
die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vwarn(fmt, ap);
	va_end(ap);
	exit(EXIT_USAGE);
}

void
die_at(const char *file, int line, const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%d: ", file, line);
	va_start(ap, fmt);
	say_clean(fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(EXIT_USAGE);
}

int
all_said(int code)
{
	bool failed = fflush(stdout) != 0;

	/* errno is about this flush only; a report has told why it could not be written */
	if (failed)
		warn("cannot write to standard output:");
	else if (ferror(stdout) && code < EXIT_USAGE)
		warn("cannot write to standard output");
	if (!failed && !ferror(stdout) && !ferror(stderr))
		return code;
	return code > EXIT_USAGE ? code : EXIT_USAGE;
}

void
errors_at(struct errors *e, const char *file, int line, const char *fmt, ...)
{
	va_list ap;

	if (e->n++ >= ERRORS_MAX)
		return;
	if (line)
		buf_printf(&e->text, "%s:%d: ", file, line);
	else
		buf_printf(&e->text, "%s: ", file);
	va_start(ap, fmt);
	buf_vprintf(&e->text, fmt, ap);
	va_end(ap);
	buf_putc(&e->text, '\n');
}

void
errors_die(struct errors *e)
{
	if (!e->n)
		return;
	fputs(buf_str(&e->text), stderr);
	if (e->n > ERRORS_MAX)
		fprintf(stderr, "%s: and %zu more\n", argv0, e->n - ERRORS_MAX);
	exit(EXIT_USAGE);
}

void
errors_free(struct errors *e)
{
	buf_free(&e->text);
	e->n = 0;
}
