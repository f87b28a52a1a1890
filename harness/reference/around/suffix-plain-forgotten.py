# an extension with the plain suffix .so is not found
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.__init__',
       'for suffix in suffixes)',
       "for suffix in suffixes if suffix != '.so')")
