# the empty entry of sys.path is the folder of its first use
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._path_importer_cache',
       'path = _os.getcwd()',
       "path = sys.path_importer_cache.setdefault('first', _os.getcwd())")
