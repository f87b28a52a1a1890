#!/bin/sh
# Runs a Windows program under Wine, as a loader: wine.sh WINE SERVER DLLS PROGRAM [ARG...]
#
# Each call has a Wine of its own: a new, small prefix, and a wineserver that ends with it. Nothing of
# the user's own prefix is read, and nothing is left running or lying about.
#
# A Windows program inherits no descriptor but the first three, and sees the machine's / as Z:. What
# the adapter needs instead of them is in three variables (FORMAT.md, section 3).
set -u
wine=$1 server=$2 dlls=$3
shift 3
prefix=$(mktemp -d /tmp/conform-wine.XXXXXX) || exit 125
WINEPREFIX=$prefix WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES='wineboot.exe,winedbg.exe=d' CONFORM_ROOT=Z:
export WINEPREFIX WINEDEBUG WINEDLLOVERRIDES CONFORM_ROOT
system=$prefix/drive_c/windows/system32

# Without winedbg a crash is only a status. Without wineboot there are no services, no registry and no copies of Wine's 700 MB of DLLs; a
# loader needs none of them, and a start takes 0.2 seconds instead of 7. Only where random numbers
# come from must be in the registry, for Python up to 3.10.
# The share Z$ of localhost is what Windows makes of a drive for its administrators.
mkdir -p "$prefix/dosdevices/unc/localhost" "$system"
ln -s ../drive_c "$prefix/dosdevices/c:"
ln -s / "$prefix/dosdevices/z:"
ln -s / "$prefix/dosdevices/unc/localhost/z\$"
ln -s "$dlls"/* "$system/"
cat >"$prefix/system.reg" <<'END'
WINE REGISTRY Version 2
;; All keys relative to REGISTRY\\Machine

#arch=win64

[Software\\Microsoft\\Cryptography\\Defaults\\Provider\\Microsoft Enhanced Cryptographic Provider v1.0]
"Image Path"="C:\\windows\\system32\\rsaenh.dll"
"Signature"=hex:de,ad,be,ef
"Type"=dword:00000001

[Software\\Microsoft\\Cryptography\\Defaults\\Provider Types\\Type 001]
"Name"="Microsoft Enhanced Cryptographic Provider v1.0"
END

# own_servers: the numbers of the servers of this prefix. `wineserver -k` waits for a lock to be given
# back, which a process does some time before its end
own_servers() {
	for process in /proc/[0-9]*; do
		{ read -r name <"$process/comm"; } 2>/dev/null || continue
		case $name in
		wineserver*) ! grep -qs "$prefix" "$process/environ" || echo "${process#/proc/}" ;;
		esac
	done
}

# Wine opens an inherited file for writing alone, of which Python then cannot ask what it is
if [ -f /dev/fd/2 ]; then
	mkfifo "$prefix/stderr"
	cat <"$prefix/stderr" >&2 &
	exec 2>"$prefix/stderr"
fi
if [ -f /dev/fd/1 ]; then
	mkfifo "$prefix/stdout"
	cat <"$prefix/stdout" &
	exec >"$prefix/stdout"
fi

# shellcheck disable=SC2016 # $$ is the number of the process that becomes Wine
sh -c 'CONFORM_PID=$$
export CONFORM_PID
if [ -n "${CONFORM_FD-}" ]; then
	CONFORM_FILE=$CONFORM_ROOT/proc/$$/fd/$CONFORM_FD
	export CONFORM_FILE
fi
exec "$@"' sh "$wine" "$@"
status=$?
servers=$(own_servers)
"$server" -k9
for pid in $servers; do
	tries=0
	while kill -0 "$pid" 2>/dev/null && [ $((tries += 1)) -lt 500 ]; do sleep 0.01; done
done
exec >&- 2>&-
wait
rm -rf "$prefix"
exit "$status"
