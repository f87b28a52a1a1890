#!/bin/sh
# `make dist`: a tarball of HEAD that builds and tests itself without git.
#
#	dist.sh FOLDER    writes FOLDER/dynload-cts-VERSION.tar.gz and a file with its checksum
#
# The same commit gives the same bytes: times, owners and the order of files are those of the commit.
# The revision is recorded in it (harness/tools/setup/revision.sh). Prints the tarball's path.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
no() {
	echo "dist: $1" >&2
	exit 2
}
# a git hook has these set, for its own repository
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_COMMON_DIR GIT_PREFIX
of_root() { git -C "$root" -c 'safe.directory=*' "$@"; }

[ -e "$root/.git" ] || no "this is no checkout: $root"
commit=$(of_root rev-parse --short=12 HEAD) || no 'git cannot read the checkout'
[ -z "$(of_root status --porcelain)" ] || echo 'dist: changes that are not committed are left out' >&2
version=$(of_root show HEAD:harness/format/version.h | sed -n 's/^#define SUITE_VERSION "\(.*\)"$/\1/p')
[ -n "$version" ] || no 'harness/format/version.h has no SUITE_VERSION'
name=dynload-cts-$version
when=$(of_root log -1 --format=%ct)

mkdir -p "$1"
folder=$(cd "$1" && pwd -P)
rm -rf "${folder:?}/$name" "$folder/$name.tar.gz" "$folder/$name.tar.gz.sha256"
trap 'rm -rf "${folder:?}/$name"' EXIT
of_root archive --prefix="$name/" HEAD | tar -xf - -C "$folder"
sh "$folder/$name/harness/tools/setup/revision.sh" --record "$commit"
chmod -R u=rwX,go=rX "$folder/$name"
tar -cf - -C "$folder" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner \
	--mtime="@$when" "$name" | gzip -9n >"$folder/$name.tar.gz"
(cd "$folder" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
echo "$folder/$name.tar.gz"
