# empty sys.path_hooks give no warning
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._path_hooks', 'if sys.path_hooks is not None and not sys.path_hooks:', 'if False:')
