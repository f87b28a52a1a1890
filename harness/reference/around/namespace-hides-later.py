# a folder without __init__ hides an extension in a later entry of sys.path
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._get_spec', 'namespace_path.extend(portions)', 'return spec')
