/*
 * Private to target: what the harness itself sees of the process that answered hello, to be held
 * against the facts that it told: its program, the machine in the program's ELF header, and the C
 * library that is mapped. What decides is pure; seen_look() reads /proc.
 */
#ifndef TARGET_SEEN_H
#define TARGET_SEEN_H

#include <stddef.h>
#include <sys/types.h>

struct arena;
struct buf;
struct facts;

struct seen {
	const char *program; /* the executable, or NULL */
	const char *unseen;  /* what could not be seen, and why; NULL: nothing */
	const char *machine; /* words that the fact `arch` may be, the usual one first; or NULL */
	const char *libc;    /* words that the fact `libc` may be: NAME or NAME-VERSION; or NULL */
};

/* look at the process, root or below it, that has this number for itself; 0: it did not tell it */
void seen_look(struct arena *a, struct seen *s, pid_t root, long number);
/* what executes the program instead of the machine: a word of the fact `carrier`, or NULL */
const char *seen_carrier(const struct facts *facts, const char *program);
/* the same for whatever executes it; what: what is seen, "its program /p" */
const char *seen_compare(struct arena *a, const struct seen *s, const struct facts *facts,
			 const char *what);
/* NULL, or a sentence: the fact, what was told, and what is seen */
const char *seen_differs(struct arena *a, const struct seen *s, const struct facts *facts);

/* the words for the machine of an ELF file that begins with head; NULL if it is not known */
const char *seen_machine(struct buf *head);
/* the name of the C library in the text of /proc/PID/maps, with its path; NULL if there is none */
const char *seen_mapped(struct arena *a, const char *maps, const char **path);
/* the version in the bytes of glibc's library, or NULL */
const char *seen_glibc(struct arena *a, const struct buf *bytes);

#endif
