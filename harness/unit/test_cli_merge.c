/* Shards of real runs and what merge makes of them: the report of a single run, or a refusal. */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "cli_support.h"
#include "rows.h"
#include "units.h"

#define SAYS(text, part) row_contains(__FILE__, __LINE__, text, part)

enum { SHARDS = 3 };

/* cases of every outcome that does not take time, in two areas; and an adapter case */
static void
open_suite(struct cli *c)
{
	cli_open(c);
	for (int i = 0; i < 9; i++)
		cli_import(c, arena_printf(&c->mem, "b/good-%d", i), "good");
	cli_import(c, "b/crash", "evil_crash");
	cli_case(c, "adapter/echo", "tags: protocol\n", "import x\n",
		 "> import x\n= <module \"x\">\n");
	cli_case(c, "a/bad", "", "import x\n", "> import x\n= null\n");
	cli_case(c, "a/bad-2", "", "import y\n", "> import y\n= null\n");
	cli_case(c, "a/known", "", "import x\n", "> import x\n= null\n");
	cli_case(c, "a/skipped", "requires: cap:native\n", "import x\n", "> import x\n= null\n");
	cli_case(c, "a/newer", "requires: py>=9\n", "import x\n", "> import x\n= null\n");
	cli_write(c, "expected/known/fake.known", "fail a/known -- a bug\n");
}

static struct cli_ran
run(struct cli *c, const char *name, const char *options)
{
	return cli_run(c, "%s -q %s -o json:%s/%s.json", cli_fake(c), options, c->root, name);
}

/* s1.json, s2.json, ... */
static void
run_shards(struct cli *c, const char *options)
{
	for (int i = 1; i <= SHARDS; i++)
		run(c, arena_printf(&c->mem, "s%d", i),
		    arena_printf(&c->mem, "--shard %d/%d %s", i, SHARDS, options));
}

static struct cli_ran
merge(struct cli *c, const char *names, const char *options)
{
	struct buf b = {0};
	struct cli_ran ran;
	char **v = text_fields(&c->mem, names, NULL);

	for (; *v; v++)
		buf_printf(&b, " %s/%s.json", c->root, *v);
	ran = cli_run(c, "merge %s %s", buf_str(&b), options);
	buf_free(&b);
	return ran;
}

static json_t *
read_report(struct cli *c, const char *name)
{
	json_t *root = json_load_file(arena_printf(&c->mem, "%s/%s.json", c->root, name), 0, NULL);

	UNIT_CHECK(root, "there is no %s.json", name);
	return root;
}

/* take away what cannot be the same twice */
static void
forget_times(json_t *root)
{
	static const char *const of_run[] = {"date", "command", "seconds"};
	static const char *const of_case[] = {"seconds", "cpu", "rss"};
	json_t *result;
	size_t i;

	for (size_t k = 0; k < LENGTH(of_run); k++)
		json_object_del(root, of_run[k]);
	json_array_foreach(json_object_get(root, "results"), i, result) {
		for (size_t k = 0; k < LENGTH(of_case); k++)
			json_object_del(result, of_case[k]);
	}
}

static void
check_same(struct cli *c, const char *x, const char *y)
{
	json_t *one = read_report(c, x), *two = read_report(c, y), *value;
	const char *key;

	forget_times(one);
	forget_times(two);
	json_object_foreach(one, key, value)
		UNIT_CHECK(json_equal(value, json_object_get(two, key)), "'%s' differs: %s, %s",
			   key, json_dumps(value, JSON_ENCODE_ANY),
			   json_dumps(json_object_get(two, key), JSON_ENCODE_ANY));
	CU_ASSERT_TRUE(json_equal(one, two));
	json_decref(one);
	json_decref(two);
}

/* the report, in every format, and the exit code are those of a run that was not divided */
static void
test_same(void)
{
	static const char *const formats[] = {"console", "tap", "junit", "md", "github"};
	struct cli_ran one, ran;
	struct cli c;

	open_suite(&c);
	one = run(&c, "one", "");
	run_shards(&c, "");
	ran = merge(&c, "s3 s1 s2", arena_printf(&c.mem, "-q -o json:%s/merged.json", c.root));
	CU_ASSERT_EQUAL(one.exit_code, 1);
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	row_text(__FILE__, __LINE__, ran.text, one.text);
	check_same(&c, "one", "merged");
	ran = cli_run(&c, "verify %s/merged.json", c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	for (size_t i = 0; i < LENGTH(formats); i++) {
		ran = merge(&c, "s1 s2 s3", arena_printf(&c.mem, "-o %s", formats[i]));
		CU_ASSERT_EQUAL(ran.exit_code, 1);
		SAYS(ran.text, "a/bad");
	}
	cli_close(&c);
}

/* the same with shards by weight, which a run has written, and which merge writes, too */
static void
test_weights(void)
{
	struct cli_ran ran;
	struct cli c;
	const char *weights;

	open_suite(&c);
	weights = arena_printf(&c.mem, "%s/weights", c.root);
	run(&c, "one", arena_printf(&c.mem, "--write-weights %s", weights));
	run_shards(&c, arena_printf(&c.mem, "--weights %s", weights));
	ran = merge(&c, "s1 s2 s3", arena_printf(&c.mem, "-q -o json:%s/merged.json "
						 "--write-weights %s/again", c.root, c.root));
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	check_same(&c, "one", "merged");
	ran = cli_shell(&c, c.root, "cut -d' ' -f2 weights >x; cut -d' ' -f2 again | cmp - x");
	UNIT_CHECK(!ran.exit_code, "%s", ran.text);
	/* a run of some cases keeps what is known of others */
	run(&c, "some", arena_printf(&c.mem, "a/bad --write-weights %s", weights));
	ran = cli_shell(&c, c.root, "grep -c ^[0-9] weights");
	row_text(__FILE__, __LINE__, ran.text, "16\n");
	cli_write(&c, "weights", "1 a/bad\nx\n");
	ran = cli_run(&c, "%s --shard 1/2 --weights %s", cli_fake(&c), weights);
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	SAYS(ran.text, "weights:2: not a line that --write-weights writes");
	ran = cli_run(&c, "%s --weights %s", cli_fake(&c), weights);
	SAYS(ran.text, "--weights goes with --shard only");
	ran = cli_run(&c, "%s --shard 1/2 --weights %s/nosuch", cli_fake(&c), c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	ran = cli_run(&c, "%s --write-weights %s/nosuch/x", cli_fake(&c), c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	ran = cli_run(&c, "%s --write-weights %s/weights", cli_fake(&c), c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	cli_close(&c);
}

/* change a member of a report's run, or of its result of a case */
static void
forge(struct cli *c, const char *from, const char *to, const char *id, const char *key,
      const char *value)
{
	json_t *root = read_report(c, from), *at = root, *result;
	json_t *new = json_loads(value, JSON_DECODE_ANY, NULL);
	size_t i;

	json_array_foreach(json_object_get(root, "results"), i, result) {
		if (id && !strcmp(json_string_value(json_object_get(result, "id")), id))
			at = result;
	}
	if (!strncmp(key, "shard.", 6) || !strncmp(key, "target.", 7)) {
		at = json_object_get(root, arena_strndup(&c->mem, key, strcspn(key, ".")));
		key = strchr(key, '.') + 1;
	}
	UNIT_CHECK(new && json_object_get(at, key), "no %s", key);
	json_object_set_new(at, key, new);
	json_dump_file(root, arena_printf(&c->mem, "%s/%s.json", c->root, to), 0);
	json_decref(root);
}

/* whatever is missing, doubled or of another run is refused with a sentence, and nothing written */
static void
test_refused(void)
{
	static const struct {
		/* a key: forged.json is s1 with this value */
		const char *names, *key, *value, *says;
	} t[] = {
		{"s1 s2", NULL, NULL, "merge: shard 3 of 3 is missing"},
		{"s2 s3", NULL, NULL, "merge: shard 1 of 3 is missing"},
		{"s1 s2 s3 s2", NULL, NULL, "s2.json are both shard 2 of 3"},
		{"one", NULL, NULL, "one.json is no shard: its run had no --shard"},
		{"s1 s2 other", NULL, NULL, "merge: they are not of one selection: "},
		{"s1 s2 half", NULL, NULL, "half.json is not complete: -x: stopped after"},
		{"s1 s2 level", NULL, NULL, "they are not of one run: 'level' is \"required\" in "},
		{"forged s2 s3", "revision", "\"abc\"", "'revision' is \"abc\" in "},
		{"forged s2 s3", "hash", "\"abc\"", "'hash' is \"abc\" in "},
		{"forged s2 s3", "target.program", "\"/x\"", "'target.program' is \"/x\" in "},
		{"forged s2 s3", "target.facts", "{\"cap\": []}", "'target.facts"},
		{"forged s2 s3", "target.env", "[\"A=1\"]", "'target.env' is [\"A=1\"] in "},
		{"forged s2 s3", "shard.index", "2", "are both shard 2 of 3"},
		{"forged s2 s3", "shard.index", "4", "says that it is shard 4 of 3"},
		{"forged s2 s3", "shard.selected", "15", "they are not of one selection: "},
		{"forged s2 s3", "planned", "3", "has 6 results, 3 were planned"},
		{"forged s2 s3", "complete", "false", "forged.json is not complete"},
		{"forged s2 s3", "results", "[]", "has 0 results, 6 were planned"},
		{"forged s2 s3", "id", "\"b/good-0\"", "the case b/good-0 is in "},
		{"forged s2 s3", "id", "\"b/good-9\"", "not those that were planned: the hash "},
		{"forged s2 s3", "schema", "1", "its schema is 1, this program reads"},
	};
	struct cli c;

	open_suite(&c);
	run(&c, "one", "");
	run_shards(&c, "");
	run(&c, "other", "--shard 3/3 b");
	run(&c, "half", "--shard 3/3 -x -j1");
	run(&c, "level", "--shard 3/3 --level detail");
	for (size_t i = 0; i < LENGTH(t); i++) {
		struct cli_ran ran;

		if (t[i].key)
			forge(&c, "s1", "forged", strcmp(t[i].key, "id") ? NULL : "adapter/echo",
			      t[i].key, t[i].value);
		ran = merge(&c, t[i].names, arena_printf(&c.mem, "-o json:%s/no.json", c.root));
		UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, t[i].says),
			   "row %zu: exit %d: %s", i, ran.exit_code, ran.text);
	}
	UNIT_CHECK(!json_load_file(arena_printf(&c.mem, "%s/no.json", c.root), 0, NULL),
		   "a report was written");
	cli_close(&c);
}

/* reports of another suite than the one that is here; a run that was broken stays so */
static void
test_codes(void)
{
	struct cli_ran ran;
	struct cli c;

	open_suite(&c);
	run_shards(&c, "");
	forge(&c, "s1", "forged", NULL, "broken", "true");
	ran = merge(&c, "forged s2 s3", "-q");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	run_shards(&c, "b/good-*");
	ran = merge(&c, "s1 s2 s3", "-q");
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	SAYS(ran.text, "OK: 9 planned, 9 executed; 9 passed");
	ran = merge(&c, "s1 s2 s3", "-q --min 10");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	run_shards(&c, "a/newer");
	ran = merge(&c, "s1 s2 s3", "-q");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	SAYS(ran.text, "0 cases executed, expected at least 1");
	ran = merge(&c, "s1 s2 s3", "-q --min 0");
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	cli_import(&c, "b/more", "good");
	ran = merge(&c, "s1 s2 s3", "-q");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	SAYS(ran.text, "merge: they are of another suite: its hash is ");
	cli_close(&c);
}

static size_t
adopted(json_t *root)
{
	size_t i, n = 0;
	json_t *result;

	json_array_foreach(json_object_get(root, "results"), i, result)
		n += json_is_string(json_object_get(result, "own_cause"));
	json_decref(root);
	return n;
}

/* a broken loader: the common cause is found in view of all shards, not before */
static void
test_causes(void)
{
	struct cli c;

	cli_open(&c);
	for (int i = 0; i < 7; i++)
		cli_case(&c, arena_printf(&c.mem, "a/c%d", i), "",
			 i % 2 ? "forget x\nimport moody\n" : "import moody\n",
			 i % 2 ? "> forget x\n= null\n> import moody\n= <module \"moody\">\n" :
				 "> import moody\n= <module \"moody\">\n");
	cli_run(&c, "%s+moody -q -o json:%s/one.json", cli_fake(&c), c.root);
	for (int i = 1; i <= SHARDS; i++)
		cli_run(&c, "%s+moody -q --shard %d/%d -o json:%s/s%d.json", cli_fake(&c), i,
			SHARDS, c.root, i);
	merge(&c, "s1 s2 s3", arena_printf(&c.mem, "-q -o json:%s/merged.json", c.root));
	check_same(&c, "one", "merged");
	CU_ASSERT_EQUAL(adopted(read_report(&c, "one")), 3);
	CU_ASSERT_EQUAL(adopted(read_report(&c, "s2")), 0);
	cli_close(&c);
}

/* some cases of a suite, with the known list of all: only with --part, and the report says so */
static void
test_part(void)
{
	struct cli_ran ran;
	struct cli c;

	open_suite(&c);
	cli_write(&c, "expected/known/fake.known", "fail a/known -- a bug\nfail a/gone -- other\n");
	ran = cli_run(&c, "%s a/known", cli_fake(&c));
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	SAYS(ran.text, "fake.known:2: 'a/gone' matches no case");
	ran = cli_run(&c, "%s --part a/known", cli_fake(&c));
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	SAYS(ran.text, "note:    --part: the folder has some cases of a suite, not all\n");
	ran = cli_run(&c, "--part --lint");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	SAYS(ran.text, "--part: --lint needs the whole suite");
	cli_close(&c);
}

void
unit_cli_merge(void)
{
	static const struct row_test tests[] = {
		{"as of a single run", test_same},
		{"by weights", test_weights},
		{"what is refused", test_refused},
		{"exit codes", test_codes},
		{"causes in view of all", test_causes},
		{"a part of a suite", test_part},
	};

	rows_suite("cli-merge", tests, LENGTH(tests));
}
