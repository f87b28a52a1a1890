# a folder that did not exist stays unknown after importlib.invalidate_caches()
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder.invalidate_caches',
       'if finder is None or not _path_isabs(name):',
       'if False:',
       'if finder is None:',
       'if False:')
