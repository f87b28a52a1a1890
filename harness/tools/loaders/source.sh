# For recipes: CPython built from Debian's source package, out of its tree, not installed. See
# common.sh.
# shellcheck shell=sh disable=SC2154 # the variables are those of loaders.sh

# modules that neither the adapter nor a case needs
left_out='_ssl _hashlib _sqlite3 _tkinter _curses _curses_panel _dbm _gdbm readline _lzma _bz2 _zstd
_decimal _elementtree pyexpat _multibytecodec _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr
_codecs_tw _uuid xxlimited xxlimited_35 xxsubtype _lsprof _ctypes'

# source_of SUITE PACKAGE: sets source to the unpacked source, which recipes share
source_of() {
	source=$loaders/trees/.source/$1-$2
	[ ! -f "$source/configure" ] || return 0
	apt_open "$1"
	(cd "$work/cache" && apt source --download-only "$2") ||
		skip "cannot fetch the source of $2 from $mirror ($(why))"
	rm -rf "$source.new"
	mkdir -p "$source.new"
	tar -x -f "$(echo "$work"/cache/*.orig.tar.*z)" -C "$source.new" --strip-components=1
	rm -rf "$source" "$work/cache" "$work/state"
	mv "$source.new" "$source"
}

# build SUITE PACKAGE [ARGUMENT OF CONFIGURE]...: sets program to the interpreter, in its build tree.
# also: those of left_out that this build is to have if their libraries are there
build() {
	CC=${CC:-cc}
	needs "$CC" make tar xz
	source_of "$1" "$2"
	shift 2
	for module in $left_out; do
		case " ${also-} " in
		*" $module "*) continue ;;
		esac
		set -- "$@" "py_cv_module_$module=n/a"
	done
	case " $* " in
	*' OPT='*) ;;
	*' --with-pydebug '*) set -- "$@" OPT=-O1 ;;
	*) set -- "$@" OPT='-O1 -DNDEBUG' ;;
	esac
	rm -rf "$work/tree"
	mkdir -p "$work/tree"
	cd "$work/tree"
	"$source/configure" -q CC="$CC" --prefix="$work/prefix" --disable-test-modules \
		--without-ensurepip "$@" >>"$log" 2>&1 || skip "configure failed (see $log)"
	make -s -j2 >>"$log" 2>&1 || skip "the build failed ($(why); see $log)"
	program=$work/tree/python
}
