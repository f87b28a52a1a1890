#!/bin/sh
# seeds.sh FOLDER TARGET...: writes what the fuzz targets begin with to FOLDER/TARGET/. It is taken
# from the suite itself, or made as the suite makes it.
set -eu

to=$1 && shift
for target in "$@"; do
	mkdir -p "$to/$target"
done

# copy TARGET FILE...: each under a name made of its path
copy() {
	target=$1 && shift
	for file in "$@"; do
		cp "$file" "$to/$target/$(printf %s "$file" | tr / _)"
	done
}

# lines TARGET: a file for each different line of standard input
lines() {
	sort -u | awk -v to="$to/$1/line-" '{ file = to NR; printf "%s", $0 >file; close(file) }'
}

copy case cases/*/*.case
copy expected expected/*/*.out
copy known expected/known/*.known
copy fixture fixtures-src/*/*.c fixtures-src/*/*.pyx fixtures-src/*/*.cffi
{
	sed -n 's/^requires: //p' cases/*/*.case
	sed -n 's/^@\(el\)\{0,1\}if //p' expected/*/*.out
} | lines expr

# what an adapter would have written, were it right everywhere
for file in expected/*/*.out; do
	awk '!/^[@#]/ { print } END { print "# end 0123456789abcdef" }' "$file" \
		>"$to/transcript/$(printf %s "$file" | tr / _)"
done
printf '%s\n' '> import x' '= <module "x">' '~ hint "a"' '> loaded? x' '= true' \
	'# end 0123456789abcdef' >"$to/transcript/pass"
printf '%s\n' 'ready' 'ready {"pid": 1}' 'started 4711' 'ended 0 1000 20000 0' \
	'ended 139 0 0 1' 'failed no such file' >"$to/reply/all"
# the paths are those of the machine
python3 -I -S harness/adapter/conform_adapter.py --hello </dev/null | sed 's|"/[^"]*"|"/a/b"|g' >"$to/hello/python"
printf 'conform: what was built from what, 1\n%s\n%s\n%s\n' \
	'f	00000000000000aa	1	2	3	a\\t/x.c' 'p	00000000000000bb	1	2	3	a/x.so	1' \
	'r	00000000000000cc	no rust	a/y.so' >"$to/record/stale"
printf 'a.o: a.c b\\ c.h \\\n d$$.h\n\nb.c:\n' >"$to/record/depend"
key='# suite: /suite
# loader: python3
# target: cpython
# level: detail'
printf '%s\n' '# what failed when it was last run, for --failed' "$key" \
	'# last run: 2026-11-26 03:19:48, cases executed: 650' \
	'hook/bare-path  2026-11-26 03:19:48' >"$to/record/failed"
printf '%s\n' '# what each case got when it was last carried out, for --show' "$key" \
	'hook/bare-path FAIL 2026-11-26 03:19:48' '?expected = 1, got = 2' '=> gc' '!log' \
	>"$to/record/last"

# Words of a check or an edit stand in front of each file. Small files let the fuzzer try more.
checks=$(sed -n 's/^	P(\([a-z]*\), FIXCHECK_NONE).*/\1/p' harness/fixtures/fixcheck_words.h | tr '\n' ' ')
checks="$checks exports:f undef:g undefweak:w ifunc:i needed:libp.so soname:libf.so.1 runpath:/b
	rpath:/b jumpslot:g globdat:v tls:ie tlssize:64 verneed:libp.so:P1 verdef:F1"
edits='DT_SONAME=0 load.last.filesz=0x7fff size=size-8 DT_GNU_HASH.tag=DT_DEBUG class=other
	stack.type=PT_NULL tls.memsz=tls.memsz+1 phnum=0'
# elf NAME: the file on standard input as a seed of both targets
elf() {
	cat >"$to/elf"
	{ echo $checks && cat "$to/elf"; } >"$to/fixcheck/$1"
	{ echo $edits && cat "$to/elf"; } >"$to/elfedit/$1"
	rm "$to/elf"
}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
echo 'int p(void); int p(void) { return 1; }' >"$dir/p.c"
cat >"$dir/f.c" <<'END'
int g(void), w(void) __attribute__((weak)), p(void), f(void);
extern int v;
__thread int t[16];
__attribute__((constructor, destructor)) static void start(void) { t[0] = v; }
int f(void) { return g() + w() + v + p() + t[1]; }
END
echo 'F1 { global: f; local: *; };' >"$dir/f.map"
echo 'P1 { global: p; };' >"$dir/p.map"
# build OPTION...: makes $dir/f.so
build() {
	${CC:-cc} -Os -fPIC -shared -nostdlib -fno-asynchronous-unwind-tables -ftls-model=initial-exec \
		-Wl,-z,noseparate-code,-z,max-page-size=16,-z,common-page-size=16,--build-id=none \
		-o "$dir/f.so" "$dir/f.c" "$@" && cat "$dir/f.so"
}
${CC:-cc} -fPIC -shared -nostdlib -Wl,--version-script="$dir/p.map" -Wl,-soname,libp.so \
	-o "$dir/libp.so" "$dir/p.c"
build -s | elf plain
build -s -Wl,-soname,libf.so.1,-rpath,/a:/b,-z,now,-z,nodelete,-z,nodlopen,-Bsymbolic | elf flags
build "$dir/libp.so" -Wl,--version-script="$dir/f.map" -Wl,-rpath,/b,--disable-new-dtags | elf versions
build -s -Wl,-z,execstack,--hash-style=sysv -m32 2>/dev/null | elf narrow
find build/fixtures -name '*.so' -size -32 -size +0 2>/dev/null | sort | head -n 1 |
while read -r file; do
	elf built <"$file"
done
