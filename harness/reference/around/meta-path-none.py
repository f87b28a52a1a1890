# sys.meta_path of None raises TypeError
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_spec', 'if meta_path is None:', 'if False:')
