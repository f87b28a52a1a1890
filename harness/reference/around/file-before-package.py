# an extension wins over a package of the same name in its folder
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec',
       'if cache_module in cache:',
       'if cache_module in cache and not any(cache_module + suffix in cache for suffix, _ in self._loaders):')
