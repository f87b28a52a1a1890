/*
 * Pieces of text that several report formats share: text that is safe to print, one failure, the
 * summary of a run. It knows no format's syntax and writes nothing. Pure.
 */
#ifndef REP_TEXT_H
#define REP_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct result;
struct summary;

#define SUITE_NAME "dynload-cts"

/* how much is shown: lines of a captured log, bytes of such a line, bytes of any other line */
enum { REP_LOG_LINES = 40, REP_LOG_BYTES = 500, REP_LINE_BYTES = 4000 };

/* append len bytes on one line: control bytes and bytes that are not UTF-8 as \xNN */
void rep_clean(struct buf *b, const char *s, size_t len);
/* append each line of text cleaned, cut to REP_LINE_BYTES, with prefix before it */
void rep_lines(struct buf *b, const char *text, const char *prefix);

struct rep_style {
	const char *prefix; /* before each line */
	bool color;
	bool log; /* with the captured log */
	size_t diff_lines; /* the most lines shown of a diff; 0: all */
};

/* append text; color: between terminal codes */
void rep_colored(struct buf *b, bool color, const char *code, const char *text);
/* append the outcome and the id of a case, in columns */
void rep_case(struct buf *b, const struct result *res, bool color);
/* append everything about one unexpected result, in many lines */
void rep_failure(struct buf *b, const struct result *res, const struct rep_style *style);
/* append the outcomes of all attempts, "FAIL, PASS"; nothing if there was one */
void rep_attempts(struct buf *b, const struct result *res);
/* append "cases/AREA/NAME.case:LINE" */
void rep_where(struct buf *b, const struct result *res);
/* append the first line of the reason unchanged, or "no reason given" */
void rep_reason(struct buf *b, const struct result *res);

/* append what was run: the suite's name, version, revision, hash of its files, and the protocol */
void rep_suite(struct buf *b, const struct summary *s);
/* the number of cases skipped for want of a capability */
size_t rep_lacking(const struct summary *s);
/* append how many cases were skipped for want of which capability; false if there are none */
bool rep_own_word(struct buf *b, const struct summary *s);
/* append the numbers of outcomes in words: "100 passed, 2 skipped" */
void rep_counts(struct buf *b, const struct summary *s);
/* append name and version of the target */
void rep_target(struct buf *b, const struct summary *s);
/* append the program that answered the command, or why it could not be seen */
void rep_program(struct buf *b, const struct summary *s);
/* append the variables of --env, each on a line of its own after prefix */
void rep_env(struct buf *b, const struct summary *s, const char *prefix);
/* append why the run is incomplete; false if it is complete */
bool rep_incomplete(struct buf *b, const struct summary *s);
/* append the verdict in one line: OK, FAILED or INCOMPLETE, and the counts */
void rep_verdict(struct buf *b, const struct summary *s);
/* append level, known list, isolation, what isolates, and wall time */
void rep_how(struct buf *b, const struct summary *s);

struct rep_excuse {
	const char *path; /* of a known list */
	size_t cases;     /* number of cases that it excused: XFAIL, or skipped */
};

/* the known lists that excused a case; *count gets their number; the caller frees them */
struct rep_excuse *rep_excuses(const struct result *const *all, size_t n, size_t *count);
/* append "14 by my.known, 1 by ..."; false if nothing was excused */
bool rep_excused(struct buf *b, const struct result *const *all, size_t n);
/* append a line for each reason for a skip, the most frequent first */
void rep_skips(struct buf *b, const struct result *const *all, size_t n);
/* append each note about the run on a line of its own after prefix */
void rep_notes(struct buf *b, const struct summary *s, const char *prefix);

/* the results in order of id, equal ids in the order of the run; the caller frees them */
const struct result **rep_sorted(const struct result *const *all, size_t n);

#endif
