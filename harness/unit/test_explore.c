/* What explore is made of, without a loader: programs, plans, the reducer, the cases it writes. */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "explore_support.h"
#include "base/newfiles.h"
#include "base/text.h"
#include "base/util.h"
#include "explore/program.h"
#include "explore/random.h"
#include "explore/record.h"
#include "explore/reduce.h"
#include "explore/side.h"
#include "explore/seen.h"
#include "fixtures/chameleon.h"
#include "format/casefile.h"
#include "units.h"

enum { SEEDS = 3000 };
#define LONG_SUFFIX ".cpython-315td-powerpc64le-linux-gnu.so"

static void
check_plans(struct arena *a, const struct program *p, bool seen[PLAN_KEYS][16])
{
	for (size_t i = 0; i < p->nactors; i++) {
		struct buf image = {0}, plan = {0};
		const char *why;

		explore_fake_image(&image, false);
		program_plan(&plan, p, i);
		why = chameleon_write(a, &image, buf_str(&plan), LONG_SUFFIX);
		UNIT_CHECK(!why, "%s: %s", why ? why : "", buf_str(&plan));
		for (int key = 0; key < PLAN_KEYS; key++)
			seen[key][p->actors[i].plan.value[key]] = true;
		buf_free(&image);
		buf_free(&plan);
	}
}

/* each program is a case, and all values of all keys occur */
static void
test_programs(void)
{
	bool seen[PLAN_KEYS][16] = {{false}};

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct arena a = {0};
		struct program p;
		struct casefile c = {0};

		program_make(&a, &p, seed);
		UNIT_CHECK(!program_case(&a, &c, &p, "explore/round"), "seed %d", (int)seed);
		UNIT_CHECK(c.ncommands >= p.n && p.n >= 3, "seed %d: %zu commands", (int)seed, p.n);
		check_plans(&a, &p, seen);
		arena_free(&a);
	}
	for (int key = 0; key < PLAN_KEYS; key++)
		for (size_t value = 0; value < plan_values((enum plan_key)key); value++)
			UNIT_CHECK(seen[key][value], "key %d never has value %zu", key, value);
}

/* a file needs only files behind it, and finds them by the way that its plan has */
static void
test_libraries(void)
{
	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct arena a = {0};
		struct program p;

		program_make(&a, &p, seed);
		for (size_t i = 0; i < p.nactors; i++) {
			const struct actor *one = &p.actors[i], *next = one + 1;
			bool last = i + 1 == p.nactors, up = strchr(one->file, '/') != NULL;

			UNIT_CHECK(text_ends(one->names.own, "$EXT") &&
				   !strncmp(one->names.own, text_base(one->file),
					    strlen(text_base(one->file))), "%s", one->names.own);
			UNIT_CHECK(!strcmp(one->names.next, last ? "absent$EXT" : next->names.own),
				   "seed %d: %s", (int)seed, one->names.next);
			UNIT_CHECK(!strcmp(one->names.last, last ? "absent$EXT" :
					   p.actors[p.nactors - 1].names.own), "seed %d: %s",
				   (int)seed, one->names.last);
			if (!last && up && !strchr(next->file, '/'))
				UNIT_CHECK(strstr(one->names.ways, "$ORIGIN/.."), "%s",
					   one->names.ways);
			if (!last && !up && text_starts(next->file, "zoo/"))
				UNIT_CHECK(strstr(one->names.ways, "$ORIGIN/zoo"), "%s",
					   one->names.ways);
		}
		arena_free(&a);
	}
}

/* the place of a line in a command, at or after from; the command's length if it is not there */
static size_t
line_of(const char *command, const char *line, size_t from)
{
	size_t len = strlen(line), i = from;

	while (command[i] && (strncmp(command + i, line, len) != 0 || command[i + len] != '\n') &&
	       (strncmp(command + i, line, len) != 0 || command[i + len]))
		i += strcspn(command + i, "\n") + (strchr(command + i, '\n') != NULL);
	return i;
}

/* each thread of a meeting is joined in it, after the gate at which it may stand has been opened */
static bool
is_whole(const char *meeting, const char *gate)
{
	size_t end = strlen(meeting), open = line_of(meeting, gate, 0);
	static const char *const threads[] = {"a", "b", "c"};

	for (size_t i = 0; i < LENGTH(threads); i++) {
		char start[16], join[16];

		snprintf(start, sizeof(start), "start %s ", threads[i]);
		snprintf(join, sizeof(join), "join %s", threads[i]);
		if (strstr(meeting, start) && line_of(meeting, join, 0) == end)
			return false;
		if (!i && (line_of(meeting, join, open) == end || open == end))
			return false;
	}
	return true;
}

/* no module stands at a gate that is not opened, and no program forks or starts others there */
static void
test_gates(void)
{
	size_t meetings = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct arena a = {0};
		struct program p;
		size_t met = 0, starts = 0;
		bool stands = false;

		program_make(&a, &p, seed);
		for (size_t i = 0; i < p.nactors; i++)
			stands |= p.actors[i].plan.value[PLAN_STANDS] != 0;
		for (size_t i = 0; i < p.n; i++) {
			bool meets = strchr(p.commands[i], '\n') != NULL;

			met += meets;
			starts += !meets && (text_starts(p.commands[i], "start") ||
					     text_starts(p.commands[i], "fork"));
			UNIT_CHECK(!meets || is_whole(p.commands[i], "open gate40"),
				   "seed %d:\n%s", (int)seed, p.commands[i]);
		}
		UNIT_CHECK(!stands || (met == 1 && !starts), "seed %d: %zu meetings, %zu others",
			   (int)seed, met, starts);
		UNIT_CHECK(stands || !met, "seed %d: a meeting without a gate", (int)seed);
		meetings += met;
		arena_free(&a);
	}
	UNIT_CHECK(meetings > SEEDS / 60, "%zu meetings", meetings);
}

/*
 * a file that may be loaded is never written to: what its process sees then is undefined. Only two
 * files are, which nothing loads under that name while they are whole
 */
static void
test_files_not_written_to(void)
{
	static const char new[] = "$TMP/new$EXT", cut[] = "$TMP/cut$EXT";
	size_t copies = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct arena a = {0};
		struct program p;
		struct casefile c = {0};

		program_make(&a, &p, seed);
		UNIT_CHECK(!program_case(&a, &c, &p, "explore/round"), "seed %d", (int)seed);
		for (size_t i = 0; i < c.ncommands; i++) {
			const struct command *one = &c.commands[i];
			const char *to = NULL;

			if (!strcmp(one->words[0], "copy"))
				to = one->words[2];
			else if (!strcmp(one->words[0], "truncate"))
				to = one->words[1];
			if (to && text_starts(to, "$TMP/")) {
				copies++;
				UNIT_CHECK(!strcmp(to, new) || !strcmp(to, cut), "seed %d: %s",
					   (int)seed, to);
			}
		}
		arena_free(&a);
	}
	UNIT_CHECK(copies > SEEDS / 20, "%zu copies", copies);
}

static void
test_seed(void)
{
	struct arena a = {0};
	struct buf one = {0}, two = {0}, other = {0};
	struct program p;

	program_make(&a, &p, 7);
	program_text(&one, &p);
	program_plan(&one, &p, 0);
	program_make(&a, &p, 7);
	program_text(&two, &p);
	program_plan(&two, &p, 0);
	program_make(&a, &p, 8);
	program_text(&other, &p);
	program_plan(&other, &p, 0);
	UNIT_CHECK(!strcmp(buf_str(&one), buf_str(&two)), "%s%s", buf_str(&one), buf_str(&two));
	UNIT_CHECK(strcmp(buf_str(&one), buf_str(&other)) != 0, "%s", buf_str(&other));
	buf_free(&one);
	buf_free(&two);
	buf_free(&other);
	arena_free(&a);
}

static void
test_plan_text(void)
{
	const struct plan_names names = {.hook = "PyInit_ape", .export = "PyModExport_ape",
					 .old = "initape", .plain = "PyInit_ape",
					 .coded = "PyInitU_ape",
					 .stranger = "PyInit_cow", .first = "PyInit_dog",
					 .other = "bat", .own = "ape$EXT", .next = "bat$EXT",
					 .last = "cow$EXT", .ways = "$ORIGIN:$ORIGIN/zoo",
					 .answer = 42};
	struct plan p = {{0}};
	struct buf b = {0};

	p.value[PLAN_HOOKS] = 3;
	p.value[PLAN_HAS] = 1;
	p.value[PLAN_DOES] = 2;
	plan_set(&p, PLAN_NEEDED, "NEXT LAST");
	plan_set(&p, PLAN_RUNPATH, "$ORIGIN/nowhere:WAYS");
	plan_set(&p, PLAN_SONAME, "OWN");
	plan_text(&b, &p, &names);
	UNIT_CHECK(!strcmp(buf_str(&b), "hooks: PyInit_ape PyInit_cow\ngives: multi\nsize: 0\n"
				       "slots: exec\ncreate: module\nexec: done\n"
				       "does: import bat\nhas:\ninterp: unsaid\ngil: free\n"
				       "symbol: none\nsays: nothing\n"
				       "needed: bat$EXT cow$EXT\n"
				       "runpath: $ORIGIN/nowhere:$ORIGIN:$ORIGIN/zoo\n"
				       "soname: ape$EXT\nstands: nowhere\nanswer: 42\n"),
		   "%s", buf_str(&b));
	buf_clear(&b);
	plan_brief(&b, &p, &names);
	UNIT_CHECK(!strcmp(buf_str(&b), "hooks: PyInit_ape PyInit_cow; does: import bat; has:; "
				       "needed: bat$EXT cow$EXT; "
				       "runpath: $ORIGIN/nowhere:$ORIGIN:$ORIGIN/zoo; "
				       "soname: ape$EXT"),
		   "%s", buf_str(&b));
	buf_clear(&b);
	memset(&p, 0, sizeof(p));
	plan_brief(&b, &p, &names);
	UNIT_CHECK(!strcmp(buf_str(&b), "the simplest plan"), "%s", buf_str(&b));
	buf_free(&b);
}

struct oracle {
	size_t asked;
	size_t stop_after; /* calls; 0: never */
	size_t calls;
};

static bool
has_command(const struct program *p, const char *command, size_t *at)
{
	for (; *at < p->n; (*at)++)
		if (!strcmp(p->commands[*at], command))
			return true;
	return false;
}

/* it shows if b comes after a, and an actor with a certain plan is there */
static int
asks(void *ctx, const struct program *candidates, size_t n, bool *shows)
{
	struct oracle *o = ctx;

	o->asked += n;
	if (o->stop_after && ++o->calls >= o->stop_after)
		return -1;
	for (size_t i = 0; i < n; i++) {
		const struct program *p = &candidates[i];
		bool plan = false;
		size_t at = 0;

		for (size_t k = 0; k < p->nactors; k++)
			plan |= p->actors[k].plan.value[PLAN_GIVES] == 2 &&
				!strcmp(p->actors[k].name, "dog");
		shows[i] = plan && has_command(p, "a", &at) && has_command(p, "b", &at);
	}
	return 0;
}

static struct program
long_program(void)
{
	struct program p = {.nactors = 3, .n = 40};

	for (size_t i = 0; i < p.n; i++)
		p.commands[i] = i == 11 ? "a" : i == 37 || i == 5 ? "b" : "gc";
	for (size_t i = 0; i < p.nactors; i++) {
		p.actors[i].name = p.actors[i].file = i == 1 ? "dog" : "cow";
		memset(p.actors[i].plan.value, 1, PLAN_KEYS);
	}
	p.actors[1].plan.value[PLAN_GIVES] = 2;
	return p;
}

static void
test_reduce(void)
{
	struct program p = long_program();
	struct oracle o = {0};
	struct arena a = {0};

	reduce(&a, &p, asks, &o);
	UNIT_CHECK(p.n == 2 && !strcmp(p.commands[0], "a") && !strcmp(p.commands[1], "b"),
		   "%zu commands", p.n);
	UNIT_CHECK(p.nactors == 1 && !strcmp(p.actors[0].name, "dog"), "%zu actors", p.nactors);
	for (int key = 0; key < PLAN_KEYS; key++)
		UNIT_CHECK(p.actors[0].plan.value[key] == (key == PLAN_GIVES ? 2 : 0), "key %d",
			   key);
	UNIT_CHECK(o.asked < 1000, "%zu candidates", o.asked);
	arena_free(&a);
}

static void
test_rename(void)
{
	struct program p = {.nactors = 2, .n = 3,
			    .commands = {"import zoo.bat", "copy $TMP/zoo/bat$EXT $TMP/ape$EXT",
					 "load cow $TMP/zoo/bat$EXT"}};
	struct arena a = {0};

	p.actors[0] = (struct actor){.name = "ape", .file = "ape"};
	p.actors[1] = (struct actor){.name = "zoo.bat", .file = "zoo/bat"};
	UNIT_CHECK(!program_rename(&a, &p, 0), "%s", p.actors[0].name);
	/* ape has the name, bat is a part of the own one, cow stands in a command */
	UNIT_CHECK(program_rename(&a, &p, 1) && !strcmp(p.actors[1].name, "dog"), "%s",
		   p.actors[1].name);
	UNIT_CHECK(!strcmp(p.actors[1].names.hook, "PyInit_dog") &&
			   !strcmp(p.actors[0].names.other, "dog") &&
			   !strcmp(p.actors[0].names.stranger, "PyInit_dog"), "%s, %s",
		   p.actors[1].names.hook, p.actors[0].names.other);
	UNIT_CHECK(!strcmp(p.commands[0], "import dog") &&
			   !strcmp(p.commands[1], "copy $TMP/dog$EXT $TMP/ape$EXT") &&
			   !strcmp(p.commands[2], "load cow $TMP/dog$EXT"), "%s; %s; %s",
		   p.commands[0], p.commands[1], p.commands[2]);
	arena_free(&a);
}

/* what ran often is worth little, and what came with something new is worth more */
static void
test_seen(void)
{
	struct program often = {.n = 2, .commands = {"import ape", "gc"}};
	struct program seldom = {.n = 2, .commands = {"import ape", "reload ape"}};
	struct seen *s = xcalloc(1, sizeof(*s));
	double before = seen_worth(s, &often);

	UNIT_CHECK(before == seen_worth(s, &seldom), "%g", before);
	for (size_t i = 0; i < 5; i++)
		seen_add(s, &often, "> import ape\n= <module \"ape\">\n> gc\n= null\n");
	UNIT_CHECK(seen_worth(s, &often) < seen_worth(s, &seldom), "%g, %g",
		   seen_worth(s, &often), seen_worth(s, &seldom));
	before = seen_worth(s, &seldom);
	seen_add(s, &seldom, "> import ape\n! ImportError\n~ name null\n");
	seen_add(s, &seldom, "> import ape\n| ape: call 1\n! ValueError\n");
	UNIT_CHECK(seen_worth(s, &seldom) > before, "%g", seen_worth(s, &seldom));
	free(s);
}

/* what is reduced so far still shows it when there is no more time */
static void
test_reduce_stops(void)
{
	for (size_t calls = 1; calls < 12; calls++) {
		struct program p = long_program();
		struct oracle o = {.stop_after = calls}, again = {0};
		struct arena a = {0};
		bool shows;

		reduce(&a, &p, asks, &o);
		asks(&again, &p, 1, &shows);
		UNIT_CHECK(shows && o.calls == calls, "after %zu calls: %zu", calls, o.calls);
		arena_free(&a);
	}
}

static void
test_record(void)
{
	const struct plan_names names = {.hook = "PyInit_ape", .export = "PyModExport_ape",
					 .old = "initape", .plain = "PyInit_ape",
					 .coded = "PyInitU_ape",
					 .stranger = "PyInit_dog", .first = "PyInit_ape",
					 .other = "ape", .own = "ape$EXT", .next = "absent$EXT",
					 .last = "absent$EXT", .ways = "$ORIGIN", .answer = 40};
	struct arena a = {0};
	struct newfile files[RECORD_FILES];
	struct errors errors = {0};
	struct casefile c = {0};
	struct program p = {.nactors = 2, .n = 1, .commands = {"import zoo.fo\xc3\xabn"}};
	const char *text;

	p.actors[0] = (struct actor){"ape", "ape", names, {{0}}};
	p.actors[1] = (struct actor){"zoo.fo\xc3\xabn", "zoo/fo\xc3\xabn", names, {{0}}};
	record_make(&a, files, &p, "new", "found-it", "> import zoo.fo\xc3\xabn\n= null\n",
		    "missing | exec");
	UNIT_CHECK(!strcmp(files[0].path, "cases/new/found-it.case"), "%s", files[0].path);
	UNIT_CHECK(!strcmp(files[1].path, "expected/new/found-it.out"), "%s", files[1].path);
	UNIT_CHECK(!strcmp(files[2].path, "fixtures-src/new/found_it_ape.plan"), "%s",
		   files[2].path);
	UNIT_CHECK(!strcmp(files[3].path, "fixtures-src/new/found_it_zoo_fo__n.plan"), "%s",
		   files[3].path);
	UNIT_CHECK(!files[4].path, "%s", files[4].path ? files[4].path : "");
	text = files[0].text;
	UNIT_CHECK(!casefile_parse(&a, &c, "new/found-it", "x.case", text, strlen(text), &errors),
		   "%s", buf_str(&errors.text));
	UNIT_CHECK(c.ncommands == 4, "%zu commands:\n%s", c.ncommands, text);
	UNIT_CHECK(strstr(files[1].text, "> mkdir $TMP/zoo\n= null\n> copy $FIX/new/") != NULL,
		   "%s", files[1].text);
	errors_free(&errors);
	arena_free(&a);
}

/* a file that both loaders load has one name in both transcripts */
static void
test_suffix(void)
{
	static const char own[] = ".cpython-311d-x.so", other[] = ".cpython-311-x.so";

	UNIT_CHECK(side_suffix("= /a/b.cpython-311d-x.so\n", own, other) == own, "its own");
	UNIT_CHECK(side_suffix("= /a/b.cpython-311-x.so\n", own, other) == other, "the other's");
	UNIT_CHECK(side_suffix("= /a/b.cpython-311-x.so\n", own, NULL) == own, "one loader");
	UNIT_CHECK(side_suffix("= null\n", own, other) == own, "no file");
}

static void
test_random(void)
{
	struct random r = {1}, same = {1};
	size_t counts[10] = {0};

	for (size_t i = 0; i < 10000; i++) {
		size_t n = random_below(&r, 10);

		UNIT_CHECK(n < 10 && n == random_below(&same, 10), "number %zu: %zu", i, n);
		counts[n % 10]++;
	}
	for (size_t i = 0; i < 10; i++)
		UNIT_CHECK(counts[i] > 800 && counts[i] < 1200, "%zu: %zu times", i, counts[i]);
}

void
unit_explore(void)
{
	CU_TestInfo tests[] = {
		{"random numbers", test_random},
		{"each program is a case with plans that fit", test_programs},
		{"a file needs only files behind it", test_libraries},
		{"threads meet at gates that are opened", test_gates},
		{"a loaded file is not written to", test_files_not_written_to},
		{"a seed always makes the same program", test_seed},
		{"the suffix that both loaders show", test_suffix},
		{"the text of a plan", test_plan_text},
		{"a module with a simpler name", test_rename},
		{"what is seldom or brings something new is worth more", test_seen},
		{"a program is reduced to what shows it", test_reduce},
		{"the reducer stops when it is told to", test_reduce_stops},
		{"a program as a case", test_record},
		CU_TEST_INFO_NULL,
	};
	CU_SuiteInfo suites[] = {{.pName = "explore", .pTests = tests}, CU_SUITE_INFO_NULL};

	CU_register_suites(suites);
}
