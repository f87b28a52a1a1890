/* Tests the answers of adapters, at hello and in a worker: parsed, refused, compared. */
#include <string.h>

#include "run/target_answer.h"
#include "run/target_field.h"
#include "base/text.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

/* in this file, ' stands for the quotes of JSON */
#define FIVE "'impl': 'x-1', 'py': '3.14', 'arch': 'm', 'abi': 'a', 'suffix': '.s'"
#define FACTS "'facts': {" FIVE ", 'libc': 'c-2'}"
#define HELLO "{'protocol': 1, " FACTS "}"

static const char *
json(struct arena *a, const char *text)
{
	char *copy = arena_strdup(a, text);

	for (char *p = copy; *p; p++) {
		if (*p == '\'')
			*p = '"';
	}
	return copy;
}

static void
test_hello(void)
{
	static const struct {
		int line;
		const char *bytes;
		const char *says; /* NULL: no error */
	} t[] = {
		{__LINE__, HELLO, NULL},
		{__LINE__, HELLO "\n", NULL},
		{__LINE__, "{'pid': 7, 'executable': '/p', 'adapter': 'z', 'options': ['-I'], "
			   "'protocol': 1, 'compiler': 'cc -m32', " FACTS "}\n", NULL},
		{__LINE__, "", "it does not answer --hello"},
		{__LINE__, "{}\n[1]\nnull\n", "it does not answer --hello"},
		{__LINE__, "{'protocol': 1", "it does not answer --hello"},
		{__LINE__, "banner\033\n" HELLO "\n", "has 'banner?' before the answer"},
		{__LINE__, "\n" HELLO "\n", "has '' before the answer"},
		{__LINE__, HELLO "\nbye\nmore\n", "has 'bye' after the answer"},
		{__LINE__, HELLO "\n" HELLO "\n", "after the answer"},
		{__LINE__, "{'protocol': 2, " FACTS "}", "speaks protocol 2, expected 1"},
		{__LINE__, "{'protocol': '1', " FACTS "}", "speaks protocol 0, expected 1"},
		{__LINE__, "{'protocol': 1, 'error': 'this is Python 2.7'}", "this is Python 2.7"},
		{__LINE__, "{'protocol': 1, 'error': 3}", "its 'error' is not a string"},
		{__LINE__, "{'protocol': 1}", "its answer has no object 'facts'"},
		{__LINE__, "{'protocol': 1, 'facts': []}", "its answer has no object 'facts'"},
		{__LINE__, "{'protocol': 1, 'facts': {" FIVE "}}", "not report the fact 'libc'"},
		{__LINE__, "{'protocol': 1, 'facts': {'py': 3}}", "its fact 'py' is not a string"},
		{__LINE__, "{'protocol': 1, 'facts': {'py': ['3']}}", "fact 'py' is not a string"},
		{__LINE__, "{'protocol': 1, 'facts': {'cap': [null]}}", "'cap' has a member"},
		{__LINE__, "{'protocol': 1, 'pid': '7', " FACTS "}", "'pid' is not a process id"},
		{__LINE__, "{'protocol': 1, 'pid': 0, " FACTS "}", "'pid' is not a process id"},
		{__LINE__, "{'protocol': 1, 'pid': 1.5, " FACTS "}", "'pid' is not a process id"},
		{__LINE__, "{'protocol': 1, 'executable': [], " FACTS "}", "'executable' is no"},
		{__LINE__, "{'protocol': 1, 'compiler': 1, " FACTS "}", "'compiler' is no"},
		{__LINE__, "{'protocol': 1, 'options': '-I', " FACTS "}",
		 "'options' are not a list of strings"},
		{__LINE__, "{'protocol': 1, 'options': [1], " FACTS "}",
		 "'options' are not a list of strings"},
		{__LINE__, "{'protocol': 1, 'adapter': 1, " FACTS "}", "'adapter' is not a string"},
		{__LINE__, HELLO HELLO, "answer to --hello is not a JSON object: end of file exp"},
		{__LINE__, HELLO " x", "answer to --hello is not a JSON object: end of file exp"},
		{__LINE__, "{'protocol': 1, 'protocol': 1, " FACTS "}", "duplicate object key"},
		{__LINE__, "{'protocol': 1, 'facts': {" FIVE ", 'libc': 'c', 'impl': 'y-1'}}",
		 "not a JSON object: duplicate object key near '\"impl\"'"},
		{__LINE__, "{'protocol': 1, 'optoins': [], " FACTS "}",
		 "an unknown field 'optoins'; did you mean 'options'?"},
		{__LINE__, "{'protocol': 1, '\\u001b': [], " FACTS "}", "an unknown field '\\x1b'"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct answer x;

		row_says(__FILE__, t[i].line, answer_hello(&a, &x, json(&a, t[i].bytes)),
			 t[i].says);
		arena_free(&a);
	}
}

/* each value of each fact: type, alphabet and length */
static void
test_fields(void)
{
	static const struct {
		int line;
		const char *key, *value; /* value is JSON */
		const char *says;        /* NULL: accepted */
	} t[] = {
		{__LINE__, "impl", "'cpython-3.15.0'", NULL},
		{__LINE__, "impl", "'../../../elsewhere/any-1'", "its fact 'impl' is '../../"},
		{__LINE__, "impl", "'..'", "its fact 'impl' is '..', expected"},
		{__LINE__, "impl", "'.'", "its fact 'impl' is '.', expected"},
		{__LINE__, "impl", "'-1'", "its fact 'impl' is '-1', expected"},
		{__LINE__, "impl", "'a/b'", "its fact 'impl' is 'a/b', expected"},
		{__LINE__, "impl", "'a b'", "its fact 'impl' is 'a b', expected"},
		{__LINE__, "impl", "'caf\u00e9'", "its fact 'impl' is 'caf\u00e9', expected"},
		{__LINE__, "impl", "'a\\u001b[31m'", "its fact 'impl' is 'a\\x1b[31m', exp"},
		{__LINE__, "impl", "''", "its fact 'impl' has an empty value"},
		{__LINE__, "impl", "null", "its fact 'impl' is not a string"},
		{__LINE__, "impl", "{}", "its fact 'impl' is not a string"},
		{__LINE__, "impl", "['x-1', 'y-1']", "its fact 'impl' is not a string"},
		{__LINE__, "impl", "true", "its fact 'impl' is not a string"},
		{__LINE__, "py", "'3.15.0b1'", NULL},
		{__LINE__, "py", "'3'", NULL},
		{__LINE__, "py", "3.15", "its fact 'py' is not a string"},
		{__LINE__, "py", "'banana'", "its fact 'py' is 'banana', expected a version"},
		{__LINE__, "py", "'3.'", "its fact 'py' is '3.', expected a version"},
		{__LINE__, "py", "'3.1.2.3'", "its fact 'py' is '3.1.2.3', expected a version"},
		{__LINE__, "py", "'-3'", "its fact 'py' is '-3', expected a version"},
		{__LINE__, "libc", "'glibc-2.36'", NULL},
		{__LINE__, "libc", "'../c'", "its fact 'libc' is '../c', expected"},
		{__LINE__, "arch", "'x86_64'", NULL},
		{__LINE__, "arch", "'..'", "its fact 'arch' is '..', expected"},
		{__LINE__, "abi", "'cpython-311-x86_64-linux-gnu'", NULL},
		{__LINE__, "abi", "'../../../x'", "its fact 'abi' is '../../../x', expected"},
		{__LINE__, "abi", "'.'", "its fact 'abi' is '.', expected"},
		{__LINE__, "gil", "'0'", NULL},
		{__LINE__, "gil", "'2'", "its fact 'gil' is '2', expected 0 or 1"},
		{__LINE__, "gil", "0", "its fact 'gil' is not a string"},
		{__LINE__, "debug", "'yes'", "its fact 'debug' is 'yes', expected 0 or 1"},
		{__LINE__, "tracerefs", "'1'", NULL},
		{__LINE__, "shared", "'0'", NULL},
		{__LINE__, "shared", "'x'", "its fact 'shared' is 'x', expected 0 or 1"},
		{__LINE__, "sanitizer", "'thread'", NULL},
		{__LINE__, "sanitizer", "'bath'", "reports an unknown sanitizer 'bath'"},
		{__LINE__, "tracerefs", "'-'", "its fact 'tracerefs' is '-', expected 0 or 1"},
		{__LINE__, "suffix", "'.cpython-311-x86_64-linux-gnu.so'", NULL},
		{__LINE__, "suffix", "'so'", NULL},
		{__LINE__, "suffix", "'$(shell touch X)'", "its fact 'suffix' is '$(shell touch"},
		{__LINE__, "suffix", "'/../x.so'", "its fact 'suffix' is '/../x.so', expected"},
		{__LINE__, "suffix", "'.'", "its fact 'suffix' is '.', expected"},
		{__LINE__, "suffix", "'..'", "its fact 'suffix' is '..', expected"},
		{__LINE__, "include", "'/usr/include'", NULL},
		{__LINE__, "include", "[]", NULL},
		{__LINE__, "include", "['/a', '']", "its fact 'include' has an empty value"},
		{__LINE__, "include", "['/a', 1]", "'include' has a member that is not a string"},
		{__LINE__, "include", "'/a\\nb'", "expected a path without control characters"},
		{__LINE__, "include", "'/a\\u2028b'", "a path without control characters"},
		{__LINE__, "include", "'/a\\u0085b'", "a path without control characters"},
		{__LINE__, "cap", "['native', 'fork']", NULL},
		{__LINE__, "cap", "['frok']", "an unknown capability 'frok'; did you mean 'fork'"},
		{__LINE__, "cap", "['']", "its fact 'cap' has an empty value"},
		{__LINE__, "cap", "[1]", "its fact 'cap' has a member that is not a string"},
		{__LINE__, "note", "'x'", "an unknown fact 'note'; there are impl py"},
		{__LINE__, "libcc", "'x'", "an unknown fact 'libcc'; did you mean 'libc'?"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct answer x;
		const char *text = json(&a, arena_printf(&a, "{'facts': {'%s': %s}}", t[i].key,
							 t[i].value));

		row_says(__FILE__, t[i].line, answer_worker(&a, &x, text), t[i].says);
		arena_free(&a);
	}
}

/* no string is longer, and no list has more members, than the table says */
static void
test_lengths(void)
{
	struct arena a = {0};
	struct answer x;
	const char *member;

	for (size_t i = 0; field_row(&a, i).name; i++) {
		struct field_row row = field_row(&a, i);
		char *long_one = arena_alloc(&a, row.max + 2);
		const char *name = arena_strndup(&a, strchr(row.name, '`') + 1,
						 strcspn(strchr(row.name, '`') + 1, "`"));
		bool list = text_starts(row.form, "list of"), fact = text_starts(row.name, "fact ");

		if (!row.max)
			continue;
		memset(long_one, '1', row.max + 1);
		member = arena_printf(&a, list ? "'%s': ['%s']" : "'%s': '%s'", name, long_one);
		member = arena_printf(&a, fact ? "{'facts': {%s}}" : "{'facts': {}, %s}", member);
		row_says(__FILE__, __LINE__, answer_worker(&a, &x, json(&a, member)),
			 arena_printf(&a, "%s'%s' ha", fact ? "its fact " : "its ", name));
	}
	member = "'/i'";
	for (size_t i = 0; i < 64; i++)
		member = arena_printf(&a, "%s, '/i'", member);
	member = json(&a, arena_printf(&a, "{'facts': {'include': [%s]}}", member));
	row_says(__FILE__, __LINE__, answer_worker(&a, &x, member), "has 65 members, expected");
	arena_free(&a);
}

static void
test_taken(void)
{
	struct arena a = {0};
	struct answer x;

	answer_hello(&a, &x,
		     json(&a, "{'protocol': 1, 'adapter': 'z 2', 'pid': 77, 'executable': '/p', "
			      "'options': ['-I', '-S'], 'facts': {" FIVE ", 'libc': 'c-2', "
			      "'include': ['/i', '/j'], 'cap': ['fork']}}\n"));
	row_text(__FILE__, __LINE__, x.adapter, "z 2");
	row_text(__FILE__, __LINE__, x.executable, "/p");
	row_check(__FILE__, __LINE__, x.pid == 77, "pid");
	row_text(__FILE__, __LINE__, x.options[0], "-I");
	row_text(__FILE__, __LINE__, x.options[1], "-S");
	row_check(__FILE__, __LINE__, !x.options[2], "two options");
	row_text(__FILE__, __LINE__, facts_get(&x.facts, "include"), "/i");
	row_check(__FILE__, __LINE__, x.facts.n == 11, "nine values, and two that were not told");
	row_text(__FILE__, __LINE__, facts_get(&x.facts, "os"), "linux");
	row_text(__FILE__, __LINE__, facts_get(&x.facts, "format"), "elf");
	answer_hello(&a, &x, json(&a, HELLO));
	row_text(__FILE__, __LINE__, x.adapter, "unnamed");
	row_check(__FILE__, __LINE__, !x.pid && !x.executable && !x.options[0], "nothing more");
	arena_free(&a);
}

/* a line without a newline may continue, unless the input has ended */
static void
test_came(void)
{
	static const struct {
		const char *bytes;
		bool now, ended;
	} t[] = {
		{"", false, false},
		{HELLO, false, true},
		{HELLO "\n", true, true},
		{"noise\n" HELLO "\n", true, true},
		{"{'protocol': 1}\n", true, true},
		{"{'prot", false, false},
		{"noise\n", false, false},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		const char *bytes = json(&a, t[i].bytes);

		UNIT_CHECK(answer_came(bytes, false) == t[i].now, "%s", bytes);
		UNIT_CHECK(answer_came(bytes, true) == t[i].ended, "%s", bytes);
		arena_free(&a);
	}
}

static void
test_worker(void)
{
	static const struct {
		int line;
		const char *text;
		const char *says; /* NULL: equal */
	} t[] = {
		{__LINE__, "{'pid': 8, 'facts': {" FIVE "}}", NULL},
		{__LINE__, "{'facts': {" FIVE ", 'libc': 'c-2', 'cap': ['fork', 'root']}}", NULL},
		{__LINE__, "{'executable': '/p', 'facts': {" FIVE "}}", NULL},
		{__LINE__, "", "it does not say who it is"},
		{__LINE__, "{", "not a JSON object"},
		{__LINE__, "[]", "not a JSON object"},
		{__LINE__, "{}", "no object 'facts'"},
		{__LINE__, "{'pid': true, 'facts': {" FIVE "}}", "'pid' is not a process id"},
		{__LINE__, "{'facts': {'impl': 'x-1', 'arch': 'm'}}",
		 "the fact 'py' was '3.14' at hello and is not reported by a worker"},
		{__LINE__, "{'facts': {" FIVE ", 'py': '3.13'}}", "duplicate object key near"},
		{__LINE__, "{'facts': {" FIVE "}}{}", "what it says about itself is not a JSON"},
		{__LINE__, "{'facts': {'impl': '../x'}}", "its fact 'impl' is '../x', expected"},
		{__LINE__, "{'facts': {'impl': ''}}", "its fact 'impl' has an empty value"},
		{__LINE__, "{'facts': {'py': '3.14', 'arch': 'm', 'abi': 'a', 'suffix': '.s'}}",
		 "the fact 'impl' was 'x-1' at hello and is not reported by a worker"},
		{__LINE__, "{'facts': {'impl': 'x-2', 'py': '3.14'}}",
		 "the fact 'impl' was 'x-1' at hello and is 'x-2' in a worker"},
		{__LINE__, "{'facts': {'impl': 'x-1', 'py': '3.13'}}",
		 "the fact 'py' was '3.14' at hello and is '3.13' in a worker"},
		{__LINE__, "{'facts': {" FIVE ", 'libc': 'd-2'}}", "'libc' was 'c-2' at hello"},
		{__LINE__, "{'facts': {" FIVE ", 'gil': '0'}}",
		 "'gil' was not reported at hello and is '0'"},
		{__LINE__, "{'facts': {" FIVE ", 'cap': ['root']}}",
		 "'cap' was 'fork, root' at hello"},
		{__LINE__, "{'executable': '/q', 'facts': {" FIVE "}}",
		 "hello was answered by /p and a worker is /q"},
	};
	struct arena a = {0};
	struct answer hello, worker;

	answer_hello(&a, &hello,
		     json(&a, "{'protocol': 1, 'executable': '/p', 'facts': {" FIVE ", "
			      "'libc': 'c-2', 'cap': ['fork', 'root']}}"));
	for (size_t i = 0; i < LENGTH(t); i++) {
		const char *why = answer_worker(&a, &worker, json(&a, t[i].text));

		if (!why)
			why = answer_differs(&a, &hello, &worker);
		row_says(__FILE__, t[i].line, why, t[i].says);
	}
	arena_free(&a);
}

static void
parse_bytes(const char *bytes, size_t len)
{
	struct arena a = {0};
	struct answer x;

	(void)len;
	answer_hello(&a, &x, bytes);
	answer_worker(&a, &x, bytes);
	answer_came(bytes, true);
	arena_free(&a);
}

static void
test_mutated(void)
{
	struct arena a = {0};

	rows_mutate(json(&a, "{'protocol': 1, 'pid': 7, 'options': ['-I'], " FACTS "}\n"), true,
		    parse_bytes);
	arena_free(&a);
}

void
unit_target_answer(void)
{
	static const struct row_test tests[] = {
		{"hello", test_hello},
		{"the values of facts", test_fields},
		{"lengths", test_lengths},
		{"the values of a hello", test_taken},
		{"is the answer complete", test_came},
		{"a worker agrees with hello", test_worker},
		{"anything", test_mutated},
	};

	rows_suite("target answer", tests, LENGTH(tests));
}
