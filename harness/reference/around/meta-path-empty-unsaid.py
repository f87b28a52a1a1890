# an empty sys.meta_path gives no warning
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_spec', 'if not meta_path:', 'if False:')
