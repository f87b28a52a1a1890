/*
 * The adapter's output as lines (FORMAT.md section 2): split and cleaned, and checked to be a
 * complete, well-formed transcript. Knows nothing of expected files. Pure.
 */
#ifndef TRANSCRIPT_H
#define TRANSCRIPT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct text_roots;

enum transcript_mark {
	MARK_COMMAND,   /* "> " */
	MARK_VALUE,     /* "= " */
	MARK_EXCEPTION, /* "! " */
	MARK_EVENT,     /* "| " */
	MARK_DEATH,     /* "!! " */
	MARK_DETAIL,    /* "~ " */
	MARK_COMMENT,   /* "#" */
	MARK_BAD        /* anything else */
};

/* the mark of one line without its newline */
enum transcript_mark transcript_mark(const char *line);

struct transcript {
	char **lines; /* cleaned, without comments; NULL-terminated */
	size_t n;
	bool ended; /* "# end TOKEN" came, with the right token */
	/*
	 * NULL, or the first fault of the bytes, "line N: WHAT": a bad mark, half a line, NUL,
	 * not UTF-8, a forged or second end, lines after the end, a forged "!!"
	 */
	const char *fault;
};

/*
 * split bytes; with token NULL a bare "# end" is the end. Never fails: it notes the first fault
 * and keeps what it could read. All memory belongs to the arena.
 */
void transcript_parse(struct arena *a, struct transcript *t, const char *bytes, size_t len,
		      const char *token, const struct text_roots *roots);

/* append one line, e.g. the harness's "!! signal SIGSEGV" */
void transcript_append(struct arena *a, struct transcript *t, const char *line);

/* the lines that count at the required level: all except details; *n gets their number */
char **transcript_required(struct arena *a, char *const *lines, size_t nlines, size_t *n);

#endif
