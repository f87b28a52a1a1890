#include "format/settings.h"
#include "format/folders.h"
#include "options.h"

#include <stdio.h>
#include <stdlib.h>

#include "report/report.h"

static const char intro[] =
"usage: run_tests.sh [OPTION]... [PATTERN]...\n"
"\n"
"Runs conformance cases against a loader of dynamic extension modules and compares\n"
"what it did with what it must do. PATTERN: an id (hook/x), a glob over ids (hook/*),\n"
"an area (hook), or a part of an id.\n";

static const char selection[] =
"\nSelection\n"
"  -k PATTERN            as PATTERN; may repeat, any may match\n"
"  --tag TAG             only cases with this tag; may repeat, any may match\n"
"  --failed              only what failed when it was last run: with this loader, plug-in,\n"
"                        target, level and root\n"
"  --shard I/N           every Nth case, beginning with the Ith\n"
"  --shuffle[=SEED]      in random order\n"
"  --repeat N            N rounds, ending with the first that is not clean\n"
"  --min N               fail (2) if fewer than N cases were executed (default: 1, or 0 of\n"
"                        a shard)\n"
"  -l, --list            the chosen cases by area; with --loader or --plugin also why it\n"
"                        would skip one\n";

static const char loader[] =
"\nThe loader under test\n"
"  --loader CMD          an interpreter or adapter command (default python3); may repeat\n"
"  --env NAME[=VALUE]    a variable for its environment; without VALUE the caller's; may repeat\n"
"  --cc CMD              what compiles the fixtures (default: $CC, else what the interpreter was\n"
"                        built with, else cc)\n"
"  --plugin FILE         a loader plugged into it: an extension module or a Python module\n"
"  --target NAME         name of its known list (default: the implementation's name)\n"
"  --known FILE          a list of what is known to depart; may repeat, goes before the target's\n"
"  --write-known FILE    make such a list of this run; of one that is there, what still holds is\n"
"                        kept and what passes now is dropped\n"
"  --level LEVEL         required, or detail: wording counts too (default for CPython)\n";

static const char execution[] =
"\nExecution\n"
"  -j N                  cases at a time (default: one per processor)\n"
"  --isolation MODE      fork: from a resident adapter (default); exec: an interpreter each\n"
"  --timeout-scale X     multiply every deadline\n"
"  -x                    stop after the first unexpected result\n"
"  --keep                keep each case's folder, build/run/PID/AREA/NAME\n"
"  --wrapper CMD         run each loader process under CMD, e.g. valgrind\n"
"  --gdb                 one case under gdb, in a process of its own\n";

static const char output[] =
"\nOutput\n"
"  -v, -vv, -q           each case; transcripts too; only failures\n"
"  --color WHEN          always, never, auto\n"
"  -o FORMAT[:PATH]      report; may repeat. The console's goes to standard output unless\n"
"                        another one does. Formats: ";

static const char authoring[] =
"\n\nAuthoring\n"
"  --new AREA/NAME       write a case, its expected file and a fixture, ready to edit\n"
"  --kind KIND           of --new: multi-phase (default), single-phase, two-modules (one\n"
"                        needs the other), failing (a load that is refused)\n"
"  --bless               rewrite the expected files of the chosen cases where that is\n"
"                        unambiguous; says of each other one why not\n"
"  --show                all about the chosen cases: text, fixtures and what is built of them,\n"
"                        what is expected of this loader, their mutants, what they got last\n"
"  --lint                check all cases, expected files and known lists\n"
"  --root DIR            another suite's folder: " FOLDER_CASES "/, " FOLDER_EXPECTED "/, "
FOLDER_FIXTURES "/\n"
"  -h, --help            this text\n"
"  --version             number, revision, and a hash of the suite's files\n"
"\n"
"Exit: 0 nothing unexpected; 1 FAIL, CRASH, TIMEOUT or XPASS; 2 usage, lint, BROKEN, a\n"
"fixture that did not build, nothing selected or executed; 130, 143 interrupted, after\n"
"a report of what ran (a second signal ends everything at once).\n";

void
options_help(void)
{
	fputs(intro, stdout);
	fputs(selection, stdout);
	fputs(loader, stdout);
	fputs(execution, stdout);
	fputs(output, stdout);
	fputs(report_names(), stdout);
	fputs(authoring, stdout);
	exit(0);
}
