# a file with a name of more than 200 characters is not found
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder._fill_cache',
       'self._path_cache = set(contents)',
       'self._path_cache = {name for name in contents if len(name) <= 200}')
