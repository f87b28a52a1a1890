#!/bin/sh
# Fetches Debian sid's CPython 3.13, 3.14, 3.15 and PyPy, with their headers, and makes each an
# ordinary command in build/loaders/: the newest interpreters on an older Debian.
#
#	harness/tools/loaders/sid-loaders.sh [BUILD]        (default build; BUILD/loaders/sid holds the files)
#
# Works as root or not, installs nothing, needs apt-get and dpkg-deb. If they or the network are
# missing, it says so and succeeds, because the suite can run without these interpreters. SID_MIRROR
# names another mirror, SID_SUITE another suite. A second call does nothing. Remove
# BUILD/loaders/sid to fetch them again.
set -eu

build=${1:-build}
suite=${SID_SUITE:-sid}
pythons='3.13 3.14 3.15'
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

skip() {
	echo "sid-loaders: skipped: $*"
	exit 0
}

# Makes apt read and write only below $work: it neither reads nor changes the system's own package
# lists, cache and list of installed packages. The list of installed packages is empty, so apt
# fetches all dependencies, too.
apt_configure() {
	rm -rf "${work:?}/etc"
	mkdir -p "$work/etc" "$work/state/lists/partial" "$work/cache/archives/partial"
	: >"$work/etc/status"
	echo "deb [signed-by=$keyring] $mirror $suite main" >"$work/etc/sources.list"
	{
		# only the proxy is taken from the system's settings
		apt-config dump | grep -i '^Acquire::[a-z]*::Proxy' || :
		cat <<-EOF
		Dir::State "$work/state";
		Dir::State::status "$work/etc/status";
		Dir::Cache "$work/cache";
		Dir::Etc "$work/etc";
		Dir::Etc::sourcelist "sources.list";
		Dir::Etc::sourceparts "none";
		Dir::Etc::parts "none";
		Acquire::Languages "none";
		Acquire::Retries "1";
		Acquire::http::Timeout "20";
		APT::Update::Error-Mode "any";
		# a frozen mirror is accepted, too; signatures are still checked
		Acquire::Check-Valid-Until "false";
		APT::Install-Recommends "false";
		APT::Sandbox::User "root";
		EOF
	} >"$work/etc/apt.conf"
}

apt() {
	APT_CONFIG=$work/etc/apt.conf apt-get -qq -o Dir::Etc::parts="$work/none" "$@" >>"$log" 2>&1
}

why() {
	grep '^E:' "$log" | tail -n 1
}

fetch() {
	wanted='pypy3 patchelf' headers='pypy3-dev'
	for v in $pythons; do
		wanted="$wanted python$v libpython$v"
		headers="$headers libpython$v-dev"
	done
	apt_configure
	apt update || skip "$mirror has no usable $suite ($(why))"
	# shellcheck disable=SC2086 # lists of words
	apt install --yes --download-only $wanted ||
		skip "cannot fetch $wanted from $mirror ($(why))"
	# headers without dependencies: those are for linking, and the host has its own
	# shellcheck disable=SC2086
	(cd "$work/cache/archives" && apt download $headers) ||
		skip "cannot fetch $headers from $mirror ($(why))"
}

# Makes a merged root: files that packages ship in /lib go to usr/lib, as on a Debian system.
unpack() {
	rm -rf "$root"
	mkdir -p "$root/usr/lib" "$root/usr/lib64" "$root/usr/bin" "$root/usr/sbin"
	for d in lib lib64 bin sbin; do
		ln -s "usr/$d" "$root/$d"
	done
	for deb in "$work"/cache/archives/*.deb; do
		dpkg-deb --fsys-tarfile "$deb" |
			tar -x -f - -C "$root" --keep-directory-symlink --no-same-owner \
				--exclude='./usr/share/*' --exclude='*.a'
	done
	rm -rf "$work/cache" "$work/state"
}

# Runs the root's own patchelf with the root's own dynamic linker: the host may have no patchelf.
sid_patchelf() {
	"$ld_so" --library-path "$libs" "$root/usr/bin/patchelf" "$@"
}

# executable_of PROGRAM: prints its sys.executable, or nothing if it does not start
executable_of() {
	("$1" -I -c 'import sys, ssl, zlib; print(sys.executable)') 2>/dev/null || :
}

# DT_RPATH, not DT_RUNPATH, because it also applies to libraries that the interpreter's extensions
# need, and because LD_LIBRARY_PATH and the host's ld.so.cache cannot override it.
# Some releases of patchelf write overlapping segments into a program at a fixed address, depending
# on which value is set first. So this tries all ways until the program starts.
relink() {
	cp "$1" "$1.orig"
	for tool in patchelf sid_patchelf; do
		for first in interpreter rpath; do
			cp "$1.orig" "$1"
			[ $first = rpath ] || $tool --set-interpreter "$ld_so" "$1" || :
			$tool --force-rpath --set-rpath "$libs" "$1" || :
			[ $first != rpath ] || $tool --set-interpreter "$ld_so" "$1" || :
			if [ "$(executable_of "$1")" = "$1" ]; then
				rm "$1.orig"
				return 0
			fi
		done
	done 2>>"$log"
	return 1
}

command_for() {
	relink "$1" || skip "$2 does not start outside its root (see $log)"
	ln -sf "${1#"$loaders"/}" "$loaders/$2"
	[ "$(executable_of "$loaders/$2")" = "$loaders/$2" ] || skip "$2 has a wrong sys.executable"
}

# <pythonX.Y/pyconfig.h> includes <TUPLE/pythonX.Y/pyconfig.h>, which only this root has. It is
# replaced by that file itself, so that a compiler needs only one include folder.
headers_for() {
	real=$(echo "$root"/usr/include/*/"$1"/pyconfig.h)
	[ ! -f "$real" ] || cp "$real" "$root/usr/include/$1/pyconfig.h"
}

mkdir -p "$build/loaders"
loaders=$(cd "$build/loaders" && pwd)
work=$loaders/sid
root=$work/root
log=$work/log
stamp=$work/stamp
# patchelf wrote absolute paths, so a tree that was moved is made again
want="3 $suite $pythons $root"
[ "$(cat "$stamp" 2>/dev/null)" != "$want" ] || exit 0

command -v apt-get >/dev/null || skip 'no apt-get, so not on Debian'
[ -r $keyring ] || skip "no $keyring, so not on Debian"
# shellcheck disable=SC2016 # apt's own variables
mirror=${SID_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' \
	'Origin: Debian' 'Label: Debian' 2>/dev/null | head -n 1)}
mirror=${mirror:-http://deb.debian.org/debian}

mkdir -p "$work"
: >"$log"
fetch
unpack
libs=$(dirname "$(echo "$root"/usr/lib/*/libc.so.6)")
ld_so=$(echo "$libs"/ld-linux*.so.*)
for v in $pythons; do
	headers_for "python$v"
	command_for "$root/usr/bin/python$v" "python$v"
done
command_for "$(readlink -f "$root/usr/bin/pypy3")" pypy3
echo "$want" >"$stamp"
echo "sid-loaders: $(cd "$loaders" && echo python3.* pypy3) in $loaders"
