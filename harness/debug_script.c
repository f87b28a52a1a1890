#include "debug_script.h"

#include "spawn.h"
#include "text.h"
#include "util.h"

static void
put_words(struct buf *b, char *const *words)
{
	for (; *words; words++) {
		buf_putc(b, ' ');
		text_shell(b, *words);
	}
}

const char *
debug_program(const struct debug_plan *plan)
{
	return plan->native ? plan->program : "/bin/sh";
}

/*
 * Before each of the ways to begin: the program itself, since gdb goes on with what that has become
 * by exec; and an empty folder, though a case may have made its own unreadable.
 */
static void
put_hooks(struct buf *b, const struct debug_plan *plan)
{
	static const char *const begins[] = {"run", "start", "starti"};
	struct buf word = {0}, file = {0};

	text_shell(&word, plan->tmp);
	text_shell(&file, debug_program(plan));
	for (size_t i = 0; i < LENGTH(begins); i++)
		buf_printf(b,
			   "define hook-%s\n"
			   "file %s\n"
			   "shell chmod -R u+rwx %s 2>/dev/null; rm -rf %s; mkdir %s\n"
			   "end\n",
			   begins[i], file.p, word.p, word.p, word.p);
	buf_free(&word);
	buf_free(&file);
}

/* `run` without arguments repeats these, redirections included: the shell takes them apart */
static void
put_args(struct buf *b, const struct debug_plan *plan)
{
	buf_puts(b, "set args");
	if (!plan->native) {
		buf_puts(b, " -c 'exec \"$@\"' sh ");
		text_shell(b, plan->program);
	}
	put_words(b, plan->args);
	buf_puts(b, " <");
	text_shell(b, plan->request);
	/* the transcript goes to the terminal */
	buf_printf(b, " %d>&1\n", SPAWN_OUT_FD);
}

void
debug_script(struct buf *b, const struct debug_plan *plan)
{
	buf_puts(b, "set breakpoint pending on\n"
		    "set startup-with-shell on\n");
	buf_puts(b, "set exec-wrapper env -i");
	put_words(b, plan->env);
	buf_putc(b, '\n');
	put_args(b, plan);
	put_hooks(b, plan);
}
