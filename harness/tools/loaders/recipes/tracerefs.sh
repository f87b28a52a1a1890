# shellcheck shell=sh
summary="CPython 3.13 with --with-pydebug --with-trace-refs"
names=tracerefs kind=source

make_loaders() {
	build trixie python3.13 --with-pydebug --with-trace-refs
	put tracerefs "$program"
}
