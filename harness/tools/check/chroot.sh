# shellcheck shell=sh
# A bare Debian in a folder, and commands that run in it. Sourced by bare-debian.sh and packaged.sh,
# which set
#
#	work	the folder for all of it
#	tree	the bare Debian, below work
#	sane	PATH=... of a clean environment
#
# and then call chroot_begin. It takes root or a sudo without a password, debootstrap and the network.

child=''

# All mounts were in a namespace that has ended already, so only files are left.
remove() {
	! grep -qF " $(printf %s "$work" | sed 's/ /\\040/g')/" /proc/self/mountinfo ||
		die "something is mounted in $work"
	$sudo rm -rf --one-file-system "$tree" "$work/pid"
	for name in $extra; do
		$sudo rm -rf --one-file-system "${work:?}/$name"
	done
}

stop() {
	# the pid of unshare --kill-child: its processes die with it
	[ ! -s "$work/pid" ] || $sudo kill -KILL "$(cat "$work/pid")" 2>/dev/null
	[ -z "$child" ] || kill "$child" 2>/dev/null
	wait
	remove
}

# Runs a command in the background: a trap can end it at once, because `wait` can be interrupted.
run() {
	"$@" 3<&- 9>&- &
	child=$!
	wait "$child"
	status=$?
	child=''
	return $status
}

# runs a command as root in its own namespaces: its mounts and processes end with it
apart() {
	# shellcheck disable=SC2016 # the inner shell's
	run $sudo sh -c 'echo $$ >"$1" && shift && exec unshare "$@"' - "$work/pid" \
		--mount --propagation private --pid --ipc --fork --kill-child "$@"
	status=$?
	$sudo rm -f "$work/pid"
	return $status
}

# prints the machine's own settings of apt: the proxy, and what a frozen mirror needs. Files that
# the settings name are not copied; make_debian copies the certificates that apt uses by default.
apt_settings() {
	apt-config dump 2>/dev/null |
		grep -E '^Acquire::(https?::(Proxy|Timeout)[: ]|Check-|Retries )'
	for scheme in http https; do
		proxy=$(printenv "${scheme}_proxy") && echo "Acquire::$scheme::Proxy \"$proxy\";"
	done
	:
}

# prints the mirror that the system's own apt uses
mirror() {
	# shellcheck disable=SC2016 # apt's own variables
	uri=$(apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 'Label: Debian' \
		"Codename: $1" 2>/dev/null | grep -m 1 '^https\?:')
	echo "${uri:-http://deb.debian.org/debian}"
}

# makes a bare Debian in $tree; sets why if it cannot
make_debian() {
	why=''
	# shellcheck disable=SC1091 # the file may be missing
	suite=$(. /etc/os-release 2>/dev/null && [ "$ID" = debian ] && echo "$VERSION_CODENAME")
	[ -n "$suite" ] || { why='this is not Debian' && return 1; }
	command -v debootstrap >/dev/null || [ -x /usr/sbin/debootstrap ] ||
		{ why='there is no debootstrap' && return 1; }
	[ "$(id -u)" -eq 0 ] || [ -n "$sudo" ] || { why='neither root nor a sudo without a password' && return 1; }
	apart true 2>/dev/null || { why='namespaces are not available' && return 1; }
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
}

# The bare Debian becomes the root of the namespace: the files of the machine are out of reach.
enter='set -e
mount --bind "$1" "$1"
cd "$1"
mkdir -p dev/pts dev/shm
mount -t proc proc proc
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts dev/pts
mount -t tmpfs tmpfs dev/shm
pivot_root . mnt
exec env -i "$2" HOME=/root chroot . sh -c "umount -l /mnt && cd \"$4\" || exit 99
$3
exit"'

# in_debian FOLDER COMMAND: runs a command of the shell there
in_debian() { apart sh -c "$enter" - "$tree" "$sane" "$2" "$1"; }

# chroot_begin [NAME...]: removes what an earlier run left, and at the end what this one leaves: the
# Debian, and these folders in $work
chroot_begin() {
	extra=$*
	sudo=''
	[ "$(id -u)" -eq 0 ] || ! sudo -n true 2>/dev/null || sudo='sudo -n'
	mkdir -p "$work" || exit 2
	exec 9>"$work/lock"
	flock -n 9 || die "another run is using $work"
	trap stop EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	rm -f "$work"/*.log
	remove
}

# prints the whole log of a command that failed, otherwise the end
show() {
	if [ "$2" -eq 0 ]; then tail -n 15 "$1"; else cat "$1"; fi | sed 's/^/    /'
}
