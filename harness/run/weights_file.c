#include "run/weights_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/util.h"
#include "format/result.h"
#include "run/suite.h"
#include "run/weights.h"

int
weights_read(struct arena *a, struct weights *w, const char *option, const char *path)
{
	struct buf b = {0};
	size_t line = 0;
	int bad = file_read(path, &b);

	*w = (struct weights){0};
	if (bad)
		warn("%s: cannot read %s: %s", option, path, file_why(errno));
	else
		line = weights_parse(a, w, buf_str(&b), b.len);
	if (line)
		warn("%s:%zu: not a line that --write-weights writes", path, line);
	buf_free(&b);
	return bad || line ? -1 : 0;
}

static int
by_id(const void *a, const void *b)
{
	const struct weight *x = a, *y = b;

	return strcmp(x->id, y->id);
}

/* what a case without a process took is known only if it is skipped */
static bool
is_measured(const struct result *r)
{
	return r && (r->executed || r->outcome == OUT_SKIP);
}

int
weights_write(struct arena *a, const char *path, const struct suite *suite,
	      const struct result *const *by_case)
{
	struct weights old = {0}, now = {0};
	struct buf b = {0};
	int bad = 0;

	if (!access(path, F_OK))
		bad = weights_read(a, &old, "--write-weights", path);
	now.v = arena_alloc(a, (suite->n + 1) * sizeof(*now.v));
	for (size_t i = 0; i < suite->n; i++) {
		const char *id = suite->cases[i].id;
		const struct weight *before = weights_find(&old, id);

		if (is_measured(by_case[i]))
			now.v[now.n++] = (struct weight){
				id, (unsigned long long)(by_case[i]->seconds * 1e6 + 0.5)};
		else if (before)
			now.v[now.n++] = *before;
	}
	qsort(now.v, now.n, sizeof(*now.v), by_id);
	weights_format(&b, &now);
	if (!bad)
		bad = file_write(path, buf_str(&b), b.len);
	buf_free(&b);
	return bad;
}
