# each path entry finder has to have invalidate_caches
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder.invalidate_caches', "elif hasattr(finder, 'invalidate_caches'):", 'else:',
       "if hasattr(finder, 'invalidate_caches'):", 'if True:')
