#!/bin/sh
# Compiles a host in C: build.sh NAME, for the interpreter $PYTHON, with its libpython, into $HOST.
set -eu
facts=$($PYTHON -c '
import sysconfig as s
get = s.get_config_var
print("-I%s -I%s" % (s.get_path("include"), s.get_path("platinclude")))
print(get("LIBDIR"))
print(get("INSTSONAME"))
if get("Py_ENABLE_SHARED"):
    library = "-L%s -lpython%s" % (get("LIBDIR"), get("LDVERSION"))
else:  # all of it, as in the interpreter: modules use what the program does not
    library = "-Wl,--whole-archive %s/%s -Wl,--no-whole-archive" % (get("LIBPL"), get("LIBRARY"))
print(library, get("LIBS"), get("SYSLIBS"), get("LINKFORSHARED"))')
{
	read -r include
	read -r libdir
	read -r soname
	read -r link
} <<EOF
$facts
EOF
# this one opens it, and must not have it already
[ "$1" != rtld_local ] || link=-ldl
# shellcheck disable=SC2086
$CC -std=gnu11 -O1 -g -Wall -pthread -DLIBPYTHON="\"$soname\"" $include -o "$HOST/$1" "$RECIPE/$1.c" \
	-Wl,-rpath,"$libdir" $link
