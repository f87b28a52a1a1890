/*
 * The bytecode of what was unpacked. A process that loads a module cannot write into the folder of
 * an archive, so without this each of them compiles every source that it imports.
 */
#ifndef BYTECODE_H
#define BYTECODE_H

struct target;

/*
 * let the target's interpreter compile the Python sources below folder, in this many processes; no
 * code of theirs runs. A loader that cannot is slower, and nothing else: no warning
 */
void bytecode_make(const struct target *t, const char *folder, unsigned jobs);

#endif
