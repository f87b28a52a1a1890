/* The folders of a suite, from its root. What they hold is in FORMAT.md. */
#ifndef FOLDERS_H
#define FOLDERS_H

#define FOLDER_CASES "cases"
#define FOLDER_EXPECTED "expected"
#define FOLDER_KNOWN FOLDER_EXPECTED "/known"
#define FOLDER_FIXTURES "fixtures-src"
#define FOLDER_INCLUDE FOLDER_FIXTURES "/include"

#endif
