/*
 * One process that runs a shell script, and what it said. Needs spawn.h and util.h in front of it.
 */
#ifndef TEST_SPAWN_RUN_H
#define TEST_SPAWN_RUN_H

#include <stdbool.h>

struct one {
	struct process p;
	struct buf out, log, reply;
	char *argv[4], *envp[2];
	struct spawn spawn;
};

/* fill in spawn, which may then be changed, for this script */
void one_prepare(struct one *t, const char *script);
/* run it until its supervisor has said its last, and end what may have survived that; 0 or -1 */
int one_run(struct one *t);
/* add to b until the end of file, or until the text until is in it */
void one_read(int fd, struct buf *b, const char *until);
/* kill and free what there is */
void one_end(struct one *t);

/* no child of this process is left, dead or alive; orphans are children, after spawn_init */
bool nothing_left(void);

/* the tests of ending; called by unit_spawn */
void unit_spawn_kill(void);

#endif
