# a folder with a name that is not UTF-8 in it is taken for empty
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder._fill_cache',
       'self._path_cache = set(contents)',
       "self._path_cache = set() if any('\\udc80' <= c <= '\\udcff' for c in ''.join(contents)) else set(contents)")
