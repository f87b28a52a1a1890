/*
 * The suite is true in any surroundings: in a container, on another file system, under another
 * locale, as root and as an ordinary user. Each case of the selection has the outcome that it has
 * in plain surroundings, or is skipped with a reason.
 */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli_support.h"
#include "rows.h"
#include "units.h"

enum { NOT_HERE = 77 };

/* cases of all areas that could notice where they run */
static const char selection[] =
	"abi/limited-found adapter/echo adapter/environment adapter/surroundings adapter/files "
	"adapter/words-unicode adapter/thread adapter/fork dependencies/library-path "
	"dependencies/needed-wrong-machine dependencies/origin-of-symlink "
	"dlopen-flags/flags-of-all-threads dlopen/odd-path dlopen/path-not-utf8 "
	"dlopen/path-not-utf8-missing dlopen/permission-denied dlopen/no-execute-bit "
	"dlopen/no-address-space dlopen/too-many-files dlopen/long-path dlopen/device-zero "
	"dlopen/fifo dlopen/replaced-after-load 'dynamic-linker/executable-stack*' "
	"dynamic-linker/text-relocation dynamic-linker/ifunc dynamic-linker/relro "
	"dynamic-linker/static-tls-small embed/flags-default hook/long-10000 hook/nonascii-import "
	"hook/hard-link hook/case-sensitive import/case-sensitive import/new-file-found "
	"import/threads-failure memory/missing-hook multiphase-def/nonascii-name "
	"multiphase-def/huge-size multiphase-life/fork-executes multiphase/nested-failure "
	"singlephase-again/symbolic-link singlephase-again/threads-restore "
	"singlephase-failure/nonascii-module singlephase/context-nested-three-deep "
	"subinterp/multi-legacy symbols/lazy-bound-later symbols/preload-provides "
	"tools/cxx-exception-caught";

/* a new folder has no fixtures yet, so these few must do */
static const char few[] =
	"adapter/files dependencies/origin-of-symlink dlopen/fifo dlopen/odd-path "
	"dlopen/permission-denied dlopen/replaced-after-load hook/hard-link import/new-file-found "
	"singlephase-again/symbolic-link symbols/preload-provides";

/* `where` is for fake_place; DIR in it is an empty folder, which then is the build folder */
static const struct place {
	int line;
	const char *where;
	const char *around;  /* a prefix of the loader's command; LOC is the folder of locales */
	const char *options;
} places[] = {
	{__LINE__, "no-proc-sys", "", ""},
	{__LINE__, "no-shm", "", ""},
	{__LINE__, "capabilities,no-namespaces", "", ""},
	{__LINE__, "no-proc-sys,no-shm,capabilities,no-namespaces", "", "--isolation exec"},
	{__LINE__, "no-write-exec", "", ""},
	{__LINE__, "tmpfs=DIR", "", ""},
	{__LINE__, "overlay=DIR", "", ""},
	{__LINE__, "one-cpu", "", ""},
	{__LINE__, "stack", "", ""},
	{__LINE__, "stack", "", "--isolation exec"},
	{__LINE__, "noexec=/tmp", "", ""},
	{__LINE__, "noexec=/tmp", "", "--isolation fork,weak"},
	{__LINE__, "plain", "env LC_ALL=C ", ""},
	{__LINE__, "plain", "env LOCPATH=LOC LC_ALL=tr_TR.UTF-8 ", ""},
	{__LINE__, "plain", "env TZ=:/nonexistent/zone ", ""},
	{__LINE__, "plain", "env TZ=XYZ-13:37QRS+11,J60,J300 ", ""},
};

/* who runs the suite, and what they get in plain surroundings */
struct user {
	struct cli *c;
	const char *word; /* the last one for fake_place */
	const char *python;
	const char *folder;
	const char *locales; /* NULL: there is no Turkish locale */
	json_t *plain;
};

/* text with each `name` replaced */
static const char *
filled(struct cli *c, const char *text, const char *name, const char *value)
{
	const char *at = strstr(text, name);

	if (!at)
		return text;
	return arena_printf(&c->mem, "%.*s%s%s", (int)(at - text), text, value,
			    at + strlen(name));
}

/* mounts stand first in `where`, since what follows may forbid them; the user stands last */
static struct cli_ran
run_there(const struct user *u, const struct place *p)
{
	struct cli *c = u->c;
	bool new = strstr(p->where, "DIR");
	const char *build = arena_printf(&c->mem, "%s/%s", u->folder, new ? "new" : "build");
	const char *where = filled(c, p->where, "DIR", build);
	const char *around = filled(c, p->around, "LOC", u->locales ? u->locales : "");

	return cli_shell(c, c->home,
			 arena_printf(&c->mem,
				      "rm -f %s/report.json; %s/unit/fake_place %s,%s %s/conform "
				      "--build %s --loader '%s%s' -j2 -q -o console "
				      "-o json:%s/report.json %s %s",
				      u->folder, c->build, where, u->word, c->build, build, around,
				      u->python, u->folder, p->options, new ? few : selection));
}

static json_t *
report_there(const struct user *u)
{
	return json_load_file(arena_printf(&u->c->mem, "%s/report.json", u->folder), 0, NULL);
}

static const char *
text_of(const json_t *result, const char *key)
{
	const char *text = json_string_value(json_object_get(result, key));

	return text ? text : "";
}

static void
check_case(const struct user *u, const struct place *p, const json_t *result)
{
	const char *id = text_of(result, "id"), *outcome = text_of(result, "outcome");
	const char *want = cli_outcome(u->plain, id), *reason = text_of(result, "reason");

	row_check(__FILE__, p->line,
		  !strcmp(outcome, want) || (!strcmp(outcome, "SKIP") && *reason),
		  arena_printf(&u->c->mem, "%s%s, %s: %s is %s, in plain surroundings %s: %s",
			       p->around, p->where, u->word, id, outcome, want, reason));
}

static void
check_place(const struct user *u, const struct place *p)
{
	struct cli_ran ran = run_there(u, p);
	json_t *report = report_there(u), *results = json_object_get(report, "results");

	if (ran.exit_code == NOT_HERE) {
		printf("not tested, %s as %s: %s", p->where, u->word, ran.text);
	} else {
		row_check(__FILE__, p->line, !ran.exit_code && json_array_size(results) > 9,
			  arena_printf(&u->c->mem, "%s%s, %s: exit %d: %s", p->around, p->where,
				       u->word, ran.exit_code, ran.text));
		for (size_t i = 0; i < json_array_size(results); i++)
			check_case(u, p, json_array_get(results, i));
	}
	json_decref(report);
}

/* an interpreter that this user may run */
static const char *
python_of(struct cli *c, const char *word)
{
	const char *candidates[] = {cli_python(c), "/usr/bin/python3"};

	for (size_t i = 0; i < LENGTH(candidates); i++) {
		const char *command = arena_printf(&c->mem, "%s/unit/fake_place %s %s -c '' && "
						   "%s/unit/fake_place %s test -r %s/conform",
						   c->build, word, candidates[i], c->build, word,
						   c->build);

		if (!cli_shell(c, c->home, command).exit_code)
			return candidates[i];
	}
	return NULL;
}

/* the user owns the folders, which stand in the build folder: /tmp may be hidden */
static void
folders_open(struct user *u)
{
	struct cli *c = u->c;

	u->folder = arena_printf(&c->mem, "%s/places/%s", c->build, u->word);
	cli_shell(c, c->home, arena_printf(&c->mem, "mkdir -p %s/build %s/new && "
					   "[ $(id -u),%s != 0,user ] || chown -R 65534:65534 %s",
					   u->folder, u->folder, u->word, u->folder));
	u->locales = arena_printf(&c->mem, "%s/locales", u->folder);
	cli_shell(c, c->home, arena_printf(&c->mem, "mkdir -p %s; [ -d %s/tr_TR.UTF-8 ] || "
					   "localedef -i tr_TR -f UTF-8 %s/tr_TR.UTF-8",
					   u->locales, u->locales, u->locales));
	if (access(arena_printf(&c->mem, "%s/tr_TR.UTF-8", u->locales), F_OK))
		u->locales = NULL;
}

static void
check_user(const char *word)
{
	static const struct place plain = {__LINE__, "plain", "", ""};
	struct cli c;
	struct user u = {.c = &c, .word = word};
	struct cli_ran ran;

	cli_open(&c);
	u.python = python_of(&c, word);
	if (!u.python) {
		printf("not tested as %s: no interpreter, or not this folder\n", word);
		cli_close(&c);
		return;
	}
	folders_open(&u);
	ran = run_there(&u, &plain);
	u.plain = report_there(&u);
	UNIT_CHECK(!ran.exit_code && u.plain, "%s: plain: exit %d: %s", word, ran.exit_code,
		   ran.text);
	for (size_t i = 0; u.plain && i < LENGTH(places); i++) {
		if (u.locales || !strstr(places[i].around, "LOC"))
			check_place(&u, &places[i]);
	}
	json_decref(u.plain);
	cli_close(&c);
}

static void
test_caller(void)
{
	check_user("plain");
}

static void
test_ordinary(void)
{
	if (!geteuid())
		check_user("user");
}

/* a capability that this place withholds is not taken on the loader's word */
static void
test_withheld(void)
{
	struct cli c;
	const char *python, *loader;
	struct cli_ran ran;

	cli_open(&c);
	python = cli_python(&c);
	loader = cli_script(&c, "loader", "case \"$*\" in *--hello*) ;; *) exec %s \"$@\" ;; esac\n"
			    "%s \"$@\" | sed -u 's/\"execmem\", *//'", python, python);
	ran = cli_run_own(&c, "-q --loader %s dynamic-linker/text-relocation", loader);
	UNIT_CHECK(ran.exit_code == 1 || strstr(ran.text, "0 executed"), "exit %d: %s",
		   ran.exit_code, ran.text);
	cli_close(&c);
}

void
unit_cli_places(void)
{
	static const struct row_test tests[] = {
		{"the same as the caller", test_caller},
		{"the same as an ordinary user", test_ordinary},
		{"memory that cannot be executed", test_withheld},
	};

	rows_suite("surroundings of a run", tests, LENGTH(tests));
}
