/* Runs one shell script and collects its output. Include spawn.h and util.h before this header. */
#ifndef TEST_SPAWN_RUN_H
#define TEST_SPAWN_RUN_H

#include <stdbool.h>

struct one {
	struct process p;
	struct buf out, log, reply;
	char *argv[4], *envp[2];
	struct spawn spawn;
};

/* prepare t->spawn for this script; the caller may change it afterwards */
void one_prepare(struct one *t, const char *script);
/* run it to the last message of its supervisor, and end all that is left of it; 0 or -1 */
int one_run(struct one *t);
/* read into b to the end of file, or until b contains the text until */
void one_read(int fd, struct buf *b, const char *until);
/* kill the process and free all */
void one_end(struct one *t);

/* true if this process has no child, dead or alive; spawn_init makes orphans its children */
bool nothing_left(void);

/* the tests of ending; called by unit_spawn */
void unit_spawn_kill(void);

#endif
