#include "format/result.h"

static const struct {
	const char *name, *word;
} names[] = {
	[OUT_PASS] = {"PASS", "pass"},
	[OUT_DETAIL] = {"DETAIL", "detail"},
	[OUT_SKIP] = {"SKIP", "skip"},
	[OUT_XFAIL] = {"XFAIL", "xfail"},
	[OUT_FAIL] = {"FAIL", "fail"},
	[OUT_CRASH] = {"CRASH", "crash"},
	[OUT_TIMEOUT] = {"TIMEOUT", "timeout"},
	[OUT_XPASS] = {"XPASS", "xpass"},
	[OUT_FLAKY] = {"FLAKY", "flaky"},
	[OUT_BROKEN] = {"BROKEN", "broken"},
};

const char *
outcome_name(enum outcome o)
{
	return names[o].name;
}

const char *
outcome_word(enum outcome o)
{
	return names[o].word;
}
