/* the values of a fact that an expression may name */
#include <string.h>

#include "format/expr_private.h"
#include "base/text.h"
#include "base/util.h"
#include "format/vocab.h"

static const char *const flags[] = {"0", "1", NULL};

/* the last part of a version: digits, then perhaps a pre-release (0a1, 0b2, 0rc1) or a '+' */
static bool
is_last_part(const char *p)
{
	size_t n = strspn(p, "0123456789");

	if (!n)
		return false;
	p += n;
	if (text_starts(p, "rc") || *p == 'a' || *p == 'b') {
		p += *p == 'r' ? 2 : 1;
		n = strspn(p, "0123456789");
		if (!n)
			return false;
		p += n;
	}
	return !p[*p == '+'];
}

/* numbers joined by dots, at most max of them */
static bool
is_version(const char *p, int max)
{
	size_t n;

	while (--max > 0 && (n = strspn(p, "0123456789")) && p[n] == '.')
		p += n + 1;
	return is_last_part(p);
}

bool
expr_is_version(const char *text)
{
	return is_version(text, 3);
}

/* NAME or NAME-VERSION; NAME must be a word of v unless any is true */
static const char *
check_named(struct arena *a, enum vocab v, const char *value, bool any)
{
	const char *dash = strchr(value, '-'), *why;
	size_t len = dash ? (size_t)(dash - value) : strlen(value);

	if (!any && (why = vocab_unknown(a, v, arena_strndup(a, value, len))))
		return why;
	if (!len || (dash && !is_version(dash + 1, 4)))
		return arena_printf(a, "'%s' where NAME or NAME-VERSION was expected", value);
	return NULL;
}

static const char *
check_flag(struct arena *a, const struct expr_leaf *leaf)
{
	if (strcmp(leaf->value, "0") && strcmp(leaf->value, "1"))
		return text_unknown(a, leaf->key, leaf->value, flags);
	if (leaf->op != EXPR_EQ && leaf->op != EXPR_NE)
		return arena_printf(a, "%s is 0 or 1 and has no order; expected = or !=",
				    leaf->key);
	return NULL;
}

static const char *
check_abi(struct arena *a, const char *value)
{
	if (value[strspn(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				"0123456789._-")])
		return arena_printf(a, "'%s' where a name of a-z, A-Z, 0-9, '.', '_' and '-' was "
				       "expected", value);
	return NULL;
}

const char *
expr_check_value(struct arena *a, const struct expr_leaf *leaf, bool own)
{
	if (leaf->op == EXPR_CAP)
		return vocab_unknown(a, VOCAB_CAP, leaf->value);
	if (!strcmp(leaf->key, "py"))
		return expr_is_version(leaf->value)
			       ? NULL
			       : arena_printf(a, "'%s' where a version was expected, e.g. 3.12 "
						 "or 3.12.4", leaf->value);
	if (!strcmp(leaf->key, "gil") || !strcmp(leaf->key, "debug") ||
	    !strcmp(leaf->key, "tracerefs") || !strcmp(leaf->key, "shared"))
		return check_flag(a, leaf);
	if (!strcmp(leaf->key, "impl"))
		return check_named(a, VOCAB_IMPL, leaf->value, own);
	if (!strcmp(leaf->key, "libc"))
		return check_named(a, VOCAB_LIBC, leaf->value, false);
	if (!strcmp(leaf->key, "os"))
		return vocab_unknown(a, VOCAB_OS, leaf->value);
	if (!strcmp(leaf->key, "format"))
		return vocab_unknown(a, VOCAB_FORMAT, leaf->value);
	if (!strcmp(leaf->key, "arch"))
		return vocab_unknown(a, VOCAB_ARCH, leaf->value);
	if (!strcmp(leaf->key, "carrier"))
		return vocab_unknown(a, VOCAB_CARRIER, leaf->value);
	if (!strcmp(leaf->key, "sanitizer"))
		return vocab_unknown(a, VOCAB_SANITIZER, leaf->value);
	return check_abi(a, leaf->value);
}
