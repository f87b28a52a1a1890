#include <string.h>

#include "format/casefile.h"
#include "run/cause.h"
#include "run/cause_private.h"
#include "base/text.h"
#include "format/transcript.h"
#include "base/util.h"

/*
 * What the interpreter or the C library writes when it ends the process. Before a sign
 * that begins with a colon the line has more words, so that the whole line is taken.
 */
static const char *const signs[] = {
	"Fatal Python error: ", ": Assertion `", "free(): ", "malloc(): ", "realloc(): ",
	"munmap_chunk(): ", "double free or corruption", "*** stack smashing detected ***",
	"symbol lookup error: ", "Inconsistency detected by ld.so",
	"terminate called after throwing",
};

/* what a sanitizer writes before its report */
static const char *const reports[] = {
	"ERROR: AddressSanitizer: ", "ERROR: LeakSanitizer: ", "runtime error: ",
	"WARNING: ThreadSanitizer: ", "WARNING: MemorySanitizer: ",
};

/* where text has the first of the reports; NULL if it has none */
static const char *
find_report(const char *text)
{
	const char *first = NULL;

	for (size_t i = 0; i < LENGTH(reports); i++) {
		const char *at = strstr(text, reports[i]);

		if (at && (!first || at < first))
			first = at;
	}
	return first;
}

/* the last words of a process if the line has a sign, else NULL */
static const char *
last_words(const char *line)
{
	for (size_t i = 0; i < LENGTH(signs); i++) {
		const char *sign = strstr(line, signs[i]);

		if (sign)
			return signs[i][0] == ':' ? line : sign;
	}
	return find_report(line);
}

const char *
cause_sanitizer(struct arena *a, const char *log)
{
	const char *first = log ? find_report(log) : NULL;

	return first ? arena_strndup(a, first, strcspn(first, "\n")) : NULL;
}

/*
 * Did the line come from a carrier that failed itself? qemu also reports a signal by which the
 * program that it runs dies: that is no failure of qemu.
 */
static bool
carrier_failed(const char *line)
{
	static const char *const begins[] = {"qemu: *", "qemu-[a-z]*: *", "QEMU internal SIG*"};

	if (text_starts(line, "qemu: uncaught target signal "))
		return false;
	for (size_t i = 0; i < LENGTH(begins); i++) {
		if (text_glob(begins[i], line))
			return true;
	}
	return false;
}

/* the function at the top of a stack trace of a sanitizer or of faulthandler, or NULL */
static const char *
top_frame(struct arena *a, const char *line)
{
	const char *in = strstr(line, " in ");

	if (!in || (!text_starts(line, "    #0 0x") && !text_starts(line, "  File \"")))
		return NULL;
	return arena_strndup(a, in + 4, strcspn(in + 4, " "));
}

/* what a log says about the end of the process; NULL for what it does not say */
struct ending {
	const char *words, *function;
	const char *carrier; /* what a carrier says of a failure of its own */
};

static struct ending
read_log(struct arena *a, const char *log)
{
	struct ending end = {NULL, NULL, NULL};

	while (log && *log) {
		size_t len = strcspn(log, "\n");
		const char *line = arena_strndup(a, log, len);

		if (!end.carrier && carrier_failed(line))
			end.carrier = line;
		if (!end.words)
			end.words = last_words(line);
		if (!end.function)
			end.function = top_frame(a, line);
		log += len + (log[len] == '\n');
	}
	return end;
}

static void
add_death(struct buf *b, const char *death)
{
	if (text_starts(death, "!! signal "))
		buf_printf(b, "died by %s", death + strlen("!! signal "));
	else if (text_starts(death, "!! exit "))
		buf_printf(b, "exited with %s", death + strlen("!! exit "));
	else
		buf_puts(b, "no end in time");
}

/* the command at which the process died, and the last event after it */
static void
add_place(struct fold *f, struct buf *b, const struct cause_input *in, size_t death)
{
	size_t at = death, commands = 0;
	const char *last = death ? in->got[death - 1] : NULL;
	enum transcript_mark mark = last ? transcript_mark(last) : MARK_BAD;

	for (size_t i = 0; i < death; i++) {
		if (transcript_mark(in->got[i]) == MARK_COMMAND) {
			at = i;
			commands++;
		}
	}
	if (at == death) {
		buf_puts(b, " before the first command");
		return;
	}
	if (mark != MARK_COMMAND && mark != MARK_EVENT && commands == in->cs->ncommands) {
		buf_puts(b, " at its end");
		return;
	}
	if (cause_loads(in->got[at])) {
		buf_puts(b, " while loading");
	} else {
		buf_puts(b, " at ");
		cause_add_command(f, b, in->got[at]);
	}
	if (mark != MARK_COMMAND) {
		buf_puts(b, ", after ");
		cause_add_brief(f, b, last);
	}
}

const char *
cause_death(struct arena *a, const struct cause_input *in)
{
	struct ending end = read_log(a, in->log);
	size_t death = in->ngot - 1;
	struct fold f;
	struct buf b = {0};

	fold_begin(&f, a, in);
	if (end.carrier) {
		buf_puts(&b, "the carrier failed, not the loader: ");
		fold_line(&f, &b, end.carrier);
		return cause_finish(a, &b);
	}
	add_death(&b, in->got[death]);
	if (end.words) {
		buf_puts(&b, ": ");
		fold_line(&f, &b, end.words);
	} else {
		add_place(&f, &b, in, death);
	}
	if (end.function)
		buf_printf(&b, ", in %s", end.function);
	return cause_finish(a, &b);
}

const char *
cause_reason(struct arena *a, const struct casefile *cs, const char *reason)
{
	struct cause_input in = {.cs = cs};
	struct fold f;
	struct buf b = {0};

	fold_begin(&f, a, &in);
	fold_line(&f, &b, arena_strndup(a, reason, strcspn(reason, "\n")));
	return cause_finish(a, &b);
}
