#!/bin/sh
# Compiles a host in C: build.sh NAME, for the interpreter $PYTHON, with its libpython, into $HOST.
set -eu
facts=$($PYTHON -c '
import sysconfig as s
get = s.get_config_var
print("-I%s -I%s" % (s.get_path("include"), s.get_path("platinclude")))
print(get("LIBDIR"), get("LIBPL"), get("LDVERSION"))
print(get("LIBS"), get("SYSLIBS"), get("LINKFORSHARED"))')
{
	read -r include
	read -r libdir libpl version
	read -r libs
} <<EOF
$facts
EOF
# shellcheck disable=SC2086
$CC -std=gnu11 -O1 -g -Wall -pthread $include -o "$HOST/$1" "$RECIPE/$1.c" \
	-L"$libpl" -L"$libdir" -Wl,-rpath,"$libdir" -lpython"$version" $libs
