# the path hooks are asked at every search
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._path_importer_cache',
       'finder = sys.path_importer_cache[path]',
       'raise KeyError(path)')
