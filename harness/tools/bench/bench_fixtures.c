#include "tools/bench/bench_fixtures.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/util.h"
#include "format/folders.h"
#include "tools/bench/bench_run.h"

#define PLACE "build/bench"
#define SUITE PLACE "/suite"

enum { WARM_ROUNDS = 9, COLD_ROUNDS = 3, STARTS = 10 };

static const char ONE[] = "hook/not-from-global-scope";
static const char ITS_FIXTURE[] = SUITE "/" FOLDER_FIXTURES "/hook/nohook.c";
static const char HEADER[] = SUITE "/" FOLDER_INCLUDE "/fx.h";

static const int generated[] = {1000, 5000, 20000};

struct bench {
	const char *conform, *loader, *executable;
	struct arena mem;
	double one_cold[COLD_ROUNDS], all_cold[COLD_ROUNDS];
	double one_changed[COLD_ROUNDS], header_changed[COLD_ROUNDS];
	size_t products_of_one, products;
	double bare[WARM_ROUNDS], start[WARM_ROUNDS], one[WARM_ROUNDS];
	double many[LENGTH(generated)][WARM_ROUNDS];
};

static const char *
generated_root(struct bench *b, int n)
{
	return arena_printf(&b->mem, PLACE "/%d", n);
}

/* CPU of a run of the suite at root; of one case, or of all if that is NULL */
static double
run(const struct bench *b, const char *root, const char *one)
{
	return bench_run((const char *[]){b->conform, "-q", "--root", root, "--loader", b->loader,
					  one, NULL}).cpu;
}

/* until the first case is over */
static double
start(const struct bench *b, const char *root)
{
	return bench_run_until_line((const char *[]){b->conform, "-v", "-j1", "--root", root,
						     "--loader", b->loader, NULL}).cpu;
}

static double
start_bare(const struct bench *b)
{
	const char *argv[] = {b->executable, "-I", "-S", "-c", "pass", NULL};
	double sum = 0;

	for (int i = 0; i < STARTS; i++)
		sum += bench_run(argv).cpu;
	return sum / STARTS;
}

static void
append(const char *path, const char *text)
{
	FILE *f = fopen(path, "a");

	if (!f || fputs(text, f) < 0 || fclose(f))
		die("cannot change %s:", path);
}

static void
put(const char *path, const char *text)
{
	if (file_write(path, text, strlen(text)))
		die("cannot go on");
}

static void
make_folder(const char *path)
{
	if (dir_make(path))
		die("cannot make %s:", path);
}

/* one case that uses the first of n fixtures */
static void
generate(struct bench *b, int n)
{
	const char *root = generated_root(b, n);

	make_folder(arena_printf(&b->mem, "%s/" FOLDER_CASES "/a", root));
	make_folder(arena_printf(&b->mem, "%s/" FOLDER_EXPECTED "/a", root));
	make_folder(arena_printf(&b->mem, "%s/" FOLDER_FIXTURES "/a", root));
	put(arena_printf(&b->mem, "%s/" FOLDER_CASES "/a/first.case", root),
	    "summary: one of many\nspec: PEP 489, Export Hook Name\n\nfind f0\n");
	put(arena_printf(&b->mem, "%s/" FOLDER_EXPECTED "/a/first.out", root), "> find f0\n");
	for (int i = 0; i < n; i++)
		put(arena_printf(&b->mem, "%s/" FOLDER_FIXTURES "/a/f%d.c", root, i), "int f;\n");
}

static void
prepare(struct bench *b)
{
	dir_remove(PLACE);
	make_folder(SUITE);
	bench_run((const char *[]){"cp", "-R", FOLDER_CASES, FOLDER_EXPECTED, FOLDER_FIXTURES,
				   SUITE, NULL});
	for (size_t i = 0; i < LENGTH(generated); i++)
		generate(b, generated[i]);
}

struct counting {
	const char *folder;
	size_t n;
};

/* what is hidden is nobody's product */
static void
count_entry(void *ctx, const char *name)
{
	struct counting *c = ctx, below = {NULL, 0};
	struct buf path = {0};
	struct stat st;

	buf_printf(&path, "%s/%s", c->folder, name);
	below.folder = path.p;
	if (*name != '.' && !lstat(path.p, &st)) {
		if (S_ISDIR(st.st_mode))
			dir_each(path.p, count_entry, &below);
		c->n += S_ISREG(st.st_mode) ? 1 : below.n;
	}
	buf_free(&path);
}

static size_t
count_products(void)
{
	struct counting c = {SUITE "/build/fixtures", 0};

	dir_each(c.folder, count_entry, &c);
	return c.n;
}

static void
measure_cold(struct bench *b, size_t round)
{
	double warm;

	dir_remove(SUITE "/build");
	b->one_cold[round] = run(b, SUITE, ONE);
	b->products_of_one = count_products();
	dir_remove(SUITE "/build");
	b->all_cold[round] = run(b, SUITE, NULL);
	b->products = count_products();
	warm = run(b, SUITE, NULL);
	b->all_cold[round] -= warm;
	append(ITS_FIXTURE, "/* changed */\n");
	b->one_changed[round] = run(b, SUITE, ONE);
	append(HEADER, "/* changed */\n");
	b->header_changed[round] = run(b, SUITE, NULL) - warm;
}

static void
measure_warm(struct bench *b, size_t round)
{
	b->bare[round] = start_bare(b);
	b->start[round] = start(b, SUITE) / b->bare[round];
	b->one[round] = run(b, SUITE, ONE) / b->bare[round];
	for (size_t i = 0; i < LENGTH(generated); i++)
		b->many[i][round] = start(b, generated_root(b, generated[i])) / b->bare[round];
}

static void
print_table(struct bench *b)
{
	printf("bare interpreter                           %7.2f ms of CPU\n",
	       bench_median(b->bare, WARM_ROUNDS) * 1e3);
	printf("nothing changed, until the first case ends %7.2f times that\n",
	       bench_median(b->start, WARM_ROUNDS));
	printf("nothing changed, one case and its report   %7.2f times that\n",
	       bench_median(b->one, WARM_ROUNDS));
	for (size_t i = 0; i < LENGTH(generated); i++)
		printf("the first of %5d generated fixtures       %7.2f times that\n", generated[i],
		       bench_median(b->many[i], WARM_ROUNDS));
	printf("one case on a fresh checkout               %7.2f s of CPU, %zu of %zu products\n",
	       bench_median(b->one_cold, COLD_ROUNDS), b->products_of_one, b->products);
	printf("one case, its fixture changed              %7.2f s of CPU\n",
	       bench_median(b->one_changed, COLD_ROUNDS));
	printf("all fixtures on a fresh checkout           %7.2f s of CPU\n",
	       bench_median(b->all_cold, COLD_ROUNDS));
	printf("all fixtures, fx.h changed                 %7.2f s of CPU\n",
	       bench_median(b->header_changed, COLD_ROUNDS));
}

void
bench_fixtures(const char *conform, const char *loader, const char *executable)
{
	struct bench b = {.conform = conform, .loader = loader, .executable = executable};

	prepare(&b);
	for (size_t i = 0; i < COLD_ROUNDS; i++)
		measure_cold(&b, i);
	/* what is there already is not part of a start */
	for (size_t i = 0; i < LENGTH(generated); i++)
		run(&b, generated_root(&b, generated[i]), NULL);
	for (size_t i = 0; i < WARM_ROUNDS; i++)
		measure_warm(&b, i);
	print_table(&b);
	dir_remove(PLACE);
	arena_free(&b.mem);
}
