/* Builds and runs the loaders of the documents, and compares their output with the quotes. */
#include <CUnit/CUnit.h>
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "cli_support.h"
#include "docs.h"
#include "docs_markdown.h"
#include "rows.h"
#include "tree.h"
#include "units.h"

/* the arguments of the first ./run_tests.sh command for testers that contains part; or NULL */
static const char *
documented(struct arena *a, const char *part)
{
	static const char start[] = "./run_tests.sh ";
	struct names spans = {NULL, 0};

	markdown_spans(a, &spans, docs_text(a, "harness/docs/testers.md"));
	for (size_t i = 0; i < spans.n; i++) {
		if (text_starts(spans.v[i], start) && strstr(spans.v[i], part))
			return spans.v[i] + strlen(start);
	}
	return NULL;
}

/* with the adapter in C, cases that load nothing pass in both modes; the others are skipped */
void
test_docs_adapter(void)
{
	static const char *const modes[] = {"fork", "exec"};
	const char *words;
	struct cli c;

	cli_open(&c);
	words = documented(&c.mem, "build/examples/adapter");
	CU_ASSERT_PTR_NOT_NULL_FATAL(words);
	for (size_t i = 0; i < LENGTH(modes); i++) {
		struct cli_ran ran = cli_run_own(&c, "%s --isolation %s -o json:%s/report.json",
						 words, modes[i], c.root);
		json_t *report = cli_report(&c), *result;
		size_t passed = 0, k;

		UNIT_CHECK(!ran.exit_code, "%s: exit %d: %s", modes[i], ran.exit_code, ran.text);
		json_array_foreach(json_object_get(report, "results"), k, result) {
			const char *id = json_string_value(json_object_get(result, "id"));
			const char *why = json_string_value(json_object_get(result, "reason"));
			const char *outcome = cli_outcome(report, id);

			passed += !strcmp(outcome, "PASS");
			UNIT_CHECK(strcmp(outcome, "SKIP") ||
					   (why && (strstr(why, "capability native") ||
						    text_starts(why, "requires cap:") ||
						    !strcmp(why, "requires !cap:fork"))),
				   "%s is skipped: %s", id, why ? why : "");
		}
		UNIT_CHECK(passed >= 4, "%s: only %zu pass", modes[i], passed);
		UNIT_CHECK(strstr(ran.text, arena_printf(&c.mem, "isolation %s", modes[i])), "%s",
			   ran.text);
		json_decref(report);
	}
	cli_close(&c);
}

/*
 * Builds the loader of README's example of a failure, from the plug-in in harness/examples. It
 * opens files with RTLD_GLOBAL, and takes a global hook if the file has none. $1 is the folder.
 */
static const char build[] =
	"include=$(python3 -c 'import sysconfig; print(sysconfig.get_paths()[\"include\"])') &&\n"
	"sed -e 's/dlsym(file, hook)/& ? & : dlsym(RTLD_DEFAULT, hook)/' "
	"-e 's/RTLD_NOW/RTLD_NOW | RTLD_GLOBAL/' -e s/naive_loader/my_loader/ "
	"harness/examples/naive_loader.c >\"$1/my_loader.c\" &&\n"
	"${CC:-cc} -D_GNU_SOURCE -shared -fPIC -isystem \"$include\" -o \"$1/my_loader.so\" "
	"\"$1/my_loader.c\"";

/* each number becomes a #, because line numbers in cases and transcripts change */
static const char *
folded(struct arena *a, const char *line)
{
	struct buf b = {0};
	const char *copy;

	for (; *line; line++) {
		if (!isdigit((unsigned char)*line))
			buf_putc(&b, *line);
		else if (!b.len || b.p[b.len - 1] != '#')
			buf_putc(&b, '#');
	}
	copy = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return copy;
}

/* the paths in a command differ */
static bool
same_line(struct arena *a, const char *got, const char *want)
{
	const char *id = strrchr(want, ' ');

	if (text_starts(want, "  rerun:"))
		return text_starts(got, "  rerun:   ./run_tests.sh --plugin ") && id &&
		       text_ends(got, id);
	return !strcmp(folded(a, got), folded(a, want));
}

static void
compare(struct arena *a, const char *output, const struct block *b)
{
	size_t n, m;
	char **want = text_lines(a, b->text, strlen(b->text), &n);
	char **got = text_lines(a, output, strlen(output), &m);
	size_t at = 0;

	while (at < m && !text_starts(got[at], "FAIL "))
		at++;
	for (size_t i = 0; i < n; i++, at++) {
		const char *line = at < m ? got[at] : "(the end)";

		if (text_ends(want[i], "...") && i + 1 < n) {
			i++;
			while (at < m && !same_line(a, got[at], want[i]))
				at++;
			line = at < m ? got[at] : "(the end)";
		}
		UNIT_CHECK(same_line(a, line, want[i]), "README.md:%zu: \"%s\", but now \"%s\"",
			   (size_t)b->line + i, want[i], line);
	}
}

void
test_docs_failure(void)
{
	struct arena a = {0};
	struct blocks blocks = markdown_blocks(&a, docs_text(&a, "README.md"));
	size_t i = 0;
	struct tree t;
	struct output o;

	while (i < blocks.n && !text_starts(blocks.v[i].text, "FAIL "))
		i++;
	CU_ASSERT_FATAL(i < blocks.n);
	tree_open(&t);
	o = tree_run(&t, (const char *[]){"sh", "-c", build, "sh", t.dir, NULL});
	UNIT_CHECK(!o.status, "%s", o.text);
	o = tree_run(&t, (const char *[]){
				 arena_printf(&t.mem, "%s/conform", t.build), "--plugin",
				 arena_printf(&t.mem, "%s/my_loader.so", t.dir),
				 "hook/not-from-global-scope", NULL});
	UNIT_CHECK(o.status == 1, "status %d", o.status);
	compare(&a, o.text, &blocks.v[i]);
	tree_close(&t);
	arena_free(&a);
}
