#include "format/settings.h"
#include "format/folders.h"
#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/util.h"
#include "report/report.h"

static const char intro[] =
"usage: run_tests.sh [OPTION]... [PATTERN]...\n"
"\n"
"Runs conformance cases against a loader of dynamic extension modules and compares\n"
"what it did with what it must do. PATTERN: an id (hook/x), a glob for ids (hook/*),\n"
"an area (hook), or a part of an id.\n";

static const char selection[] =
"\nSelection\n"
"  -k PATTERN            the same as PATTERN; may repeat, one match is enough\n"
"  --tag TAG             only cases with this tag; may repeat, one match is enough\n"
"  --failed              only cases that failed in their last run with this loader, plug-in,\n"
"                        target, level and root\n"
"  --shard I/N           every Nth case, beginning with the Ith\n"
"  --weights FILE        the Ith of N shards that take equally long, as FILE says\n"
"  --write-weights FILE  write the seconds that each case took, for --weights\n"
"  --shuffle[=SEED]      run the cases in random order\n"
"  --repeat N            run up to N rounds; stop after one that has an unexpected result\n"
"  --retries N           run unexpected results again, up to N times, each alone; one that is not\n"
"                        the same twice is FLAKY, which fails the run, too\n"
"  --min N               exit with 2 if fewer than N cases were executed (default: 1, or 0\n"
"                        for a shard)\n"
"  -l, --list            list the chosen cases by area; with --loader or --plugin, also the\n"
"                        reason for each skip\n";

static const char loader[] =
"\nThe loader under test\n"
"  --loader CMD          an interpreter or adapter command (default python3); may repeat\n"
"  --host NAME           an application that embeds Python takes its place: a recipe of\n"
"                        harness/hosts, or the path of your own (harness/hosts/README.md)\n"
"  --env NAME[=VALUE]    add a variable to its environment (without VALUE: as here); may repeat\n"
"  --cc CMD              compiler of the fixtures (default: $CC, else the interpreter's own\n"
"                        compiler, else cc)\n"
"  --require CAP[,CAP...]\n"
"                        exit with 2 if it does not report these capabilities; may repeat\n"
"  --plugin FILE         a loader plugged into it: an extension module or a Python module\n"
"  --target NAME         name of its known list (default: the implementation's name)\n"
"  --known FILE          a known list of your own; may repeat; goes before the target's\n"
"  --write-known FILE    write a known list from this run; if FILE exists, lines that still hold\n"
"                        are kept, lines whose cases pass now are dropped\n"
"  --level LEVEL         required, or detail: wording too (default: CPython with glibc)\n";

static const char execution[] =
"\nExecution\n"
"  -j N                  run N cases at a time (default: one per processor)\n"
"  --isolation MODE      fork: a resident adapter forks for each case (default); exec: a new\n"
"                        interpreter for each case; weak, fork,weak or exec,weak: without\n"
"                        namespaces, so that a case can change what its user can change\n"
"  --timeout-scale X     multiply every deadline\n"
"  --limit NAME=NUMBER   set a limit of each case; may repeat. NAME: time, cpu (seconds); memory,\n"
"                        disk (MiB); file, mapped (GiB); transcript, output (KiB); processes\n"
"  -x                    stop after the first unexpected result\n"
"  --build DIR           write everything into DIR instead of build/, also the program that\n"
"                        run_tests.sh builds: for a checkout that you cannot write. What an\n"
"                        installed copy writes is in dynload-cts/ of the user's cache folder\n"
"  --keep                keep each case's folder, build/run/PID/AREA/NAME\n"
"  --wrapper CMD         run each loader process under CMD, e.g. valgrind\n"
"  --gdb                 run one case under gdb, in a process of its own\n";

static const char output[] =
"\nOutput\n"
"  -v, -vv               show each case; transcripts too\n"
"  -q                    show only failures\n"
"  --color WHEN          always, never, auto\n"
"  -o FORMAT[:PATH]      write a report; may repeat. The console report goes to standard\n"
"                        output unless another report does. html and md show all loaders in\n"
"                        one file. Formats: ";

static const char exploring[] =
"\n\nDifferential testing: run_tests.sh [OPTION]... explore\n"
"  Runs random programs under two loaders, and shows what differs, as small as it can be: the\n"
"  interpreter's own loader and --plugin, two --plugin, or two --loader. The options for the\n"
"  loader, -j, --limit, --timeout-scale, --isolation weak, -x and --root count here, too.\n"
"  --seconds N           look for so long (default: 60)\n"
"  --rounds N            run N programs\n"
"  --seed N              make the same programs as another run with this seed\n"
"  --known FILE          leave out these causes: one a line, as they are shown; # begins a reason\n"
"  -o json:FILE          write what was found for a program, too\n"
"  --new-case AREA/NAME  write what is found as cases, the second one as AREA/NAME-2, ...\n";

static const char surveying[] =
"\nReal modules: run_tests.sh [OPTION]... field PATH...\n"
"  Loads each extension module below folders, in wheels and zip files, a process each, and shows\n"
"  what does not load, which libraries they need, and what abi3 files use beyond their tag. With\n"
"  --plugin, or --loader twice, each is loaded in three ways, and what differs is shown.\n"
"  --known FILE and -o json:FILE count here, too; -o html:FILE makes a page.\n";

static const char reading[] =
"\nReports of -o json: run_tests.sh [OPTION]... VERB FILE...\n"
"  report FILE...        one page for all of them: -o html:PATH, -o md (default), or\n"
"                        -o svg:PATH, a picture\n"
"  diff OLD NEW          what broke, was mended, is new or gone, by cause; -o md for a pull\n"
"                        request. Exit: 1 if something broke\n"
"  verify FILE           is it whole, does it belong to this suite, do its counts, hashes and\n"
"                        known lines agree? One line says what it is worth. Exit: 1 if not so\n"
"  merge FILE...         one report of all shards of a run, with any -o; it is proven that every\n"
"                        planned case is there once. Exit: as of that run; 2 if not so\n"
"  badge FILE            a picture, -o svg[:PATH] (default); -o json is for shields.io\n";

static const char mapping[] =
"\nWhat the suite covers: run_tests.sh [OPTION]... spec-map [SOURCE|RULE]...\n"
"  For each rule that a source promises (expected/sources), the cases that show it, or why there\n"
"  is none; and counts. -o json, -o md. Exit: 1 if a rule has neither a case nor a reason\n";

static const char authoring[] =
"\nAuthoring\n"
"  --new AREA/NAME       write a case, its expected file and a fixture, ready to edit\n"
"  --kind KIND           what --new writes: multi-phase (default), single-phase, two-modules\n"
"                        (one needs the other), failing (a load that is refused)\n"
"  --bless               rewrite the expected files of the chosen cases where the change is\n"
"                        unambiguous; say why where it is not\n"
"  --show                print all about the chosen cases: text, fixtures and their products,\n"
"                        what is expected of this loader, their mutants, the last outcome\n"
"  --lint                check all cases, expected files, known lists and lists of rules\n"
"  --root DIR            use another suite: a folder with " FOLDER_CASES "/, " FOLDER_EXPECTED
"/, " FOLDER_FIXTURES "/\n"
"  --completion SHELL    print the completion of this command line for bash or zsh\n"
"  --part                the folder has some cases of a suite: known lists may name others\n"
"  -h, --help            print this text\n"
"  --version             print number, revision, and a hash of the suite's files\n"
"\n"
"Exit: 0 nothing unexpected; 1 FAIL, CRASH, TIMEOUT, XPASS or FLAKY; 2 usage, lint,\n"
"BROKEN, a fixture that did not build, nothing selected or executed; 130, 143 interrupted,\n"
"after a report of what ran (a second signal ends everything at once).\n";

/* the parts of the text, NULL for what report_names() says */
static const char *const parts[] = {intro, selection, loader, execution, output, NULL, exploring,
				    surveying, reading, mapping, authoring};

const char *
options_help_text(struct arena *a)
{
	struct buf b = {0};
	const char *text;

	for (size_t i = 0; i < LENGTH(parts); i++)
		buf_puts(&b, parts[i] ? parts[i] : report_names());
	text = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

void
options_help(void)
{
	static const char script[] = "run_tests.sh [";
	struct arena a = {0};
	const char *rest = options_help_text(&a);
	bool installed = options_installed();

	for (const char *at; installed && (at = strstr(rest, script)); rest = at + strlen(script))
		printf("%.*sconform [", (int)(at - rest), rest);
	fputs(rest, stdout);
	arena_free(&a);
	exit(all_said(0));
}
