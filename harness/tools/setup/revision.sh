#!/bin/sh
# revision.sh FILE: writes the revision of these sources to FILE, if it has changed
# revision.sh --record COMMIT: writes down, in a tarball that is being made, which commit it is
#
# The revision is the commit, followed by a + if files of the suite have changed since. If this
# folder is not a checkout itself (a tarball, even inside another project's checkout), it is the one
# that was recorded in harness/revision, with a + if the files no longer have the sum that stands
# there. It is "unknown" without both, or if a checkout has no git.
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

# a sum over the suite's files; the same files count as in a checkout
sum() (
	cd "$root" && LC_ALL=C && export LC_ALL &&
		find harness cases expected fixtures-src Makefile run_tests.sh -name __pycache__ -prune -o \
			-type f ! -path harness/revision ! -name '.*' ! -name '*~' -print 2>/dev/null |
		sort | xargs cksum | cksum | tr ' ' -
)

recorded() {
	[ ! -e "$root/.git" ] && read -r commit files <"$root/harness/revision" || return
	[ "$files" = "$(sum)" ] || commit=$commit+
	echo "$commit"
} 2>/dev/null

if [ "$1" = --record ]; then
	printf '%s %s\n' "$2" "$(sum)" >"$root/harness/revision"
	exit
fi
new=$(revision || recorded) || new=unknown
[ "$(cat "$1" 2>/dev/null)" = "$new" ] || printf '%s\n' "$new" >"$1"
