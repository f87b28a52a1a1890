#include <string.h>

#include "format/casefile.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

#define HEAD "summary: a rule\nspec: https://docs.python.org/3/\n"

static int
parse(struct arena *a, struct casefile *c, const char *bytes, struct errors *e)
{
	return casefile_parse(a, c, "link/undefined-1", "cases/x.case", bytes, strlen(bytes),
			      e);
}

static const char whole[] = "# a comment\n"
			    "summary:  a module: refused  \n"
			    "spec:     pep-489#one two#b-3 -- PEP 489, Module Creation Phase\n"
			    "mutant:   one  another-2\n"
			    "mutant:   three\n"
			    "requires: cap:native && py>=3.8\n"
			    "level:    detail\n"
			    "tags:     smoke  needs-go\n"
			    "timeout:  2.5\n"
			    "env:      A=1\n"
			    "  # another\n"
			    "env:      B=x y = z\n"
			    "args:     -X gil=0\n"
			    "host:     embed/host\n"
			    " \t\n"
			    "# and one here\n"
			    "\n"
			    "  import \"a b\" \n"
			    "call m.f [1, 2] \"x\"\n"
			    "thread 2 fork import x\n"
			    "exit\n";

static void
test_whole(void)
{
	struct arena a = {0};
	struct errors e = {0};
	struct casefile c;

	row_check(__FILE__, __LINE__, !parse(&a, &c, whole, &e), buf_str(&e.text));
	row_text(__FILE__, __LINE__, c.id, "link/undefined-1");
	row_text(__FILE__, __LINE__, c.area, "link");
	row_text(__FILE__, __LINE__, c.name, "undefined-1");
	row_text(__FILE__, __LINE__, c.path, "cases/x.case");
	row_text(__FILE__, __LINE__, c.summary, "a module: refused");
	row_text(__FILE__, __LINE__, c.spec,
		 "pep-489#one two#b-3 -- PEP 489, Module Creation Phase");
	row_text(__FILE__, __LINE__, c.rules[0], "pep-489#one");
	row_text(__FILE__, __LINE__, c.rules[1], "two#b-3");
	row_text(__FILE__, __LINE__, c.rules[2], NULL);
	row_text(__FILE__, __LINE__, c.place, "PEP 489, Module Creation Phase");
	row_text(__FILE__, __LINE__, c.mutants[0], "one");
	row_text(__FILE__, __LINE__, c.mutants[1], "another-2");
	row_text(__FILE__, __LINE__, c.mutants[2], "three");
	row_text(__FILE__, __LINE__, c.mutants[3], NULL);
	row_check(__FILE__, __LINE__, c.mutant_line == 5 && !c.no_mutant, "mutant");
	row_text(__FILE__, __LINE__, c.requires_text, "cap:native && py>=3.8");
	row_check(__FILE__, __LINE__, c.requires && c.detail, "requires and level");
	row_text(__FILE__, __LINE__, c.tags[0], "smoke");
	row_text(__FILE__, __LINE__, c.tags[1], "needs-go");
	row_text(__FILE__, __LINE__, c.tags[2], NULL);
	row_check(__FILE__, __LINE__, c.timeout > 2.4 && c.timeout < 2.6, "timeout");
	row_text(__FILE__, __LINE__, c.env[0], "A=1");
	row_text(__FILE__, __LINE__, c.env[1], "B=x y = z");
	row_text(__FILE__, __LINE__, c.env[2], NULL);
	row_text(__FILE__, __LINE__, c.args[1], "gil=0");
	row_text(__FILE__, __LINE__, c.host, "embed/host");
	row_check(__FILE__, __LINE__, c.needs_own_process, "a process of its own");
	row_check(__FILE__, __LINE__, c.ncommands == 4, "four commands");
	row_check(__FILE__, __LINE__, c.commands[0].line == 18, "line");
	row_text(__FILE__, __LINE__, c.commands[0].text, "import \"a b\"");
	row_check(__FILE__, __LINE__, c.commands[0].nwords == 2, "two words");
	row_text(__FILE__, __LINE__, c.commands[0].words[1], "\"a b\"");
	row_text(__FILE__, __LINE__, c.commands[1].words[2], "[1, 2]");
	row_text(__FILE__, __LINE__, c.commands[1].words[4], NULL);
	errors_free(&e);
	arena_free(&a);
}

static void
test_defaults(void)
{
	struct arena a = {0};
	struct errors e = {0};
	struct casefile c;

	row_check(__FILE__, __LINE__, !parse(&a, &c, HEAD "\ngc\n", &e), buf_str(&e.text));
	row_check(__FILE__, __LINE__, !c.requires && !c.requires_text && !c.detail && !c.host,
		  "no");
	row_check(__FILE__, __LINE__,
		  c.tags && !*c.tags && c.env && !*c.env && c.args && !*c.args, "empty lists");
	row_check(__FILE__, __LINE__, c.timeout > 9.9 && c.timeout < 10.1, "timeout");
	row_check(__FILE__, __LINE__, !c.needs_own_process && !c.options, "may be forked");
	row_check(__FILE__, __LINE__, !parse(&a, &c, HEAD "options: -I -B\n\ngc\n", &e), "options");
	row_text(__FILE__, __LINE__, c.options[1], "-B");
	row_check(__FILE__, __LINE__, c.needs_own_process, "not with other options");
	row_check(__FILE__, __LINE__, !parse(&a, &c, HEAD "options: none\n\ngc\n", &e), "none");
	row_check(__FILE__, __LINE__, c.needs_own_process && !*c.options, "no options");
	errors_free(&e);
	arena_free(&a);
}

/* the text of a case, and its error messages; "" if it has no mistake */
struct row {
	int line;
	const char *bytes, *mistakes;
};

static void
check_rows(const struct row *t, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena a = {0};
		struct errors e = {0};
		struct casefile c;
		int bad = parse(&a, &c, t[i].bytes, &e);

		row_check(__FILE__, t[i].line, bad == (*t[i].mistakes ? -1 : 0), "result");
		row_text(__FILE__, t[i].line, buf_str(&e.text), t[i].mistakes);
		errors_free(&e);
		arena_free(&a);
	}
}

#define AT(line) "cases/x.case:" #line ": "

#define NO_SPEC(value)                                                                          \
	AT(2)                                                                                   \
	"spec '" value "'; expected rules, as pep-489#reload, or a URL, 'PEP N, SECTION' or "   \
	"'cpython:FILE:FUNCTION', or rules, '--' and one of these\n"

static void
test_places(void)
{
	static const struct row t[] = {
		{__LINE__, "summary: x\nspec: the manual\n\ngc\n", NO_SPEC("the manual")},
		{__LINE__, "summary: x\nspec: PEP 489\n\ngc\n", NO_SPEC("PEP 489")},
		{__LINE__, "summary: x\nspec: cpython:Python/importdl.c\n\ngc\n",
		 NO_SPEC("cpython:Python/importdl.c")},
		{__LINE__, "summary: x\nspec: cpython::f\n\ngc\n", NO_SPEC("cpython::f")},
		{__LINE__, "summary: x\nspec: cpython:Python/importdl.c:_PyImport_Load\n\ngc\n",
		 ""},
		{__LINE__, "summary : x\n spec: http://x\n\ngc\n", ""},
		{__LINE__, "summary: x\nspec: pep-1#a b-2#c-d\n\ngc\n", ""},
		{__LINE__, "summary: x\nspec: pep-1#a  --  PEP 1, A\n\ngc\n", ""},
		{__LINE__, "summary: x\nspec: pep-1#a b#c pep-1#a\n\ngc\n",
		 AT(2) "rule 'pep-1#a' named twice\n"},
		{__LINE__, "summary: x\nspec: pep-1#a PEP 1, A\n\ngc\n",
		 NO_SPEC("pep-1#a PEP 1, A")},
		{__LINE__, "summary: x\nspec: pep-1#a -- text\n\ngc\n",
		 NO_SPEC("pep-1#a -- text")},
	};

	check_rows(t, LENGTH(t));
}

static void
test_keys(void)
{
	static const struct row t[] = {
		{__LINE__, HEAD "sumary: x\n\ngc\n",
		 AT(3) "unknown key 'sumary'; did you mean 'summary'?\n"},
		{__LINE__, HEAD "colour: x\n\ngc\n",
		 AT(3) "unknown key 'colour'; there are summary spec mutant requires level tags "
		       "timeout env "
		       "args options host\n"},
		{__LINE__, HEAD "spec: PEP 1, x\n\ngc\n",
		 AT(3) "key 'spec' given twice; expected once\n"},
		{__LINE__, HEAD "tags:\n\ngc\n", AT(3) "key 'tags' without a value\n"},
		{__LINE__, HEAD "import x\n\ngc\n",
		 AT(3) "'import x'; expected KEY: VALUE, commands follow the first empty "
		       "line\n"},
		{__LINE__, "summary: x\n\ngc\n",
		 AT(1) "missing key 'spec'; expected it above the first empty line\n"},
		{__LINE__, "\n" HEAD "gc\n",
		 AT(2) "unknown verb 'summary:'; header lines end at the first empty line\n" AT(
			 3) "unknown verb 'spec:'; header lines end at the first empty "
			    "line\n" AT(1) "missing key 'summary'; expected it above the first "
					   "empty line\n" AT(1) "missing key 'spec'; expected "
								"it above the first empty "
								"line\n"},
		{__LINE__, HEAD "requires: pi=3\n\ngc\n",
		 AT(3) "requires 'pi=3': column 1: unknown fact 'pi'; did you mean 'py'?\n"},
		{__LINE__, HEAD "requires: py>=3.8 && cap:frok\n\ngc\n",
		 AT(3) "requires 'py>=3.8 && cap:frok': column 12: unknown capability 'frok'; "
		       "did you mean 'fork'?\n"},
		{__LINE__, HEAD "level: high\n\ngc\n",
		 AT(3) "level 'high'; expected 'required' or 'detail'\n"},
		{__LINE__, HEAD "tags: smoke needs-cx Smoke\n\ngc\n",
		 AT(3) "unknown tag 'needs-cx'; did you mean 'needs-cxx'?\n" AT(
			 3) "unknown tag 'Smoke'; did you mean 'smoke'?\n"},
		{__LINE__, HEAD "tags: anything\n\ngc\n",
		 AT(3) "unknown tag 'anything'; there are protocol smoke needs-cxx "
		       "needs-pybind11 needs-cython needs-swig needs-cffi needs-rust needs-go "
		       "needs-headers\n"},
		{__LINE__, HEAD "timeout: soon\n\ngc\n",
		 AT(3) "timeout 'soon'; expected seconds, more than 0 and at most 3600\n"},
		{__LINE__, HEAD "timeout: 0\n\ngc\n",
		 AT(3) "timeout '0'; expected seconds, more than 0 and at most 3600\n"},
		{__LINE__, HEAD "timeout: 3601\n\ngc\n",
		 AT(3) "timeout '3601'; expected seconds, more than 0 and at most 3600\n"},
		{__LINE__, HEAD "env: A\n\ngc\n", AT(3) "env 'A'; expected NAME=VALUE\n"},
		{__LINE__, HEAD "env: =1\n\ngc\n", AT(3) "env '=1'; expected NAME=VALUE\n"},
		{__LINE__, HEAD "env: 0A=1\nenv: 9A=1\n\ngc\n",
		 AT(3) "env '0A=1'; expected NAME=VALUE\n"
		 AT(4) "env '9A=1'; expected NAME=VALUE\n"},
		{__LINE__, HEAD "env: AB=1\nenv: A=\nenv: AB=2\n\ngc\n",
		 AT(5) "env sets 'AB' twice\n"},
	};

	check_rows(t, LENGTH(t));
}

static void
test_mutants(void)
{
	static const struct row t[] = {
		{__LINE__, HEAD "mutant: a a_b none b a\n\ngc\n",
		 AT(3) "mutant 'a_b'; expected names of mutants, or 'none -- REASON'\n"
		 AT(3) "mutant 'none'; expected names of mutants, or 'none -- REASON'\n"
		 AT(3) "mutant 'a' named twice\n"},
		{__LINE__, HEAD "mutant: a\nmutant: b a\n\ngc\n", AT(4) "mutant 'a' named twice\n"},
		{__LINE__, HEAD "mutant: a\nmutant: none -- x\n\ngc\n",
		 AT(4) "mutant given twice; expected names only, or 'none -- REASON' once\n"},
		{__LINE__, HEAD "mutant: none -- x\nmutant: none -- y\n\ngc\n",
		 AT(4) "mutant given twice; expected names only, or 'none -- REASON' once\n"},
		{__LINE__, HEAD "mutant: none -- \n\ngc\n",
		 AT(3) "mutant 'none'; expected names of mutants, or 'none -- REASON'\n"
		 AT(3) "mutant '--'; expected names of mutants, or 'none -- REASON'\n"},
		{__LINE__, HEAD "mutant: none -- x -- y\n\ngc\n", ""},
	};

	check_rows(t, LENGTH(t));
}

static void
test_whole_mistakes(void)
{
	static const struct row t[] = {
		{__LINE__, HEAD,
		 AT(2) "no commands; expected at least one below the first empty line\n"},
		{__LINE__, "",
		 AT(
			 1) "missing key 'summary'; expected it above the first empty "
			    "line\n" AT(1) "missing key 'spec'; expected it above the first "
					   "empty line\n" AT(1) "no commands; expected at "
								"least one below the first "
								"empty line\n"},
		{__LINE__, HEAD "\nexit\ngc\ngc\n", AT(4) "'exit' must be the last command\n"},
		{__LINE__, HEAD "\nexit\nexit\n", AT(4) "'exit' must be the last command\n"},
		{__LINE__, HEAD "\ngc\n\n# the end\nexit\n# here\n", ""},
		{__LINE__, HEAD "\nexit x.f\ngc\nexit x.f\ngc\nexit\n", ""},
		{__LINE__, HEAD "\ngc\nexit x.f\n",
		 AT(5) "'exit X.F' without a command for the next run of Python; expected one "
		       "below it\n"},
		{__LINE__, HEAD "\nimport \xff\n", AT(4) "byte 0xff is not UTF-8\n"},
		{__LINE__, HEAD "\ngc", AT(4) "no newline at the end of the file\n"},
		{__LINE__, HEAD "\r\ngc\n",
		 AT(3) "control byte 0x0d; expected text whose lines end with a line feed "
		       "alone\n"},
	};

	check_rows(t, LENGTH(t));
}

static void
test_ids(void)
{
	static const char form[] =
		"expected AREA/NAME, both words of a-z and 0-9 joined by '-'";
	const struct {
		int line;
		const char *id, *fault;
	} t[] = {
		{__LINE__, "a/b", ""},
		{__LINE__, "single-phase/x-2-y", ""},
		{__LINE__, "9/0", ""},
		{__LINE__, "a", form},
		{__LINE__, "a/", form},
		{__LINE__, "/b", form},
		{__LINE__, "a/b/c", form},
		{__LINE__, "A/b", form},
		{__LINE__, "a/b.c", form},
		{__LINE__, "", form},
		{__LINE__, "a/-b", form},
		{__LINE__, "a/b-", form},
		{__LINE__, "a/b--c", form},
		{__LINE__, "-/b", form},
		{__LINE__, "a/_b", form},
		{__LINE__, "a/b_c", "expected 'a/b-c', words are joined by '-'"},
		{__LINE__, "a_1/b-c_d_e", "expected 'a-1/b-c-d-e', words are joined by '-'"},
	};
	static const char bytes[] = HEAD "\ngc\n";

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct errors e = {0};
		struct casefile c;
		int bad = casefile_parse(&a, &c, t[i].id, "x", bytes, strlen(bytes), &e);
		const char *said = arena_printf(&a, "x:1: id '%s': %s\n", t[i].id, t[i].fault);

		row_check(__FILE__, t[i].line, !bad == !*t[i].fault, t[i].id);
		row_text(__FILE__, t[i].line, buf_str(&e.text), *t[i].fault ? said : "");
		errors_free(&e);
		arena_free(&a);
	}
}

static void
mutate(const char *bytes, size_t len)
{
	struct arena a = {0};
	struct errors e = {0};
	struct casefile c;
	int bad = casefile_parse(&a, &c, "adapter/x", "x", bytes, len, &e);

	if (!bad != !e.n || (!bad && (!c.summary || !c.spec || !c.ncommands)))
		row_check(__FILE__, __LINE__, false, "either a case or a mistake");
	errors_free(&e);
	arena_free(&a);
}

static void
test_mutate(void)
{
	rows_mutate(whole, false, mutate);
	rows_mutate(HEAD "\nraw \"{[\ninterp use 1\nset a.b {\"x\": [-1e3, null]}\n", false,
		    mutate);
}

void
unit_casefile(void)
{
	static const struct row_test tests[] = {
		{"whole", test_whole}, {"defaults", test_defaults},
		{"keys", test_keys}, {"places", test_places},
		{"mutants", test_mutants},   {"mistakes", test_whole_mistakes},
		{"ids", test_ids},     {"mutate", test_mutate},
	};

	rows_suite("casefile", tests, LENGTH(tests));
	unit_casefile_commands();
}
