# For recipes: packages of Debian, unpacked below $root, which run outside of it. See common.sh.
# shellcheck shell=sh disable=SC2154 # the variables are those of loaders.sh

keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# Makes apt read and write only below $work: it neither reads nor changes the system's own package
# lists, cache and list of installed packages. The list of installed packages is empty, so apt
# fetches all dependencies, too.
# apt_configure SUITE ARCH
apt_configure() {
	rm -rf "${work:?}/etc" "$work/state" "$work/cache"
	mkdir -p "$work/etc" "$work/state/lists/partial" "$work/cache/archives/partial"
	: >"$work/etc/status"
	for type in deb deb-src; do
		echo "$type [signed-by=$keyring] $mirror $1 main"
	done >"$work/etc/sources.list"
	[ -n "${2-}" ] && sed -i '/^deb-src/d' "$work/etc/sources.list"
	{
		# only the proxy is taken from the system's settings
		apt-config dump | grep -i '^Acquire::[a-z]*::Proxy' || :
		cat <<-END
		APT::Architecture "${2:-$native}";
		APT::Architectures { "${2:-$native}"; };
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
		END
	} >"$work/etc/apt.conf"
}

apt() {
	APT_CONFIG=$work/etc/apt.conf apt-get -qq -o Dir::Etc::parts="$work/none" "$@" >>"$log" 2>&1
}

# apt_open SUITE [ARCH]: the lists of a suite; without ARCH those of its sources
apt_open() {
	command -v apt-get >/dev/null || skip 'no apt-get, so not on Debian'
	[ -r $keyring ] || skip "no $keyring, so not on Debian"
	suite=${LOADERS_SUITE:-$1}
	# shellcheck disable=SC2016 # apt's own variables
	mirror=${LOADERS_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' \
		'Origin: Debian' 'Label: Debian' 2>/dev/null | grep -m 1 '^https\?:\|^file:' || :)}
	mirror=${mirror:-http://deb.debian.org/debian}
	apt_configure "$suite" "${2-}"
	apt update || skip "$mirror has no usable $suite ($(why))"
}

# fetch PACKAGES ALONE: packages with all that they need, and packages alone: headers, whose
# dependencies are for linking
fetch() {
	# shellcheck disable=SC2086 # lists of words
	[ -z "$1" ] || apt install --yes --download-only $1 ||
		skip "cannot fetch $1 from $mirror ($(why))"
	# shellcheck disable=SC2086
	[ -z "${2-}" ] || (cd "$work/cache/archives" && apt download $2) ||
		skip "cannot fetch $2 from $mirror ($(why))"
}

# unpack [DIR]: makes a merged root of all that was fetched: files that packages ship in /lib go to
# usr/lib, as on a Debian system
unpack() {
	into=${1:-$root}
	rm -rf "${into:?}"
	mkdir -p "$into/usr/lib" "$into/usr/lib64" "$into/usr/bin" "$into/usr/sbin"
	for d in lib lib64 bin sbin; do
		ln -s "usr/$d" "$into/$d"
	done
	for deb in "$work"/cache/archives/*.deb; do
		dpkg-deb --fsys-tarfile "$deb" |
			tar -x -f - -C "$into" --keep-directory-symlink --no-same-owner \
				--exclude='./usr/share/*' --exclude='./usr/lib/debug/*' \
				--exclude='libpython*.a' --wildcards ${only:+"./$only"}
	done
	rm -rf "$work/cache" "$work/state"
	for link in "$into"/usr/lib/* "$into"/usr/lib64/*; do
		target=$(readlink "$link") || continue
		case $target in /*) ln -sfn "../..$target" "$link" ;; esac
	done
}

# debian SUITE ARCH PACKAGES [HEADERS]: the root holds these packages
debian() {
	apt_open "$1" "$2"
	fetch "$3" "${4-}"
	unpack
	libs=$(dirname "$(echo "$root"/usr/lib/*/libc.so.6)")
	ld_so=$(echo "$libs"/ld-linux*.so.* "$libs"/ld64.so.* | tr ' ' '\n' | grep -v '\*' | head -n 1)
	for folder in "$root"/usr/include/python3*; do
		headers_of "${folder##*/}"
	done
}

# <pythonX.Y/pyconfig.h> includes <TUPLE/pythonX.Y/pyconfig.h>, which only this root has. It is
# replaced by that file itself, so that a compiler needs only one include folder. The headers of a
# debug build are links, which gcc follows before it looks for what a system header includes, so it
# would find the release's pyconfig.h. They are replaced by what they lead to.
headers_of() {
	folder=$root/usr/include/$1
	real=$(echo "$root"/usr/include/*/"$1"/pyconfig.h)
	[ ! -f "$real" ] || cp "$real" "$folder/pyconfig.h"
	cp -rL "$folder" "$folder.new"
	rm -rf "$folder"
	mv "$folder.new" "$folder"
}

# Runs the root's own patchelf with the root's own dynamic linker: the host may have no patchelf.
root_patchelf() {
	"$ld_so" --library-path "$libs" "$root/usr/bin/patchelf" "$@"
}

# DT_RPATH, not DT_RUNPATH, because it also applies to libraries that the interpreter's extensions
# need, and because LD_LIBRARY_PATH and the host's ld.so.cache cannot override it.
# Some releases of patchelf write overlapping segments into a program at a fixed address, depending
# on which value is set first. So this tries all ways until the program starts.
relink() {
	cp "$1" "$1.orig"
	for tool in patchelf root_patchelf; do
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

# put_debian NAME PROGRAM [OPTION...]: the same for a program of the root
put_debian() {
	name=$1 program=$root/usr/bin/$2
	shift 2
	if relink "$program"; then
		put "$name" "$program" "$@"
	else
		lost "$name" "it does not start outside its root (see $log)"
	fi
}

# libc's own packages stay out of what the machine's libc runs
no_libc() {
	rm -f "$work"/cache/archives/libc6_* "$work"/cache/archives/libc-bin_*
}

# compiler SUITE TRIPLET: sets cc to a C compiler for TRIPLET, with its g++ and libraries beside it
compiler() {
	apt_open "$1" "$native"
	fetch "g++-$2"
	no_libc
	unpack "$work/compiler"
	mkdir -p "$work/bin"
	for language in gcc g++; do
		real=$(echo "$work/compiler/usr/bin/$2-$language"-[0-9]*)
		script "$work/bin/$2-$language" "LD_LIBRARY_PATH='$(echo "$work"/compiler/usr/lib/"$(gcc_tuple)")' \
exec '$real' --sysroot='$work/compiler' \"\$@\""
	done
	cc=$work/bin/$2-gcc
	echo 'int main(void) { return 0; }' >"$work/x.c"
	"$cc" -o "$work/x" "$work/x.c" >>"$log" 2>&1 || skip "$2-gcc of $1 does not work here ($(why))"
	rm -f "$work/x" "$work/x.c"
}

# the folder of this machine's libraries, as Debian names it
gcc_tuple() {
	case $native in
	amd64) echo x86_64-linux-gnu ;;
	arm64) echo aarch64-linux-gnu ;;
	i386) echo i386-linux-gnu ;;
	*) echo "$native-linux-gnu" ;;
	esac
}

# emulated NAME SUITE ARCH TRIPLET MACHINE VERSION: Debian's CPython for another machine, run by qemu
emulated() {
	# libc-bin has the locale C.UTF-8: else qemu would give the program this machine's, whose byte
	# order may be another
	debian "$2" "$3" "python$6 libstdc++6 libc-bin" "libpython$6-dev"
	compiler "$2" "$4"
	apt_open "$2" "$native"
	fetch '' qemu-user-static
	only=usr/bin/qemu-$5-static unpack "$work/emulator"
	put_script "$1" "exec '$work/emulator/usr/bin/qemu-$5-static' -L '$root' '$root/usr/bin/python$6' \"\$@\"" \
		--cc "$cc"
}
