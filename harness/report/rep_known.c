/* What the known lists excused, and the notes about the run: a part of rep_text.h. */
#include <stdlib.h>
#include <string.h>

#include "format/known.h"
#include "report/rep_text.h"
#include "report/report.h"
#include "base/util.h"
#include "format/result.h"

struct rep_excuse *
rep_excuses(const struct result *const *all, size_t n, size_t *count)
{
	struct rep_excuse *v = xcalloc(n + 1, sizeof(*v));

	*count = 0;
	for (size_t i = 0; i < n; i++) {
		const struct known_line *known = all[i]->known;
		size_t k = 0;

		if (!known || all[i]->unexpected)
			continue;
		while (k < *count && strcmp(v[k].path, known->path))
			k++;
		v[k].path = known->path;
		v[k].cases++;
		*count += k == *count;
	}
	return v;
}

bool
rep_excused(struct buf *b, const struct result *const *all, size_t n)
{
	size_t count;
	struct rep_excuse *v = rep_excuses(all, n, &count);

	for (size_t i = 0; i < count; i++) {
		buf_printf(b, "%s%zu by ", i ? ", " : "", v[i].cases);
		rep_clean(b, v[i].path, strlen(v[i].path));
	}
	free(v);
	return count;
}

void
rep_notes(struct buf *b, const struct summary *s, const char *prefix)
{
	for (const char *const *note = s->notes; note && *note; note++) {
		buf_puts(b, prefix);
		rep_clean(b, *note, strlen(*note));
		buf_putc(b, '\n');
	}
}
