/*
 * What this program is: its number, the protocol it speaks, and what it was built from.
 */
#ifndef VERSION_H
#define VERSION_H

#define SUITE_VERSION "0.1.0"
#define PROTOCOL_VERSION 1

/* the commit, with '+' behind it if the sources were changed since; "unknown" without a checkout */
const char *version_revision(void);

#endif
