# a namespace package has only its first folder
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._get_spec',
       'namespace_path.extend(portions)',
       'namespace_path = namespace_path or portions')
