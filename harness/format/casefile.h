/*
 * A case as its author wrote it (FORMAT.md section 1): parsing only. Knows nothing of fixtures
 * and expected files. Pure.
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
	const char *spec;        /* where the rule is written; with ids, see suite_load() */
	int spec_line;           /* in the case file */
	char **rules;            /* their ids; NULL-terminated, never NULL itself */
	const char *place;       /* what spec says without ids; "" if nothing */
	char **mutants;          /* NULL-terminated, never NULL itself; empty for `none` */
	const char *no_mutant;   /* why no mutant shows the rule; NULL unless `none` */
	int mutant_line;         /* of the last such line in the case file; 0 without the key */
	const char *requires_text;   /* NULL if none */
	const struct expr *requires; /* NULL if none */
	bool detail;                 /* level: detail */
	char **tags;                 /* NULL-terminated, never NULL itself */
	char **env;                  /* "NAME=VALUE" likewise */
	char **args;                 /* likewise */
	char **options;              /* in the place of the adapter's own; NULL if not given */
	const char *host;            /* NULL if none */
	double timeout;              /* seconds */
	bool timeout_is_set;         /* by the case */
	struct command *commands;
	size_t ncommands;
	bool exits;             /* it leaves Python through its finalization */
	bool begins_again;      /* and goes on in another run of Python in the same process */
	bool needs_own_process; /* env, args, options or host: no resident adapter can fork it */
};

/* why id is not valid, in the arena; NULL if it is valid */
const char *casefile_id_fault(struct arena *a, const char *id);

/*
 * parse bytes, the content of path, as the case id; mistakes go to errors with file and line.
 * Returns 0, or -1 after a mistake. All memory belongs to the arena.
 */
int casefile_parse(struct arena *a, struct casefile *c, const char *id, const char *path,
		   const char *bytes, size_t len, struct errors *errors);

/* the text that the adapter gets for the command and must echo */
const char *casefile_echo(const struct command *command);
/* append the request (FORMAT.md section 3) for c in the folder tmp; token may be NULL */
void casefile_request(struct buf *b, const struct casefile *c, const char *tmp,
		      const char *token);

#endif
