#!/bin/sh
# Do README's first commands work where nobody has installed anything?
#
#	harness/tools/check/bare-debian.sh
#
# Makes a bare Debian of the running one's release, clones HEAD into it, and runs there, in their order,
# the commands of README's "Quick start", in a clean environment; what they need they install there
# themselves. That takes root or a sudo that does not ask, debootstrap and the network. Without them it
# says so, and the commands run in a clean clone in a clean environment of this machine.
# All is below build/bare-debian, of which the logs stay. The last line is "N passed, N failed": a
# command that ends with such a line counts as it says, any other as one.
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2
work=$root/build/bare-debian
tree=$work/tree clone=$work/clone
sane='PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
child=''

die() {
	echo "bare-debian: $*" >&2
	exit 2
}

# What is mounted is mounted in a namespace that has died before this: the rest is files.
remove() {
	! grep -qF " $(printf %s "$work" | sed 's/ /\\040/g')/" /proc/self/mountinfo ||
		die "$work has something mounted in it"
	$sudo rm -rf --one-file-system "$tree" "$clone" "$work/home" "$work/pid"
}

stop() {
	# of unshare --kill-child: whatever it started dies with it
	[ ! -s "$work/pid" ] || $sudo kill -KILL "$(cat "$work/pid")" 2>/dev/null
	[ -z "$child" ] || kill "$child" 2>/dev/null
	wait
	remove
}

# The rest of a script goes on when a trap has run: a command that is waited for can be ended.
run() {
	"$@" 3<&- 9>&- &
	child=$!
	wait "$child"
	status=$?
	child=''
	return $status
}

# as root in namespaces of its own: mounts and processes end with it, whatever happens
apart() {
	# shellcheck disable=SC2016 # the inner shell's
	run $sudo sh -c 'echo $$ >"$1" && shift && exec unshare "$@"' - "$work/pid" \
		--mount --propagation private --pid --ipc --fork --kill-child "$@"
	status=$?
	$sudo rm -f "$work/pid"
	return $status
}

# As on the machine itself: the proxy, and what a frozen mirror needs. Files that apt's settings
# may name are not taken along, but for the certificates that it looks for by itself.
apt_settings() {
	apt-config dump 2>/dev/null |
		grep -E '^Acquire::(https?::(Proxy|Timeout)[: ]|Check-|Retries )'
	for scheme in http https; do
		proxy=$(printenv "${scheme}_proxy") && echo "Acquire::$scheme::Proxy \"$proxy\";"
	done
	:
}

# the way the system's own apt goes
mirror() {
	# shellcheck disable=SC2016 # apt's own variables
	uri=$(apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 'Label: Debian' \
		"Codename: $1" 2>/dev/null | grep -m 1 '^https\?:')
	echo "${uri:-http://deb.debian.org/debian}"
}

# a bare Debian in $tree with the clone in it; else sets why
make_debian() {
	why=''
	# shellcheck disable=SC1091 # not there where this is not Debian
	suite=$(. /etc/os-release 2>/dev/null && [ "$ID" = debian ] && echo "$VERSION_CODENAME")
	[ -n "$suite" ] || { why='this is not Debian' && return 1; }
	command -v debootstrap >/dev/null || [ -x /usr/sbin/debootstrap ] ||
		{ why='there is no debootstrap' && return 1; }
	[ "$(id -u)" -eq 0 ] || [ -n "$sudo" ] || { why='neither root nor a sudo that does not ask' && return 1; }
	apart true 2>/dev/null || { why='no namespaces are to be had' && return 1; }
	proxy=$(apt_settings | sed -n 's/^Acquire::http::Proxy "\(.*\)";/\1/p' | tail -n 1)
	apart env "$sane:$PATH" ${proxy:+http_proxy="$proxy"} debootstrap --force-check-gpg \
		--variant=minbase "$suite" "$tree" "$(mirror "$suite")" >"$work/debootstrap.log" 2>&1 ||
		{ why="debootstrap: $(tail -n 1 "$work/debootstrap.log")" && return 1; }
	apt_settings | $sudo tee "$tree/etc/apt/apt.conf.d/01machine" >/dev/null
	$sudo cp -L /etc/hosts "$tree/etc/hosts"
	[ ! -r /etc/ssl/certs/ca-certificates.crt ] || {
		$sudo mkdir -p "$tree/etc/ssl/certs"
		$sudo cp -L /etc/ssl/certs/ca-certificates.crt "$tree/etc/ssl/certs/"
	}
	$sudo mv "$clone" "$tree/opt/dynload-cts"
	$sudo chown -R 0:0 "$tree/opt/dynload-cts"
}

# Becomes the root of the namespace, so that nothing of the machine can be reached any more.
enter='set -e
mount --bind "$1" "$1"
cd "$1"
mkdir -p dev/pts dev/shm
mount -t proc proc proc
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts dev/pts
mount -t tmpfs tmpfs dev/shm
pivot_root . mnt
exec env -i "$2" HOME=/root chroot . sh -c "umount -l /mnt && cd /opt/dynload-cts || exit 99
$3
exit"'

command_in_debian() { apart sh -c "$enter" - "$tree" "$sane" "$1"; }

command_in_clone() {
	mkdir -p "$work/home"
	run env -i "$sane" HOME="$work/home" sh -c "cd '$clone' || exit 99
$1
exit"
}

# all of a log that ends badly, else what README may quote of it
show() {
	if [ "$2" -eq 0 ]; then tail -n 15 "$1"; else cat "$1"; fi | sed 's/^/    /'
}

sudo=''
[ "$(id -u)" -eq 0 ] || ! sudo -n true 2>/dev/null || sudo='sudo -n'
mkdir -p "$work" || exit 2
exec 9>"$work/lock"
flock -n 9 || die "another one is at work in $work"
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
rm -f "$work"/*.log
remove
git clone -q "$root" "$clone" 2>"$work/clone.log" || die "cannot clone: $(tail -n 1 "$work/clone.log")"
[ -z "$(git -C "$root" status --porcelain 2>/dev/null)" ] ||
	echo 'bare-debian: what is not committed is not looked at' >&2
sh "$clone/harness/tools/check/quick-start.sh" "$clone/README.md" commands >"$work/commands" || exit 2

if make_debian; then
	where="a bare Debian $suite" in=debian
else
	echo "bare-debian: no bare Debian ($why): a clean clone in a clean environment instead" >&2
	where='a clean clone' in=clone
fi
passed=0 failed=0 n=0
while IFS= read -r command <&3; do
	n=$((n + 1)) from=$(date +%s)
	"command_in_$in" "$command" >"$work/$n.log" 2>&1
	status=$?
	show "$work/$n.log" $status
	counts=$(sh "$root/harness/tools/check/counts.sh" "$work/$n.log" $status)
	passed=$((passed + ${counts% *})) failed=$((failed + ${counts#* }))
	echo "$where: $command: exit $status, $(($(date +%s) - from)) s"
done 3<"$work/commands"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
