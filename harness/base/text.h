/*
 * Small pure operations on text: matching, numbers, lines and words, escaping for the report
 * formats, and the folding of run-specific paths into $FIX, $TMP and $EXT. Knows no cases.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct arena;
struct errors;

/* does s match the glob (* ? [..])? '*' matches '/' too */
bool text_glob(const char *glob, const char *s);
bool text_starts(const char *s, const char *prefix);
bool text_ends(const char *s, const char *suffix);
/* the last component of a path: what follows the last slash */
const char *text_base(const char *path);
/* the number of line feeds */
size_t text_line_feeds(const char *s);
/* s with each `from`, which is not empty, replaced: s itself if there is none, or in the arena */
const char *text_replace(struct arena *a, const char *s, const char *from, const char *to);
/* whole decimal number in [min, max]; false if s is anything else */
bool text_long(const char *s, long min, long max, long *out);
/* non-negative decimal number ("2", "0.5"), at most 1e9; false if s is anything else */
bool text_seconds(const char *s, double *out);
/* does s consist of words of a-z and 0-9, joined by single '-'? */
bool text_is_name(const char *s, size_t len);
/* is s an existing day, written as YYYY-MM-DD? */
bool text_date(const char *s);
/* length of the longest valid UTF-8 prefix */
size_t text_utf8(const char *s, size_t len);
/*
 * number of edits that turn one word into the other: a character added, removed, replaced or
 * swapped with its neighbour; SIZE_MAX if a word is longer than 64
 */
size_t text_distance(const char *x, const char *y);
/*
 * "unknown WHAT 'WORD'; did you mean 'import'?", or the whole list of names if none is near;
 * names is NULL-terminated
 */
const char *text_unknown(struct arena *a, const char *what, const char *word,
			 const char *const *names);

/* number of strings in a NULL-terminated list; 0 if list is NULL */
size_t text_count(char *const *list);
/* split at blanks into a NULL-terminated array in the arena; *n may be NULL */
char **text_fields(struct arena *a, const char *s, size_t *n);
/*
 * split a command into words (FORMAT.md, Words). A JSON word may contain blanks and keeps its
 * quotes. NULL with *why set if a JSON word is not valid JSON or does not end.
 */
char **text_words(struct arena *a, const char *command, size_t *n, const char **why);
/*
 * split a command line as a shell does, with quotes '...' and "..." and the backslash; nothing is
 * expanded. NULL-terminated; NULL with *why set if a quote is not closed or a backslash is last.
 */
char **text_shell_words(struct arena *a, const char *line, const char **why);
/* split an author's file into lines without their newlines; NULL-terminated, *n the number */
char **text_lines(struct arena *a, const char *bytes, size_t len, size_t *n);
/*
 * is an author's file clean? It must be UTF-8 without a byte order mark, contain no control bytes
 * except tab and newline, and end with a newline. The first mistake goes to errors.
 */
bool text_check(const char *path, const char *bytes, size_t len, struct errors *errors);

/*
 * append len bytes as one line. The bytes of each character that is invisible or that a terminal or
 * parser obeys (controls except the tab, ends of lines, directions, the byte order mark) become
 * \xNN, and so do bytes that are not UTF-8.
 */
void text_clean(struct buf *b, const char *s, size_t len);
/* the same for each line of s; newlines stay */
void text_clean_lines(struct buf *b, const char *s, size_t len);
/* append s escaped for XML text and attributes; bytes that XML forbids become U+FFFD */
void text_xml(struct buf *b, const char *s, size_t len);
/* append s cleaned, on one line for a TAP description: '#' and '\' escaped */
void text_tap(struct buf *b, const char *s);
/* append s, cleaned, for a GitHub workflow command; in_property also escapes ',' and ':' */
void text_github(struct buf *b, const char *s, bool in_property);
/* append s as one word of a shell's command line, quoted if necessary */
void text_shell(struct buf *b, const char *s);
/* append each line of text with prefix in front */
void text_indent(struct buf *b, const char *text, const char *prefix);

/* the texts that differ from run to run, which text_fold replaces */
struct text_roots {
	const char *fix;    /* absolute path that becomes $FIX; NULL for none */
	const char *tmp;    /* $TMP */
	const char *suffix; /* $EXT */
};

/*
 * append line with the roots and the suffix replaced; if addresses is true, also addresses, by
 * 0xADDR. A root is replaced only if its last component is complete, a suffix only if no letter
 * or digit follows.
 */
void text_fold(struct buf *b, const char *line, size_t len, const struct text_roots *roots,
	       bool addresses);

/* name of a signal: "SIGSEGV", or "SIG37" (in scratch) if the signal has no name */
const char *text_signal(int sig, char scratch[16]);

#endif
