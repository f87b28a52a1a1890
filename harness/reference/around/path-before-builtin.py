# a file on sys.path wins over a built-in or frozen module
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_spec', 'for finder in meta_path:', 'for finder in meta_path[::-1]:')
