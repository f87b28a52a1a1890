/* The messages of a supervisor or a server, one a line: FORMAT.md, "Resident". Pure. */
#ifndef REPLY_H
#define REPLY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum reply_kind { REPLY_READY, REPLY_STARTED, REPLY_ENDED, REPLY_FAILED, REPLY_NONSENSE };

struct reply {
	enum reply_kind kind;
	pid_t pid;        /* STARTED */
	int status;       /* ENDED, and the next five */
	double cpu_seconds;
	long max_rss_kb;
	int left; /* processes left behind; from a server 1 for any number */
	bool told_kinds; /* a supervisor tells the kinds (view.h) of other things left behind */
	unsigned kinds;
	const char *text; /* READY, FAILED; points into the line */
};

/* parse one line without its newline */
struct reply reply_parse(const char *line, size_t len);

#endif
