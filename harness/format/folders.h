/* The folders of a suite, relative to its root. FORMAT.md describes the files in them. */
#ifndef FOLDERS_H
#define FOLDERS_H

/* below expected/ and fixtures-src/: no area has these names */
#define NAME_KNOWN "known"
#define NAME_SOURCES "sources"
#define NAME_INCLUDE "include"

#define FOLDER_CASES "cases"
#define FOLDER_EXPECTED "expected"
#define FOLDER_KNOWN FOLDER_EXPECTED "/" NAME_KNOWN
#define FOLDER_SOURCES FOLDER_EXPECTED "/" NAME_SOURCES
#define FOLDER_FIXTURES "fixtures-src"
#define FOLDER_MUTANTS "harness/reference/mutants"
#define FOLDER_AROUND "harness/reference/around"
#define FOLDER_INCLUDE FOLDER_FIXTURES "/" NAME_INCLUDE

#endif
