/* --new: a case, an expected file and a fixture that work as they are, ready to edit. */
#ifndef SCAFFOLD_H
#define SCAFFOLD_H

/* write them for id "AREA/NAME" below root; 0, or -1 with a warning and nothing overwritten */
int scaffold_write(const char *root, const char *id);

#endif
