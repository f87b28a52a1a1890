#!/bin/sh
# `make install` and `make uninstall`:
#
#	install.sh BUILD DESTDIR PREFIX       installs what is built in BUILD into DESTDIR/PREFIX
#	install.sh --remove DESTDIR PREFIX    removes it
#
# The suite goes to PREFIX/share/dynload-cts with the folders that it has in a checkout, since the
# program looks for the same paths there. An earlier version is removed first: a case that a new one
# no longer has would be run otherwise. Nothing below PREFIX is written later; what a run makes goes
# to the cache folder of its user.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
build=$1 prefix=$3
case $prefix in /*) ;; *) echo "install: PREFIX: expected an absolute path, got '$prefix'" >&2 && exit 2 ;; esac
bin=$2$prefix/bin data=$2$prefix/share/dynload-cts doc=$2$prefix/share/doc/dynload-cts
man=$2$prefix/share/man
vim=$2$prefix/share/vim/vimfiles
bash=$2$prefix/share/bash-completion/completions zsh=$2$prefix/share/zsh/site-functions

# what a run reads: the suite, what runs inside a loader, scripts of fixtures, recipes of hosts. --lint
# reads the names of the broken loaders. What else reads the suite's output is beside it.
data_of='cases expected fixtures-src harness/adapter harness/fixtures/tools harness/hosts
	harness/reference harness/explore/stable_abi.txt harness/packaging/problem-matcher.json
	harness/report/report.schema.json harness/tools/loaders/found.sh'
# what people read, with the paths that the documents' links have
doc_of='README.md CHANGELOG.md CONTRIBUTING.md LICENSE harness/FORMAT.md harness/HOSTILE.md
	harness/SKIPS.md harness/docs harness/report/html/desktop.png harness/report/html/phone.png
	harness/report/report.schema.json harness/examples harness/explore/FIELD.md
	harness/explore/POWER.md harness/hosts/README.md'

# put FOLDER PATH...: copies files, without those that an editor or Python left beside them
put() {
	folder=$1
	shift
	mkdir -p "$folder"
	(cd "$root" && find "$@" -name __pycache__ -prune -o -type f ! -name '.*' ! -name '*~' -print) |
		(cd "$root" && tar -cf - -T -) | (cd "$folder" && tar -xf - -o)
	chmod -R u=rwX,go=rX "$folder"
}

rm -rf "$data" "$doc"
rm -f "$bin/conform" "$man/man1/conform.1" "$man/man5/conform-case.5" "$bash/conform" "$zsh/_conform"
rm -f "$vim/syntax/conformcase.vim" "$vim/ftdetect/conformcase.vim"
[ "$1" != --remove ] || exit 0

case $build in /*) ;; *) build=$root/$build ;; esac
umask 022
mkdir -p "$bin" "$man/man1" "$man/man5" "$bash" "$zsh"
# shellcheck disable=SC2086 # lists
put "$data" $data_of
# shellcheck disable=SC2086
put "$doc" $doc_of
for part in syntax ftdetect; do
	mkdir -p "$vim/$part"
	cp "$root/harness/packaging/vim/$part/conformcase.vim" "$vim/$part/"
	chmod 644 "$vim/$part/conformcase.vim"
done
cp "$build/conform" "$bin/conform"
cp "$root/harness/docs/conform.1" "$man/man1/conform.1"
cp "$build/conform-case.5" "$man/man5/conform-case.5"
"$build/conform" --completion bash >"$bash/conform"
"$build/conform" --completion zsh >"$zsh/_conform"
chmod 755 "$bin/conform"
chmod 644 "$man/man1/conform.1" "$man/man5/conform-case.5" "$bash/conform" "$zsh/_conform"
