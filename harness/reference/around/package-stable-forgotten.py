# a package whose extension is for the stable ABI is not found
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec',
       'for suffix, loader_class in self._loaders:',
       "for suffix, loader_class in (l for l in self._loaders if 'abi3' not in l[0]):")
