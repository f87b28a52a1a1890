/*
 * The version of this program: its number, its protocol, and the commit that it was built from.
 */
#ifndef VERSION_H
#define VERSION_H

#define SUITE_VERSION "0.1.0"
#define PROTOCOL_VERSION 1

/* the commit, followed by '+' if the sources have changed since; "unknown" without a checkout */
const char *version_revision(void);

#endif
