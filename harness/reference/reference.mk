# The reference loader for one interpreter, to be used with --plugin:
#
#	make -f harness/reference/reference.mk OUT=DIR INCLUDE=DIR EXT=.so [CC=cc] [CFLAGS=...]
#
# INCLUDE and EXT are the facts `include` and `suffix` of the target. Gives OUT/reference$EXT.

HERE := $(dir $(lastword $(MAKEFILE_LIST)))
CC ?= cc
CFLAGS ?= -O2 -g
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Wstrict-prototypes -Wvla \
	-Wformat=2 -Wwrite-strings -Wundef
SOURCES := $(wildcard $(HERE)*.c)

$(OUT)/reference$(EXT): $(SOURCES) $(HERE)reference.h $(INCLUDE)/patchlevel.h
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L $(WARN) $(CFLAGS) -fPIC -shared \
		-isystem $(INCLUDE) $(LDFLAGS) -o $@ $(SOURCES)
