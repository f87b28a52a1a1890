# importlib.invalidate_caches() reaches only one folder
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder.invalidate_caches',
       'in list(sys.path_importer_cache.items()):',
       'in list(sys.path_importer_cache.items())[:1]:')
