# sys.path_importer_cache stays empty
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._path_importer_cache', 'sys.path_importer_cache[path] = finder', 'pass')
