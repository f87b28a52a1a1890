/*
 * Pieces of text that several report formats have in common: what is safe to print, how one
 * failure is told, what a run amounts to. Knows no format's syntax and writes nothing. Pure.
 */
#ifndef REP_TEXT_H
#define REP_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct result;
struct summary;

#define SUITE_NAME "dynload-cts"

/* how much of a captured log is shown, of one of its lines, and of one line of anything else */
enum { REP_LOG_LINES = 40, REP_LOG_BYTES = 500, REP_LINE_BYTES = 4000 };

/* append len bytes on one line: control bytes and what is not UTF-8 as \xNN */
void rep_clean(struct buf *b, const char *s, size_t len);
/* append each line of text cleaned, cut to REP_LINE_BYTES, with prefix in front */
void rep_lines(struct buf *b, const char *text, const char *prefix);

struct rep_style {
	const char *prefix; /* in front of each line */
	bool color;
	bool log; /* with the captured log */
	size_t diff_lines; /* shown of a diff; 0: all */
};

/* append text, between a terminal's codes if color */
void rep_colored(struct buf *b, bool color, const char *code, const char *text);
/* append the outcome and the id of a case, in columns */
void rep_case(struct buf *b, const struct result *res, bool color);
/* append all that is to be said of one result that is not as it should be, many lines */
void rep_failure(struct buf *b, const struct result *res, const struct rep_style *style);
/* append "cases/AREA/NAME.case:LINE" */
void rep_where(struct buf *b, const struct result *res);
/* append the first line of the reason as it is, or what stands for an absent one */
void rep_reason(struct buf *b, const struct result *res);

/* append what was run: the suite's name, version, revision, hash of its files, and the protocol */
void rep_suite(struct buf *b, const struct summary *s);
/* append the outcomes of the run in words: "100 passed, 2 skipped" */
void rep_counts(struct buf *b, const struct summary *s);
/* append name and version of the target */
void rep_target(struct buf *b, const struct summary *s);
/* append the program that answered the command, or why it could not be seen */
void rep_program(struct buf *b, const struct summary *s);
/* append what was added to the loader's environment, each with prefix and a line feed around */
void rep_env(struct buf *b, const struct summary *s, const char *prefix);
/* append why this is not the result of the whole selection; false if it is */
bool rep_incomplete(struct buf *b, const struct summary *s);
/* append the run in one line: OK, FAILED or INCOMPLETE, and the counts */
void rep_verdict(struct buf *b, const struct summary *s);
/* append level, isolation and wall time */
void rep_how(struct buf *b, const struct summary *s);

struct rep_excuse {
	const char *path; /* of a known list */
	size_t cases;     /* that it excused: XFAIL, or skipped */
};

/* each known list that excused something; *count gets their number; to be freed */
struct rep_excuse *rep_excuses(const struct result *const *all, size_t n, size_t *count);
/* append "14 by my.known, 1 by ..."; false if nothing was excused */
bool rep_excused(struct buf *b, const struct result *const *all, size_t n);
/* append a line for each reason for which cases were skipped, the most frequent first */
void rep_skips(struct buf *b, const struct result *const *all, size_t n);
/* append each of the run's notes with prefix in front, on a line of its own */
void rep_notes(struct buf *b, const struct summary *s, const char *prefix);

/* the results in order of id, equal ids in order of running; to be freed */
const struct result **rep_sorted(const struct result *const *all, size_t n);

#endif
