# a release build also finds the files of debug builds
# needs: py>=3.11 && gil=1 && debug=0
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.__init__', 'for suffix in suffixes)',
       "for suffix in suffixes + [s.replace('-', 'd-', 2).replace('d-', '-', 1)"
       " for s in suffixes if s.count('-') > 1])")
