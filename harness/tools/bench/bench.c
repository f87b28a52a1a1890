/*
 * Measures what the suite costs, beside floors that no suite can go below and beside what else
 * people use. All rows are measured by turns, in rounds, and a ratio is taken within its round, so
 * that it means something on a noisy machine. The table goes to standard output and, as JSON, to a
 * file. It is compared with expected.json: what is outside of its tolerance is printed, and only a
 * ratio that is at least twice as bad gives status 1.
 *
 *     bench [OPTION...] CONFORM LOADER
 *       --all             also the rows that take minutes
 *       --rows GLOB       only these, and their floors
 *       --rounds N        default 5
 *       --against OTHER   the same rows by another revision's conform, in the same rounds
 *       --floors DIR      the floors' programs (build/bench-floors)
 *       --json FILE       build/bench.json
 *       --expected FILE   harness/tools/bench/expected.json; "" compares with nothing
 */
#include <fcntl.h>
#include <getopt.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "tools/bench/bench_run.h"
#include "tools/bench/made.h"
#include "tools/bench/plan.h"
#include "tools/bench/table.h"

enum { ROUNDS = 5, FIXTURE_CASES = 200 };

struct options {
	bool all;
	const char *rows, *against, *json, *expected;
	unsigned rounds;
};

/* the adapter in the checkout that the program was built in */
static const char *
adapter_of(struct arena *a, const char *conform)
{
	const char *slash = strrchr(conform, '/');
	struct buf home = {0};
	const char *path;

	path = slash ? arena_printf(a, "%.*s/home", (int)(slash - conform), conform) : "home";
	if (file_read(path, &home))
		die("cannot read %s:", path);
	path = arena_printf(a, "%.*s/harness/adapter/conform_adapter.py",
			    (int)strcspn(buf_str(&home), "\n"), buf_str(&home));
	buf_free(&home);
	return path;
}

/* build the fixture that all floors load, and find it */
static void
find_fixture(struct bench *b)
{
	const char *root = made_suite(&b->mem, MADE_CREATE, FIXTURE_CASES);
	glob_t found;
	char *path;

	bench_run((const char *[]){b->conform, "-q", "--root", root, "--loader", b->loader, "a/c0",
				   NULL});
	if (glob(arena_printf(&b->mem, "%s/build/fixtures/*/a/one.*", root), 0, NULL, &found))
		die("there is no fixture in %s", root);
	path = realpath(found.gl_pathv[0], NULL);
	if (!path)
		die("cannot find %s:", found.gl_pathv[0]);
	b->fixture = arena_strdup(&b->mem, path);
	b->folder = arena_strndup(&b->mem, path, (size_t)(strrchr(path, '/') - path));
	free(path);
	globfree(&found);
}

static bool
is_floor(const char *name, const struct options *o);

/* is the row asked for, or the floor of one that is? */
static bool
wanted(const struct plan *p, const struct options *o)
{
	if (p->costly && !o->all)
		return false;
	return text_glob(o->rows, p->name) || is_floor(p->name, o);
}

static bool
is_floor(const char *name, const struct options *o)
{
	for (size_t i = 0; i < nplans; i++) {
		const struct plan *p = &plans[i];

		if (p->floor && !strcmp(p->floor, name) && wanted(p, o))
			return true;
	}
	return false;
}

static void
add_rows(struct rows *rows, const struct plan **of, const struct options *o)
{
	for (size_t i = 0; i < nplans; i++) {
		const struct plan *p = &plans[i];

		if (!wanted(p, o))
			continue;
		of[rows->n] = p;
		rows->v[rows->n++] = (struct row){.name = p->name, .what = p->what,
						  .floor = p->floor, .memory = p->memory};
	}
	if (!rows->n)
		die("no row is named %s", o->rows);
}

static void
measure(struct bench *b, struct bench *other, const struct plan *p, struct row *row, size_t round)
{
	if (row->skipped || (p->every && round % p->every))
		return;
	row->skipped = p->measure(b, p, &row->cost[round]);
	row->measured[round] = !row->skipped;
	if (other->conform && p->program && !row->skipped) {
		p->measure(other, p, &row->other[round]);
		row->has_other = true;
	}
}

static void
write_json(const char *path, const struct bench *b, const struct options *o,
	   const struct rows *rows)
{
	json_t *all = json_pack("{s:s, s:s, s:s, s:I, s:I, s:o}", "program", b->executable,
				"loader", b->loader, "clock", bench_clock(), "rounds",
				(json_int_t)o->rounds, "processors",
				(json_int_t)sysconf(_SC_NPROCESSORS_ONLN), "rows",
				table_json(rows));

	if (json_dump_file(all, path, JSON_INDENT(1) | JSON_REAL_PRECISION(6)))
		die("cannot write %s:", path);
	json_decref(all);
}

/* the exit status */
static int
compare(const char *path, const struct rows *rows)
{
	struct buf text = {0}, said = {0};
	int bad;

	if (!*path)
		return 0;
	if (file_read(path, &text))
		die("cannot read %s:", path);
	bad = table_compare(&said, rows, buf_str(&text));
	if (bad < 0)
		die("%s: %s", path, buf_str(&said));
	fputs(said.len ? buf_str(&said) : "all within the tolerances of expected.json\n", stdout);
	buf_free(&text);
	buf_free(&said);
	return bad > 0;
}

static unsigned
number(const char *text)
{
	char *end;
	unsigned long n = strtoul(text, &end, 10);

	if (*end || !n || n > TABLE_ROUNDS)
		die("--rounds is a number from 1 to %d, not '%s'", TABLE_ROUNDS, text);
	return (unsigned)n;
}

static void
read_options(struct bench *b, struct options *o, int argc, char **argv)
{
	static const struct option known[] = {
		{"all", no_argument, NULL, 'a'}, {"rows", required_argument, NULL, 'r'},
		{"rounds", required_argument, NULL, 'n'}, {"against", required_argument, NULL, 'o'},
		{"floors", required_argument, NULL, 'f'}, {"json", required_argument, NULL, 'j'},
		{"expected", required_argument, NULL, 'e'}, {NULL, 0, NULL, 0}};
	int c;

	while ((c = getopt_long(argc, argv, "", known, NULL)) >= 0) {
		switch (c) {
		case 'a': o->all = true; break;
		case 'r': o->rows = optarg; break;
		case 'n': o->rounds = number(optarg); break;
		case 'o': o->against = optarg; break;
		case 'f': b->floors = optarg; break;
		case 'j': o->json = optarg; break;
		case 'e': o->expected = optarg; break;
		default: exit(EXIT_USAGE);
		}
	}
	if (argc - optind != 2)
		die("usage: bench [OPTION...] CONFORM LOADER");
	b->conform = argv[optind];
	b->loader = argv[optind + 1];
}

int
main(int argc, char **argv)
{
	struct bench b = {.floors = "build/bench-floors"}, other = {.conform = NULL};
	struct options o = {.rows = "*", .json = "build/bench.json", .rounds = ROUNDS,
			    .expected = "harness/tools/bench/expected.json"};
	struct rows rows = {.v = xcalloc(nplans, sizeof(*rows.v)), .n = 0};
	const struct plan **of = xcalloc(nplans, sizeof(*of));
	struct buf text = {0};

	argv0 = "bench";
	read_options(&b, &o, argc, argv);
	bench_begin();
	made_remove();
	b.executable = bench_first_line((const char *const[]){
		b.loader, "-I", "-S", "-c", "import sys; print(sys.executable)", NULL});
	/* a wrapper of the program would be in the cost of a case, but not in that of the floors */
	b.loader = b.executable;
	b.adapter = adapter_of(&b.mem, b.conform);
	find_fixture(&b);
	add_rows(&rows, of, &o);
	if (o.against) {
		other = b;
		other.mem = (struct arena){NULL};
		other.conform = o.against;
		other.adapter = adapter_of(&b.mem, o.against);
	}
	for (size_t round = 0; round < o.rounds; round++) {
		for (size_t i = 0; i < rows.n; i++)
			measure(&b, &other, of[i], &rows.v[i], round);
	}
	table_print(&text, &rows);
	printf("%s, CPU by %s, %u rounds\n%s", b.executable, bench_clock(), o.rounds,
	       buf_str(&text));
	write_json(o.json, &b, &o, &rows);
	made_remove();
	buf_free(&text);
	return compare(o.expected, &rows);
}
