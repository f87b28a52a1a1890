# the last of sys.path_hooks is asked first
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._path_hooks', 'for hook in sys.path_hooks:', 'for hook in sys.path_hooks[::-1]:')
