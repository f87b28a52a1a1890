#include <string.h>

#include "format/casefile.h"
#include "base/util.h"

const char *
casefile_echo(const struct command *command)
{
	const char *text = command->text;

	/* `raw TEXT` sends TEXT, which may be what no verb allows */
	if (!strcmp(command->words[0], "raw"))
		text += strcspn(text, " \t") + 1;
	return text;
}

void
casefile_request(struct buf *b, const struct casefile *c, const char *tmp, const char *token)
{
	buf_printf(b, "# case %s\n# tmp %s\n", c->id, tmp);
	if (token)
		buf_printf(b, "# token %s\n", token);
	for (size_t i = 0; i < c->ncommands; i++)
		buf_printf(b, "%s\n", casefile_echo(&c->commands[i]));
}
