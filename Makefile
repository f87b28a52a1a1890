# dynload-cts: `make help` lists the targets. You can set CFLAGS, CC, LOADER and ARGS:
# make check CC=clang; make test LOADER=pypy3 ARGS='-k symbols'

CC ?= cc
CFLAGS ?= -O2 -g
LOADER ?= python3
ARGS ?=
B ?= build

# where `make install` installs, below DESTDIR
PREFIX ?= /usr/local
DESTDIR ?=

GOALS = all ready install uninstall dist test check check-slow check-all units unit bazel hostile lint asan msan fuzz reference \
	examples mutants explore-power loader-coverage loaders skips bench stats clean help

LIBS = cunit jansson libelf libzip
WARN = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Wstrict-prototypes \
	-Wvla -Wformat=2 -Wwrite-strings -Wundef $(if $(WERROR),-Werror)
CPP_ALL = -D_XOPEN_SOURCE=700 -iquote harness -iquote harness/unit $(shell pkg-config --cflags $(LIBS) 2>/dev/null)
LD_LIBS = $(shell pkg-config --libs $(LIBS) 2>/dev/null || echo -lcunit -ljansson -lelf -lzip)
Q = $(if $(V),,@)

# for a make that builds everything again
AT_ONCE = $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 2))

objects = $(patsubst harness/%.c,$B/obj/%.o,$(wildcard $(1)))

# the program's folders; each may include the folders before it
FOLDERS = base format process fixtures report run explore
OBJ = $(call objects,$(FOLDERS:%=harness/%/*.c)) $B/obj/page.o $(filter-out $B/obj/main.o,$(call objects,harness/*.c))
UNIT_OBJ = $(filter-out $B/obj/unit/fake_%,$(call objects,harness/unit/*.c))
BASE_OBJ = $(call objects,harness/base/*.c)
SRCCHECK_OBJ = $(call objects,harness/tools/srccheck/*.c) $(BASE_OBJ)
OVERVIEW_OBJ = $B/obj/tools/overview/overview.o
BENCH_OBJ = $B/obj/tools/bench/table.o
SKIPS_OBJ = $(filter-out %/skips_main.o,$(call objects,harness/tools/skips/*.c))
MANPAGE_OBJ = $B/obj/tools/manpage/manpage.o
MUTANTS_OBJ = $(filter-out %/mutant_table.o,$(call objects,harness/tools/mutants/*.c))

# Everything that a run starts. Goals that run the suite depend on `all`.
all: $B/conform $B/examples/adapter ## build the harness

# only these may use what other systems than Linux lack
$(filter $B/obj/process/%,$(OBJ)) $B/obj/tools/bench/bench_run.o: CPP_ALL += -D_GNU_SOURCE

# A product is removed before it is made: a compiler that makes nothing leaves nothing (CC=true).
$B/obj/%.o: harness/%.c | ready
	@mkdir -p $(@D)
	@rm -f $@
	$Q$(CC) $(CPP_ALL) $(WARN) $(CFLAGS) -MMD -MP -c -o $@ $<

# the page of -o html
PAGE = $(addprefix harness/report/html/page.,html css js)
$B/obj/page.c: harness/tools/setup/embed.sh $(PAGE) | ready
	@mkdir -p $(@D)
	@sh $^ >$@.new && mv $@.new $@

$B/obj/page.o: $B/obj/page.c
	@rm -f $@
	$Q$(CC) $(CPP_ALL) $(WARN) $(CFLAGS) -MMD -MP -c -o $@ $<

# checked at each make, written only if it has changed
$B/revision: always | ready
	@sh harness/tools/setup/revision.sh $@

# a program outside of the checkout is told where the checkout is
$B/home: always | ready
	@root=$$(pwd -P); [ "$$(cat $@ 2>/dev/null)" = "$$root" ] || printf '%s\n' "$$root" >$@

$B/obj/format/version.o: $B/revision
$B/obj/format/version.o: CPP_ALL += -DREVISION='"$(shell cat $B/revision)"'

$B/conform: $B/obj/main.o $(OBJ) | $B/home
	@rm -f $@
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LD_LIBS)

$B/srccheck: $(SRCCHECK_OBJ)
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^

$B/mutant_table: $B/obj/tools/mutants/mutant_table.o $(MUTANTS_OBJ) $(BASE_OBJ)
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LD_LIBS)

$B/overview: $B/obj/tools/overview/overview_main.o $(OVERVIEW_OBJ) $(BASE_OBJ)
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LD_LIBS)

$B/manpage: $B/obj/tools/manpage/manpage_main.o $(MANPAGE_OBJ) $(BASE_OBJ)
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LD_LIBS)

$B/skips: $B/obj/tools/skips/skips_main.o $(SKIPS_OBJ) $(call objects,harness/format/*.c) $(BASE_OBJ)
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LD_LIBS)

$B/unit/unit: $(UNIT_OBJ) $(OBJ) $(MUTANTS_OBJ) $(OVERVIEW_OBJ) $(SKIPS_OBJ) $(MANPAGE_OBJ) $(BENCH_OBJ)
	@mkdir -p $(@D)
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LD_LIBS)

$B/examples/%: $B/obj/examples/%.o
	@mkdir -p $(@D)
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LD_LIBS)

# conform, with a malloc that fails; sanitizers call it before they are ready
$B/obj/unit/fake_malloc.o: override CFLAGS += -fno-sanitize=all
$B/unit/fake_malloc: $B/obj/unit/fake_malloc.o $B/obj/main.o $(OBJ)
	@mkdir -p $(@D)
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LD_LIBS) -ldl

$B/unit/fake_%: $B/obj/unit/fake_%.o
	@mkdir -p $(@D)
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -ldl

# The requirements of a goal are checked, or installed, before anything else is done for it.
FOR = build
test check-all unit bazel hostile reference bench loader-coverage: FOR = run
asan: FOR = asan
mutants: FOR = mutants
check check-slow: FOR = check
ready:
	@mkdir -p $B
	$(if $(FOR),@sh harness/tools/setup/bootstrap.sh --for $(FOR) --loader '$(LOADER)')

# The man page of cases is FORMAT.md in another form, and has the date of the other page.
$B/conform-case.5: harness/FORMAT.md harness/docs/conform.1 $B/manpage
	@$B/manpage $< "$$(sed -n 's/^\.Dd //p' harness/docs/conform.1)" >$@.new && mv $@.new $@

install: all $B/conform-case.5 ## program, data, man pages and completion into $(DESTDIR)$(PREFIX)
	$Qsh harness/packaging/install.sh $B '$(DESTDIR)' '$(PREFIX)'

uninstall: ## remove them
	$Qsh harness/packaging/install.sh --remove '$(DESTDIR)' '$(PREFIX)'

dist: ## a tarball of HEAD, in build/dist, that builds and tests itself without git
	$Qsh harness/packaging/dist.sh $B/dist

test: all ## run every case under LOADER (default python3), with ARGS
	$Q$B/conform --loader '$(LOADER)' $(ARGS)

check: ready ## everything: unit tests, lint, the suite under every interpreter found, mutants
	$Qsh harness/tools/check/check.sh

check-slow: ready ## the same with asan, msan, fuzz, and each mutant with all cases
	$Qsh harness/tools/check/check.sh --slow

check-all: all $B/overview ## the suite under each loader that `make loaders` made, and a table (LOADERS='NAME...' FULL=1)
	$Qsh harness/tools/check/check-all.sh $B $(if $(FULL),--full) $(LOADERS)

skips: $B/skips ## harness/SKIPS.md, from the reports of `make check-all`: what each loader skips, and why
	$Q$B/skips harness/SKIPS.md $B/check-all/*.json

FAKES = $(patsubst harness/unit/%.c,$B/unit/%,$(wildcard harness/unit/fake_*.c))
.SECONDARY: $(FAKES:$B/%=$B/obj/%.o)
units: all $B/unit/unit $(FAKES) $B/srccheck $B/overview $B/conform-case.5
unit: units ## the harness's own tests
	$Q$B/unit/unit

bazel: units ## the rule for Bazel (harness/bazel), with a real one
	$Q$B/unit/unit bazel

hostile: all $B/unit/unit ## every hostile deed, in both isolations, as root and as an ordinary user
	$Q$B/unit/unit hostile-all killed-all

lint: all $B/srccheck ## sources, cases, expected files and known lists
	$Q$B/srccheck
	$Q$B/conform --lint

# with the instrumentation gcc warns of null format strings where there are none
SANITIZE = -O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer \
	-fno-sanitize-recover=undefined -Wno-format-truncation

asan: all ## unit tests and suite with AddressSanitizer and UBSan, in build/asan
	$Q$(MAKE) $(AT_ONCE) B=build/asan CFLAGS='$(SANITIZE)' units
	$Qbuild/asan/unit/unit
	$Qbuild/asan/conform --loader '$(LOADER)' $(ARGS)

# Only suites that parse and compute. The libraries are not instrumented, so memory that jansson writes
# would look uninitialized. The suites that run loaders are tested by asan.
MSAN = -O1 -g -fsanitize=memory -fsanitize-memory-track-origins -fno-omit-frame-pointer
MSAN_SUITES = util vocab expr text text-shell diff casefile transcript expected known fixture-line \
	fixture-words sched-later stale catalog cause verdict target suite lint scaffold list last bless \
	rep_causes excuse
msan: ## the parsers' unit tests with MemorySanitizer, in build/msan, if clang is there
	$Qif sh harness/tools/check/clang.sh msan; then \
		$(MAKE) $(AT_ONCE) B=build/msan CC=clang CFLAGS='$(MSAN)' build/msan/unit/unit && \
		build/msan/unit/unit $(MSAN_SUITES); \
	fi

# Each target is a link to one program, which looks at its own name.
FUZZ = -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer \
	-fno-sanitize-recover=undefined
FUZZ_SECONDS ?= 20
fuzz: ## fuzz each reader of bytes for FUZZ_SECONDS (20), if clang is there (TARGETS='NAME...')
	$Qif sh harness/tools/check/clang.sh fuzz; then \
		$(MAKE) $(AT_ONCE) B=build/fuzz CC=clang CFLAGS='$(FUZZ)' build/fuzz/fuzz && \
		sh harness/tools/fuzz/fuzz.sh $(FUZZ_SECONDS) $(TARGETS); \
	fi

$B/fuzz: $(call objects,harness/tools/fuzz/*.c) $(OBJ)
	$Q$(CC) $(CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(LD_LIBS)

# the reference loader for LOADER; use it with `--plugin build/reference/FILE --target reference`
FACT = $(shell $(LOADER) -c 'import sysconfig as s; print($(1))' | sed '$(AS_HERE)')
# what a Windows program under Wine prints: its ends of lines, its drive for /, its separators
AS_HERE = s/\r$$//; /^Z:/{s/Z://g; y,\\,/,}
# a loader of `make loaders` for another system has a compiler of its own
REFERENCE_CC = $(shell sh harness/tools/loaders/loaders.sh $B options '$(abspath $(LOADER))' | sed -n 's/^--cc //p')
HEADERS = s.get_path("include") + " " + s.get_path("platinclude")
reference: ready ## the reference loader, in build/reference
	$Q$(MAKE) -s -f harness/reference/reference.mk OUT=$B/reference \
		INCLUDE="$(call FACT,$(HEADERS))" EXT=$(call FACT,s.get_config_var("EXT_SUFFIX")) \
		$(addprefix CC=,$(REFERENCE_CC))

# always built again, because LOADER may have changed
examples: ready ## the plug-in that harness/docs/testers.md shows, in build/examples, for LOADER
	@mkdir -p $B/examples
	$Q$(CC) -std=c11 -Wall -O1 -g -fPIC -shared $(addprefix -isystem ,$(call FACT,$(HEADERS))) \
		-o $B/examples/naive_loader.so harness/examples/naive_loader.c

mutants: all $B/mutant_table ## which case catches which broken loader (MUTANTS='NAME...' QUICK=1)
	$QLOADER='$(LOADER)' sh harness/tools/mutants/mutants.sh $(if $(QUICK),--quick) $(MUTANTS)

explore-power: all $B/mutant_table ## which broken loaders explore finds, without any case (MUTANTS='NAME...' SECONDS=60)
	$QLOADER='$(LOADER)' sh harness/tools/mutants/mutants.sh --explore $(or $(SECONDS),60) $(MUTANTS)

loader-coverage: all ## lines that no case runs, of the loader in PYTHON_SRC, a source of CPython
	$Qsh harness/tools/coverage/loader-coverage.sh '$(PYTHON_SRC)' $(ARGS)

# The words after `loaders` that are no goals are names of loaders.
ifeq ($(firstword $(MAKECMDGOALS)),loaders)
NAMES := $(filter-out loaders $(GOALS),$(MAKECMDGOALS))
.PHONY: $(NAMES)
$(NAMES): loaders
	@:
endif
loaders: ## fetch interpreters into build/loaders, or build them by name (NAMES='NAME...' ALL=1)
	$Qsh harness/tools/loaders/loaders.sh $B $(if $(ALL),all,$(NAMES))

# The floors' interpreter is LOADER's, which may have changed; without its library there is one floor less.
PYVAR = s.get_config_var("$(1)")
EMBED = "-L" + str($(call PYVAR,LIBDIR)), "-Wl,-rpath," + str($(call PYVAR,LIBDIR)), \
	"-L" + str($(call PYVAR,LIBPL)), "-lpython" + str($(call PYVAR,LDVERSION))
FLOORS = $B/bench-floors
floors: ready
	@mkdir -p $(FLOORS)
	@rm -f $(FLOORS)/floor-*
	$Q$(CC) $(CPP_ALL) $(WARN) $(CFLAGS) -rdynamic -o $(FLOORS)/floor-dlopen \
		harness/tools/bench/floors/dlopen.c -ldl
	@$(CC) -std=c11 $(CFLAGS) -rdynamic $(addprefix -isystem ,$(call FACT,$(HEADERS))) \
		-o $(FLOORS)/floor-embed harness/tools/bench/floors/embed.c \
		$(call FACT,*[$(EMBED)]) -ldl -lm -lutil -lpthread 2>$(FLOORS)/embed.log || :

bench: all floors $B/bench-cases ## what cases, starts and fixtures cost, in floors (ALL=1, ROWS='GLOB', ROUNDS=N, AGAINST=CONFORM)
	$Q$B/bench-cases $(if $(ALL),--all) $(if $(ROWS),--rows '$(ROWS)') $(if $(ROUNDS),--rounds $(ROUNDS)) \
		$(if $(AGAINST),--against '$(AGAINST)') --floors $(FLOORS) --json $B/bench.json \
		$B/conform '$(LOADER)'

$B/bench-cases: $(call objects,harness/tools/bench/*.c) $(BASE_OBJ)
	$Q$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LD_LIBS)

stats: $B/srccheck ## lines and function lengths by file
	$Q$B/srccheck --stats

clean: ## remove all products
	rm -rf build

help: ## this list
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## /{printf "  %-15s %s\n", $$1, $$2}' Makefile

.PHONY: always floors $(GOALS)
-include $(shell find $B/obj -name '*.d' 2>/dev/null)
