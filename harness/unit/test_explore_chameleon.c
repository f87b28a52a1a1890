/* Writing plans into chameleons, of bytes that look like one. */
#include <CUnit/CUnit.h>
#include <elf.h>
#include <string.h>

#include "explore_support.h"
#include "base/util.h"
#include "fixtures/chameleon.h"
#include "units.h"

static void
test_chameleon(void)
{
	static const char plan[] = "hooks: PyInit_bat PyInitU_fon_kma\ngives: single\n";
	static const char *const there[] = {
		"PyInit_bat", "PyInitU_fon_kma", "QyInit_ape", "QyModExport_bat", "Qnitape",
		"XPyInit_cow", "PyModule_New",
	};
	static const char *const hidden[] = {"PyInit_ape", "PyModExport_bat", "initape"};
	struct arena a = {0};
	struct buf image = {0}, long_plan = {0};
	const char *why;
	size_t len;

	explore_fake_image(&image, false);
	len = image.len;
	why = chameleon_write(&a, &image, plan, ".so");
	UNIT_CHECK(!why && image.len == len, "%s", why ? why : "another length");
	for (size_t i = 0; i < LENGTH(there); i++)
		UNIT_CHECK(explore_has_text(&image, there[i]), "%s is not there", there[i]);
	for (size_t i = 0; i < LENGTH(hidden); i++)
		UNIT_CHECK(!explore_has_text(&image, hidden[i]), "%s is there", hidden[i]);
	UNIT_CHECK(explore_has_text(&image, arena_printf(&a, "conform plan:\n%s", plan)),
		   "the plan is not there");
	while (long_plan.len < 1024)
		buf_puts(&long_plan, "says: nothing\n");
	why = chameleon_write(&a, &image, buf_str(&long_plan), ".so");
	UNIT_CHECK(why && strstr(why, "more than"), "%s", why ? why : "no message");
	explore_fake_image(&image, false);
	why = chameleon_write(&a, &image, plan, ".so");
	UNIT_CHECK(why && strstr(why, "two places"), "%s", why ? why : "no message");
	buf_clear(&image);
	buf_puts(&image, "no place at all");
	why = chameleon_write(&a, &image, plan, ".so");
	UNIT_CHECK(why && strstr(why, "no place"), "%s", why ? why : "no message");
	buf_free(&image);
	buf_free(&long_plan);
	arena_free(&a);
}

/* a plan says which chameleon it is written into */
static void
test_chameleon_kind(void)
{
	static const struct {
		const char *plan, *product;
	} t[] = {
		{"hooks: PyInit_ape\n", "explore/chameleon"},
		{"hooks: PyInit_ape\nsymbol: none\n", "explore/chameleon"},
		{"symbol: gives\nsays: nothing\n", "explore/chameleon_gives"},
		{"says: nothing\nsymbol: needs\n", "explore/chameleon_needs"},
		{"symbol: now\n", "explore/chameleon_now"},
		{"symbol: version\n", "explore/chameleon_version"},
		{"symbol: newer\n", "explore/chameleon_newer"},
	};
	struct arena a = {0};

	for (size_t i = 0; i < LENGTH(t); i++) {
		const char *product = chameleon_products[chameleon_kind(&a, t[i].plan)];

		UNIT_CHECK(!strcmp(product, t[i].product), "%s: %s", t[i].plan, product);
	}
	arena_free(&a);
}

/* the tag of an entry of the fake image's dynamic section */
static long
tag_of(const struct buf *image, size_t entry)
{
	Elf64_Dyn one;

	memcpy(&one, image->p + sizeof(Elf64_Ehdr) + sizeof(Elf64_Phdr) + entry * sizeof(one),
	       sizeof(one));
	return (long)one.d_tag;
}

/* entries: the first library, libc, the soname, the second library, the run path */
static void
test_links(void)
{
	static const struct {
		const char *plan;
		bool linked;
		long tags[5];
		const char *names[4]; /* that the file has then */
	} t[] = {
		{"needed:\nsoname:\nrunpath:\n", false,
		 {DT_DEBUG, DT_NEEDED, DT_DEBUG, DT_DEBUG, DT_DEBUG}, {"libc.so.6"}},
		{"says: nothing\n", true,
		 {DT_NEEDED, DT_NEEDED, DT_DEBUG, DT_DEBUG, DT_DEBUG}, {"libc.so.6"}},
		{"needed: bat$EXT\nrunpath: $ORIGIN:$ORIGIN/..\n", false,
		 {DT_NEEDED, DT_NEEDED, DT_DEBUG, DT_DEBUG, DT_RUNPATH},
		 {"bat.abi.so", "$ORIGIN:$ORIGIN/.."}},
		{"needed: bat$EXT libx.so\nsoname: ape$EXT\n", true,
		 {DT_NEEDED, DT_NEEDED, DT_SONAME, DT_NEEDED, DT_DEBUG},
		 {"bat.abi.so", "libx.so", "ape.abi.so"}},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct buf image = {0};
		const char *why;

		explore_fake_image(&image, t[i].linked);
		why = chameleon_write(&a, &image, t[i].plan, ".abi.so");
		UNIT_CHECK(!why, "%s: %s", t[i].plan, why ? why : "");
		for (size_t k = 0; k < LENGTH(t[i].tags); k++)
			UNIT_CHECK(tag_of(&image, k) == t[i].tags[k], "%s: entry %zu has tag %ld",
				   t[i].plan, k, tag_of(&image, k));
		for (size_t k = 0; k < LENGTH(t[i].names) && t[i].names[k]; k++)
			UNIT_CHECK(explore_has_text(&image, t[i].names[k]), "%s: no %s", t[i].plan,
				   t[i].names[k]);
		buf_free(&image);
		arena_free(&a);
	}
}

static void
test_bad_links(void)
{
	static const struct {
		const char *plan, *why;
	} t[] = {
		{"needed: a b c\n", "its line needed has more than 2 words"},
		{"runpath: a b\n", "its line runpath has more than 1 words"},
		{"runpath: $ORIGIN/a/folder/whose/name/is/longer/than/any/that/a/program/can/have\n",
		 "has more than 64 bytes"},
	};
	struct arena a = {0};
	struct buf image = {0};
	const char *why;

	for (size_t i = 0; i < LENGTH(t); i++) {
		explore_fake_image(&image, false);
		why = chameleon_write(&a, &image, t[i].plan, ".so");
		UNIT_CHECK(why && strstr(why, t[i].why), "%s: %s", t[i].plan,
			   why ? why : "no message");
		buf_clear(&image);
	}
	explore_fake_image(&image, false);
	chameleon_write(&a, &image, "soname: ape$EXT\n", ".so");
	why = chameleon_write(&a, &image, "soname: ape$EXT\n", ".so");
	UNIT_CHECK(why && strstr(why, "no place for a name (conform-needed-1-...)"), "%s",
		   why ? why : "no message");
	image.p[0] = 'x';
	why = chameleon_write(&a, &image, "says: nothing\n", ".so");
	UNIT_CHECK(why && !strcmp(why, "no ELF file"), "%s", why ? why : "no message");
	buf_free(&image);
	arena_free(&a);
}

void
unit_explore_chameleon(void)
{
	CU_TestInfo tests[] = {
		{"a plan written into a chameleon", test_chameleon},
		{"a plan needs one of several chameleons", test_chameleon_kind},
		{"the libraries, soname and run path of a plan", test_links},
		{"links that cannot be written", test_bad_links},
		CU_TEST_INFO_NULL,
	};
	CU_SuiteInfo suites[] = {{.pName = "explore-chameleon", .pTests = tests},
				 CU_SUITE_INFO_NULL};

	CU_register_suites(suites);
}
