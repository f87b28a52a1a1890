# an exception of a path hook counts as "not mine"
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._path_hooks', 'except ImportError:', 'except Exception:')
