/*
 * Workflow commands that GitHub turns into annotations of the case files. The service shows at most
 * ten errors for each step, so there is one for each cause. The summary has the counts.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
#include <string.h>

#include "format/casefile.h"
#include "report/rep_causes.h"
#include "report/rep_text.h"
#include "report/report.h"
#include "base/text.h"
#include "base/util.h"
#include "format/result.h"
#include "format/version.h"

enum { WIDTH = 80 }; /* columns of a line of ids */

/* complete the command with title and text, and send it as a line; frees all three */
static void
send(struct reporter *r, struct buf *command, struct buf *title, struct buf *text)
{
	text->p[--text->len] = '\0'; /* its last newline */
	text_github(command, title->p, true);
	buf_puts(command, "::");
	text_github(command, text->p, false);
	buf_putc(command, '\n');
	fwrite(command->p, 1, command->len, r->out);
	fflush(r->out);
	buf_free(command);
	buf_free(title);
	buf_free(text);
}

/* one annotation for all results of a cause, at the case with the shortest transcript */
static void
send_cause(struct reporter *r, const struct rep_cause *c)
{
	static const struct rep_style style = {.prefix = ""};
	const struct result *res = c->shown;
	struct buf b = {0}, title = {0}, text = {0};

	buf_printf(&title, "%s %s", outcome_name(res->outcome), res->cs->id);
	if (c->n > 1) {
		buf_printf(&title, " and %zu more: ", c->n - 1);
		rep_clean(&title, c->text, strcspn(c->text, "\n"));
	}
	rep_failure(&text, res, &style);
	rep_cause_more(&text, c, "", WIDTH);
	buf_puts(&b, "::error file=");
	text_github(&b, res->cs->path, true);
	buf_printf(&b, ",line=%d,title=", res->line ? res->line : 1);
	send(r, &b, &title, &text);
}

/* the most frequent causes come first: the service may show no others */
static void
send_causes(struct reporter *r, const struct result *const *all, size_t n)
{
	struct rep_causes causes;

	rep_causes_group(&causes, all, n);
	for (size_t i = causes.n; i-- > 0;)
		send_cause(r, &causes.v[i]);
	rep_causes_free(&causes);
}

/* an incomplete run gets an error of its own: no other annotation would show it */
static void
github_end(struct reporter *r, const struct summary *s, const struct result *const *all, size_t n)
{
	struct buf b = {0}, title = {0}, text = {0}, why = {0};

	send_causes(r, all, n);
	buf_printf(&title, "%s %s: ", SUITE_NAME, SUITE_VERSION);
	rep_target(&title, s);
	rep_verdict(&text, s);
	buf_putc(&text, '\n');
	rep_suite(&text, s);
	buf_putc(&text, '\n');
	rep_how(&text, s);
	buf_putc(&text, '\n');
	if (rep_excused(&why, all, n))
		buf_printf(&text, "excused: %s\n", why.p);
	buf_clear(&why);
	rep_notes(&text, s, "note: ");
	buf_printf(&b, "::%s title=", rep_incomplete(&why, s) ? "error" : "notice");
	send(r, &b, &title, &text);
	buf_free(&why);
}

const struct report_format rep_github = {"github", NULL, NULL, github_end, false};
