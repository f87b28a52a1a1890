#include "run/cause.h"

#include <string.h>

#include "format/casefile.h"
#include "run/cause_private.h"
#include "base/text.h"
#include "format/transcript.h"
#include "base/util.h"

/* a cause is a line that people read, and a text that is compared with others */
enum { CAUSE_BYTES = 400 };

static const char MESSAGE[] = "~ message ";

static size_t
answer_end(char *const *lines, size_t n, size_t at)
{
	while (at < n && transcript_mark(lines[at]) != MARK_COMMAND)
		at++;
	return at;
}

static size_t
next_line(const struct cause_input *in, char *const *lines, size_t n, size_t at)
{
	while (!in->detail && at < n && transcript_mark(lines[at]) == MARK_DETAIL)
		at++;
	return at;
}

bool
cause_find(struct cause_place *p, const struct cause_input *in)
{
	*p = (struct cause_place){0};
	for (;; p->want++, p->got++) {
		p->want = next_line(in, in->want, in->nwant, p->want);
		p->got = next_line(in, in->got, in->ngot, p->got);
		if (p->want == in->nwant || p->got == in->ngot ||
		    strcmp(in->want[p->want], in->got[p->got]))
			break;
		if (transcript_mark(in->want[p->want]) == MARK_COMMAND) {
			p->want_from = p->want;
			p->got_from = p->got;
		}
	}
	p->want_end = answer_end(in->want, in->nwant, p->want);
	p->got_end = answer_end(in->got, in->ngot, p->got);
	return p->want < in->nwant || p->got < in->ngot;
}

const char *
cause_finish(struct arena *a, struct buf *b)
{
	size_t len = b->len < CAUSE_BYTES ? b->len : CAUSE_BYTES;
	const char *text = arena_strndup(a, buf_str(b), text_utf8(buf_str(b), len));

	buf_free(b);
	return text;
}

/* one transcript's lines that answer the command at which the two transcripts first differ */
struct answer {
	char *const *lines;
	size_t from, end;
};

static bool
contains(const struct answer *x, const char *line)
{
	for (size_t i = x->from; i < x->end; i++)
		if (!strcmp(x->lines[i], line))
			return true;
	return false;
}

/* the index of the first exception of x whose class the other answer lacks, or x->end */
static size_t
raised(const struct answer *x, const struct answer *other)
{
	for (size_t i = x->from; i < x->end; i++)
		if (transcript_mark(x->lines[i]) == MARK_EXCEPTION && !contains(other, x->lines[i]))
			return i;
	return x->end;
}

static bool
raises(const struct answer *x)
{
	for (size_t i = x->from; i < x->end; i++)
		if (transcript_mark(x->lines[i]) == MARK_EXCEPTION)
			return true;
	return false;
}

/*
 * The messages of these classes name a variable, an argument or a type in the loader's own code.
 * That may happen to be the name of one case's module. If it were folded in that case only, one
 * fault would get two causes.
 */
static bool
names_code(const char *exception)
{
	static const char *const classes[] = {"! NameError", "! UnboundLocalError", "! TypeError"};

	for (size_t i = 0; i < LENGTH(classes); i++)
		if (!strcmp(exception, classes[i]))
			return true;
	return false;
}

/* does the message say what the loader should have refused? other classes come from modules */
static bool
names_rule(const char *exception)
{
	return !strcmp(exception, "! ImportError") || !strcmp(exception, "! SystemError");
}

/* append the exception at an index; whole: with its message */
static void
add_exception(struct fold *f, struct buf *b, const struct answer *x, size_t at, bool whole)
{
	const char *message;

	buf_puts(b, x->lines[at]);
	if (!whole || at + 1 == x->end || !text_starts(x->lines[at + 1], MESSAGE))
		return;
	message = x->lines[at + 1] + strlen(MESSAGE);
	buf_putc(b, ' ');
	if (names_code(x->lines[at]))
		buf_puts(b, message);
	else
		fold_line(f, b, message);
}

void
cause_add_brief(struct fold *f, struct buf *b, const char *line)
{
	struct buf folded = {0};
	const char *text, *comma, *number;
	size_t len;

	fold_line(f, &folded, line);
	text = buf_str(&folded);
	comma = strchr(text, ',');
	number = strstr(text, " N");
	len = folded.len;
	if (comma && *line == '|')
		len = (size_t)(comma - text);
	if (number && *line == '|' && (!number[2] || strchr(" ,", number[2])) &&
	    (size_t)(number - text) < len)
		len = (size_t)(number - text);
	buf_add(b, text, len);
	buf_free(&folded);
}

/* the number of words before the command inside this one */
static size_t
words_before(const char *line)
{
	if (text_starts(line, "fork "))
		return 1;
	return text_starts(line, "thread ") || text_starts(line, "start ") ? 2 : 0;
}

/* the command inside `thread`, `start` or `fork`, or else the command itself, without its mark */
static const char *
innermost(const char *line)
{
	line += 2;
	for (size_t words; (words = words_before(line));) {
		for (; words; words--) {
			line += strcspn(line, " ");
			line += *line == ' ';
		}
	}
	return line;
}

bool
cause_loads(const char *command)
{
	const char *verb = innermost(command);

	return text_starts(verb, "import ") || text_starts(verb, "load ") ||
	       text_starts(verb, "create ");
}

void
cause_add_command(struct fold *f, struct buf *b, const char *line)
{
	const char *verb = innermost(line);
	size_t len = strlen(line);

	if (text_starts(verb, "call ")) {
		verb += strlen("call ");
		len = (size_t)(verb - line) + strcspn(verb, " ");
	}
	fold_line(f, b, arena_strndup(f->a, line, len));
}

/*
 * Must the command be named, because the two values do not say enough? A module that the loader
 * returned says enough, and so does a text or a list of texts that a fixture's function returned.
 */
static bool
needs_command(const char *command, const char *want, const char *got)
{
	bool made_up = strchr("\"[", want[2]) && strchr("\"[", got[2]);

	if (transcript_mark(command) != MARK_COMMAND || cause_loads(command))
		return false;
	return !text_starts(innermost(command), "call ") || !made_up;
}

static void
add_pair(struct fold *f, struct buf *b, const char *want, const char *got)
{
	if (want && got && cause_add_lists(f, b, want, got))
		return;
	f->mode = FOLD_FIRST;
	buf_puts(b, "expected ");
	if (want)
		fold_line(f, b, want);
	else
		buf_puts(b, "no more");
	buf_puts(b, ", got ");
	f->mode = FOLD_SECOND;
	if (got)
		fold_line(f, b, got);
	else
		buf_puts(b, "no more");
}

/* append a difference of two lines that are no exceptions; NULL: that answer has no more lines */
static void
add_lines(struct fold *f, struct buf *b, const struct answer *want, const char *wanted,
	  const struct answer *got, const char *line)
{
	bool in_got = wanted && contains(got, wanted), in_want = line && contains(want, line);
	const char *command = want->lines[want->from];

	if (wanted && line && text_starts(wanted, "= ") && text_starts(line, "= ") &&
	    needs_command(command, wanted, line)) {
		cause_add_command(f, b, command);
		buf_puts(b, ": ");
	}
	if (line && !in_want && (!wanted || in_got || (*line == '|' && *wanted != '|'))) {
		buf_puts(b, "unexpected ");
		cause_add_brief(f, b, line);
	} else if (in_got && in_want && *wanted == '|') {
		buf_puts(b, "too late ");
		cause_add_brief(f, b, wanted);
	} else if (wanted && !in_got && (!line || in_want || (*wanted == '|' && *line != '|'))) {
		buf_puts(b, "missing ");
		cause_add_brief(f, b, wanted);
	} else {
		add_pair(f, b, wanted, line);
	}
}

const char *
cause_difference(struct arena *a, const struct cause_input *in)
{
	struct cause_place p;
	struct answer want, got;
	struct fold f;
	struct buf b = {0};
	size_t at;

	if (!cause_find(&p, in))
		return NULL;
	fold_begin(&f, a, in);
	want = (struct answer){in->want, p.want_from, p.want_end};
	got = (struct answer){in->got, p.got_from, p.got_end};
	if ((at = raised(&got, &want)) < got.end) {
		buf_puts(&b, "unexpected ");
		add_exception(&f, &b, &got, at, true);
	} else if ((at = raised(&want, &got)) < want.end && !raises(&got)) {
		buf_puts(&b, "missing ");
		add_exception(&f, &b, &want, at, names_rule(in->want[at]));
	} else if (p.want == want.end && p.got == got.end) {
		buf_puts(&b, p.want < in->nwant ? "ended before " : "went on with ");
		cause_add_command(&f, &b, p.want < in->nwant ? in->want[p.want] : in->got[p.got]);
	} else {
		add_lines(&f, &b, &want, p.want < want.end ? in->want[p.want] : NULL, &got,
			  p.got < got.end ? in->got[p.got] : NULL);
	}
	return cause_finish(a, &b);
}

bool
cause_raises(struct arena *a, const struct casefile *cs, const char *got, const char *cause)
{
	struct cause_input in = {.cs = cs};
	struct answer all = {0};
	struct buf b = {0};
	struct fold f;
	bool found = false;

	in.got = all.lines = text_lines(a, got, strlen(got), &in.ngot);
	all.end = in.ngot;
	for (size_t i = 0; i < in.ngot && !found; i++) {
		if (transcript_mark(in.got[i]) != MARK_EXCEPTION)
			continue;
		fold_begin(&f, a, &in);
		buf_clear(&b);
		buf_puts(&b, "unexpected ");
		add_exception(&f, &b, &all, i, true);
		found = !strcmp(buf_str(&b), cause);
	}
	buf_free(&b);
	return found;
}
