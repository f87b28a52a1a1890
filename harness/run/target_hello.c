#include "run/target_hello.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "format/limits.h"
#include "process/sched.h"
#include "base/util.h"

struct asking {
	struct arena *a;
	struct hello *h;
	const struct target *t;
	struct spawn spawn;
	const char *error;
	bool again; /* it may succeed without the limit of memory */
	bool patient; /* it is known to answer, so its input is kept open as long as it may take */
	bool looked; /* it answered while its input was open */
};

static enum sched_verdict
ask_prepare(void *ctx, size_t i, struct job *job)
{
	struct asking *q = ctx;

	(void)i;
	job->spawn = q->spawn;
	job->timeout = q->t->config->hello_timeout * (q->t->slow > 1 ? q->t->slow : 1);
	/* a command that ignores its arguments may wait for the end of its input */
	job->hold = q->patient ? job->timeout : job->timeout / 2;
	return SCHED_GO;
}

/* the loader waits for the end of its input, so that its executable can be looked up */
static bool
ask_heard(void *ctx, size_t i, pid_t pid, const struct buf *out)
{
	struct asking *q = ctx;
	struct answer answer;

	(void)i;
	if (!answer_came(buf_str(out), false))
		return false;
	q->looked = true;
	if (answer_hello(q->a, &answer, buf_str(out)))
		return true;
	seen_look(q->a, &q->h->seen, pid, answer.pid);
	return true;
}

/* the bytes shown of a line of its output */
enum { LINE_SHOWN = 200 };

/* append a line of any bytes in printable form */
static void
add_line(struct buf *b, const char *line, size_t len)
{
	text_clean(b, line, len < LINE_SHOWN ? len : LINE_SHOWN);
	if (len > LINE_SHOWN)
		buf_puts(b, "...");
}

/* the first and the last line of its output: one of them is usually the error message */
static const char *
its_words(struct arena *a, const char *log)
{
	size_t first = strcspn(log, "\n"), end = strlen(log), start;
	struct buf b = {0};
	const char *words;

	while (end && log[end - 1] == '\n')
		end--;
	for (start = end; start && log[start - 1] != '\n';)
		start--;
	if (end) {
		buf_puts(&b, "; it said: ");
		add_line(&b, log, first);
	}
	if (start > first) {
		buf_puts(&b, " ... ");
		add_line(&b, log + start, end - start);
	}
	words = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return words;
}

static const char *
words_of(struct arena *a, const struct ran *ran)
{
	return its_words(a, buf_str(ran->log.len ? &ran->log : &ran->out));
}

/* why the way it ended makes it unusable; NULL if it exited with 0 */
static const char *
bad_end(struct asking *q, const struct ran *ran, bool answered)
{
	const char *what = answered ? "it answered --hello, but then" : "it";
	const char *instead = answered ? "" : " and no answer to --hello";
	char scratch[16];

	if (WIFSIGNALED(ran->status))
		return arena_printf(q->a, "%s died by %s%s%s", what,
				    text_signal(WTERMSIG(ran->status), scratch),
				    answered ? "" : " instead of answering --hello",
				    words_of(q->a, ran));
	if (ran->leftovers)
		return "it ended and left a process behind: the command must stay in the "
		       "foreground until its adapter ends";
	if (WEXITSTATUS(ran->status))
		return arena_printf(q->a, "%s exited with %d%s%s", what, WEXITSTATUS(ran->status),
				    instead, words_of(q->a, ran));
	return NULL;
}

/* why it could not be started; a script's interpreter may be what is missing, so name it */
static const char *
no_start(struct asking *q, const struct ran *ran)
{
	const char *program = target_find(q->a, q->t->command[0]);
	const char *shebang = program ? target_shebang(q->a, program) : NULL;
	const char *why = ran->error ? ran->error : "it cannot be started";

	return arena_printf(q->a, "%s%s%s%s", why, shebang ? "; it is a script (" : "",
			    shebang ? shebang : "", shebang ? ")" : "");
}

/* why it cannot be used, whatever it answered; or NULL */
static const char *
bad_run(struct asking *q, const struct ran *ran, bool answered)
{
	switch (ran->how) {
	case RAN_ERROR:
		return no_start(q, ran);
	case RAN_LOST:
		return "it killed the process that watched it";
	case RAN_TIMEOUT:
		return arena_printf(q->a,
				    answered ? "it answered --hello, but does not end within %g s "
					       "though its standard input ended"
					     : "it does not answer --hello within %g s",
				    q->t->config->hello_timeout);
	case RAN_FLOOD:
		return "it floods its output instead of answering --hello";
	default:
		return bad_end(q, ran, answered);
	}
}

static const char *
no_answer(struct asking *q, const struct ran *ran)
{
	return arena_printf(q->a, "it exited with 0 and no answer to --hello: expected an "
			    "interpreter, a wrapper that passes its arguments on to one, or a "
			    "program that honours the adapter contract%s", words_of(q->a, ran));
}

static void
ask_done(void *ctx, size_t i, const struct ran *ran)
{
	struct asking *q = ctx;
	bool answered = answer_came(buf_str(&ran->out), true);
	const char *wrong = NULL, *end = bad_run(q, ran, answered);

	(void)i;
	if (answered)
		wrong = answer_hello(q->a, &q->h->answer, buf_str(&ran->out));
	else if (!end)
		wrong = no_answer(q, ran);
	/* a wrong answer explains more than the exit status */
	q->error = wrong && ran->how == RAN_EXITED ? wrong : end ? end : wrong;
	/* a wrapper may exit with 0 though its command failed */
	q->again = !answered && ran->how == RAN_EXITED && (ran->status || ran->log.len);
	q->h->seconds = ran->seconds;
}

/* one exchange within t->address_space, by a process that can write to the folder writable */
static void
exchange(struct asking *q, const char *tmp, const char *writable, char **argv)
{
	static const struct sched_ops ops = {.prepare = ask_prepare, .done = ask_done,
					     .heard = ask_heard};
	struct sched_config config = {.workers = 1, .out_max = ANSWER_KIB << 10,
				      .log_max = TOOL_KIB << 10,
				      .log_flood = TOOL_FLOOD_KIB << 10,
				      .interrupted = q->t->config->interrupted};
	struct sched *s;

	q->spawn = (struct spawn){
		.argv = argv,
		.envp = target_env(q->a, q->t->config, tmp),
		.cwd = ".",
		.answer = true,
		.limits.address_space = q->t->address_space,
		.space = target_space(q->a, q->t, writable),
	};
	memset(q->h, 0, sizeof(*q->h));
	q->h->seen.unseen = "it ended before it was seen";
	q->error = "interrupted";
	q->again = q->looked = false;
	s = sched_new(&config, &ops, q, 1);
	sched_wait(s, 0);
	sched_free(s);
}

/* A slow loader may answer when its input has ended already, so that nothing was seen of it. */
static void
ask_patiently(struct asking *q, const char *tmp)
{
	struct hello first = *q->h;

	q->patient = true;
	exchange(q, tmp, tmp, target_hello_argv(q->a, q->t));
	if (q->error) {
		*q->h = first;
		q->error = NULL;
	}
}

const char *
hello_ask(struct arena *a, struct hello *h, struct target *t, const char *tmp)
{
	struct asking q = {.a = a, .h = h, .t = t};

	t->address_space = (unsigned long long)t->config->limits.mapped << 30;
	exchange(&q, tmp, tmp, target_hello_argv(a, t));
	if (q.again) {
		/* a loader with a sanitizer reserves more address space than any limit allows */
		t->address_space = 0;
		exchange(&q, tmp, tmp, target_hello_argv(a, t));
	}
	if (!q.error && !q.looked)
		ask_patiently(&q, tmp);
	return q.error;
}

void
hello_keep(struct arena *a, struct target *t, const char *tmp)
{
	struct hello h;
	struct asking q = {.a = a, .h = &h, .t = t};

	/* if it fails, each start compiles the adapter */
	exchange(&q, tmp, t->fix, target_keep_argv(a, t));
}
