#!/bin/sh
# Puts a tool that freezes programs into a virtual environment: freeze.sh REQUIREMENT..., for the
# interpreter $PYTHON, into $HOST/venv. $HOST/include is the folder of its headers, which a frozen
# program does not know.
set -eu
$PYTHON -m venv venv
venv/bin/python -m pip install --disable-pip-version-check --quiet "$@"
ln -s "$($PYTHON -c 'import sysconfig; print(sysconfig.get_path("include"))')" include
