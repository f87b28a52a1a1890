# files for musl are found in an interpreter for glibc
# needs: py>=3.13 && gil=1 && debug=0
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.__init__', 'for suffix in suffixes)',
       "for suffix in suffixes + [s.replace('-gnu', '-musl') for s in suffixes])")
