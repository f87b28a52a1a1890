/* The loaders of harness/examples: faults from the field are caught, a harmless one passes. */
#include <CUnit/CUnit.h>
#include <dirent.h>
#include <string.h>

#include "base/text.h"
#include "cli_support.h"
#include "units.h"

/* the rest of the line that begins with key, or NULL */
static const char *
value_of(struct arena *a, const char *text, const char *key)
{
	const char *found = strstr(text, arena_printf(a, "\n# %s: ", key));
	const char *value = found ? found + strlen(key) + 5 : NULL;

	return value ? arena_strndup(a, value, strcspn(value, "\n")) : NULL;
}

/* one fault: its file says who met it, and which area, or case, finds it at level required */
static void
check_fault(struct cli *c, const char *file)
{
	struct buf text = {0};
	const char *area, *report;
	struct cli_ran ran;

	file_read(file, &text);
	area = value_of(&c->mem, buf_str(&text), "area");
	report = value_of(&c->mem, buf_str(&text), "report");
	UNIT_CHECK(text_starts(buf_str(&text), "\"\"\""), "%s does not say what it does", file);
	UNIT_CHECK(report && text_starts(report, "https://"), "%s has no report", file);
	UNIT_CHECK(area != NULL, "%s names no area", file);
	buf_free(&text);
	if (!area)
		return;
	ran = cli_run_own(c, "-q --level required --loader %s --plugin %s %s%s", cli_python(c),
			  file, area, strchr(area, '/') ? "" : "/*");
	UNIT_CHECK(ran.exit_code == 1, "%s: exit %d; %s", file, ran.exit_code, ran.text);
}

static void
test_field(void)
{
	const char *folder;
	struct dirent *entry;
	struct cli c;
	size_t n = 0;
	DIR *dir;

	cli_open(&c);
	folder = arena_printf(&c.mem, "%s/harness/examples/field", c.home);
	dir = opendir(folder);
	while (dir && (entry = readdir(dir))) {
		if (!text_ends(entry->d_name, ".py"))
			continue;
		check_fault(&c, arena_printf(&c.mem, "%s/%s", folder, entry->d_name));
		n++;
	}
	if (dir)
		closedir(dir);
	UNIT_CHECK(n >= 19, "%zu loaders in %s", n, folder);
	cli_close(&c);
}

static void
test_harmless(void)
{
	struct cli_ran ran;
	struct cli c;

	cli_open(&c);
	ran = cli_run_own(&c, "-q --level required --loader %s --plugin %s/harness/examples/%s",
			  cli_python(&c), c.home, "differently.py");
	UNIT_CHECK(ran.exit_code == 0, "exit %d; %s", ran.exit_code, ran.text);
	cli_close(&c);
}

/* the suite of a loader with a feature of its own: it passes, and CPython, which has none, fails */
static void
test_own_suite(void)
{
	static const struct {
		const char *options;
		int status;
		const char *says;
	} rows[] = {
		{"--level detail --plugin", 0, "OK: 5 planned, 5 executed; 5 passed\n"},
		{"--level required", 1, "5 planned, 5 executed; 1 passed, 4 failed\n"},
		{"--lint", 0, "5 cases: no mistakes found\n"},
	};
	struct cli c;

	cli_open(&c);
	cli_shell(&c, c.home, arena_printf(&c.mem, "cp -r harness/examples/suite/. %s", c.root));
	for (size_t i = 0; i < LENGTH(rows); i++) {
		const char *options = rows[i].options;
		struct cli_ran ran;

		if (text_ends(options, "--plugin"))
			options = arena_printf(&c.mem, "%s %s/loader.py", options, c.root);
		ran = cli_run(&c, "--loader %s %s", cli_python(&c), options);
		UNIT_CHECK(ran.exit_code == rows[i].status && strstr(ran.text, rows[i].says),
			   "%s: exit %d: %s", options, ran.exit_code, ran.text);
	}
	cli_close(&c);
}

void
unit_examples(void)
{
	CU_pSuite s = CU_add_suite("examples", NULL, NULL);

	CU_add_test(s, "faults from the field", test_field);
	CU_add_test(s, "a loader that differs and is right", test_harmless);
	CU_add_test(s, "a suite of one's own", test_own_suite);
}
