#include "process/reply.h"

#include <limits.h>
#include <string.h>
#include <sys/wait.h>

#include "base/text.h"

enum { NUMBERS_MIN = 4, NUMBERS_MAX = 5, DIGITS_MAX = 20, STATUS_MAX = 0xffff };

/* parse up to max numbers, none negative, separated by single blanks; how many, 0 for a mistake */
static size_t
numbers(const char *s, long *v, size_t max)
{
	char word[DIGITS_MAX + 1];

	for (size_t n = 0; n < max;) {
		size_t len = strcspn(s, " ");

		if (len > DIGITS_MAX)
			return 0;
		memcpy(word, s, len);
		word[len] = '\0';
		if (!text_long(word, 0, LONG_MAX, &v[n++]))
			return 0;
		s += len;
		if (!*s)
			return n;
		s++;
	}
	return 0;
}

static void
parse_started(struct reply *r, const char *rest)
{
	long pid;

	if (numbers(rest, &pid, 1) != 1 || pid < 1 || pid > INT_MAX)
		return;
	r->kind = REPLY_STARTED;
	r->pid = (pid_t)pid;
}

static void
parse_ended(struct reply *r, const char *rest)
{
	long v[NUMBERS_MAX] = {0};
	size_t n = numbers(rest, v, NUMBERS_MAX);

	if (n < NUMBERS_MIN || v[0] > STATUS_MAX || v[4] > UINT_MAX)
		return;
	r->status = (int)v[0];
	/* a stopped job has not ended */
	if (!WIFEXITED(r->status) && !WIFSIGNALED(r->status))
		return;
	r->kind = REPLY_ENDED;
	r->cpu_seconds = (double)v[1] / 1e6;
	r->max_rss_kb = v[2];
	r->left = v[3] > INT_MAX ? INT_MAX : (int)v[3];
	r->told_kinds = n == NUMBERS_MAX;
	r->kinds = (unsigned)v[4];
}

struct reply
reply_parse(const char *line, size_t len)
{
	struct reply r = {.kind = REPLY_NONSENSE};

	if (strlen(line) != len)
		return r;
	if (!strcmp(line, "ready")) {
		r.kind = REPLY_READY;
		r.text = "";
	} else if (text_starts(line, "ready ") && line[strlen("ready ")]) {
		r.kind = REPLY_READY;
		r.text = line + strlen("ready ");
	} else if (text_starts(line, "started ")) {
		parse_started(&r, line + strlen("started "));
	} else if (text_starts(line, "ended ")) {
		parse_ended(&r, line + strlen("ended "));
	} else if (text_starts(line, "failed ")) {
		r.kind = REPLY_FAILED;
		r.text = line + strlen("failed ");
	}
	return r;
}
