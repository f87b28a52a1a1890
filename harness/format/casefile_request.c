#include <string.h>

#include "format/casefile.h"
#include "base/text.h"
#include "base/util.h"

const char *
casefile_echo(const struct command *command)
{
	const char *text = command->text;

	/* `raw TEXT` is how a case says what no verb may say */
	if (!strcmp(command->words[0], "raw"))
		text += strcspn(text, " \t") + 1;
	return text;
}

/* as it is, or as a JSON string where that would not be read as the rest of one line */
static void
add_folder(struct buf *b, const char *path)
{
	if (!strchr(path, '\n') && path[0] == '/' && path[strlen(path) - 1] != ' ') {
		buf_puts(b, path);
		return;
	}
	buf_putc(b, '"');
	text_json(b, path);
	buf_putc(b, '"');
}

void
casefile_request(struct buf *b, const struct casefile *c, const char *tmp, const char *token)
{
	buf_printf(b, "# case %s\n# tmp ", c->id);
	add_folder(b, tmp);
	buf_putc(b, '\n');
	if (token)
		buf_printf(b, "# token %s\n", token);
	for (size_t i = 0; i < c->ncommands; i++)
		buf_printf(b, "%s\n", casefile_echo(&c->commands[i]));
}
