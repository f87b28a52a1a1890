/*
 * For the tests of the documents: reads their texts, and the names of options from --help, the man
 * page and the program's own table.
 */
#ifndef DOCS_H
#define DOCS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct cli;
struct tree;

/* the text of a file below the project's folder; ends the test program if it cannot be read */
const char *docs_text(struct arena *a, const char *path);

/* the output of --help */
const char *docs_help(struct arena *a);

/* a list of names, each once */
struct names {
	const char **v;
	size_t n;
};

/* add a copy of the first len bytes of name, unless the list has it */
void names_add(struct arena *a, struct names *names, const char *name, size_t len);
bool names_has(const struct names *names, const char *name);
/* a failed check for each name that is not in both; where and there describe the two lists */
void names_same(const struct names *x, const char *where, const struct names *y,
		const char *there);

/* add the options ("-k", "--list") of the output of --help, of a man page in mdoc, of the table */
void options_of_help(struct arena *a, struct names *names, const char *text);
void options_of_man(struct arena *a, struct names *names, const char *text);
void options_of_table(struct arena *a, struct names *names);
/* true if the option is a word of text */
bool option_stands(const char *text, const char *option);

/* a failed check if a page in mdoc is not well formed; skipped without a program that tells */
void docs_check_man_page(struct tree *t, const char *page);
/* open a suite with a case of each outcome, a/pass and so on */
void docs_open_outcomes(struct cli *c);

/* parts of the suite in other files; called by unit_docs */
void test_docs_hostile(void);
void test_docs_options(void);
void test_docs_man(void);
void test_docs_markdown(void);
void test_docs_commands(void);
void test_docs_format(void);
void test_docs_outcomes(void);
void test_docs_examples(void);
void test_docs_links(void);
void test_docs_adapter(void);
void test_docs_failure(void);

#endif
