# an extension for the stable ABI is not found
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.__init__',
       'for suffix in suffixes)',
       "for suffix in suffixes if 'abi3' not in suffix)")
