/* Each fact is written once: compares the adapter in Python and FORMAT.md with the program. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/casefile.h"
#include "format/casefile_words.h"
#include "format/limits.h"
#include "format/transcript.h"
#include "format/vocab.h"
#include "run/target.h"
#include "run/target_answer.h"
#include "run/target_field.h"
#include "docs.h"
#include "docs_markdown.h"
#include "rows.h"
#include "tree.h"
#include "units.h"

/* prints lines of a word and its values; texts are UTF-8 in hexadecimal digits */
static const char script[] =
	"import sys\n"
	"sys.dont_write_bytecode = True\n"
	"sys.path.insert(0, sys.argv[1])\n"
	"import conform_hello, conform_main, conform_session, conform_text, conform_verbs\n"
	"for name, (method, least, most) in conform_session.VERBS.items():\n"
	"    print('verb', name, least, most)\n"
	"for word in conform_session.FLAG_WORDS:\n"
	"    print('flag', word)\n"
	"for word in conform_hello.tried(None):\n"
	"    print('cap', word)\n"
	"print('request', conform_main.REQUEST_MAX)\n"
	"print('hello', conform_hello.hello(None))\n"
	"for code in list(range(0x300)) + [0x2028, 0xd800, 0xdfff, 0xfeff, 0xffff, 0x10000,\n"
	"                                  0x1f600, 0x10ffff]:\n"
	"    shown = conform_text.quote(chr(code))\n"
	"    back = conform_text.Reader(shown, lambda text: text).string()\n"
	"    code = code if back == chr(code) else -1\n"
	"    print('text', code, shown.encode('utf-8').hex())\n";

/* the lines of the script that begin with one word, without that word */
struct told {
	char **v;
	size_t n;
};

static struct told
adapter_tells(struct tree *t, const char *kind)
{
	struct output o = tree_run(t, (const char *[]){"python3", "-I", "-S", "-c", script,
						       "harness/adapter", NULL});
	struct told told = {NULL, 0};
	size_t n, skip = strlen(kind);
	char **lines = text_lines(&t->mem, o.text, strlen(o.text), &n);

	UNIT_CHECK(!o.status, "the adapter's modules: %s", o.text);
	told.v = arena_alloc(&t->mem, (n + 1) * sizeof(*told.v));
	for (size_t i = 0; i < n; i++) {
		if (text_starts(lines[i], kind) && lines[i][skip] == ' ')
			told.v[told.n++] = lines[i] + skip + 1;
	}
	UNIT_CHECK(told.n, "the adapter tells no %s", kind);
	CU_ASSERT_FATAL(told.n > 0);
	return told;
}

static struct names
names_of(struct arena *a, char *const *v, size_t n)
{
	struct names names = {NULL, 0};

	for (size_t i = 0; i < n; i++)
		names_add(a, &names, v[i], strlen(v[i]));
	return names;
}

/* the adapter registers each verb with the same number of arguments; `raw` is no verb there */
static void
test_verbs(void)
{
	static const struct {
		const char *name;
		size_t min, max;
	} verbs[] = {
#define VERB_ROW(name, min, max, writes, usage) {name, min, max},
		CASE_VERBS(VERB_ROW)
	};
	struct names want = {NULL, 0}, have;
	struct tree t;
	struct told told;

	tree_open(&t);
	told = adapter_tells(&t, "verb");
	have = names_of(&t.mem, told.v, told.n);
	for (size_t i = 0; i < LENGTH(verbs); i++) {
		const char *row = arena_printf(&t.mem, "%s %zu %zu", verbs[i].name, verbs[i].min,
					       verbs[i].max);

		if (strcmp(verbs[i].name, "raw"))
			names_add(&t.mem, &want, row, strlen(row));
	}
	names_same(&have, "conform_verbs.py", &want, "casefile_words.h");
	tree_close(&t);
}

static void
test_flags(void)
{
	static const char *const flags[] = {CASE_FLAGS};
	struct names want = {NULL, 0}, have, spans = {NULL, 0};
	const char *list = "";
	struct tree t;
	struct told told;

	tree_open(&t);
	told = adapter_tells(&t, "flag");
	have = names_of(&t.mem, told.v, told.n);
	for (size_t i = 0; i < LENGTH(flags); i++) {
		names_add(&t.mem, &want, flags[i], strlen(flags[i]));
		list = arena_printf(&t.mem, "%s%s%s", list, i ? " " : "", flags[i]);
	}
	names_same(&have, "conform_session.py", &want, "casefile_words.h");
	markdown_spans(&t.mem, &spans, docs_text(&t.mem, "harness/FORMAT.md"));
	UNIT_CHECK(names_has(&spans, list), "FORMAT.md does not list the flags as %s", list);
	tree_close(&t);
}

/* each capability that the adapter's code names is in the vocabulary */
static void
test_capabilities(void)
{
	struct tree t;
	struct told told;

	tree_open(&t);
	told = adapter_tells(&t, "cap");
	for (size_t i = 0; i < told.n; i++) {
		const char *why = vocab_unknown(&t.mem, VOCAB_CAP, told.v[i]);

		UNIT_CHECK(!why, "conform_hello.py: %s", why);
	}
	tree_close(&t);
}

/* a request contains a case file, so both have the same limit of size */
static void
test_request(void)
{
	struct tree t;
	struct told told;

	tree_open(&t);
	told = adapter_tells(&t, "request");
	UNIT_CHECK(!strcmp(told.v[0], arena_printf(&t.mem, "%d", FILE_MAX)),
		   "REQUEST_MAX is %s, FILE_MAX %d", told.v[0], FILE_MAX);
	tree_close(&t);
}

static struct names
keys_of(struct arena *a, json_t *object)
{
	struct names names = {NULL, 0};
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value) {
		names_add(a, &names, key, strlen(key));
	}
	return names;
}

/* FORMAT.md's example of a hello, without the dots that stand for more capabilities */
static json_t *
hello_of_format(struct arena *a)
{
	struct blocks blocks = markdown_blocks(a, docs_text(a, "harness/FORMAT.md"));

	for (size_t i = 0; i < blocks.n; i++) {
		const char *text = blocks.v[i].text, *dots = strstr(text, ", ...]");

		if (text_starts(text, "{\"protocol\"") && dots)
			return json_loads(arena_printf(a, "%.*s%s", (int)(dots - text), text,
						       dots + 5), 0, NULL);
	}
	return NULL;
}

/* the adapter's hello has FORMAT.md's keys and the facts of the vocabulary */
static void
test_hello(void)
{
	struct names got, want, facts = {NULL, 0};
	json_t *said, *shown;
	struct answer answer;
	struct tree t;
	struct told told;
	const char *why;

	tree_open(&t);
	told = adapter_tells(&t, "hello");
	why = answer_hello(&t.mem, &answer, told.v[0]);
	UNIT_CHECK(!why, "%s: %s", told.v[0], why);
	said = json_loads(told.v[0], 0, NULL);
	shown = hello_of_format(&t.mem);
	got = keys_of(&t.mem, said);
	want = keys_of(&t.mem, shown);
	names_same(&got, "conform_hello.py", &want, "the hello of FORMAT.md");
	for (const struct vocab_word *w = vocab_words(VOCAB_FACT); w->name; w++) {
		/* an interpreter does not know what executes it; few are built with a sanitizer */
		if (strcmp(w->name, "carrier") && strcmp(w->name, "sanitizer"))
			names_add(&t.mem, &facts, w->name, strlen(w->name));
	}
	got = keys_of(&t.mem, json_object_get(said, "facts"));
	want = keys_of(&t.mem, json_object_get(shown, "facts"));
	names_same(&got, "the facts of conform_hello.py", &facts, "vocab.c");
	names_same(&want, "the facts of FORMAT.md's hello", &facts, "vocab.c");
	json_decref(said);
	json_decref(shown);
	tree_close(&t);
}

/* JSON of all facts of the vocabulary except this one */
static const char *
without(struct arena *a, const char *fact)
{
	const char *text = "";

	for (const struct vocab_word *w = vocab_words(VOCAB_FACT); w->name; w++) {
		const char *value = strcmp(w->name, "cap") ? "1" : "fork";

		if (!strcmp(w->name, "os"))
			value = "linux";
		if (!strcmp(w->name, "format"))
			value = "elf";
		if (!strcmp(w->name, "carrier"))
			value = "qemu";
		if (!strcmp(w->name, "sanitizer"))
			value = "thread";
		if (strcmp(w->name, fact))
			text = arena_printf(a, "%s%s\"%s\": \"%s\"", text, *text ? ", " : "",
					    w->name, value);
	}
	return arena_printf(a, "{\"protocol\": 1, \"facts\": {%s}}", text);
}

/* FORMAT.md says which facts hello must have, and which facts a worker must repeat */
static void
test_mandatory(void)
{
	struct arena a = {0};
	const char *format = docs_text(&a, "harness/FORMAT.md");
	struct names always = {NULL, 0}, again = {NULL, 0};
	struct answer all, less, ignored;
	const char *at_hello = "", *in_worker = "";

	answer_hello(&a, &all, without(&a, ""));
	for (const struct vocab_word *w = vocab_words(VOCAB_FACT); w->name; w++) {
		const char *text = without(&a, w->name);

		if (answer_hello(&a, &ignored, text))
			names_add(&a, &always, w->name, strlen(w->name));
		answer_worker(&a, &less, text);
		if (answer_differs(&a, &all, &less))
			names_add(&a, &again, w->name, strlen(w->name));
	}
	for (size_t i = 0; i < always.n; i++)
		at_hello = arena_printf(&a, "%s%s%s", at_hello, i ? " " : "", always.v[i]);
	for (size_t i = 0; i < again.n; i++)
		in_worker = arena_printf(&a, "%s%s%s", in_worker, i ? " " : "", again.v[i]);
	at_hello = arena_printf(&a, "The facts\n`%s` are mandatory.", at_hello);
	in_worker = arena_printf(&a, "The facts `%s` are mandatory there", in_worker);
	UNIT_CHECK(strstr(format, at_hello), "FORMAT.md lacks: %s", at_hello);
	UNIT_CHECK(strstr(format, in_worker), "FORMAT.md lacks: %s", in_worker);
	arena_free(&a);
}

/* decode pairs of hexadecimal digits to bytes */
static const char *
bytes_of(struct arena *a, const char *hex)
{
	size_t n = strlen(hex) / 2;
	char *bytes = arena_alloc(a, n + 1);

	for (size_t i = 0; i < n; i++)
		bytes[i] = (char)strtol((char[]){hex[2 * i], hex[2 * i + 1], '\0'}, NULL, 16);
	return bytes;
}

/* the code of the only character in a JSON string; "none" if there is not exactly one */
static const char *
number(struct arena *a, const char *text)
{
	json_t *s = json_loads(text, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	const unsigned char *p = (const unsigned char *)json_string_value(s);
	size_t len = p ? json_string_length(s) : 0;
	long code = len ? (len == 1 ? p[0] : p[0] & (0x7f >> len)) : -1;

	for (size_t i = 1; i < len; i++)
		code = code << 6 | (p[i] & 0x3f);
	json_decref(s);
	return code < 0 ? "none" : arena_printf(a, "%ld", code);
}

/*
 * the adapter reads back what it escapes; an escaped text stays unchanged in a transcript, is one
 * word in a case, and is valid JSON
 */
static void
test_escape(void)
{
	struct tree t;
	struct told told;

	tree_open(&t);
	told = adapter_tells(&t, "text");
	for (size_t i = 0; i < told.n; i++) {
		char **words = text_fields(&t.mem, told.v[i], NULL);
		const char *shown = bytes_of(&t.mem, words[1]), *why = NULL;
		const char *line = arena_printf(&t.mem, "= %s\n# end\n", shown);
		bool lone = text_starts(shown, "\"\\ud") && strlen(shown) == 8;
		struct text_roots roots = {NULL, NULL, NULL};
		struct transcript parsed = {0};
		size_t n = 0;

		transcript_parse(&t.mem, &parsed, line, strlen(line), NULL, &roots);
		UNIT_CHECK(!parsed.fault && parsed.n == 1 &&
				   !strcmp(parsed.lines[0] + 2, shown),
			   "%s: %s", shown, parsed.fault ? parsed.fault : "cleaned");
		UNIT_CHECK(text_words(&t.mem, arena_printf(&t.mem, "get %s", shown), &n, &why) &&
				   n == 2, "%s is no word: %s", shown, why ? why : "");
		UNIT_CHECK(lone || !strcmp(words[0], number(&t.mem, shown)),
			   "%s is not character %s", shown, words[0]);
	}
	tree_close(&t);
}

static struct names
variables(struct arena *a, char *const *env)
{
	struct names names = {NULL, 0};

	for (; *env; env++)
		names_add(a, &names, *env, strcspn(*env, "="));
	return names;
}

/* FORMAT.md lists the variables of a loader's environment; the user can set none of them */
static void
test_environment(void)
{
	static const struct target_config config;
	struct arena a = {0};
	const char *format = docs_text(&a, "harness/FORMAT.md");
	char **env = target_env(&a, &config, "/t");
	struct names told = {NULL, 0}, others = variables(&a, env);
	struct names resident = variables(&a, target_server_env(&a, &config, "/t"));

	markdown_column(&a, &told, format, "| variable | value |");
	names_same(&told, "FORMAT.md, section 3", &resident, "target_env.c");
	names_add(&a, &others, "CONFORM_REPLY", strlen("CONFORM_REPLY"));
	names_same(&others, "the environment of hello", &resident, "that of a resident");
	for (size_t i = 0; i < told.n; i++)
		UNIT_CHECK(target_env_refuses(&a, told.v[i]), "--env %s is accepted", told.v[i]);
	for (; *env; env++) {
		size_t name = strcspn(*env, "=");
		const char *row = arena_printf(&a, "| `%.*s` | `%s` |", (int)name, *env,
					       *env + name + 1);
		bool fixed = text_starts(*env, "TZ=") || text_starts(*env, "LC_");

		UNIT_CHECK(!fixed || strstr(format, row), "FORMAT.md lacks %s", row);
	}
	arena_free(&a);
}

/* true if a line of the blocks is this command, with nothing after it but a remark */
static bool
has_command(const struct blocks *blocks, const char *command)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const char *at = strstr(blocks->v[i].text, command);
		const char *end = at ? at + strlen(command) : NULL;

		if (at && (at == blocks->v[i].text || at[-1] == '\n') &&
		    (*end == '\n' || text_starts(end, "  ")))
			return true;
	}
	return false;
}

static const char *
joined(struct arena *a, char *const *words)
{
	const char *text = *words;

	while (*++words)
		text = arena_printf(a, "%s %s", text, *words);
	return text;
}

/* FORMAT.md shows the commands that are sent to an adapter */
static void
test_adapter_commands(void)
{
	static char loader[] = "LOADER", options[] = "[OPTIONS]", own[] = "[args]";
	static char *command[] = {loader, options, NULL}, *args[] = {own, NULL};
	static const struct target_config plain, plugged = {.plugin = "FILE"};
	struct target t = {.config = &plain, .script = "conform_adapter.py", .fix = "DIR",
			   .command = command};
	struct casefile c = {.args = args};
	struct arena a = {0};
	const char *format = docs_text(&a, "harness/FORMAT.md");
	struct blocks blocks = markdown_blocks(&a, format);
	char **sent[] = {target_hello_argv(&a, &t), target_case_argv(&a, &t, &c),
			 target_server_argv(&a, &t)};

	for (size_t i = 0; i < LENGTH(sent); i++)
		UNIT_CHECK(has_command(&blocks, joined(&a, sent[i])), "FORMAT.md lacks: %s",
			   joined(&a, sent[i]));
	UNIT_CHECK(strstr(format, "`--plugin FILE` may follow `--fix DIR` and `--hello`."),
		   "FORMAT.md does not say where --plugin stands");
	c.options = args;
	t.hello = &(struct answer){.options = command + 1};
	row_contains(__FILE__, __LINE__, joined(&a, target_case_argv(&a, &t, &c)),
		     "LOADER [args] [args] conform_adapter.py");
	c.options = NULL;
	t.config = &plugged;
	row_contains(__FILE__, __LINE__, joined(&a, target_hello_argv(&a, &t)),
		     " --hello --plugin FILE");
	row_contains(__FILE__, __LINE__, joined(&a, target_case_argv(&a, &t, &c)),
		     " --fix DIR --plugin FILE");
	row_contains(__FILE__, __LINE__, joined(&a, target_server_argv(&a, &t)),
		     " --fix DIR --plugin FILE --serve");
	arena_free(&a);
}

/* FORMAT.md lists the limits in the order of the table */
/* FORMAT.md says of each field which values it may have */
static void
test_fields(void)
{
	struct arena a = {0};
	const char *format = docs_text(&a, "harness/FORMAT.md");
	const char *table = "| field | value | at most |\n|---|---|---|\n";

	for (size_t i = 0; field_row(&a, i).name; i++) {
		struct field_row row = field_row(&a, i);

		table = arena_printf(&a, "%s| %s | %s |%s |\n", table, row.name, row.form,
				     row.max ? arena_printf(&a, " %zu bytes", row.max) : "");
	}
	UNIT_CHECK(strstr(format, table), "FORMAT.md, section 3, expected:\n%s", table);
	arena_free(&a);
}

static void
test_limits(void)
{
#define LIMIT_ROW(name, value, unit, says) {says, unit, (value)},
	static const struct {
		const char *says, *unit;
		int value;
	} limits[] = {LIMITS(LIMIT_ROW)};
#define LIMIT_INDEX(name, value, unit, says) AT_##name,
	enum { LIMITS(LIMIT_INDEX) };
#define SETTABLE(word, limit) {#word, AT_##limit},
	static const struct {
		const char *word;
		size_t at;
	} settable[] = {CASE_LIMITS(SETTABLE)};
	struct arena a = {0};
	const char *format = docs_text(&a, "harness/FORMAT.md");
	const char *table = "| what | at most |\n|---|---|\n";
	const char *files = arena_printf(&a, "a regular file of at most %d MiB", FILE_MAX >> 20);

	for (size_t i = 0; i < LENGTH(limits); i++)
		table = arena_printf(&a, "%s| %s | %d %s |\n", table, limits[i].says,
				     limits[i].value, limits[i].unit);
	UNIT_CHECK(strstr(format, table), "FORMAT.md, section 8, expected:\n%s", table);
	table = "| name | limits |\n|---|---|\n";
	for (size_t i = 0; i < LENGTH(settable); i++)
		table = arena_printf(&a, "%s| `%s` | %s |\n", table, settable[i].word,
				     limits[settable[i].at].says);
	UNIT_CHECK(strstr(format, table), "FORMAT.md, section 8, expected:\n%s", table);
	UNIT_CHECK(strstr(format, files), "FORMAT.md, expected: %s", files);
	arena_free(&a);
}

/* usage with the part from at to end replaced by text */
static const char *
replaced(struct arena *a, const char *usage, const char *at, const char *end, const char *text)
{
	return arena_printf(a, "%.*s%s%s", (int)(at - usage), usage, text, end);
}

/*
 * True if FORMAT.md has the commands of a usage: the usage itself, or each of its alternatives
 * "add|remove", or the usage without and with the text in its brackets.
 */
static bool
documented(struct arena *a, const struct names *commands, const char *usage)
{
	const char *bar = strchr(usage, '|'), *open = strchr(usage, '['), *begin, *close, *more;

	if (names_has(commands, usage))
		return true;
	if (bar && !open) {
		for (begin = bar; begin[-1] != ' ';)
			begin--;
		close = bar + strcspn(bar, " ");
		return documented(a, commands, replaced(a, usage, bar, close, "")) &&
		       documented(a, commands, replaced(a, usage, begin, bar + 1, ""));
	}
	close = open ? strchr(open, ']') : NULL;
	if (!close)
		return false;
	begin = open[-1] == ' ' ? open - 1 : open;
	more = arena_strndup(a, open + 1, (size_t)(close - open - 1));
	return documented(a, commands, replaced(a, usage, begin, close + 1, "")) &&
	       documented(a, commands, replaced(a, usage, open, close + 1, more));
}

static void
test_usages(void)
{
#define VERB_USAGE(name, min, max, writes, usage) usage,
	static const char *const usages[] = {CASE_VERBS(VERB_USAGE)};
	struct arena a = {0};
	struct names commands = {NULL, 0};

	markdown_column(&a, &commands, docs_text(&a, "harness/FORMAT.md"), "| command |");
	for (size_t i = 0; i < LENGTH(usages); i++)
		UNIT_CHECK(documented(&a, &commands, usages[i]), "FORMAT.md lacks the command %s",
			   usages[i]);
	arena_free(&a);
}

void
unit_facts(void)
{
	static const struct row_test tests[] = {
		{"the adapter's verbs", test_verbs},
		{"flags of dlopen", test_flags},
		{"the adapter's capabilities", test_capabilities},
		{"the size of a request", test_request},
		{"the adapter's hello", test_hello},
		{"facts that hello must have", test_mandatory},
		{"text in the transcript", test_escape},
		{"the environment", test_environment},
		{"the adapter's commands", test_adapter_commands},
		{"the fields of hello", test_fields},
		{"limits", test_limits},
		{"usages", test_usages},
	};

	rows_suite("facts", tests, LENGTH(tests));
}
