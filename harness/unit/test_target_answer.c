/* Tests the answers of adapters, at hello and in a worker: parsed, refused, compared. */
#include <string.h>

#include "run/target_answer.h"
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
			   "'protocol': 1, 'news': {}, " FACTS "}\n", NULL},
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
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct answer x;

		row_says(__FILE__, t[i].line, answer_hello(&a, &x, json(&a, t[i].bytes)),
			 t[i].says);
		arena_free(&a);
	}
}

static void
test_taken(void)
{
	struct arena a = {0};
	struct answer x;

	answer_hello(&a, &x,
		     json(&a, "{'protocol': 1, 'adapter': 'z 2', 'pid': 77, 'executable': '/p', "
			      "'options': ['-I', '-S'], 'facts': {" FIVE ", 'libc': 'c-2', "
			      "'include': ['/i', '', '/j'], 'cap': ['fork']}}\n"));
	row_text(__FILE__, __LINE__, x.adapter, "z 2");
	row_text(__FILE__, __LINE__, x.executable, "/p");
	row_check(__FILE__, __LINE__, x.pid == 77, "pid");
	row_text(__FILE__, __LINE__, x.options[0], "-I");
	row_text(__FILE__, __LINE__, x.options[1], "-S");
	row_check(__FILE__, __LINE__, !x.options[2], "two options");
	row_text(__FILE__, __LINE__, facts_get(&x.facts, "include"), "/i");
	row_check(__FILE__, __LINE__, x.facts.n == 9, "nine values");
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
		{__LINE__, "{'facts': {" FIVE ", 'libc': 'c-2', 'cap': ['a', 'b']}}", NULL},
		{__LINE__, "{'executable': '/p', 'facts': {" FIVE "}}", NULL},
		{__LINE__, "", "it does not say who it is"},
		{__LINE__, "{", "not a JSON object"},
		{__LINE__, "[]", "not a JSON object"},
		{__LINE__, "{}", "no object 'facts'"},
		{__LINE__, "{'pid': true, 'facts': {" FIVE "}}", "'pid' is not a process id"},
		{__LINE__, "{'facts': {'impl': 'x-1', 'arch': 'm'}}",
		 "the fact 'py' was '3.14' at hello and is not reported by a worker"},
		{__LINE__, "{'facts': {" FIVE ", 'py': '3.13'}}",
		 "the fact 'py' was '3.14' at hello and is '3.13' in a worker"},
		{__LINE__, "{'facts': {" FIVE ", 'libc': 'd-2'}}", "'libc' was 'c-2' at hello"},
		{__LINE__, "{'facts': {" FIVE ", 'gil': '0'}}",
		 "'gil' was not reported at hello and is '0'"},
		{__LINE__, "{'facts': {" FIVE ", 'cap': ['a']}}", "'cap' was 'a, b' at hello"},
		{__LINE__, "{'executable': '/q', 'facts': {" FIVE "}}",
		 "hello was answered by /p and a worker is /q"},
	};
	struct arena a = {0};
	struct answer hello, worker;

	answer_hello(&a, &hello,
		     json(&a, "{'protocol': 1, 'executable': '/p', 'facts': {" FIVE ", "
			      "'libc': 'c-2', 'cap': ['a', 'b']}}"));
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
		{"the values of a hello", test_taken},
		{"is the answer complete", test_came},
		{"a worker agrees with hello", test_worker},
		{"anything", test_mutated},
	};

	rows_suite("target answer", tests, LENGTH(tests));
}
