/*
 * Carries out every deed of the table, each in a case of its own, and after each a case of an
 * innocent module in the same worker, which must find nothing of it. The suite, the program and the
 * adapter are copies in a folder of /tmp: what a deed destroys there is not ours.
 */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "cli_support.h"
#include "hostile.h"
#include "process/bound.h"
#include "rows.h"
#include "units.h"

enum { ROUNDS = 3, EVERY = 4, PROCESSES = 300 };

/* one way to run the cases */
struct way {
	const char *mode; /* --isolation */
	bool fast;        /* without slow deeds */
	unsigned every;   /* of the deeds, only each so many-th */
	int rounds;
};

struct hostile {
	struct cli c;
	const struct way *way;
	bool ordinary;        /* the runs are those of a user that is not root */
	const char *python;
	const char *settings; /* what an innocent process has */
	bool apart;           /* the cases run in namespaces */
};

/* as in hostile/innocent.c */
static const char *
settings(struct arena *a, unsigned long long processes)
{
	struct rlimit files;
	struct buf status = {0};
	const char *cpus, *text;
	mode_t mask = umask(0);

	umask(mask);
	getrlimit(RLIMIT_NOFILE, &files);
	file_read("/proc/self/status", &status);
	cpus = strstr(buf_str(&status), "Cpus_allowed:\t");
	cpus = cpus ? strchr(cpus, '\t') + 1 : "";
	text = arena_printf(a, "files=%llu processes=%llu cpus=%.*s nice=%d umask=%o",
			    (unsigned long long)files.rlim_max, processes,
			    (int)strcspn(cpus, "\n"), cpus, getpriority(PRIO_PROCESS, 0),
			    (unsigned)mask);
	buf_free(&status);
	return text;
}

static struct cli_ran
shell(struct hostile *h, const char *script)
{
	return cli_shell(&h->c, h->c.root, script);
}

/* the words before a command that make it run as the user */
static const char *
as_user(const struct hostile *h)
{
	return h->ordinary && !geteuid() ? "chroot --userspec=65534:65534 --groups= / " : "";
}

/* copy the program, the adapter and the fixtures: the folder is a suite with all it needs */
static bool
copy_all(struct hostile *h)
{
	struct cli_ran ran = shell(
		h, arena_printf(&h->c.mem,
				"set -e; umask 022; chmod 755 .\n"
				"mkdir -p harness fixtures-src cases/deeds expected/deeds victim\n"
				"echo kept >victim/kept\n"
				"cp %s/conform build/\n"
				"cp -R %s/harness/adapter harness/\n"
				"cp -R %s/fixtures-src/include fixtures-src/\n"
				"cp -R %s/harness/unit/hostile fixtures-src/deeds\n",
				h->c.build, h->c.home, h->c.home, h->c.home));

	UNIT_CHECK(!ran.exit_code, "copying: %s", ran.text);
	return !ran.exit_code;
}

/* an interpreter that the user can execute; NULL if there is none */
static const char *
find_python(struct hostile *h)
{
	const char *names[] = {cli_python(&h->c), "/usr/bin/python3"};

	for (size_t i = 0; i < LENGTH(names); i++) {
		const char *try = arena_printf(&h->c.mem, "%s%s -c ''", as_user(h), names[i]);

		if (!shell(h, try).exit_code)
			return names[i];
	}
	return NULL;
}

static const char *
right_outcomes(const struct hostile *h, const struct deed_row *row)
{
	if (h->apart && row->flags & DEED_FORK && !strcmp(h->way->mode, "exec"))
		return "PASS";
	return h->apart ? row->apart : row->weak;
}

static bool
is_chosen(const struct hostile *h, size_t i)
{
	const struct deed_row *row = &deed_rows[i];

	return right_outcomes(h, row) && !(h->way->fast && row->flags & DEED_SLOW) &&
	       i % h->way->every == 0;
}

/* a deed that never ends is not waited for; others may take long on a busy machine */
static const char *
deadline(const struct deed_row *row)
{
	return row->flags & DEED_HANGS ? "timeout: 1\n" : "timeout: 60\n";
}

/* the deed's case; the expected file is that of a module which does nothing */
static void
write_deed(struct hostile *h, const struct deed_row *row)
{
	struct arena a = {0};
	const char *name = hostile_name(&a, row);
	const char *mark = "", *call, *end = row->flags & DEED_EXIT ? "exit\n" : "";
	const char *answer = *end ? "= null\n" : "", *link = "";

	if (row->place) {
		mark = arena_printf(&a, "symlink \"%s %s\" $TMP/deed\n", row->place, row->deed);
		link = "= null\n";
	}
	call = arena_printf(&a, "call %s.do \"%s\"\n", row->module,
			    row->place ? "nothing" : row->deed);
	cli_case(&h->c, arena_printf(&a, "deeds/%s-1-do", name),
		 deadline(row),
		 arena_printf(&a, "%simport %s\n%s%s", mark, row->module, call, end),
		 arena_printf(&a,
			      "%s%s%s> import %s\n= <module \"%s\" \"$FIX/deeds/%s$EXT\">\n"
			      "> %s= null\n%s%s%s",
			      *mark ? "> " : "", mark, link, row->module, row->module,
			      row->module, call, *end ? "> " : "", end, answer));
	arena_free(&a);
}

static void
write_innocent(struct hostile *h, const char *name)
{
	struct arena a = {0};
	const char *look = arena_printf(&a, "call innocent.look \"%s\"\n", h->settings);

	cli_case(&h->c, arena_printf(&a, "deeds/%s-2-after", name), "",
		 arena_printf(&a, "import innocent\n%s", look),
		 arena_printf(&a,
			      "> import innocent\n"
			      "= <module \"innocent\" \"$FIX/deeds/innocent$EXT\">\n> %s= []\n",
			      look));
	arena_free(&a);
}

static struct cli_ran
run(struct hostile *h)
{
	/* so that this machine does not notice deeds that need more */
	static const char limits[] = "--limit memory=600 --limit disk=300 --limit cpu=2";
	const char *command = arena_printf(
		&h->c.mem,
		"%s%s/build/conform -q -j1 --loader %s --isolation %s --timeout-scale 0.5 "
		"%s --limit processes=%d -o json:%s/report.json",
		as_user(h), h->c.root, h->python, h->way->mode, limits, PROCESSES, h->c.root);

	unlink(arena_printf(&h->c.mem, "%s/report.json", h->c.root));
	return shell(h, command);
}

static const json_t *
find_result(const json_t *report, const char *id)
{
	json_t *result;
	size_t i;

	json_array_foreach(json_object_get(report, "results"), i, result) {
		if (!strcmp(json_string_value(json_object_get(result, "id")), id))
			return result;
	}
	return NULL;
}

static const char *
text_of(const json_t *result, const char *key)
{
	const char *text = json_string_value(json_object_get(result, key));

	return text ? text : "";
}

static bool
prepare(struct hostile *h, bool ordinary)
{
	memset(h, 0, sizeof(*h));
	h->ordinary = ordinary;
	cli_open(&h->c);
	h->python = copy_all(h) ? find_python(h) : NULL;
	if (!h->python)
		fputs("\nskipped: there is no interpreter for an ordinary user\n", stderr);
	return h->python != NULL;
}

static void
give_to_user(struct hostile *h)
{
	if (*as_user(h))
		shell(h, "chown -R 65534:65534 .");
}

/* how many processes an innocent case may have: all, or those of its own user namespace */
static unsigned long long
processes_of(struct hostile *h, const char *got)
{
	const char *at = strstr(got, "processes=");
	unsigned long long now = at ? strtoull(at + strlen("processes="), NULL, 10) : 0;
	struct rlimit limit;
	bool own = h->apart && (h->ordinary || geteuid());

	getrlimit(RLIMIT_NPROC, &limit);
	UNIT_CHECK(now == limit.rlim_max || (own && now == PROCESSES + BOUND_SPARE),
		   "%s: processes: %s", h->way->mode, got);
	return now;
}

/* a first run, of one innocent case, which finds nothing wrong but its settings: none are named */
static bool
begin_way(struct hostile *h, const struct way *way)
{
	const char *got, *isolation;
	struct cli_ran ran;
	json_t *report;

	h->way = way;
	h->settings = "";
	shell(h, "rm -rf cases/deeds expected/deeds");
	write_innocent(h, "before");
	give_to_user(h);
	ran = run(h);
	report = cli_report(&h->c);
	got = text_of(find_result(report, "deeds/before-2-after"), "got");
	isolation = json_string_value(json_object_get(report, "isolated_by"));
	h->apart = isolation && !strcmp(isolation, "namespaces");
	h->settings = settings(&h->c.mem, processes_of(h, got));
	got = arena_strdup(&h->c.mem, got);
	UNIT_CHECK(strstr(got, arena_printf(&h->c.mem, "= [\"settings %s\"]", h->settings)),
		   "an innocent case: exit %d: %s", ran.exit_code, ran.text);
	json_decref(report);
	return strstr(got, h->settings) != NULL;
}

static void
write_cases(struct hostile *h)
{
	shell(h, "rm -rf cases/deeds expected/deeds");
	for (size_t i = 0; i < deed_rows_count; i++) {
		if (!is_chosen(h, i))
			continue;
		write_deed(h, &deed_rows[i]);
		write_innocent(h, hostile_name(&h->c.mem, &deed_rows[i]));
	}
	give_to_user(h);
}

static bool
has_word(const char *words, const char *word)
{
	struct arena a = {0};
	char **v = text_fields(&a, words, NULL);
	bool found = false;

	for (size_t i = 0; v[i] && !found; i++)
		found = !strcmp(v[i], word);
	arena_free(&a);
	return found;
}

static void
check_deed(const struct hostile *h, const json_t *report, const struct deed_row *row)
{
	struct arena a = {0};
	const char *name = hostile_name(&a, row), *want = right_outcomes(h, row);
	const json_t *did = find_result(report, arena_printf(&a, "deeds/%s-1-do", name));
	const json_t *after = find_result(report, arena_printf(&a, "deeds/%s-2-after", name));
	double seconds = json_number_value(json_object_get(did, "seconds"));

	UNIT_CHECK(has_word(want, text_of(did, "outcome")), "%s, %s: %s instead of %s (%s): %s",
		   h->way->mode, name, text_of(did, "outcome"), want, text_of(did, "reason"),
		   text_of(did, "got"));
	UNIT_CHECK(!strstr(text_of(did, "got"), "there is no deed"), "%s: no such deed", name);
	UNIT_CHECK(!strcmp(text_of(after, "outcome"), "PASS"), "%s, after %s: %s (%s): %s",
		   h->way->mode, name, text_of(after, "outcome"), text_of(after, "reason"),
		   text_of(after, "got"));
	UNIT_CHECK(!(row->flags & DEED_OVER) || strstr(text_of(did, "reason"), "(--limit "),
		   "%s, %s: %s", h->way->mode, name, text_of(did, "reason"));
	UNIT_CHECK(seconds < 30, "%s, %s: took %g s", h->way->mode, name, seconds);
	arena_free(&a);
}

/* the exit code that the outcomes ask for */
static int
right_exit(const json_t *report)
{
	json_t *result;
	size_t i;
	int code = 0;

	json_array_foreach(json_object_get(report, "results"), i, result) {
		const char *outcome = text_of(result, "outcome");

		if (!strcmp(outcome, "BROKEN"))
			return 2;
		if (strcmp(outcome, "PASS"))
			code = 1;
	}
	return code;
}

/* what the run left: files of its own, files of all users, segments, mounts */
static const char *
remains(struct hostile *h)
{
	static const char script[] =
		"ls -A build/run 2>/dev/null\n"
		"find /tmp /dev/shm /var/tmp -maxdepth 1 -name '*deed-*' 2>/dev/null\n"
		"cut -c1-60 /proc/sysvipc/shm /proc/sysvipc/msg /proc/sysvipc/sem | "
		"grep -w -e 233754624 -e 57069\n"
		"grep -F \"$PWD\" /proc/self/mountinfo\n"
		"[ \"$(cat victim/kept)\" = kept ] || echo 'a folder outside was emptied'\n";

	return shell(h, script).text;
}

/* all that a run must not change */
static const char *
inventory(struct hostile *h)
{
	return shell(h, "find cases expected fixtures-src harness victim build/conform -type f | "
			"LC_ALL=C sort | xargs cksum")
		.text;
}

static void
check_round(struct hostile *h)
{
	const char *before = h->apart ? inventory(h) : "";
	struct cli_ran ran = run(h);
	json_t *report = cli_report(&h->c);
	const char *left = remains(h);

	UNIT_CHECK(report, "%s: no report, exit %d: %s", h->way->mode, ran.exit_code, ran.text);
	/* all deeds take minutes */
	if (!h->way->fast)
		printf("%s, %s: %zu cases in %.0f s\n", h->way->mode,
		       h->ordinary ? "an ordinary user" : "this user",
		       json_array_size(json_object_get(report, "results")), ran.seconds);
	for (size_t i = 0; report && i < deed_rows_count; i++)
		if (is_chosen(h, i))
			check_deed(h, report, &deed_rows[i]);
	UNIT_CHECK(ran.exit_code == right_exit(report), "%s: exit %d instead of %d", h->way->mode,
		   ran.exit_code, right_exit(report));
	UNIT_CHECK(!*left, "%s: left: %s", h->way->mode, left);
	UNIT_CHECK(!cli_processes(h->c.root), "%s: %d processes are left", h->way->mode,
		   cli_processes(h->c.root));
	UNIT_CHECK(!h->apart || !strcmp(before, inventory(h)), "%s: files of the suite changed",
		   h->way->mode);
	json_decref(report);
}

/* all ways, in one folder: what a round damages, the next one finds damaged */
static void
go(bool ordinary, const struct way *ways, size_t n)
{
	struct hostile h;
	bool ready = prepare(&h, ordinary);

	for (size_t i = 0; ready && i < n; i++) {
		ready = begin_way(&h, &ways[i]);
		write_cases(&h);
		for (int round = 0; ready && round < ways[i].rounds; round++)
			check_round(&h);
	}
	cli_close(&h.c);
}

static void
test_some(void)
{
	static const struct way ways[] = {{"fork", true, 1, 1}, {"exec", true, EVERY, 1}};

	go(false, ways, LENGTH(ways));
}

void
unit_hostile(void)
{
	static const struct row_test tests[] = {
		{"a deed, and an innocent case after it", test_some},
	};

	rows_suite("hostile", tests, LENGTH(tests));
}

static const struct way all_ways[] = {
	{"fork", false, 1, ROUNDS},
	{"exec", false, 1, ROUNDS},
	{"fork,weak", false, 1, 1},
	{"exec,weak", false, 1, 1},
};

static void
test_all(void)
{
	go(false, all_ways, LENGTH(all_ways));
}

static void
test_all_ordinary(void)
{
	if (!geteuid())
		go(true, all_ways, LENGTH(all_ways));
}

void
unit_hostile_all(void)
{
	static const struct row_test tests[] = {
		{"all deeds, three rounds", test_all},
		{"all deeds, three rounds, as an ordinary user", test_all_ordinary},
	};

	rows_suite("hostile, all", tests, LENGTH(tests));
}
