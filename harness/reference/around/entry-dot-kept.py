# the dot of the entry "." of sys.path stays in what is found by it
# needs: py>=3.11
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.__init__',
       "if not path or path == '.':",
       'if not path:')
