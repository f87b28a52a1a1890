#include "docs_markdown.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "docs.h"
#include "units.h"

static const char INDENT[] = "    ";

static bool
is_blank(const char *line)
{
	return !line[strspn(line, " \t")];
}

static bool
is_code(const char *line)
{
	return text_starts(line, INDENT) && !is_blank(line);
}

/* the lines from first up to a blank one, joined; step is 1 or -1 */
static const char *
paragraph(struct arena *a, char **lines, size_t n, size_t first)
{
	const char *text = "";

	for (size_t i = first; i < n && !is_blank(lines[i]); i++)
		text = arena_printf(a, "%s%s\n", text, lines[i]);
	return text;
}

/* the paragraph that ends above the line */
static const char *
paragraph_above(struct arena *a, char **lines, size_t line)
{
	size_t end = line, first;

	while (end && is_blank(lines[end - 1]))
		end--;
	for (first = end; first && !is_blank(lines[first - 1]);)
		first--;
	return paragraph(a, lines, end, first);
}

/* the end of the block that begins at first; it contains blank lines if code follows them */
static size_t
block_end(char **lines, size_t n, size_t first)
{
	size_t end = first + 1;

	for (size_t i = end; i < n && (is_code(lines[i]) || is_blank(lines[i])); i++) {
		if (is_code(lines[i]))
			end = i + 1;
	}
	return end;
}

static void
take_block(struct arena *a, struct block *b, char **lines, size_t n, size_t first, size_t end)
{
	size_t next = end;

	b->line = (int)first + 1;
	b->text = "";
	for (size_t i = first; i < end; i++)
		b->text = arena_printf(a, "%s%s\n", b->text,
				       is_blank(lines[i]) ? "" : lines[i] + strlen(INDENT));
	while (next < n && is_blank(lines[next]))
		next++;
	b->before = paragraph_above(a, lines, first);
	b->after = paragraph(a, lines, n, next);
}

struct blocks
markdown_blocks(struct arena *a, const char *text)
{
	size_t n;
	char **lines = text_lines(a, text, strlen(text), &n);
	struct blocks blocks = {arena_alloc(a, (n + 1) * sizeof(*blocks.v)), 0};

	for (size_t i = 0; i < n; i++) {
		size_t end;

		/* an indented line inside a paragraph or list is no code */
		if (!is_code(lines[i]) || (i && !is_blank(lines[i - 1])))
			continue;
		end = block_end(lines, n, i);
		take_block(a, &blocks.v[blocks.n++], lines, n, i, end);
		i = end - 1;
	}
	return blocks;
}

void
markdown_spans(struct arena *a, struct names *names, const char *text)
{
	for (const char *p = strchr(text, '`'), *end; p; p = strchr(end + 1, '`')) {
		struct buf span = {0};

		end = strchr(p + 1, '`');
		if (!end)
			return;
		for (const char *c = p + 1; c < end; c++) {
			if (*c != '\\' || c[1] != '|')
				buf_putc(&span, *c == '\n' ? ' ' : *c);
		}
		names_add(a, names, buf_str(&span), span.len);
		buf_free(&span);
	}
}

void
markdown_column(struct arena *a, struct names *names, const char *text, const char *head)
{
	size_t n, i = 0;
	char **lines = text_lines(a, text, strlen(text), &n);

	while (i < n && !text_starts(lines[i], head))
		i++;
	for (i += 2; i < n && *lines[i] == '|'; i++) {
		size_t len = 1;

		while (lines[i][len] && (lines[i][len] != '|' || lines[i][len - 1] == '\\'))
			len++;
		markdown_spans(a, names, arena_strndup(a, lines[i], len));
	}
}

const char *
markdown_paragraph(struct arena *a, const char *text, const char *begin)
{
	size_t n;
	char **lines = text_lines(a, text, strlen(text), &n);

	for (size_t i = 0; i < n; i++) {
		if (text_starts(lines[i], begin))
			return paragraph(a, lines, n, i);
	}
	return NULL;
}

void
markdown_links(struct arena *a, struct names *names, const char *text)
{
	for (const char *p = text; (p = strstr(p, "](")); p++)
		names_add(a, names, p + 2, strcspn(p + 2, ")#"));
}

static const char sample[] =
	"# Title\n\nThe [first](a/b.c#L1) and `x\ny`.\n\n    one\n\n      two\n\n"
	"Behind `a\\|b`, [z](z).\n"
	"    no code\n\n| key | v |\n|---|---|\n| `k` or `l` | `m` |\n| `n\\|o` | |\n\n    last\n";

void
test_docs_markdown(void)
{
	struct arena a = {0};
	struct names names = {NULL, 0};
	struct blocks blocks = markdown_blocks(&a, sample);

	CU_ASSERT_EQUAL_FATAL(blocks.n, 2);
	CU_ASSERT_EQUAL(blocks.v[0].line, 6);
	CU_ASSERT_STRING_EQUAL(blocks.v[0].text, "one\n\n  two\n");
	CU_ASSERT_STRING_EQUAL(blocks.v[0].before, "The [first](a/b.c#L1) and `x\ny`.\n");
	CU_ASSERT_PTR_NOT_NULL(strstr(blocks.v[0].after, "no code"));
	CU_ASSERT_STRING_EQUAL(blocks.v[1].text, "last\n");
	CU_ASSERT_STRING_EQUAL(blocks.v[1].after, "");
	markdown_spans(&a, &names, sample);
	CU_ASSERT_TRUE(names_has(&names, "x y") && names_has(&names, "a|b"));
	names.n = 0;
	markdown_column(&a, &names, sample, "| key |");
	CU_ASSERT_EQUAL(names.n, 3);
	CU_ASSERT_TRUE(names_has(&names, "l") && names_has(&names, "n|o"));
	names.n = 0;
	markdown_links(&a, &names, blocks.v[0].before);
	CU_ASSERT_TRUE(names.n == 1 && names_has(&names, "a/b.c"));
	CU_ASSERT_STRING_EQUAL(markdown_paragraph(&a, sample, "# Ti"), "# Title\n");
	arena_free(&a);
}
