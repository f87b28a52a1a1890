/*
 * Private to target: a module of our own, built with the target's headers and imported by it,
 * proves facts that the harness cannot see: suffix, gil, debug, py; and for what a carrier
 * executes, arch and libc. What decides is pure; probe_target() builds and runs.
 */
#ifndef TARGET_PROBE_H
#define TARGET_PROBE_H

#include <stddef.h>

struct arena;
struct buf;
struct facts;
struct fixtures_config;
struct target;

/*
 * prove the facts of t, and drop the capabilities that it has not; nothing is run if nothing has
 * changed since they were proven. NULL, or a sentence about a fact that is false. *unproven: why
 * there is no proof, or NULL.
 */
const char *probe_target(struct arena *a, struct target *t,
			 const struct fixtures_config *config, const char **unproven);

/*
 * hold the facts against a built probe: what its headers say, and the machine that it is for. NULL,
 * or what is false; *unproven is set if these bytes are no probe.
 */
const char *probe_headers(struct arena *a, const struct facts *facts, const char *carrier,
			  struct buf *product, const char **unproven);
/* hold the facts against the transcript of the probe's import; *unproven: why it proves nothing */
const char *probe_import(struct arena *a, const struct facts *facts, const char *transcript,
			 const char **unproven);
/* drop the capabilities that the probe tried in vain: its transcript says " NAME=0" */
void probe_caps(struct arena *a, const char *transcript, struct facts *facts);

#endif
