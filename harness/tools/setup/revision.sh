#!/bin/sh
# Writes the revision of these sources to a file, if the file holds another one: revision.sh FILE
#
# The revision is the commit, with a + behind it when what the suite consists of was changed since.
# It is "unknown" where this folder is no checkout of its own (an exported tarball, also one inside
# another project's checkout) and where git is not to be had.
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2
# a hook that git runs has these set, for a repository of its own
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_COMMON_DIR GIT_PREFIX
export GIT_CEILING_DIRECTORIES="${root%/*}" GIT_OPTIONAL_LOCKS=0

# who runs the suite may be another user than the checkout's, and runs its code anyway
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
