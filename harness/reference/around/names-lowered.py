# only names without capitals are found
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder._fill_cache',
       'self._path_cache = set(contents)',
       'self._path_cache = {name for name in contents if name == name.lower()}')
