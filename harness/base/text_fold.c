#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"

static bool
alphanumeric(int c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* a text to replace, unless a letter, a digit or a character of joined follows it */
struct fold {
	const char *from;
	size_t len;
	const char *to;
	const char *joined;
};

/* length of a root without the slashes at its end; 0 for NULL */
static size_t
root_length(const char *root)
{
	size_t len = root ? strlen(root) : 0;

	while (len && root[len - 1] == '/')
		len--;
	return len;
}

static bool
fold_at(const struct fold *f, const char *p, size_t left)
{
	if (!f->len || left < f->len || memcmp(p, f->from, f->len))
		return false;
	if (left == f->len)
		return true;
	p += f->len;
	return !alphanumeric((unsigned char)*p) && !(*p && strchr(f->joined, *p));
}

/* length of "0x" and six or more hex digits at p, or 0 */
static size_t
address_length(const char *p, size_t left)
{
	size_t n = 2;

	if (left < 8 || p[0] != '0' || p[1] != 'x')
		return 0;
	while (n < left && p[n] && strchr("0123456789abcdefABCDEF", p[n]))
		n++;
	return n >= 8 ? n : 0;
}

void
text_fold(struct buf *b, const char *line, size_t len, const struct text_roots *roots,
	  bool addresses)
{
	/* /tmp/run1-a and /tmp/run1_a are not /tmp/run1; but a '.' may follow, to end a sentence */
	struct fold fix = {roots->fix, root_length(roots->fix), "$FIX", "_-"};
	struct fold tmp = {roots->tmp, root_length(roots->tmp), "$TMP", "_-"};
	struct fold suffix = {roots->suffix, roots->suffix ? strlen(roots->suffix) : 0, "$EXT", ""};
	/* one root may be inside the other, so the longer one is tried first */
	const struct fold *folds[] = {fix.len >= tmp.len ? &fix : &tmp,
				      fix.len >= tmp.len ? &tmp : &fix, &suffix};
	size_t i = 0;

	while (i < len) {
		size_t n = addresses ? address_length(line + i, len - i) : 0;
		const char *to = "0xADDR";

		for (size_t k = 0; !n && k < LENGTH(folds); k++)
			if (fold_at(folds[k], line + i, len - i)) {
				n = folds[k]->len;
				to = folds[k]->to;
			}
		if (n) {
			buf_puts(b, to);
			i += n;
		} else {
			buf_putc(b, line[i++]);
		}
	}
}

#define SIGNAL(name) {name, #name}

static const struct {
	int number;
	const char *name;
} signals[] = {
	SIGNAL(SIGABRT), SIGNAL(SIGALRM), SIGNAL(SIGBUS),  SIGNAL(SIGCHLD), SIGNAL(SIGCONT),
	SIGNAL(SIGFPE),  SIGNAL(SIGHUP),  SIGNAL(SIGILL),  SIGNAL(SIGINT),  SIGNAL(SIGKILL),
	SIGNAL(SIGPIPE), SIGNAL(SIGQUIT), SIGNAL(SIGSEGV), SIGNAL(SIGSTOP), SIGNAL(SIGSYS),
	SIGNAL(SIGTERM), SIGNAL(SIGTRAP), SIGNAL(SIGTSTP), SIGNAL(SIGTTIN), SIGNAL(SIGTTOU),
	SIGNAL(SIGURG),  SIGNAL(SIGUSR1), SIGNAL(SIGUSR2), SIGNAL(SIGXCPU), SIGNAL(SIGXFSZ),
	SIGNAL(SIGVTALRM), SIGNAL(SIGPROF),
	/* not every POSIX system declares these */
#ifdef SIGPOLL
	SIGNAL(SIGPOLL),
#endif
#ifdef SIGWINCH
	SIGNAL(SIGWINCH),
#endif
#ifdef SIGSTKFLT
	SIGNAL(SIGSTKFLT),
#endif
#ifdef SIGPWR
	SIGNAL(SIGPWR),
#endif
};

const char *
text_signal(int sig, char scratch[16])
{
	for (size_t i = 0; i < LENGTH(signals); i++)
		if (signals[i].number == sig)
			return signals[i].name;
	snprintf(scratch, 16, "SIG%d", sig);
	return scratch;
}
