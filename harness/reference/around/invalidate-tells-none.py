# importlib.invalidate_caches() does not tell the finders
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder.invalidate_caches', 'finder.invalidate_caches()', 'pass')
