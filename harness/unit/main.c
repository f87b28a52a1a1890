/*
 * The harness's own tests. Prints each failure with its file and line, then the number of tests in
 * one line, "N passed, N failed".
 */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "apart.h"
#include "units.h"
#include "base/util.h"

static const struct {
	const char *name;
	void (*add)(void);
} suites[] = {
	{"util", unit_util},
	{"vocab", unit_vocab},
	{"facts", unit_facts},
	{"expr", unit_expr},
	{"text", unit_text},
	{"text-shell", unit_text_shell},
	{"diff", unit_diff},
	{"casefile", unit_casefile},
	{"transcript", unit_transcript},
	{"expected", unit_expected},
	{"known", unit_known},
	{"sources", unit_sources},
	{"fixture-line", unit_fixture_line},
	{"fixture-words", unit_fixture_words},
	{"sched-later", unit_sched_later},
	{"limits", unit_limits},
	{"stale", unit_stale},
	{"catalog", unit_catalog},
	{"spawn", unit_spawn},
	{"sched", unit_sched},
	{"space", unit_space},
	{"bound", unit_bound},
	{"cause", unit_cause}, {"verdict", unit_verdict},
	{"target", unit_target},
	{"target-answer", unit_target_answer},
	{"target-seen", unit_target_seen},
	{"target-probe", unit_target_probe},
	{"suite", unit_suite},
	{"lint", unit_lint},
	{"scaffold", unit_scaffold},
	{"list", unit_list},
	{"last", unit_last},
	{"version", unit_version},
	{"progress", unit_progress},
	{"docs", unit_docs},
	{"bless", unit_bless},
	{"reports", unit_reports},
	{"rep_causes", unit_rep_causes},
	{"readback", unit_readback},
	{"html", unit_html},
	{"browser", unit_browser},
	{"print", unit_print},
	{"page-weight", unit_page_weight},
	{"page-access", unit_page_access},
	{"compare", unit_compare},
	{"cli-compare", unit_cli_compare},
	{"retry", unit_retry},
	{"cli-retries", unit_cli_retries},
	{"weights", unit_weights},
	{"cli-merge", unit_cli_merge},
	{"bazel", unit_bazel},
	{"fixtures", unit_fixtures},
	{"explore", unit_explore},
	{"explore-chameleon", unit_explore_chameleon},
	{"cli-explore", unit_cli_explore},
	{"archive", unit_archive},
	{"abi3", unit_abi3},
	{"cli-field", unit_cli_field},
	{"cli", unit_cli},
	{"cli-badfiles", unit_cli_badfiles},
	{"cli-closed", unit_cli_closed},
	{"cli-options", unit_cli_options},
	{"cli-signals", unit_cli_signals},
	{"cli-word", unit_cli_word},
	{"cli-around", unit_cli_around},
	{"cli-carrier", unit_cli_carrier},
	{"pe", unit_pe},
	{"cli-places", unit_cli_places},
	{"skips", unit_skips},
	{"install", unit_install},
	{"completion", unit_completion},
	{"manpage", unit_manpage},
	{"packaging", unit_packaging},
	{"folder", unit_folder},
	{"place", unit_place},
	{"cli-known", unit_cli_known},
	{"cli-gdb", unit_cli_gdb},
	{"cli-new", unit_cli_new},
	{"cli-author", unit_cli_author},
	{"rerun", unit_rerun},
	{"failed", unit_failed},
	{"excuse", unit_excuse},
	{"cli-excuse", unit_cli_excuse},
	{"cli-headers", unit_cli_headers},
	{"cli-loader", unit_cli_loader},
	{"mutants", unit_mutants},
	{"loaders", unit_loaders},
	{"overview", unit_overview},
	{"bench", unit_bench},
	{"cli-own", unit_cli_own},
	{"cli-causes", unit_cli_causes},
	{"cli-reports", unit_cli_reports},
	{"alloc", unit_alloc},
	{"hostile", unit_hostile},
	{"hostile-all", unit_hostile_all},
	{"cli-killed", unit_cli_killed},
	{"killed-all", unit_killed_all},
	{"cli-judge", unit_cli_judge},
	{"hosts", unit_hosts},
	{"examples", unit_examples},
};

/* these take minutes, so they run only if they are named */
static const char *const long_suites[] = {"hostile-all", "killed-all", "bazel"};

static int
wanted(int argc, char **argv, const char *name)
{
	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], name))
			return 1;
	}
	for (size_t i = 0; i < LENGTH(long_suites); i++)
		if (!strcmp(name, long_suites[i]))
			return 0;
	return argc == 1;
}

/* otherwise nobody would notice that the tests of a misspelt suite do not run */
static void
check_names(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		size_t k = 0;

		while (k < LENGTH(suites) && strcmp(argv[i], suites[k].name))
			k++;
		if (k == LENGTH(suites))
			die("there is no suite named '%s'; see harness/unit/main.c", argv[i]);
	}
}

int
main(int argc, char **argv)
{
	struct apart_counts counts;

	argv0 = "unit";
	check_names(argc, argv);
	if (CU_initialize_registry() != CUE_SUCCESS)
		die("CUnit cannot start: %s", CU_get_error_msg());
	for (size_t i = 0; i < LENGTH(suites); i++) {
		if (wanted(argc, argv, suites[i].name))
			suites[i].add();
	}
	counts = apart_run();
	CU_cleanup_registry();
	printf("%zu passed, %zu failed\n", counts.run - counts.failed, counts.failed);
	return counts.failed || !counts.run ? 1 : 0;
}
