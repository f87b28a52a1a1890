#!/bin/sh
# Fetches Debian sid's CPython 3.13, 3.14, 3.15 and PyPy, with their headers, and makes each an
# ordinary command in build/loaders/: the newest interpreters on an older Debian.
#
#	harness/tools/loaders/sid-loaders.sh [BUILD]        (default build; BUILD/loaders/sid holds the files)
#
# Works as root or not, installs nothing, needs apt-get and dpkg-deb. Where they or the network
# are missing it says so and succeeds: the suite goes on without. SID_MIRROR names another mirror,
# SID_SUITE another suite. A second call does nothing; removing BUILD/loaders/sid begins afresh.
set -eu

build=${1:-build}
suite=${SID_SUITE:-sid}
pythons='3.13 3.14 3.15'
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

skip() {
	echo "sid-loaders: skipped: $*"
	exit 0
}

# Everything apt reads and writes is below $work: the system's own lists, cache and list of
# installed packages are neither read nor touched. The list of installed packages is empty, so
# that apt names the whole closure of what is asked for.
apt_configure() {
	rm -rf "${work:?}/etc"
	mkdir -p "$work/etc" "$work/state/lists/partial" "$work/cache/archives/partial"
	: >"$work/etc/status"
	echo "deb [signed-by=$keyring] $mirror $suite main" >"$work/etc/sources.list"
	{
		# the way out of here, and nothing else, is the system's
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
		# a frozen mirror is as good as a live one here; signatures are checked all the same
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
	apt update || skip "$suite cannot be had from $mirror ($(why))"
	# shellcheck disable=SC2086 # lists of words
	apt install --yes --download-only $wanted ||
		skip "$mirror does not give $wanted ($(why))"
	# the headers alone: what their packages depend on is for linking, and the host has its own
	# shellcheck disable=SC2086
	(cd "$work/cache/archives" && apt download $headers) ||
		skip "$mirror does not give $headers ($(why))"
}

# A merged root: packages that still ship /lib find it in usr/lib, as on a Debian system.
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

# The root's own patchelf, run by the root's own dynamic linker: the host need not have one.
sid_patchelf() {
	"$ld_so" --library-path "$libs" "$root/usr/bin/patchelf" "$@"
}

# Where does PROGRAM believe that it is? Nothing if it does not start.
executable_of() {
	("$1" -I -c 'import sys, ssl, zlib; print(sys.executable)') 2>/dev/null || :
}

# DT_RPATH, not DT_RUNPATH: it holds for what the interpreter's own extensions need, too, and the
# host's libraries do not come in between by way of LD_LIBRARY_PATH or the host's ld.so.cache.
# Some releases of patchelf make overlapping segments of a program at a fixed address, depending
# on what is set first: take the first way that gives a program that starts.
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
	relink "$1" || skip "$2 cannot be made to start outside its root (see $log)"
	ln -sf "${1#"$loaders"/}" "$loaders/$2"
	[ "$(executable_of "$loaders/$2")" = "$loaders/$2" ] || skip "$2 does not know where it is"
}

# <pythonX.Y/pyconfig.h> refers to <TUPLE/pythonX.Y/pyconfig.h>, which only this root has: put the
# file itself in its place, so that the one include folder is all a compiler has to be told.
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
# patchelf wrote absolute paths: a moved tree is made again
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
