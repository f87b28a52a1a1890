# The reference loader for one interpreter, to be used with --plugin:
#
#	make -f harness/reference/reference.mk OUT=DIR INCLUDE='DIR...' EXT=.so [CC=cc] [CFLAGS=...]
#
# INCLUDE and EXT are the facts `include` and `suffix` of the target. The product is
# OUT/reference$EXT. Objects are kept beside it: a change of one file compiles that file only.

HERE := $(dir $(lastword $(MAKEFILE_LIST)))
CC ?= cc
CFLAGS ?= -O2 -g
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Wstrict-prototypes -Wvla \
	-Wformat=2 -Wwrite-strings -Wundef
# a debug build's headers may be links; gcc would look for pyconfig.h beside what they point to
UNRESOLVED = -fno-canonical-system-headers
UNRESOLVED := $(shell $(CC) $(UNRESOLVED) -E -x c /dev/null >/dev/null 2>&1 && echo $(UNRESOLVED))
# from a path to a function: a system has dlopen, or it is Windows, where modules are called .pyd
OTHER := $(if $(filter %.pyd,$(EXT)),find_funcptr.c dl_open.c dl_path.c,%_win.c)
SOURCES := $(filter-out $(OTHER:%=$(HERE)%),$(wildcard $(HERE)*.c))
OBJECTS := $(SOURCES:$(HERE)%.c=$(OUT)/obj$(EXT)/%.o)

# mingw has a printf of its own that knows C99, as the other C libraries do. Python 3.8 would take an older
# function for snprintf on Windows.
DEFINES = -D_POSIX_C_SOURCE=200809L $(if $(filter %.pyd,$(EXT)),-D__USE_MINGW_ANSI_STDIO=1 -DHAVE_SNPRINTF=1)
COMPILE = $(CC) -std=c11 $(DEFINES) $(WARN) $(CFLAGS) -fPIC $(UNRESOLVED) $(INCLUDE:%=-isystem %)

$(OUT)/reference$(EXT): $(OBJECTS)
	$(CC) -shared $(CFLAGS) $(LDFLAGS) -o $@ $^

$(OUT)/obj$(EXT)/%.o: $(HERE)%.c $(HERE)reference.h \
		$(wildcard $(INCLUDE:%=%/patchlevel.h) $(INCLUDE:%=%/pyconfig.h))
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

# The command that compiles changed files and links them with the other objects, for mutants.sh. Most of
# its time would go into Python's headers, so they are precompiled. A compiler that cannot use that reads
# them again.
$(OUT)/compile: $(HERE)reference.h
	-$(COMPILE) -x c-header -o $<.gch $<
	@echo '$(COMPILE) -iquote $(HERE) -shared $(LDFLAGS)' >$@
