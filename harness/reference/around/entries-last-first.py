# the last entry of sys.path is searched first
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._get_spec', 'for entry in path:', 'for entry in list(path)[::-1]:')
