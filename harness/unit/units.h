/* For all unit tests: an assertion with a message, and the list of suites. */
#ifndef UNITS_H
#define UNITS_H

#include <CUnit/CUnit.h>
#include <stdio.h>

/* assert, with a printf message for the failure report */
#define UNIT_CHECK(condition, ...)                                                              \
	do {                                                                                    \
		char unit_text[1024];                                                           \
                                                                                                \
		snprintf(unit_text, sizeof(unit_text), __VA_ARGS__);                            \
		CU_assertImplementation((condition) ? CU_TRUE : CU_FALSE, __LINE__, unit_text,  \
					__FILE__, "", CU_FALSE);                                \
	} while (0)

void unit_util(void);
void unit_vocab(void);
void unit_facts(void);
void unit_expr(void);
void unit_text(void);
void unit_text_shell(void);
void unit_diff(void);
void unit_casefile(void);
void unit_transcript(void);
void unit_expected(void);
void unit_known(void);
void unit_sources(void);
void unit_fixture_words(void);
void unit_fixture_line(void);
void unit_sched_later(void);
void unit_limits(void);
void unit_stale(void);
void unit_catalog(void);
void unit_spawn(void);
void unit_sched(void);
void unit_space(void);
void unit_bound(void);
void unit_cause(void);
void unit_verdict(void);
void unit_target(void);
void unit_target_answer(void);
void unit_target_seen(void);
void unit_target_probe(void);
void unit_suite(void);
void unit_lint(void);
void unit_scaffold(void);
void unit_list(void);
void unit_last(void);
void unit_version(void);
void unit_progress(void);
void unit_docs(void);
void unit_bless(void);
void unit_reports(void);
void unit_readback(void);
void unit_cli_reports(void);
void unit_cli_judge(void);
void unit_rep_causes(void);
void unit_fixtures(void);
void unit_cli(void);
void unit_cli_badfiles(void);
void unit_cli_closed(void);
void unit_cli_options(void);
void unit_cli_signals(void);
void unit_cli_word(void);
void unit_cli_around(void);
void unit_cli_carrier(void);
void unit_pe(void);
void unit_cli_places(void);
void unit_skips(void);
void unit_install(void);
void unit_completion(void);
void unit_manpage(void);
void unit_packaging(void);
void unit_html(void);
void unit_browser(void);
void unit_print(void);
void unit_page_weight(void);
void unit_page_access(void);
void unit_compare(void);
void unit_cli_compare(void);
void unit_retry(void);
void unit_cli_retries(void);
void unit_weights(void);
void unit_cli_merge(void);
void unit_bazel(void);
void unit_folder(void);
void unit_place(void);
void unit_cli_known(void);
void unit_cli_gdb(void);
void unit_cli_new(void);
void unit_cli_author(void);
void unit_rerun(void);
void unit_failed(void);
void unit_excuse(void);
void unit_cli_excuse(void);
void unit_cli_headers(void);
void unit_cli_loader(void);
void unit_mutants(void);
void unit_loaders(void);
void unit_overview(void);
void unit_bench(void);
void unit_cli_own(void);
void unit_explore(void);
void unit_explore_chameleon(void);
void unit_cli_explore(void);
void unit_archive(void);
void unit_abi3(void);
void unit_cli_field(void);
void unit_cli_causes(void);
void unit_alloc(void);
void unit_hosts(void);
void unit_examples(void);
void unit_hostile(void);
void unit_hostile_all(void);
void unit_cli_killed(void);
void unit_killed_all(void);

#endif
