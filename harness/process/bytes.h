/*
 * The bytes between the harness and the current process of a worker, within the limits of the
 * sched. Nothing here blocks, and nothing here knows what the bytes mean. Include worker.h before
 * this header.
 */
#ifndef BYTES_H
#define BYTES_H

#include <stdbool.h>

struct worker;

/* is there more input to write? */
bool bytes_hungry(const struct worker *w);
/* write what the pipe takes; close it after a job's input, unless the input is kept open */
void bytes_feed(struct worker *w);
/* keep the input open no longer */
void bytes_release(struct worker *w);
/* where the transcript of the job comes from */
int bytes_out(struct worker *w);
/* read once from there or from log, keeping what the limits allow */
void bytes_read_out(struct worker *w);
void bytes_read_log(struct worker *w);
/* read everything that both hold now */
void bytes_drain(struct worker *w);
/* did the job write more than it may? */
bool bytes_flooded(const struct worker *w);
/* read once from reply into w->reply: >0 if bytes came, 0 if not, -1 at end of file */
int bytes_read_reply(struct worker *w);
/* true if the server wrote to the descriptor that it began with; that is lost */
bool bytes_astray(struct worker *w);
/* forget the bytes of the previous job */
void bytes_forget(struct worker *w);
/* put into error which of its channels the job filled */
void bytes_say_flood(struct worker *w);

#endif
