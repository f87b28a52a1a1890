/* --new: a case, an expected file and fixtures that work as they are, ready to edit. */
#ifndef SCAFFOLD_H
#define SCAFFOLD_H

/*
 * write those of a kind (NULL: multi-phase) for id "AREA/NAME" below root; run is the command that
 * runs cases there, for the advice. 0, or -1 with a warning and nothing written at all.
 */
int scaffold_write(const char *root, const char *id, const char *kind, const char *run);

#endif
