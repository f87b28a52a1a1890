/*
 * TAP version 13. The plan comes first, so that a stream that ends early is not taken for a whole
 * one.
 * https://testanything.org/tap-version-13-specification.html
 */
#include <string.h>

#include "format/casefile.h"
#include "report/rep_text.h"
#include "report/report.h"
#include "base/text.h"
#include "base/util.h"
#include "format/result.h"

static void
send(struct reporter *r, struct buf *b)
{
	fwrite(b->p, 1, b->len, r->out);
	fflush(r->out);
	buf_free(b);
}

static void
tap_begin(struct reporter *r, const struct summary *s)
{
	struct buf b = {0};

	buf_puts(&b, "TAP version 13\n");
	if (s->planned)
		buf_printf(&b, "1..%zu\n", s->planned);
	else
		buf_puts(&b, "1..0 # SKIP no case was selected\n");
	buf_puts(&b, "# suite ");
	rep_suite(&b, s);
	buf_puts(&b, "\n# target ");
	rep_target(&b, s);
	buf_puts(&b, "\n# loader ");
	rep_clean(&b, s->loader, strlen(s->loader));
	buf_puts(&b, "\n# program ");
	rep_program(&b, s);
	buf_putc(&b, '\n');
	rep_env(&b, s, "# env ");
	send(r, &b);
}

static void
add_directive(struct buf *b, const char *directive, const struct result *res)
{
	struct buf reason = {0};

	rep_reason(&reason, res);
	buf_puts(b, directive);
	text_tap(b, reason.p);
	buf_free(&reason);
}

static void
tap_result(struct reporter *r, const struct summary *s, const struct result *res)
{
	static const struct rep_style style = {.prefix = "# ", .log = true};
	bool ok = !res->unexpected && res->outcome != OUT_XFAIL;
	struct buf b = {0};

	(void)s;
	buf_printf(&b, "%s %zu - ", ok ? "ok" : "not ok", r->done);
	text_tap(&b, res->cs->id);
	if (res->unexpected || res->outcome == OUT_DETAIL)
		buf_printf(&b, "\n# %s", outcome_name(res->outcome));
	else if (res->outcome == OUT_SKIP)
		add_directive(&b, " # SKIP ", res);
	else if (res->outcome == OUT_XFAIL)
		add_directive(&b, " # TODO known: ", res);
	buf_putc(&b, '\n');
	if (res->unexpected)
		rep_failure(&b, res, &style);
	send(r, &b);
}

static void
tap_end(struct reporter *r, const struct summary *s, const struct result *const *all, size_t n)
{
	struct buf b = {0}, why = {0};

	if (rep_excused(&why, all, n))
		buf_printf(&b, "# excused: %s\n", why.p);
	buf_clear(&why);
	rep_notes(&b, s, "# note: ");
	buf_puts(&b, "# ");
	rep_verdict(&b, s);
	buf_puts(&b, "\n# ");
	rep_how(&b, s);
	buf_putc(&b, '\n');
	if (rep_incomplete(&why, s))
		buf_printf(&b, "Bail out! %s\n", why.p);
	buf_free(&why);
	send(r, &b);
}

const struct report_format rep_tap = {"tap", tap_begin, tap_result, tap_end, false};
