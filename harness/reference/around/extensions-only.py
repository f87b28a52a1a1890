# a folder that has been found once is searched for extensions only
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder._fill_cache',
       'self._path_cache = set(contents)',
       "self._path_cache = {name for name in contents if '.py' not in name}")
