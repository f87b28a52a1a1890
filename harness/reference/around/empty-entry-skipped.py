# the empty entry of sys.path means nothing
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._path_importer_cache',
       "if path == '':",
       '''if path == '':
    return None
if path == '':''')
