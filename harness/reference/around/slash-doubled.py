# an entry of sys.path that ends with a slash gives __file__ two of them
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_path_join', 'part.rstrip(path_separators)', 'part', 'part.rstrip(path_separators)', 'part')
