# a namespace package in another one looks for its folders on sys.path
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_NamespacePath._find_parent_path_names', "if dot == '':", 'if True:')
