/*
 * The pipe by which one job that a server forks sends its transcript: a FIFO with a name that
 * nobody can guess, which exists until the job has ended. Later jobs have others: what comes late
 * reaches nobody.
 */
#ifndef CHANNEL_H
#define CHANNEL_H

enum { CHANNEL_NAME = 40 };

struct channel {
	int fd;     /* its reading end; -1: not open */
	int folder; /* descriptor of the folder that contains it, the caller's */
	char name[CHANNEL_NAME];
};

#define CHANNEL_NONE {.fd = -1}

/* make and open it in the folder; 0, or -1 with errno set */
int channel_open(struct channel *c, int folder);
/* remove it: nobody can open it any more. Does nothing the second time. */
void channel_remove(struct channel *c);
/* remove and close it; what is read later is lost */
void channel_close(struct channel *c);

#endif
