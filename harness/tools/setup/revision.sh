#!/bin/sh
# revision.sh FILE: writes the revision of these sources to FILE, if it has changed
#
# The revision is the commit, followed by a + if files of the suite have changed since. It is
# "unknown" if git is missing, or if this folder is not a checkout itself (an exported tarball, even
# inside another project's checkout).
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2
# a git hook has these set, for its own repository
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_COMMON_DIR GIT_PREFIX
export GIT_CEILING_DIRECTORIES="${root%/*}" GIT_OPTIONAL_LOCKS=0

# the user may not own the checkout; that is safe to ignore, because the suite runs its code anyway
of_root() {
	git -C "$root" -c 'safe.directory=*' -c core.fsmonitor=false "$@" 2>/dev/null
}

revision() {
	[ -e "$root/.git" ] && commit=$(of_root rev-parse --short=12 HEAD) &&
		changed=$(of_root status --porcelain --untracked-files=normal -- \
			harness cases expected fixtures-src Makefile run_tests.sh) &&
		echo "$commit${changed:++}"
}

new=$(revision) || new=unknown
[ "$(cat "$1" 2>/dev/null)" = "$new" ] || printf '%s\n' "$new" >"$1"
