#include <stdlib.h>
#include <string.h>

#include "bless.h"
#include "casefile.h"
#include "expected.h"
#include "known.h"
#include "suite.h"
#include "text.h"
#include "util.h"
#include "verdict.h"

/* why what happened is taken for no expectation, whatever the file says; NULL: it may be one */
static const char *
refusal(struct arena *a, const struct result *r, const struct known_line *known)
{
	if (r->outcome == OUT_SKIP)
		return arena_printf(a, "it was not run: %s", r->reason ? r->reason : "skipped");
	if (known)
		return arena_printf(a, "%s:%d lists it as known (%s); an expectation is what is "
				    "right: remove that line first", known->path, known->line,
				    known->reason);
	switch (r->outcome) {
	case OUT_FAIL:
	case OUT_DETAIL:
		return NULL;
	case OUT_CRASH:
	case OUT_TIMEOUT:
		return arena_printf(a, "%s: a death is expected only where an author writes it "
				    "down", r->reason ? r->reason : outcome_name(r->outcome));
	default:
		return arena_printf(a, "it was not carried out: %.*s",
				    r->reason ? (int)strcspn(r->reason, "\n") : 0,
				    r->reason ? r->reason : "");
	}
}

/* the text that its expected file would have; NULL with *why */
static const char *
new_text(struct arena *a, const struct bless_by *by, const struct result *r, struct expected *e,
	 const char **why)
{
	struct errors errors = {0};
	const char *text = NULL;
	char **got;
	size_t n;

	*why = refusal(a, r, known_find(by->known, r->cs->id, by->facts));
	if (!*why && suite_expected(a, by->suite, r->cs, e, &errors))
		*why = arena_strdup(a, buf_str(&errors.text));
	if (!*why) {
		got = text_lines(a, r->got, strlen(r->got), &n);
		text = bless_text(a, e, by->facts, got, n, why);
	}
	errors_free(&errors);
	return text;
}

enum blessed
bless_result(const struct bless_by *by, const struct result *r)
{
	struct arena a = {0};
	struct expected e;
	const char *why, *text;
	enum blessed what = BLESS_LEFT;

	if (r->outcome == OUT_PASS)
		return BLESS_RIGHT;
	text = new_text(&a, by, r, &e, &why);
	if (!text)
		warn("not blessed: %s: %s", r->cs->id, why);
	else if (!file_write(e.path, text, strlen(text)))
		what = BLESS_DONE;
	if (what == BLESS_DONE)
		printf("blessed %s: read the change before you commit it\n", e.path);
	else if (r->outcome == OUT_SKIP)
		what = BLESS_SKIPPED;
	arena_free(&a);
	return what;
}
