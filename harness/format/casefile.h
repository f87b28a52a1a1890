/*
 * A case as written by its author (FORMAT.md section 1): parsing only. Which fixtures exist,
 * and what the expected file says, is not known here. Pure.
 */
#ifndef CASEFILE_H
#define CASEFILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct errors;
struct expr;

struct command {
	int line;         /* in the case file */
	const char *text; /* as written, blanks at the ends removed */
	char **words;     /* words[0] is the verb; NULL-terminated */
	size_t nwords;
};

struct casefile {
	const char *id;   /* "AREA/NAME" */
	const char *area; /* "AREA" */
	const char *name; /* "NAME" */
	const char *path; /* as given, for messages */
	const char *summary;
	const char *spec;
	const char *requires_text;   /* NULL if none */
	const struct expr *requires; /* NULL if none */
	bool detail;                 /* level: detail */
	char **tags;                 /* NULL-terminated, never NULL itself */
	char **env;                  /* "NAME=VALUE" likewise */
	char **args;                 /* likewise */
	const char *host;            /* NULL if none */
	double timeout;              /* seconds */
	struct command *commands;
	size_t ncommands;
	bool needs_own_process; /* env, args or host: cannot be forked from a resident adapter */
};

/* why no case can have this id, in the arena; NULL if one can */
const char *casefile_id_fault(struct arena *a, const char *id);

/*
 * parse bytes as the case id found at path; mistakes go to errors with file and line.
 * Returns 0, or -1 if there was any. All memory is the arena's.
 */
int casefile_parse(struct arena *a, struct casefile *c, const char *id, const char *path,
		   const char *bytes, size_t len, struct errors *errors);

/* what is sent to the adapter for the command, and what it has to echo */
const char *casefile_echo(const struct command *command);
/* append the request (FORMAT.md section 3) for c in the folder tmp; token may be NULL */
void casefile_request(struct buf *b, const struct casefile *c, const char *tmp,
		      const char *token);

#endif
