# a folder without __init__ is no package
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec', 'is_namespace = _path_isdir(base_path)', 'is_namespace = False')
