#include "run/matrix.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/casefile.h"
#include "run/session.h"
#include "run/verdict.h"

static const char *
cell(const struct session *s, size_t i)
{
	if (!s->results || !s->results[i])
		return "-";
	return outcome_word(s->results[i]->outcome);
}

static bool
interesting(const struct session *sessions, size_t n, size_t i)
{
	for (size_t k = 0; k < n; k++) {
		const char *word = cell(&sessions[k], i);

		if (strcmp(word, cell(&sessions[0], i)) ||
		    (strcmp(word, "pass") && strcmp(word, "skip")))
			return true;
	}
	return false;
}

static void
print_legend(FILE *out, const struct session *sessions, size_t n)
{
	fputs("\nloaders:\n", out);
	for (size_t k = 0; k < n; k++) {
		struct buf label = {0};

		text_clean(&label, sessions[k].label, strlen(sessions[k].label));
		fprintf(out, "  L%-3zu %s%s\n", k + 1, buf_str(&label),
			sessions[k].results ? "" :
			sessions[k].idle ? " (nothing had failed)" : " (could not be run)");
		buf_free(&label);
	}
}

void
matrix_print(FILE *out, const struct session *sessions, size_t nsessions,
	     const struct casefile *const *cases, size_t ncases)
{
	size_t alike = 0;

	print_legend(out, sessions, nsessions);
	fprintf(out, "%-44s", "");
	for (size_t k = 0; k < nsessions; k++)
		fprintf(out, " L%-7zu", k + 1);
	fputc('\n', out);
	for (size_t i = 0; i < ncases; i++) {
		if (!interesting(sessions, nsessions, i)) {
			alike++;
			continue;
		}
		fprintf(out, "%-44s", cases[i]->id);
		for (size_t k = 0; k < nsessions; k++)
			fprintf(out, " %-8s", cell(&sessions[k], i));
		fputc('\n', out);
	}
	fprintf(out, "%zu cases pass under all %zu loaders, or are skipped under all\n", alike,
		nsessions);
}
