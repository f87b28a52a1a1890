#include "format/casefile.h"

#include <string.h>

#include "format/casefile_words.h"
#include "format/expr.h"
#include "format/header.h"
#include "base/text.h"
#include "base/util.h"
#include "format/limits.h"
#include "format/sources.h"
#include "format/vocab.h"

struct parser {
	struct arena *a;
	struct casefile *c;
	struct errors *errors;
	int line;      /* of the line being parsed */
	unsigned seen; /* header keys: bit i for keys[i] */
	size_t nenv;
	int exit_line; /* of the command exit if it is the last one so far, else 0 */
	int on_line;   /* of the last command exit X.F; 0 if there is none */
};

static void
mistake(struct parser *ps, const char *text)
{
	errors_at(ps->errors, ps->c->path, ps->line, "%s", text);
}

static void
set_summary(struct parser *ps, const char *value)
{
	ps->c->summary = value;
}

/* "PEP 489, Module Creation Phase": a number without a section is not enough */
static bool
is_pep(const char *value)
{
	size_t n;

	if (!text_starts(value, "PEP "))
		return false;
	value += 4;
	n = strspn(value, "0123456789");
	return n && value[n + strspn(value + n, " ,:#")];
}

static bool
is_cpython(const char *value)
{
	const char *file = value + 8, *colon;

	if (!text_starts(value, "cpython:"))
		return false;
	colon = strchr(file, ':');
	return colon && colon > file && colon[1];
}

static bool
is_place(const char *value)
{
	return (text_starts(value, "https://") && value[8]) ||
	       (text_starts(value, "http://") && value[7]) || is_pep(value) || is_cpython(value);
}

/* the ids at the start of value, each once; what follows them */
static const char *
take_rules(struct parser *ps, const char *value)
{
	size_t len = strcspn(value, " \t"), n = 0;

	/* at most one id for two bytes */
	ps->c->rules = arena_alloc(ps->a, (strlen(value) / 2 + 2) * sizeof(*ps->c->rules));
	for (; sources_is_id(value, len); len = strcspn(value, " \t")) {
		char *id = arena_strndup(ps->a, value, len);

		for (size_t i = 0; i < n; i++) {
			if (!strcmp(ps->c->rules[i], id))
				errors_at(ps->errors, ps->c->path, ps->line,
					  "rule '%s' named twice", id);
		}
		ps->c->rules[n++] = id;
		value += len + strspn(value + len, " \t");
	}
	return value;
}

/* ids of rules, and behind '--' another place; or the place alone */
static void
set_spec(struct parser *ps, const char *value)
{
	const char *rest = take_rules(ps, value);
	bool ids = rest != value, good = ids && !*rest;

	ps->c->spec = value;
	ps->c->spec_line = ps->line;
	if (ids && text_starts(rest, "-- "))
		rest += strlen("-- ") + strspn(rest + strlen("-- "), " \t");
	else if (ids)
		rest = "";
	ps->c->place = rest;
	if (!good && !is_place(rest))
		errors_at(ps->errors, ps->c->path, ps->line,
			  "spec '%s'; expected rules, as pep-489#reload, or a URL, "
			  "'PEP N, SECTION' or 'cpython:FILE:FUNCTION', or rules, '--' and one of "
			  "these",
			  value);
}

static const char no_mutant[] = "none -- ";

/* the names so far and one more; NULL-terminated */
static void
add_mutant(struct parser *ps, char *name)
{
	size_t n = 0;
	char **more;

	for (; ps->c->mutants[n]; n++) {
		if (!strcmp(ps->c->mutants[n], name))
			errors_at(ps->errors, ps->c->path, ps->line, "mutant '%s' named twice",
				  name);
	}
	more = arena_alloc(ps->a, (n + 2) * sizeof(*more));
	memcpy(more, ps->c->mutants, n * sizeof(*more));
	more[n] = name;
	ps->c->mutants = more;
}

static void
set_mutant(struct parser *ps, const char *value)
{
	bool again = ps->c->mutant_line;

	ps->c->mutant_line = ps->line;
	if (text_starts(value, no_mutant)) {
		ps->c->no_mutant = value + strlen(no_mutant);
	} else {
		for (char **name = text_fields(ps->a, value, NULL); *name; name++) {
			if (!text_is_name(*name, strlen(*name)) || !strcmp(*name, "none"))
				errors_at(ps->errors, ps->c->path, ps->line,
					  "mutant '%s'; expected names of mutants, or '%sREASON'",
					  *name, no_mutant);
			add_mutant(ps, *name);
		}
	}
	if (again && ps->c->no_mutant)
		errors_at(ps->errors, ps->c->path, ps->line,
			  "mutant given twice; expected names only, or '%sREASON' once",
			  no_mutant);
}

static void
set_requires(struct parser *ps, const char *value)
{
	const char *why;

	ps->c->requires_text = value;
	ps->c->requires = expr_parse(ps->a, value, &why);
	if (!ps->c->requires)
		errors_at(ps->errors, ps->c->path, ps->line, "requires '%s': %s", value, why);
}

static void
set_level(struct parser *ps, const char *value)
{
	ps->c->detail = !strcmp(value, vocab_level(true));
	if (!ps->c->detail && strcmp(value, vocab_level(false)))
		errors_at(ps->errors, ps->c->path, ps->line, "level '%s'; expected '%s' or '%s'",
			  value, vocab_level(false), vocab_level(true));
}

static void
set_tags(struct parser *ps, const char *value)
{
	ps->c->tags = text_fields(ps->a, value, NULL);
	for (char **tag = ps->c->tags; *tag; tag++) {
		const char *why = vocab_unknown(ps->a, VOCAB_TAG, *tag);

		if (why)
			mistake(ps, why);
	}
}

static void
set_timeout(struct parser *ps, const char *value)
{
	double seconds;

	if (text_seconds(value, &seconds) && seconds > 0 && seconds <= TIMEOUT_MAX) {
		ps->c->timeout = seconds;
		ps->c->timeout_is_set = true;
		return;
	}
	errors_at(ps->errors, ps->c->path, ps->line,
		  "timeout '%s'; expected seconds, more than 0 and at most %d", value,
		  TIMEOUT_MAX);
}

static bool
is_assignment(const char *value)
{
	size_t n = strspn(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				 "0123456789_");

	return n && value[n] == '=' && (*value < '0' || *value > '9');
}

static void
set_env(struct parser *ps, const char *value)
{
	char **env = arena_alloc(ps->a, (ps->nenv + 2) * sizeof(*env));
	size_t name = strcspn(value, "=") + 1;

	if (!is_assignment(value)) {
		errors_at(ps->errors, ps->c->path, ps->line, "env '%s'; expected NAME=VALUE",
			  value);
		return;
	}
	for (size_t i = 0; i < ps->nenv; i++) {
		env[i] = ps->c->env[i];
		if (!strncmp(env[i], value, name))
			errors_at(ps->errors, ps->c->path, ps->line, "env sets '%.*s' twice",
				  (int)name - 1, value);
	}
	env[ps->nenv++] = arena_strdup(ps->a, value);
	ps->c->env = env;
}

static void
set_args(struct parser *ps, const char *value)
{
	ps->c->args = text_fields(ps->a, value, NULL);
}

static void
set_options(struct parser *ps, const char *value)
{
	ps->c->options = text_fields(ps->a, strcmp(value, "none") ? value : "", NULL);
}

static void
set_host(struct parser *ps, const char *value)
{
	ps->c->host = value;
}

#define KEY_ROW(key) {#key, set_##key},
static const struct {
	const char *name;
	void (*set)(struct parser *ps, const char *value);
} keys[] = {CASE_KEYS(KEY_ROW)};

#define KEY_NAME(key) #key,
static const char *const key_names[] = {CASE_KEYS(KEY_NAME) NULL};

static void
header_line(struct parser *ps, char *text)
{
	static const char *const many[] = {"env", "mutant", NULL};
	struct header h = {.a = ps->a, .errors = ps->errors, .path = ps->c->path,
			   .line = ps->line, .names = key_names, .many = many,
			   .then = ", commands follow the first empty line"};
	const char *value;
	int key = header_split(&h, text, &ps->seen, &value);

	if (key >= 0)
		keys[key].set(ps, value);
}

/* raw sends the rest of the line as it is, so that rest need not consist of words */
static char **
raw_words(struct parser *ps, const char *text, size_t *n)
{
	char **words = arena_alloc(ps->a, 3 * sizeof(*words));

	words[0] = arena_strndup(ps->a, text, 3);
	words[1] = header_trim(arena_strdup(ps->a, text + 3));
	*n = *words[1] ? 2 : 1;
	if (*n == 1)
		words[1] = NULL;
	if (strcmp(ps->c->area, "adapter"))
		mistake(ps,
			"'raw' outside area adapter; expected a verb that loaders carry out");
	return words;
}

static void
command_line(struct parser *ps, const char *text)
{
	struct command *cmd = &ps->c->commands[ps->c->ncommands];
	const char *why;

	cmd->line = ps->line;
	cmd->text = text;
	if (text_starts(text, "raw") && strchr(" \t", text[3]))
		cmd->words = raw_words(ps, text, &cmd->nwords);
	else
		cmd->words = text_words(ps->a, text, &cmd->nwords, &why);
	if (cmd->words)
		why = casefile_command_check(ps->a, cmd->words, cmd->nwords);
	if (why)
		mistake(ps, why);
	ps->c->ncommands++;
	if (ps->exit_line)
		errors_at(ps->errors, ps->c->path, ps->exit_line,
			  "'exit' must be the last command");
	ps->exit_line = strcmp(text, "exit") ? 0 : ps->line;
	if (cmd->nwords == 2 && !strcmp(cmd->words[0], "exit"))
		ps->on_line = ps->line;
}

static void
parse_lines(struct parser *ps, char **lines, size_t nlines)
{
	bool header = true;

	for (size_t i = 0; i < nlines; i++) {
		char *text = header_trim(lines[i]);

		ps->line = (int)i + 1;
		if (*text == '#')
			continue;
		if (!*text)
			header = false;
		else if (header)
			header_line(ps, text);
		else
			command_line(ps, text);
	}
}

static void
check_whole(struct parser *ps, size_t nlines)
{
	ps->line = 1;
	for (size_t i = 0; i < LENGTH(keys); i++) {
		bool mandatory = keys[i].set == set_summary || keys[i].set == set_spec;

		if (mandatory && !(ps->seen & 1u << i))
			errors_at(ps->errors, ps->c->path, ps->line,
				  "missing key '%s'; expected it above the first empty line",
				  keys[i].name);
	}
	ps->line = nlines ? (int)nlines : 1;
	if (!ps->c->ncommands)
		mistake(ps, "no commands; expected at least one below the first empty line");
	else if (ps->on_line == ps->c->commands[ps->c->ncommands - 1].line)
		errors_at(ps->errors, ps->c->path, ps->on_line,
			  "'exit X.F' without a command for the next run of Python; expected one "
			  "below it");
}

const char *
casefile_id_fault(struct arena *a, const char *id)
{
	char *right = arena_strdup(a, id);
	const char *slash = strchr(right, '/');

	for (char *p = right; *p; p++) {
		if (*p == '_')
			*p = '-';
	}
	if (!slash || !text_is_name(right, (size_t)(slash - right)) ||
	    !text_is_name(slash + 1, strlen(slash + 1)))
		return "expected AREA/NAME, both words of a-z and 0-9 joined by '-'";
	if (strcmp(right, id))
		return arena_printf(a, "expected '%s', words are joined by '-'", right);
	return NULL;
}

static void
set_id(struct parser *ps, const char *id)
{
	const char *slash = strchr(id, '/'), *fault = casefile_id_fault(ps->a, id);
	size_t area = slash ? (size_t)(slash - id) : strlen(id);

	ps->c->id = arena_strdup(ps->a, id);
	ps->c->area = arena_strndup(ps->a, id, area);
	ps->c->name = slash ? ps->c->id + area + 1 : "";
	ps->line = 1;
	if (fault)
		errors_at(ps->errors, ps->c->path, ps->line, "id '%s': %s", id, fault);
}

int
casefile_parse(struct arena *a, struct casefile *c, const char *id, const char *path,
	       const char *bytes, size_t len, struct errors *errors)
{
	struct parser ps = {.a = a, .c = c, .errors = errors};
	size_t before = errors->n, nlines;
	char **none = arena_alloc(a, sizeof(*none)), **lines;

	*c = (struct casefile){.path = arena_strdup(a, path),
			       .timeout = TIMEOUT_DEFAULT,
			       .rules = none,
			       .place = "",
			       .mutants = none,
			       .tags = none,
			       .env = none,
			       .args = none};
	set_id(&ps, id);
	if (!text_check(path, bytes, len, errors))
		return -1;
	lines = text_lines(a, bytes, len, &nlines);
	c->commands = arena_alloc(a, (nlines + 1) * sizeof(*c->commands));
	parse_lines(&ps, lines, nlines);
	check_whole(&ps, nlines);
	c->exits = ps.exit_line || ps.on_line;
	c->begins_again = ps.on_line;
	c->needs_own_process = *c->env || *c->args || c->options || c->host;
	return errors->n == before ? 0 : -1;
}
