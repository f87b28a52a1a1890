/* The command line that runs one case again, which a report shows after "rerun:". Pure. */
#include <string.h>

#include "format/settings.h"
#include "format/vocab.h"
#include "run/session_private.h"
#include "base/text.h"
#include "base/util.h"

/* the path, relative to cwd if it is below it */
static const char *
from_here(const char *cwd, const char *path)
{
	size_t len = strlen(cwd);

	if (!strcmp(path, cwd))
		return ".";
	return text_starts(path, cwd) && path[len] == '/' ? path + len + 1 : path;
}

static void
add_option(struct buf *b, const char *option, const char *value)
{
	if (!value)
		return;
	buf_printf(b, " %s ", option);
	text_shell(b, value);
}

static void
add_program(struct arena *a, struct buf *b, const struct options *o, const char *cwd)
{
	const char *script = from_here(cwd, arena_printf(a, "%s/run_tests.sh", o->home));

	if (o->today_is_set) {
		buf_puts(b, "CONFORM_TODAY=");
		text_shell(b, o->today);
		buf_putc(b, ' ');
	}
	/* the shell would search PATH for a name without '/', as it did for an installed program */
	if (!strchr(script, '/'))
		script = arena_printf(a, "./%s", script);
	text_shell(b, o->program ? o->program : script);
}

/* add the options that decide how the case is judged */
static void
add_judgement(struct buf *b, const struct options *o)
{
	add_option(b, "--target", o->target);
	for (size_t i = 0; o->known && o->known[i]; i++)
		add_option(b, "--known", o->known[i]);
	if (o->level >= 0)
		add_option(b, "--level", vocab_level(o->level));
}

static void
add_limits(struct arena *a, struct buf *b, const struct limits *limits)
{
	const char *limit;
	unsigned at = 0;

	while ((limit = limits_next(a, limits, &at)))
		buf_printf(b, " --limit %s", limit);
}

const char *
session_rerun(struct arena *a, const struct options *o, const char *loader, bool fork,
	      const char *cwd)
{
	struct buf b = {0};
	const char *text;

	add_program(a, &b, o, cwd);
	if (strcmp(o->root, o->home))
		add_option(&b, "--root", from_here(cwd, o->root));
	if (o->build_is_set)
		add_option(&b, "--build", from_here(cwd, o->build));
	add_option(&b, "--host", o->host);
	if (o->host ? o->python_is_set : strcmp(loader, "python3") != 0)
		add_option(&b, "--loader", o->host ? o->python : loader);
	for (size_t i = 0; o->env && o->env[i]; i++)
		add_option(&b, "--env", o->env[i]);
	if (o->cc)
		add_option(&b, "--cc", o->cc);
	if (o->plugin)
		add_option(&b, "--plugin", from_here(cwd, o->plugin));
	add_judgement(&b, o);
	add_option(&b, "--wrapper", o->wrapper);
	/* a wrapper runs each case in a process of its own anyway */
	if (!fork && !o->wrapper)
		add_option(&b, "--isolation", o->weak ? "exec,weak" : "exec");
	else if (o->weak)
		add_option(&b, "--isolation", "weak");
	if (o->timeout_scale < 1 || o->timeout_scale > 1)
		buf_printf(&b, " --timeout-scale %.9g", o->timeout_scale);
	add_limits(a, &b, &o->limits);
	text = arena_strndup(a, buf_str(&b), b.len);
	buf_free(&b);
	return text;
}
