# a build without a GIL also finds the files of builds that have one
# needs: gil=0
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.__init__', 'for suffix in suffixes)',
       "for suffix in suffixes + [s.replace('t-', '-', 1) for s in suffixes])")
