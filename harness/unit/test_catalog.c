#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fixtures/catalog.h"
#include "fixtures/depend.h"
#include "fixtures/recipe.h"
#include "rows.h"
#include "tree.h"
#include "units.h"

#define SRC "fixtures-src/"

static void
write_sources(struct tree *t)
{
	tree_write(t, SRC "include/fx.h", "");
	tree_write(t, SRC "a/plain.c", "#include \"fx.h\"\nimport(\"other\");\n");
	tree_write(t, SRC "a/other.c", "/* fixture: out=other.abi3.so names=x,y-z */\n");
	tree_write(t, SRC "a/local.h", "");
	tree_write(t, SRC "a/prov.c", "/* fixture: out=libp.so */\n");
	tree_write(t, SRC "a/user.c", "/* fixture: needs=libp.so ldflags=-Wl,-v,$SRC/v.map */\n");
	tree_write(t, SRC "a/v.map", "V;");
	tree_write(t, SRC "a/pack/__init__.py", "import deep\n");
	tree_write(t, SRC "a/pack/deep.c", "");
	tree_write(t, SRC "a/od d\n$(x).c", "");
	tree_write(t, SRC "a/\316\273.c", "");
	tree_write(t, SRC "b/plain.c", "");
	tree_write(t, SRC "a/.hidden.c", "");
	tree_write(t, SRC "a/backup.c~", "");
}

static void
load(struct tree *t, struct catalog *c)
{
	struct errors errors = {0};

	tree_open(t);
	write_sources(t);
	UNIT_CHECK(!catalog_load(&t->mem, c, t->dir, "", ".x.so", &errors), "%s",
		   buf_str(&errors.text));
	errors_free(&errors);
}

static void
test_products(void)
{
	static const char *const products[] = {
		".pch/fx.h.gch", "a/libp.so", "a/od d\n$(x).x.so", "a/other.abi3.so",
		"a/pack/__init__.py", "a/pack/deep.x.so", "a/plain.x.so", "a/user.x.so",
		"a/v.map", "a/x.x.so", "a/y-z.x.so", "a/\316\273.x.so", "b/plain.x.so",
	};
	struct catalog c;
	struct tree t;
	size_t n;

	load(&t, &c);
	UNIT_CHECK(c.nproducts == LENGTH(products), "%zu products", c.nproducts);
	for (size_t i = 0; i < LENGTH(products) && i < c.nproducts; i++)
		row_text(__FILE__, __LINE__, c.products[i].path, products[i]);
	UNIT_CHECK(catalog_find(&c, "a/y-z.x.so", &n) && !strcmp(c.products[n].name, "y-z"),
		   "FX_NAME");
	UNIT_CHECK(catalog_find(&c, "a/user.x.so", &n) && c.products[n].nneeds == 1 &&
		   !strcmp(c.products[c.products[n].needs[0]].path, "a/libp.so"), "needs");
	UNIT_CHECK(catalog_find(&c, "a/plain.x.so", &n) && c.products[n].nneeds == 1, "header");
	UNIT_CHECK(!catalog_find(&c, "a/nosuch.x.so", &n), "found what is not there");
	tree_close(&t);
}

static void
test_mistakes(void)
{
	static const struct {
		const char *file, *text, *says;
	} rows[] = {
		{"a/f.c", "/* fixture: needs=libno.so */\n",
		 SRC "a/f.c:1: needs libno.so, but no source in its folder makes it"},
		{"a/f.c", "/* fixture: out=plain.x.so */\n",
		 "plain.x.so is also made by " SRC "a/f.c"},
		{"a/f.c", "\n/* fixture: out=b/c.so */\n", "f.c:2: 'b/c.so' is in another folder"},
		{"a/f.c", "/* fixture: tool=hammer */\n", "f.c:1: tool 'hammer': expected"},
		{"a/f.c", "/* fixture: tool=pybind11 */\n", "f.c:1: tool 'pybind11': expected"},
		{"f.c", "", SRC "f.c:1: a fixture belongs in a folder, its area"},
		{"a/f.c", "/* fixture: nonsense=1 */\n", "f.c:1: unknown key 'nonsense'"},
		{"a/f.c", "/* fixture: out=g.so needs=h.so */\n", "f.c:1: g.so needs itself"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct errors errors = {0};
		struct catalog c;
		struct tree t;

		tree_open(&t);
		write_sources(&t);
		tree_write(&t, SRC "a/h.c", "/* fixture: out=h.so needs=g.so */\n");
		tree_write(&t, SRC "a/g.c", "/* fixture: out=g.so */\n");
		if (strstr(rows[i].text, "g.so"))
			tree_write(&t, SRC "a/g.c", NULL);
		tree_write(&t, arena_printf(&t.mem, SRC "%s", rows[i].file), rows[i].text);
		UNIT_CHECK(catalog_load(&t.mem, &c, t.dir, "", ".x.so", &errors), "row %zu", i);
		row_contains(__FILE__, __LINE__, buf_str(&errors.text), rows[i].says);
		errors_free(&errors);
		tree_close(&t);
	}
}

/* the paths of all chosen products, in order */
static const char *
shown(struct tree *t, const struct catalog *c, const bool *chosen)
{
	struct buf b = {0};
	const char *copy;

	for (size_t i = 0; i < c->nproducts; i++) {
		if (chosen[i])
			buf_printf(&b, "%s%s", b.len ? " " : "", c->products[i].path);
	}
	copy = arena_strdup(&t->mem, buf_str(&b));
	buf_free(&b);
	return copy;
}

static void
test_choose(void)
{
	static const struct {
		const char *word, *chosen, *used;
	} rows[] = {
		{"plain", "a/plain.x.so", "a/other.abi3.so a/plain.x.so a/x.x.so a/y-z.x.so"},
		{"other", "a/other.abi3.so", "a/other.abi3.so a/x.x.so a/y-z.x.so"},
		{"plain.attribute", "a/plain.x.so",
		 "a/other.abi3.so a/plain.x.so a/x.x.so a/y-z.x.so"},
		{"pla", "", ""},
		{"$FIX/a/libp.so", "a/libp.so", "a/libp.so"},
		{"$FIX/a/user$EXT", "a/user.x.so", "a/user.x.so"},
		{"$FIX/b/plain$EXT", "b/plain.x.so", "b/plain.x.so"},
		{"$FIX/b", "b/plain.x.so", "b/plain.x.so"},
		{"LD_PRELOAD=$FIX/a/libp.so:$FIX/a/x$EXT", "a/libp.so a/x.x.so", NULL},
		{"pack.deep", "a/pack/__init__.py a/pack/deep.x.so", NULL},
		{"[\"x\", \"y-z\"]", "a/x.x.so a/y-z.x.so", NULL},
		{"\"\\u03bb\"", "a/\316\273.x.so", NULL},
		{"\"\\ud800\\u00\\u\"", "", ""},
		{"nosuch", "", ""},
	};
	struct catalog c;
	struct tree t;

	load(&t, &c);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		bool *chosen = xcalloc(c.nproducts, sizeof(*chosen));

		catalog_choose(&c, "a", rows[i].word, chosen);
		row_text(__FILE__, __LINE__, shown(&t, &c, chosen), rows[i].chosen);
		catalog_choose_used(&c, chosen);
		if (rows[i].used)
			row_text(__FILE__, __LINE__, shown(&t, &c, chosen), rows[i].used);
		free(chosen);
	}
	tree_close(&t);
}

static const char *
joined(struct arena *a, char *const *words)
{
	struct buf b = {0};
	const char *copy;

	for (; words && *words; words++)
		buf_printf(&b, "%s%s", b.len ? " " : "", *words);
	copy = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return copy;
}

static void
test_recipe(void)
{
	static char *cc[] = {(char *)"my cc", (char *)"-m32", NULL};
	static char *includes[] = {(char *)"/i n", (char *)"/j", NULL};
	static const struct {
		const char *product, *has;
	} rows[] = {
		{"a/plain.x.so", "my cc -m32 -std=c11 "},
		{"a/plain.x.so", " -isystem /i n -isystem /j "},
		{"a/plain.x.so", " -DFX_NAME=plain "},
		{"a/plain.x.so", " -I /out/.pch "},
		{"a/user.x.so", " -L /out/a -l:libp.so"},
		{"a/user.x.so", " -Wl,-v,fixtures-src/a/v.map"},
		{"a/od d\n$(x).x.so", " fixtures-src/a/od d\n$(x).c "},
		{".pch/fx.h.gch", " -x c-header fixtures-src/include/fx.h "},
		{"a/v.map", ""},
	};
	struct toolchain tools = {.cc = cc, .cxx = cc, .compiler = "c", .precompiles = true,
				  .includes = includes, .home = "/h", .out = "/out",
				  .foreign = "/f"};
	struct recipe one, other;
	struct catalog c;
	struct tree t;
	size_t n = 0;

	load(&t, &c);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		UNIT_CHECK(catalog_find(&c, rows[i].product, &n), "%s", rows[i].product);
		recipe_make(&t.mem, &one, &tools, &c, &c.products[n]);
		row_contains(__FILE__, __LINE__, joined(&t.mem, one.argv), rows[i].has);
		UNIT_CHECK(!one.argv == !*rows[i].has, "row %zu: copied", i);
	}
	catalog_find(&c, "a/user.x.so", &n);
	recipe_make(&t.mem, &one, &tools, &c, &c.products[n]);
	row_text(__FILE__, __LINE__, joined(&t.mem, one.inputs),
		 "fixtures-src/a/user.c fixtures-src/a/v.map");
	tools.compiler = "d";
	recipe_make(&t.mem, &other, &tools, &c, &c.products[n]);
	UNIT_CHECK(one.hash != other.hash, "another compiler, the same recipe");
	tools.compiler = "c";
	tools.out = "/elsewhere";
	recipe_make(&t.mem, &other, &tools, &c, &c.products[n]);
	UNIT_CHECK(one.hash == other.hash, "the place of the products is part of the recipe");
	tree_close(&t);
}

static void
test_depend(void)
{
	static const struct {
		const char *text, *files;
	} rows[] = {
		{"x.o: a.c b.h\n", "a.c b.h"},
		{"x.o: a.c \\\n b.h \\\n  c.h\nb.h:\n", "a.c b.h c.h"},
		{"x.o: a\\ b.c d$$e.h f\\#g.h\n", "a b.c d$e.h f#g.h"},
		{"x\\ y.o: a.c\n", "a.c"},
		{"x.o:\n", ""},
		{"", ""},
		{"x.o: a.c", "a.c"},
		{"x.o: a.c \\", "a.c \\"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};

		row_text(__FILE__, __LINE__, joined(&a, depend_parse(&a, rows[i].text)),
			 rows[i].files);
		arena_free(&a);
	}
}

enum { FEW = 500, MANY = 4 * FEW, GROWTH = 8, LEAST_TRIES = 5, MOST_TRIES = 25 };

/* n sources, each of which needs and names the one in front of it */
static void
open_chain(struct tree *t, int n)
{
	tree_open(t);
	tree_write(t, SRC "a/f0.c", "");
	for (int i = 1; i < n; i++)
		tree_write(t, arena_printf(&t->mem, SRC "a/f%d.c", i),
			   arena_printf(&t->mem, "/* fixture: needs=f%d$EXT */\n\"f%d\"\n", i - 1,
					i - 1));
}

/* CPU seconds to load the sources, and to choose and order what the last one uses */
static void
cost(struct tree *t, int n, double *load_cost, double *choose_cost)
{
	struct errors errors = {0};
	struct arena a = {0};
	struct catalog c;
	clock_t begin = clock(), loaded;
	bool *chosen = xcalloc((size_t)n, sizeof(*chosen));
	size_t *order, *all = xcalloc((size_t)n, sizeof(*all)), count = 0;

	catalog_load(&a, &c, t->dir, "", ".x.so", &errors);
	loaded = clock();
	catalog_choose(&c, "a", arena_printf(&a, "f%d", n - 1), chosen);
	catalog_choose_used(&c, chosen);
	for (size_t i = 0; i < c.nproducts; i++) {
		if (chosen[i])
			all[count++] = i;
	}
	order = catalog_order(&c, all, &count);
	*choose_cost = (double)(clock() - loaded) / CLOCKS_PER_SEC;
	*load_cost = (double)(loaded - begin) / CLOCKS_PER_SEC;
	UNIT_CHECK(count == (size_t)n && c.nproducts == (size_t)n, "%zu of %zu products", count,
		   c.nproducts);
	free(order);
	free(all);
	free(chosen);
	arena_free(&a);
	errors_free(&errors);
}

static double
less(double a, double b)
{
	return b < a ? b : a;
}

/* four times as many cost about four times as much, however they hang together: the least of
 * several tries, in turn, so that what else the machine does meets both */
static void
test_growth(void)
{
	double load[2], choose[2], load_again, choose_again;
	static const int n[] = {FEW, MANY};
	struct tree t[2];

	for (size_t i = 0; i < 2; i++)
		open_chain(&t[i], n[i]);
	for (int tries = 0; tries < LEAST_TRIES ||
			    (tries < MOST_TRIES && (load[1] >= GROWTH * load[0] ||
						    choose[1] >= GROWTH * choose[0])); tries++) {
		for (size_t i = 0; i < 2; i++) {
			cost(&t[i], n[i], &load_again, &choose_again);
			load[i] = tries ? less(load[i], load_again) : load_again;
			choose[i] = tries ? less(choose[i], choose_again) : choose_again;
		}
	}
	UNIT_CHECK(load[1] < GROWTH * load[0], "loading %d: %f s, %d: %f s", FEW, load[0], MANY,
		   load[1]);
	UNIT_CHECK(choose[1] < GROWTH * choose[0], "choosing of %d: %f s, of %d: %f s", FEW,
		   choose[0], MANY, choose[1]);
	for (size_t i = 0; i < 2; i++)
		tree_close(&t[i]);
}

void
unit_catalog(void)
{
	static const struct row_test tests[] = {
		{"what sources make", test_products},
		{"mistakes with their place", test_mistakes},
		{"the products that a word of a case names", test_choose},
		{"how a product is made", test_recipe},
		{"what a compiler says it read", test_depend},
		{"many sources", test_growth},
	};

	rows_suite("catalog", tests, LENGTH(tests));
}
