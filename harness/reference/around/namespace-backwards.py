# the folders of a namespace package are in the reverse order
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._get_spec', 'namespace_path.extend(portions)', 'namespace_path[:0] = portions')
