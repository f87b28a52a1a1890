# only the first 64 path hooks are asked
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._path_hooks', 'for hook in sys.path_hooks:', 'for hook in sys.path_hooks[:64]:')
