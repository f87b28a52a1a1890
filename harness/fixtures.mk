# Builds every fixture below SRC for one ABI, or rather whatever of them is not up to date:
#
#   make -s -f ROOT/harness/fixtures.mk ROOT= SRC= OUT= INCLUDE='DIR...' EXT= CC= FIXCHECK=
#       [SANITIZE=address,undefined] [TARGET=NAME] [CXX=] [FOREIGN=DIR]
#
# fixtures.awk turns the comments in the sources into OUT/.rules.mk and a file of options for each
# product; a second make then works inside OUT, with short relative names, where `.src' is SRC and
# `.foreign' FOREIGN. So no blank in a path of the user's meets make, and no $ORIGIN meets make or
# a shell.
# A fixture that cannot be built leaves PRODUCT.err beside its place, and the others are built. A
# mistake in a fixture line, or headers that do not compile, leave OUT/.err, and nothing is built.
# The status is not 0 in either case. Without INCLUDE only files that are copied are made. A fixture that asks for a tool (fixtures-tool.sh), or for
# headers (below FOREIGN, by version), that are not to be had leaves PRODUCT.skip and is no mistake.
#
# A dry run comes first. It leaves in OUT/.todo how many products are to be built; each adds a byte to
# OUT/.done when it is over.

ifndef INSIDE

# What a distribution may have as its compiler's or linker's default is said here, since it could
# void a case; likewise what the environment may tell them.
export FIX_CC := $(or $(CC),cc)
export FIX_CFLAGS := -std=c11 -O1 -g0 -fPIC -fplt -fsemantic-interposition -fvisibility=default \
	-fno-stack-protector -U_FORTIFY_SOURCE -Wall -Wextra -Werror -Wno-unused-parameter \
	-Wno-missing-field-initializers $(SANITIZE:%=-fsanitize=%)
export FIX_LDFLAGS := -shared -Wl,-z,lazy -Wl,-z,noexecstack -Wl,--hash-style=gnu \
	-Wl,--no-as-needed -Wl,--enable-new-dtags -Wl,--build-id=none
export FIX_CXX := $(if $(filter default undefined,$(origin CXX)),c++,$(CXX))
export FOREIGN ?= $(ROOT)/build/headers
export LC_ALL := C
export ROOT SRC OUT INCLUDE EXT FIXCHECK TARGET
unexport LD_RUN_PATH LIBRARY_PATH CPATH C_INCLUDE_PATH CFLAGS LDFLAGS

.PHONY: all
all:
	+@set -e; \
	harness=$$(cd "$$ROOT/harness" && pwd -P); src=$$(cd "$$SRC" && pwd -P); \
	FOREIGN=$$(sh "$$harness/loaders.sh" --headers "$$FOREIGN"); \
	export FIX_TOOL="$$harness/fixtures-tool.sh"; \
	FIX_CHECK=$$(cd "$$(dirname "$$FIXCHECK")" && pwd -P)/$${FIXCHECK##*/}; \
	mkdir -p "$$OUT/.obj" "$$OUT/.pch"; cd "$$OUT"; here=$$(pwd -P); \
	if command -v flock >/dev/null; then exec 9>.lock; flock 9; fi; \
	[ "$$(readlink .src)" = "$$src" ] || ln -sfn "$$src" .src; \
	[ "$$(readlink .foreign)" = "$$FOREIGN" ] || ln -sfn "$$FOREIGN" .foreign; \
	FIX_EDIT=$${FIX_CHECK%/*}/elfedit; \
	FIX_WHERE="$${TARGET:+$$TARGET }$${here##*/}"; \
	FIX_VERSION=$$($$FIX_CC --version 2>&1) || :; \
	export FIX_CHECK FIX_EDIT FIX_WHERE FIX_VERSION; \
	find .src/ -type f ! -name '.*' ! -name '*~' | sort >.sources; \
	find . -path './.?*' -prune -o -type f -print >.present; \
	rm -f .failed .err .todo .done; \
	for program in "$$FIX_CHECK" "$$FIX_EDIT"; do \
		[ -x "$$program" ] || echo "$$program is missing: build it with make"; \
	done >.errors; \
	[ ! -s .errors ] || { mv .errors .err; cat .err >&2; exit 2; }; \
	awk -f "$$harness/fixtures.awk" .sources .present 2>.errors || \
		{ mv .errors .err; cat .err >&2; exit 2; }; \
	if [ -s .stale ]; then \
		while IFS= read -r file; do rm -f "$$file"; done <.stale; \
		find . -depth -type d ! -path './.*' ! -name . -exec rmdir {} + 2>/dev/null || :; \
		xargs mkdir -p <.folders; \
	fi; \
	inside() { $(MAKE) -s --no-print-directory -f "$$harness/fixtures.mk" INSIDE=1 "$$@"; }; \
	goals='headers products'; [ -n "$$INCLUDE" ] || goals=copies; \
	if inside -n $$goals >.plan 2>/dev/null && [ ! -s .plan ]; then exit 0; fi; \
	printf %s "$$(grep -c '>>\.done' .plan)" >.todo; \
	for goal in $$goals; do \
		inside $$goal; \
		[ ! -e .err ] || exit 2; \
	done; \
	[ ! -e .failed ] || exit 1

else

MAKEFLAGS += -r -R
.PHONY: headers products copies
include .rules.mk

# The compiler's words about $(2), as the user knows its name.
said = sed -e 's|\.src/|fixtures-src/|g' -e 's|$(1)|$(2)|g' '$(3)'
source = $(<:.src/%=fixtures-src/%)

compile = $(FIX_CC) @.obj/flags '@$(1).rsp' -o '$(1).tmp'
tool = sh '$(FIX_TOOL)' '$(4)' '$<' '$(1)' '$(1).tmp' '$@.skip'

# $(call prove,STEM): make it wrong as its fixture line says, then prove its properties. What was
# made wrong has no others but those it names: the prover may not even know it for a library.
define prove
{ [ ! -s '$(1).edit' ] || "$$FIX_EDIT" '$(1).tmp' $$(cat '$(1).edit'); } && \
	{ [ -s '$(1).edit' ] && [ ! -s '$(1).check' ] || \
		"$$FIX_CHECK" '$(1).tmp' $$(cat '$(1).check'); }
endef

# one more is over, built or not
step = printf . >>.done

# $(call build,STEM,ERRORS,[NEEDED...],[TOOL]): link beside the place, prove, only then move there.
define build
@rm -f '$@' '$(2)'; for needed in $(3); do \
	[ -e "$$needed" ] || echo "needs $$needed, which could not be built"; done >'$(1).log'; \
if [ ! -s '$(1).log' ] && $(if $(4),$(tool),$(compile)) 2>>'$(1).log' && \
	(set -f; $(call prove,$(1))) 2>>'$(1).log'; then \
	mv '$(1).tmp' '$@'; \
elif [ ! -e '$@.skip' ]; then \
	rm -f '$(1).tmp'; echo '$@' >>.failed; \
	{ echo "$(source): cannot build for $$FIX_WHERE:"; \
		$(call said,$(1).tmp,$@,$(1).log); } >'$(2)'; cat '$(2)' >&2; \
fi && $(step)
endef

define copy
@cp '$<' '.obj/copy.$(notdir $@)' && mv '.obj/copy.$(notdir $@)' '$@' && $(step)
endef

# Nearly every fixture begins with one of the shared headers, and that with Python.h, which takes
# longer to read than the rest of the work. Only gcc finds such a file by itself, and rejects one
# that does not fit a fixture's own macros and options; for others the headers are tried alone.
define header
@if $(FIX_CC) 2>'.obj/$(@F).log' @.obj/cflags -MD -MP -MF '.obj/$(<F).d' -MT '$@' \
	-x c-header '$<' $(1); then \
	mv '.obj/$(@F).tmp' '$@'; \
else \
	rm -f '$@' '.obj/$(@F).tmp'; \
	{ echo "$(source): cannot build for $$FIX_WHERE:"; \
		$(call said,.obj/$(@F).tmp,$(<F),.obj/$(@F).log); } >.err; cat .err >&2; \
fi && $(step)
endef
precompile = $(call header,-o '.obj/$(@F).tmp')
try = $(call header,-fsyntax-only && : >'.obj/$(@F).tmp')

endif
