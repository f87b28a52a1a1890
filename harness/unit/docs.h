/*
 * For the tests of what the documents say: their texts, and the names of options in the forms in
 * which --help, the man page and the program's own table have them.
 */
#ifndef DOCS_H
#define DOCS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* the text of a file below the project's folder; ends the test program if it cannot be read */
const char *docs_text(struct arena *a, const char *path);

/* what --help prints */
const char *docs_help(struct arena *a);

/* names, each once, in order */
struct names {
	const char **v;
	size_t n;
};

/* add a copy of the first len bytes, unless it is there */
void names_add(struct arena *a, struct names *names, const char *name, size_t len);
bool names_has(const struct names *names, const char *name);
/* one assertion for each name in which the two differ; where and there say what they are */
void names_same(const struct names *x, const char *where, const struct names *y,
		const char *there);

/* options as "-k", "--list", of the output of --help, of a man page in mdoc, of the table */
void options_of_help(struct arena *a, struct names *names, const char *text);
void options_of_man(struct arena *a, struct names *names, const char *text);
void options_of_table(struct arena *a, struct names *names);
/* is the option written in a text, as a word of its own */
bool option_stands(const char *text, const char *option);

/* the halves of the suite that stand in files of their own; called by unit_docs */
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
